-- What comes in and goes out: inbox, outbox, leases, ids, facts.

-- name: ids_take
update id_blocks set next = next + :size where name = 'all' returning next

-- name: inbox_store!
insert into inbox (id, channel, bot, update_id, conversation, received_at, body, state, tries, error)
values (:id, :channel, :bot, :update_id, :conversation, :received_at, :body, :state, 0, :error)
on conflict (channel, bot, update_id) do nothing

-- name: inbox_claim
-- The conversations of the oldest new messages that nobody else works on: a conversation is in one batch at a time. Of
-- those that lie ahead only so many are claimed as a batch may need; the others are for whoever else looks. (The
-- inner limits keep the condition out of them: asking it claims.)
select conversation from (
  select conversation from (
    select conversation, id from inbox where state = 'new' order by id limit :ahead
  ) n group by conversation order by min(id) limit :ahead
) c where claimed(conversation) limit :most

-- name: inbox_new
select id, channel, conversation, body, tries, received_at from inbox
where state = 'new' and conversation = any(:conversations) order by id limit :most

-- name: inbox_done!
update inbox set state = 'done' where id = any(:ids) and state = 'new'

-- name: inbox_forget!
update inbox set body = '' where id = :id

-- name: inbox_failed!
update inbox set tries = tries + 1, state = :state, error = :error where id = :id and state = 'new'

-- name: inbox_purge!
delete from inbox where received_at < :before and state <> 'new'

-- name: inbox_counts
select state, count(*) from inbox group by state order by state

-- name: outbox_insert!
insert into outbox (
  id, channel, chat, method, params, upload, message_id, person_id, card, edit, priority, state, tries, not_before,
  created_at, error, broadcast_id
) values (
  :id, :channel, :chat, :method, :params, :upload, :message_id, :person_id, :card, :edit, :priority, 'pending', 0, 0,
  :created_at, '', :broadcast_id
)

-- name: outbox_supersede!
update outbox set state = 'superseded'
where chat = :chat and card = :card and state = 'pending' and tries = 0 and id < :before

-- name: outbox_pending
select id, chat, method, params, message_id, person_id, card, edit, priority, tries from outbox
where state = 'pending' and channel = :channel and not_before <= :now
order by priority, id limit :most

-- name: outbox_sent!
update outbox set state = 'sent', tries = tries + 1, not_before = 0, error = '' where id = any(:ids)

-- name: outbox_result!
-- What is to be repeated, and was held meanwhile, stays held.
update outbox set state = case when :state = 'pending' then state else :state end, tries = tries + 1, not_before = :not_before, error = :error where id = :id

-- name: outbox_erased!
-- What was on its way while its person had their data erased: the message that it shows is gone from the history.
delete from outbox where id = any(:ids) and message_id is not null
and not exists (select 1 from messages where messages.id = outbox.message_id)

-- name: outbox_chat_moved!
update outbox set chat = :new where chat = :old and state in ('pending', 'held')

-- name: outbox_counts
select state, count(*) from outbox group by state order by state

-- name: message_sent!
update messages set ref = :ref where id = :id

-- name: card_sent!
update cards set ref = :ref where key = :key and message_id = :message_id

-- name: messages_before
select id, chat, mine, at, text, buttons, case_id, replaces, ref, file_id, alarm_id, among
from messages where chat = :chat and id < :before order by id desc limit :most

-- name: messages_after
select id, chat, mine, at, text, buttons, case_id, replaces, ref, file_id, alarm_id, among
from messages where chat = :chat and id > :after order by id limit :most

-- name: files_lately
-- The files that the newest messages of a chat show.
select file_id from messages where chat = :chat and file_id is not null order by id desc limit :most

-- name: file_of_chat
-- A file that a message of the chat shows.
select
  id, person_id, kind, number, at, source, ref, name, mime, size, seconds, digest, state, draft_id,
  petition_id, case_id, public, version
from files where id = :id
and exists (select 1 from messages where messages.chat = :chat and messages.file_id = files.id)

-- name: lease_take!
insert into leases (name, holder, until) values (:name, :holder, :until)
on conflict (name) do update set holder = excluded.holder, until = excluded.until
where leases.until < :now or leases.holder = excluded.holder

-- name: lease_holder
select holder from leases where name = :lease

-- name: lease_take_over!
update leases set holder = :holder, until = :until where name = :name and holder = :dead

-- name: lease_drop!
delete from leases where name = :name and holder = :holder

-- name: fact_read
select value from facts where key = :key

-- name: fact_write!
insert into facts (key, value) values (:key, :value)
on conflict (key) do update set value = excluded.value

-- name: fact_add!
insert into facts (key, value) values (:key, :value) on conflict (key) do nothing

-- name: migrations_done
select number from migrations order by number

-- name: waiting
-- What waits at a moment of case time and of machine time: counts, and when the oldest of each began.
select
  (select count(*) from inbox where state = 'new'),
  (select count(*) from outbox where state = 'pending'),
  (select min(created_at) from outbox where state = 'pending'),
  (select count(*) from followups where state = 'pending' and due_at <= :now),
  (select min(due_at) from followups where state = 'pending' and due_at <= :now),
  (select count(*) from jobs where state = 'ready' and not_before <= :wall)

-- name: cases_open_counts
select state, count(*) from cases where state <> 'closed' group by state order by state

-- name: messages_said
-- What the service has said since a time, a page after a message.
select id, chat, at, text from messages where id > :after and mine = 0 and at >= :since order by id limit :most
