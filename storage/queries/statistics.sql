-- Counts for whoever runs a service: of cases, never of people.

-- name: cases_by_end
-- Of what residents filed in a span (what cadres raise is among offices, and counts apart): kind, unit, state, how they
-- ended, how many; and how many of them had their answer after the limit, or are past it now.
select s.kind, s.unit_id, s.state, s.ending, count(*), sum(s.behind)
from (
  select c.kind, c.unit_id, c.state, case when c.state = 'closed' then {{ending}} end as ending,
    case when coalesce(c.proposed_at, c.closed_at, :now) > c.limit_at then 1 else 0 end as behind
  from cases c where c.filed_at >= :since and c.filed_at < :before and c.kind <> 'difficulty'
) s
group by s.kind, s.unit_id, s.state, s.ending
order by s.kind, s.unit_id, s.state, s.ending

-- name: callbacks_by_answer
-- Of the call-backs drawn in a span: from what, what was answered ("open" for nothing yet), how many. An answer changes
-- nothing in how a case ended, and is counted beside it.
select drawn, coalesce(answer, 'open'), count(*)
from callbacks where dropped = 0 and drawn_at >= :since and drawn_at < :before
group by drawn, coalesce(answer, 'open')
order by drawn, coalesce(answer, 'open')
