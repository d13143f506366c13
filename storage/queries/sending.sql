-- What a channel's sender reads. What it writes stands in traffic.sql.

-- name: outbox_ready
select id, chat, method, params, message_id, card, priority, tries, created_at from outbox
where state = 'pending' and channel = :channel and not (chat = any(:held))
order by priority, id limit :most

-- name: card_refs
select key, ref from cards where key = any(:keys)

-- name: cards_free
-- Locks what nobody else holds.
select key from cards where key = any(:keys) order by key for update skip locked
