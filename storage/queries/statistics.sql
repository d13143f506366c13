-- Counts for whoever runs a service: of cases, never of people.

-- name: cases_by_end
-- Of what residents filed in a span (what cadres raise is among offices, and counts apart): kind, unit, state, how they closed, how many; and how many of them had their answer
-- after the limit, or are past it now.
select kind, unit_id, state, closing, count(*), sum(
  case when coalesce(proposed_at, closed_at, :now) > limit_at then 1 else 0 end
)
from cases where filed_at >= :since and filed_at < :before and kind <> 'difficulty'
group by kind, unit_id, state, closing
order by kind, unit_id, state, closing

-- name: callbacks_by_answer
-- Of the call-backs drawn in a span: from what, what was answered ("open" for nothing yet), how many. An answer changes
-- nothing in how a case ended, and is counted beside it.
select drawn, coalesce(answer, 'open'), count(*)
from callbacks where dropped = 0 and drawn_at >= :since and drawn_at < :before
group by drawn, coalesce(answer, 'open')
order by drawn, coalesce(answer, 'open')
