-- What is kept for a time only. A query keep_* gives the keys of what may be older than :before, after the key :after,
-- in their order; what removes it asks each row again. Of large tables it reads the oldest rows alone: ids rise with time.

-- name: keep_outbox
select o.id from (select id, created_at from outbox where id > :after order by id limit :most) o
where o.created_at < :before order by o.id

-- name: outbox_forget!
-- What went out, or was given up; nothing that waits or is held.
delete from outbox where id = any(:ids) and state not in ('pending', 'held') and created_at < :before

-- name: keep_messages
select m.id from (select id, at from messages where id > :after order by id limit :most) m
where m.at < :before order by m.id

-- name: messages_forget!
-- Never while their case is open.
delete from messages where id = any(:ids) and at < :before
and not exists (select 1 from cases c where c.id = messages.case_id and c.state <> 'closed')

-- name: chats_of_messages
select distinct chat from messages where id = any(:ids) order by chat

-- name: conversation_forget!
-- The open question of a chat of which nothing is left.
delete from conversations where key = :key and not exists (select 1 from messages where messages.chat = :chat)

-- name: nowhere
-- Over `p` (people): nothing else that is kept speaks of the person.
(
  not exists (select 1 from cases where cases.resident_id = p.id)
  and not exists (select 1 from posts where posts.person_id = p.id)
  and not exists (select 1 from supporters where supporters.person_id = p.id)
  and not exists (select 1 from subscriptions where subscriptions.person_id = p.id)
  and not exists (select 1 from bookings where bookings.person_id = p.id)
  and not exists (select 1 from alarms where alarms.person_id = p.id)
  and not exists (select 1 from survey_named where survey_named.person_id = p.id)
)

-- name: address_forget!
-- The address of a chat of which nothing is left: who writes from there again is somebody new.
delete from addresses where key = :chat
and not exists (select 1 from messages where messages.chat = :chat)
and not exists (select 1 from people p where p.id = addresses.person_id and not {{nowhere}})

-- name: person_forget!
update people set name = '', phone = '', home = '', version = version + 1
where home = :chat and id = any(:people) and not exists (select 1 from addresses where addresses.key = :chat)

-- name: people_of_addresses
select person_id from addresses where key = any(:chats)

-- name: keep_drafts
select id from drafts
where id > :after and state not in ('open', 'filed', 'joined') and touched_at < :before order by id limit :most

-- name: draft_files_forget!
delete from files where draft_id = any(:ids) and petition_id is null and case_id is null and exists (
  select 1 from drafts d
  where d.id = files.draft_id and d.state not in ('open', 'filed', 'joined') and d.touched_at < :before
)

-- name: drafts_forget!
delete from drafts where id = any(:ids) and state not in ('open', 'filed', 'joined') and touched_at < :before

-- name: keep_files
select f.id from (select id, at from files where state = 'kept' and id > :after order by id limit :most) f
where f.at < :before order by f.id

-- name: files_forget!
-- What was sent to cases that have all been closed for so long. That there was a file stays.
update files set state = 'gone', digest = '', name = '', source = '', ref = '', version = version + 1
where id = any(:ids) and state = 'kept' and (case_id is not null or petition_id is not null) and not exists (
  select 1 from cases c
  where (c.id = files.case_id or c.petition_id = files.petition_id) and (c.closed_at is null or c.closed_at >= :before)
)

-- name: keep_copies
select id from files
where id > :after and state = 'kept' and number = 0 and ref = '' and person_id > 0
and draft_id is null and petition_id is null and case_id is null and at < :before
order by id limit :most

-- name: copies_forget!
update files set state = 'gone', digest = '', name = '', version = version + 1 where id = any(:ids) and state = 'kept'

-- name: keep_alarms
select id from alarms
where id > :after and state in ('denied', 'over') and asked_at < :before
and (words <> '' or place <> '' or lat is not null)
order by id limit :most

-- name: alarms_forget!
update alarms set words = '', place = '', lat = null, lon = null, version = version + 1
where id = any(:ids) and state in ('denied', 'over')

-- name: keep_bookings
select distinct b.reception_id from bookings b join receptions r on r.id = b.reception_id
where b.reception_id > :after and r.ends_at < :before and (b.words <> '' or b.name <> '' or b.phone <> '')
order by b.reception_id limit :most

-- name: bookings_forget!
update bookings set words = '', name = '', phone = '', version = version + 1
where reception_id = any(:ids) and (words <> '' or name <> '' or phone <> '')

-- name: keep_told
select b.id from broadcasts b
where b.id > :after and b.ended_at < :before
and exists (select 1 from told t where t.thing = b.thing)
and not exists (select 1 from broadcasts o where o.thing = b.thing and (o.ended_at is null or o.ended_at >= :before))
order by b.id limit 1

-- name: told_forget!
delete from told where thing in (select b.thing from broadcasts b where b.id = any(:ids)) and person_id in (
  select t.person_id from told t
  where t.thing in (select b.thing from broadcasts b where b.id = any(:ids)) order by t.person_id limit :most
)

-- name: keep_subscriptions
select key from subscriptions where key > :after and left_at is not null and left_at < :before order by key limit :most

-- name: subscriptions_forget!
delete from subscriptions where key = any(:ids) and left_at is not null and left_at < :before

-- name: keep_guests
select s.id from surveys s
where s.id > :after and s.state = 'closed' and s.closes_at < :before
and exists (select 1 from survey_guests g where g.survey_id = s.id)
order by s.id limit 1

-- name: guests_forget!
delete from survey_guests where key in (
  select g.key from survey_guests g where g.survey_id = any(:ids) order by g.survey_id, g.person_id limit :most
)

-- name: keep_digest_items
select d.id from (select id, at from digest_items where id > :after order by id limit :most) d
where d.at < :before order by d.id

-- name: digest_items_forget!
delete from digest_items where id = any(:ids) and sent_at is not null and at < :before

-- name: keep_jobs
select j.id from (select id, created_at from jobs where id > :after order by id limit :most) j
where j.created_at < :before order by j.id

-- name: jobs_forget!
delete from jobs where id = any(:ids) and state <> 'ready' and created_at < :before

-- name: keep_links
select digest from links where digest > :after and until < :before order by digest limit :most

-- name: links_forget!
delete from links where digest = any(:ids) and until < :before

-- name: keep_invites
select digest from invites where digest > :after and expires_at < :before order by digest limit :most

-- name: invites_forget!
delete from invites where digest = any(:ids) and expires_at < :before
