-- A person's own data: read for a copy, and removed at their word.

-- name: own_addresses
select key from addresses where person_id = :person order by key

-- name: own_petitions
select id, number, text, language, filed_at, way, naming, name, phone, behalf, earlier, guardian
from petitions where resident_id = :person order by id

-- name: own_cases
select
  id, petition_id, number, suffix, kind, category, place, text, state, closing, filed_at, limit_at, outcome, reply,
  decisions
from cases where resident_id = :person order by id

-- name: own_events
select e.case_id, e.at, e.role, e.kind, e.data
from events e join cases c on c.id = e.case_id
where c.resident_id = :person and e.public = 1 order by e.id

-- name: own_messages
select at, mine, text from messages where chat = any(:chats) order by id

-- name: own_files
-- What the person sent, and what they were sent of their own cases; not the copies of before.
select f.id, f.at, f.kind, f.name, f.mime, f.size, f.digest, f.petition_id, f.case_id, f.person_id
from files f
where (f.person_id = :person and f.number > 0)
or (f.public = 1 and f.case_id in (select c.id from cases c where c.resident_id = :person))
order by f.id

-- name: own_drafts
select created_at, text, state from drafts where person_id = :person and state <> 'filed' order by id

-- name: own_alarms
select asked_at, answered_at, taken_at, state, place, words from alarms where person_id = :person order by id

-- name: own_open_cases
select count(*) from cases where resident_id = :person and state <> 'closed'

-- name: own_words
-- What the person said in their own cases, and in those that they have joined or signed.
select e.id, e.case_id, e.data from events e join cases c on c.id = e.case_id
where c.resident_id = :person and e.role in ('resident', 'clerk')
union all
select e.id, e.case_id, e.data from supporters s join events e on e.case_id = s.case_id
where s.person_id = :person and e.actor_id = :person and e.role = 'supporter'
order by 1

-- name: told
-- Over `m` (messages): what others were shown of the cases and alarms of the person :person.
(
  m.mine = 0 and (
    m.case_id in (select c.id from cases c where c.resident_id = :person)
    or m.alarm_id in (select a.id from alarms a where a.person_id = :person)
  )
)

-- name: told_words
select m.id, m.text from messages m where {{told}} order by m.id

-- name: event_mask!
-- Without its salt a line of the trail commits to its first words still, and nobody can try out which they were.
update events set data = :data, salt = '' where id = :id

-- name: message_mask!
update messages set text = :text where id = :id

-- name: told_waiting
-- Calls that are still to be made of what others are shown.
select o.id, o.params from outbox o
where o.state in ('pending', 'held') and exists (select 1 from messages m where m.id = o.message_id and {{told}})
order by o.id

-- name: outbox_mask!
update outbox set params = :params where id = :id and state in ('pending', 'held')

-- name: own_messages_since
-- What the person has said since they asked for all of it to be erased.
select count(*) from messages where chat = any(:chats) and mine = 1 and at > :before

-- name: own_messages_erase!
delete from messages where chat = any(:chats) and at <= :before

-- name: own_outbox_erase!
delete from outbox where chat = any(:chats) and state <> 'pending'

-- name: told_outbox_erase!
-- What was sent to others of somebody's cases and alarms is history by then: its words are in the messages, masked.
delete from outbox where state <> 'pending' and message_id in (select m.id from messages m where {{told}})

-- name: own_inbox_erase!
update inbox set body = '' where conversation = any(:conversations) and state <> 'new'

-- name: own_drafts_erase!
update drafts set
  text = '', place = '', lat = null, lon = null, behalf = null, epoch = epoch + 1, version = version + 1,
  state = case when state in ('open', 'shelved') then 'dropped' else state end
where person_id = :person and created_at <= :before

-- name: own_alarms_erase!
-- One that is open still needs its place and its words: somebody may be on the way.
update alarms set words = '', place = '', lat = null, lon = null, version = version + 1
where person_id = :person and state in ('denied', 'over')

-- name: own_files_erase!
delete from files where person_id = :person and petition_id is null and case_id is null and at <= :before

-- name: own_conversations_erase!
delete from conversations where key = any(:conversations)

-- name: own_alike_erase!
delete from alike where case_id in (select c.id from cases c where c.resident_id = :person)

-- name: own_supporters
select case_id, kind, at, left_at, answered from supporters where person_id = :person order by case_id

-- name: own_bookings
select r.place, r.begins_at, b.state, b.number, b.words, b.name, b.phone
from bookings b join receptions r on r.id = b.reception_id
where b.person_id = :person order by b.key

-- name: own_subscriptions
select topic, area_id, at, left_at from subscriptions where person_id = :person order by at, key

-- name: own_subscriptions_erase!
delete from subscriptions where person_id = :person and at <= :before

-- name: own_told_erase!
delete from told where person_id = :person

-- name: own_sessions_erase!
delete from sessions where address = any(:chats)
