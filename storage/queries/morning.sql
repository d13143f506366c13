-- What may concern people in the morning, looked for by list: one query for all who read at the same time. A scope is
-- that of their own posts, so that they see what lies in it; casework.morning says what of it concerns whom, and leaves
-- out what is shielded from them. The parts: when a case is due, and whether anything is asked. What is merged is its
-- master's. `:since` is the first of the moments since which something is new.

-- name: due_at!
case when c.state = 'promised' then c.promise_at else c.limit_at end

-- name: is_due!
((c.state in ('waiting', 'working') and c.limit_at <= :end) or (c.state = 'promised' and c.promise_at <= :end))

-- name: undecided!
-- Whether somebody is asked for a decision, or was: what a case's fields say at a glance.
(extension is not null or recusal is not null or objection is not null or not_accepted is not null)

-- name: asks!
-- Whether anybody is asked anything: each of casework.asked.ASKS stands here.
(c.press is not null or c.owner_asked is not null or {{undecided}})

-- name: in_paths!
-- Whether it lies in one of the areas at these paths, or below.
exists (select 1 from areas o where o.path = any(:paths) and c.area_path like o.path || '%')

-- name: standing!
-- The fields of casework.morning.Standing, in their order.
c.id, {{due_at}}, case when {{is_due}} then 1 else 0 end, case when c.state = 'waiting' then 1 else 0 end,
  case when {{asks}} then 1 else 0 end, case when {{undecided}} then 1 else 0 end,
  c.filed_at, c.assigned_at, c.resident_id, c.unit_id, c.cadre_id, c.area_path, c.shielded, c.accused

-- name: morning_own
select c.cadre_id, {{standing}}
from cases c
where c.cadre_id = any(:people) and c.state <> 'closed' and c.merged_into is null
  and ({{is_due}} or c.state = 'waiting' or c.assigned_at > :since or {{asks}})
  and {{visible for c.cadre_id}}

-- name: morning_acting
-- Those of whom they stand in for.
select r.person_id, {{standing}}
from posts r join cases c on c.cadre_id = r.acting_for
where r.person_id = any(:people) and r.active = 1 and c.state <> 'closed' and c.merged_into is null
  and ({{is_due}} or c.state = 'waiting' or c.assigned_at > :since or {{asks}})
  and {{visible for r.person_id}}

-- name: morning_owned
select c.owner_id, {{standing}}
from cases c
where c.owner_id = any(:people) and c.state <> 'closed' and c.merged_into is null and {{visible for c.owner_id}}
union all
select c.owner_asked, {{standing}}
from cases c
where c.owner_asked = any(:people) and c.state <> 'closed' and c.merged_into is null and {{visible for c.owner_asked}}

-- name: morning_units
select {{standing}}
from cases c
where c.unit_id = any(:units) and c.state <> 'closed' and c.merged_into is null
  and ({{is_due}} or (c.state = 'waiting' and c.cadre_id is null) or c.assigned_at > :since or {{asks}})

-- name: morning_areas_due
-- The fields of casework.morning.Due, in their order: of what is late over a county, which may be thousands, nothing is
-- read but the index cases_open.
select c.id, c.limit_at, c.resident_id, c.area_path, case when c.shielded = 1 then c.accused end
from cases c
where c.state <> 'closed' and c.limit_at <= :end and c.state in ('waiting', 'working') and c.merged_into is null
  and {{in_paths}}
union all
select c.id, c.promise_at, c.resident_id, c.area_path, case when c.shielded = 1 then c.accused end
from cases c
where c.state = 'promised' and c.promise_at <= :end and c.merged_into is null and {{in_paths}}

-- name: morning_areas
-- What is new or asks something, each by an index of its own: of 100,000 open cases they are few.
select {{standing}}
from cases c
where c.id in (
    select id from cases where filed_at > :since
    union select id from cases where press is not null
    union select id from cases where owner_asked is not null
    union select id from cases where state <> 'closed' and {{undecided}}
  )
  and {{in_paths}} and c.state <> 'closed' and c.merged_into is null

-- name: morning_intake
select {{standing}}
from cases c
where c.id in (
    select id from cases where filed_at > :since
    union select id from cases where unit_id is null and state = 'waiting'
    union select id from cases where state <> 'closed' and {{undecided}}
  )
  and {{in_paths}} and c.state <> 'closed' and c.merged_into is null
