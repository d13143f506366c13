-- Dated tasks, where to go next, and on-site days.

-- name: tasks_own
select id from tasks where owner_id = any(:people) and state = 'open' order by next_at, id limit :most

-- name: tasks_given
select id from tasks
where given_by = :person and (state = 'open' or news_at > :since)
order by next_at, id limit :most

-- name: tasks_led
select id from tasks
where unit_id = any(:units) and state = 'open' and (next_at <= :now or owner_id is null)
order by next_at, id limit :most

-- name: tasks_over
select id from tasks
where state = 'open' and next_at <= :now and area_path like :path
order by next_at, id limit :most

-- name: tasks_there
select id from tasks where state = 'open' and area_path like :path order by next_at, id limit :most

-- name: village_facts
-- Shielded cases stand in no count: whoever plans may serve in a unit that they accuse.
select
  a.id,
  cast(coalesce(sum(case when c.state <> 'closed' then 1 else 0 end), 0) as bigint),
  cast(coalesce(sum(case when c.state <> 'closed' and c.limit_at <= :now then 1 else 0 end), 0) as bigint),
  cast(coalesce(sum(case when c.filed_at > :year_ago then 1 else 0 end), 0) as bigint)
from areas a left join cases c
  on c.area_id = a.id and c.shielded = 0 and c.merged_into is null and (c.state <> 'closed' or c.filed_at > :year_ago)
where a.level = 'village' and a.active = 1 and a.path like :path
group by a.id
order by a.id

-- name: villages_helped
-- What came by phone, by letter or at the counter, and what somebody wrote for somebody else; each once.
select h.area_id, count(*) from (
  select c.id as id, c.area_id as area_id from cases c
  where c.clerk_id is not null and c.shielded = 0 and c.merged_into is null and c.filed_at > :year_ago
    and c.area_path like :path
  union
  select c.id as id, c.area_id as area_id from petitions p join cases c on c.petition_id = p.id
  where p.behalf is not null and c.shielded = 0 and c.merged_into is null and c.filed_at > :year_ago
    and c.area_path like :path
) h
group by h.area_id
order by h.area_id

-- name: late_villages
-- Asked each morning, and so over the few that are late.
select c.area_id from cases c join areas a on a.id = c.area_id
where c.state <> 'closed' and c.limit_at <= :now and c.shielded = 0 and c.merged_into is null
  and a.level = 'village' and a.active = 1 and c.area_path like :path
group by c.area_id
having count(*) >= :least
order by c.area_id

-- name: cases_there
select c.id from cases c
where c.area_path like :path and c.state <> 'closed' and c.shielded = 0 and c.merged_into is null
order by c.limit_at, c.id
limit :most

-- name: outing_items_of_case
select i.id from outing_items i join outings o on o.id = i.outing_id
where i.case_id = :case_id and o.state = 'planned' order by i.id limit 1

-- name: outings_over
select id from outings where area_path like :path order by at desc, id desc limit :most

-- name: outings_of_team
select id from outings where replace(replace(team, '[', ','), ']', ',') like :person order by at desc, id desc limit :most
