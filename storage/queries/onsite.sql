-- Dated tasks, where to go next, and on-site days.

-- name: tasks_own
select owner_id, id from (
  select owner_id, id, row_number() over (partition by owner_id order by next_at, id) as nth
  from tasks where owner_id = any(:people) and state = 'open'
) t where nth <= :most

-- name: tasks_given
select given_by, id from (
  select given_by, id, row_number() over (partition by given_by order by next_at, id) as nth
  from tasks where given_by = any(:people) and (state = 'open' or news_at > :since)
) t where nth <= :most

-- name: tasks_led
select unit_id, id from (
  select unit_id, id, row_number() over (partition by unit_id order by next_at, id) as nth
  from tasks where unit_id = any(:units) and state = 'open' and (next_at <= :now or owner_id is null)
) t where nth <= :most

-- name: tasks_over
select area_path, id from (
  select t.area_path, t.id, row_number() over (partition by t.area_path order by t.next_at, t.id) as nth
  from tasks t
  where t.state = 'open' and t.next_at <= :now
    and exists (select 1 from areas o where o.path = any(:paths) and t.area_path like o.path || '%')
) t where nth <= :most

-- name: tasks_there
select id from tasks where state = 'open' and area_path like :path order by next_at, id limit :most

-- name: village_facts
-- Shielded cases stand in no count: whoever plans may serve in a unit that they accuse. Each count reads one index alone.
select
  a.id,
  (select count(*) from cases c
   where c.area_id = a.id and c.state <> 'closed' and c.shielded = 0 and c.merged_into is null),
  (select count(*) from cases c
   where c.area_id = a.id and c.state <> 'closed' and c.shielded = 0 and c.merged_into is null and c.limit_at <= :now),
  (select count(*) from cases c
   where c.area_id = a.id and c.shielded = 0 and c.merged_into is null and c.filed_at > :year_ago),
  (select count(*) from cases c
   where c.area_id = a.id and c.clerk_id is not null and c.shielded = 0 and c.merged_into is null
     and c.filed_at > :year_ago)
from areas a
where a.level = 'village' and a.active = 1 and a.path like :path
order by a.id

-- name: villages_behalf
-- What somebody wrote for somebody else, in a chat of their own: few petitions, so one goes from them (SQLite takes a
-- cross join in the order in which it stands).
select c.area_id, count(*) from petitions p cross join cases c
where c.petition_id = p.id and p.behalf is not null and c.clerk_id is null and c.shielded = 0 and c.merged_into is null
  and c.filed_at > :year_ago and c.area_path like :path
group by c.area_id
order by c.area_id

-- name: late_villages
-- Asked each morning, and so over the few that are late.
select c.area_id from cases c join areas a on a.id = c.area_id
where c.state <> 'closed' and c.limit_at <= :now and c.shielded = 0 and c.merged_into is null
  and a.level = 'village' and a.active = 1
  and exists (select 1 from areas o where o.path = any(:paths) and c.area_path like o.path || '%')
group by c.area_id
having count(*) >= :least
order by c.area_id

-- name: cases_there
-- From the few areas, in the order in which it stands: most villages are silent, and what is open is much.
select c.id from areas a cross join cases c
where c.area_id = a.id and a.path like :path and c.state <> 'closed' and c.shielded = 0 and c.merged_into is null
order by c.limit_at, c.id
limit :most

-- name: outing_items_of_case
select i.id from outing_items i join outings o on o.id = i.outing_id
where i.case_id = :case_id and o.state = 'planned' order by i.id limit 1

-- name: outings_over
select id from outings where area_path like :path order by at desc, id desc limit :most

-- name: outings_of_team
select id from outings where replace(replace(team, '[', ','), ']', ',') like :person order by at desc, id desc limit :most
