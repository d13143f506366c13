-- What residents have asked to hear, who is told of what, and what becomes of it.

-- name: subscriptions_of
select key from subscriptions where person_id = :person order by at, key

-- name: audience_counts
-- How many people an audience has, and how many of them can't be reached: few, and looked for among those alone.
select
  (
    select count(distinct person_id) from subscriptions
    where topic = any(:topics) and area_id = any(:areas) and left_at is null
  ),
  (
    select count(*) from people p where p.unreachable_at is not null and exists (
      select 1 from subscriptions s
      where s.person_id = p.id and s.topic = any(:topics) and s.area_id = any(:areas) and s.left_at is null
    )
  )

-- name: audience_next
-- The next people of an audience by their ids, all of them: with where they are reached, and whether they were told.
select p.id, p.home, p.language, p.unreachable_at,
  (select count(*) from told t where t.thing = :thing and t.person_id = p.id)
from (
  select distinct person_id from subscriptions
  where person_id > :after and topic = any(:topics) and area_id = any(:areas) and left_at is null
  order by person_id limit :most
) s join people p on p.id = s.person_id
order by p.id

-- name: audience_left
-- How many people have left an audience since a moment, and are not in it any more.
select count(distinct s.person_id) from subscriptions s
where s.left_at >= :since and s.topic = any(:topics) and s.area_id = any(:areas)
and not exists (
  select 1 from subscriptions o
  where o.person_id = s.person_id and o.topic = any(:topics) and o.area_id = any(:areas) and o.left_at is null
)

-- name: broadcasts_for
select id from broadcasts where area_id = any(:areas) and state <> 'dropped'
order by case when state in ('done', 'ended') then 1 else 0 end, id desc limit :most

-- name: broadcasts_under_way
-- Those with something to hand over, to hold, or to let go.
select id, state, held from broadcasts
where state in ('running', 'stopped', 'ended') and (state = 'running' or held = 0) order by id

-- name: broadcast_claim
select id from broadcasts where id = :id and claimed('broadcast')

-- name: told_insert!
insert into told (thing, person_id) values (:thing, :person_id)

-- name: told_of
select count(*) from told where thing = :thing and person_id = :person

-- name: broadcast_states
-- What has become of a broadcast's messages.
select state, count(*) from outbox where broadcast_id = :id and message_id is not null group by state order by state

-- name: broadcast_waiting
-- How many of its messages are with the sender, and are not known to have gone out.
select count(*) from outbox where broadcast_id = :id and state = 'pending'

-- name: outbox_move!
-- Hold what has not gone out, or let it go: it counts as new from then on. What is for the public channel goes out.
update outbox set state = :after, created_at = case when :after = 'pending' then :at else created_at end
where broadcast_id = :id and state = :before and priority = :priority
