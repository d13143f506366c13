-- What may concern somebody in the morning. The parts: when a case is due, and whether anything is asked. A scope is
-- that of the reader's own posts, so that they see what lies in it, but for what is shielded from them. What is merged is its master's.

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

-- name: morning_own
select c.id, {{due_at}} as due, case when {{is_due}} then 1 else 0 end,
  case when c.assigned_at > :since then 1 else 0 end,
  case when c.state = 'waiting' or {{asks}} then 1 else 0 end
from cases c
where c.cadre_id = any(:people) and c.state <> 'closed' and c.merged_into is null
  and c.resident_id <> :person
  and ({{is_due}} or c.state = 'waiting' or c.assigned_at > :since or {{asks}})
  and {{visible}}

-- name: morning_owned
select c.id, {{due_at}} as due, case when {{is_due}} then 1 else 0 end, 0, 1
from cases c
where (c.owner_id = :person or c.owner_asked = :person) and c.state <> 'closed' and c.merged_into is null
  and c.resident_id <> :person
  and {{visible}}

-- name: morning_units
select c.id, {{due_at}} as due, case when {{is_due}} then 1 else 0 end,
  case when c.assigned_at > :since then 1 else 0 end,
  case when (c.state = 'waiting' and c.cadre_id is null) or {{asks}} then 1 else 0 end
from cases c
where c.unit_id = any(:units) and c.state <> 'closed' and c.merged_into is null
  and c.resident_id <> :person
  and ({{is_due}} or (c.state = 'waiting' and c.cadre_id is null) or c.assigned_at > :since or {{asks}})
  and {{unshielded}}

-- name: morning_area
-- Each way of concerning somebody by an index of its own: of 100,000 open cases few are late, and fewer are new.
select c.id, {{due_at}} as due, case when {{is_due}} then 1 else 0 end,
  case when c.filed_at > :since then 1 else 0 end,
  case when {{asks}} then 1 else 0 end
from cases c
where c.id in (
    select id from cases where state <> 'closed' and limit_at <= :end
    union select id from cases where state = 'promised' and promise_at <= :end
    union select id from cases where filed_at > :since
    union select id from cases where press is not null
    union select id from cases where owner_asked is not null
    union select id from cases where state <> 'closed' and {{undecided}}
  )
  and c.area_path like :path and c.state <> 'closed' and c.merged_into is null
  and c.resident_id <> :person
  and ({{is_due}} or c.filed_at > :since or {{asks}})
  and {{unshielded}}

-- name: morning_intake
select c.id, {{due_at}} as due, case when c.unit_id is null and {{is_due}} then 1 else 0 end,
  case when c.filed_at > :since then 1 else 0 end,
  case when (c.unit_id is null and c.state = 'waiting') or {{asks}} then 1 else 0 end
from cases c
where c.id in (
    select id from cases where filed_at > :since
    union select id from cases where unit_id is null and state = 'waiting'
    union select id from cases where state <> 'closed' and {{undecided}}
  )
  and c.area_path like :path and c.state <> 'closed' and c.merged_into is null
  and c.resident_id <> :person
  and {{unshielded}}
