-- The record: the seals over the heads of the trails, and what is read to check both.

-- name: seal_last
select number, day, digest from seals order by number desc limit 1

-- name: seal_take!
-- The heads that have changed since the seal before, as they stand at this moment.
insert into seal_heads (number, case_id, length, link)
select cast(:number as bigint), case_id, length, link from trails where sealed < length

-- name: seal_heads_page
select case_id, length, link from seal_heads
where number = :number and case_id > :after order by case_id limit :most

-- name: seal_mark!
update trails set sealed = (
  select h.length from seal_heads h where h.number = :number and h.case_id = trails.case_id
)
where case_id in (select h.case_id from seal_heads h where h.number = :number)

-- name: seal_insert!
insert into seals (number, day, made_at, heads, digest, signature, signed_by)
values (:number, :day, :made_at, :heads, :digest, :signature, :signed_by)

-- name: seals_all
select number, day, made_at, heads, digest, signature, signed_by from seals order by number

-- name: seals_gone
select distinct h.number from seal_heads h
where not exists (select 1 from seals s where s.number = h.number) order by h.number

-- name: trails_count
select count(*) from trails

-- name: trails_page
select case_id from trails where case_id > :after order by case_id limit :most

-- name: trail_heads
select case_id, number, length, link from seal_heads where case_id = any(:ids) order by case_id, number

-- name: trail_lines
-- Trails, what seals hold of them, and their lines: one statement, so that nothing can come between them.
select
  t.case_id, t.length, t.link, t.unchained, t.sealed, t.version,
  (select max(h.length) from seal_heads h where h.case_id = t.case_id),
  coalesce(c.number, s.title), coalesce(c.suffix, 0), coalesce(c.shared, 0),
  e.id, e.case_id, e.at, e.actor_id, e.role, e.kind, e.data, e.public, e.channel, e.position, e.salt, e.digest, e.link
from trails t
left join cases c on c.id = t.case_id
left join surveys s on s.id = t.case_id
left join events e on e.case_id = t.case_id
where t.case_id = any(:ids) order by t.case_id

-- name: trails_gone
select c.id, c.number, c.suffix, c.shared from cases c
where not exists (select 1 from trails t where t.case_id = c.id) order by c.id

-- name: lines_astray
select distinct e.case_id from events e
where not exists (select 1 from trails t where t.case_id = e.case_id)
and not exists (select 1 from cases c where c.id = e.case_id) order by e.case_id
