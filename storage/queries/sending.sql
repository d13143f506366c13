-- What a channel's sender reads. What it writes stands in traffic.sql.

-- name: outbox_ready
select id, chat, method, params, message_id, card, priority, tries, created_at, upload from outbox
where state = 'pending' and channel = :channel and not (chat = any(:held))
order by priority, id limit :most

-- name: outbox_pending_among
select id, created_at from outbox where state in ('pending', 'held') and id = any(:ids)

-- name: card_refs
select key, ref from cards where key = any(:keys)

-- name: cards_free
-- Locks what nobody else holds.
select key from cards where key = any(:keys) order by key for update skip locked

-- name: sent_files
select digest, field, file_id from sent_files where digest = any(:digests)

-- name: sent_file_keep!
insert into sent_files (digest, field, file_id) values (:digest, :field, :file_id)
on conflict (digest, field) do update set file_id = excluded.file_id

-- name: sent_files_forget!
delete from sent_files where digest = any(:digests)
