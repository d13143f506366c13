-- What a brief counts: cases, never people, and none that is kept from somebody.

-- name: ending!
-- Over `c` (cases): how a closed one ended. Who was answered in another case's name, and who was refused, stands apart
-- from what was solved or answered.
case
  when c.closing in ('withdrawn', 'not_accepted') then c.closing
  when c.merged_at is not null then 'merged'
  when c.closing = 'answered' and c.outcome like '{"kind":"refused"%' then 'refused'
  else c.closing
end

-- name: briefed!
-- Over `c` (cases): what a brief counts: of the area below :path; with :unit (an id as text, '' for none) only what
-- that one has, and those below it.
{{brief_told}} and (:unit = '' or c.unit_id in (select w.id from units w where w.path like '%/' || :unit || '/%'))

-- name: brief_told!
-- Over `c` (cases): it lies below :path, and is kept from nobody.
c.shielded = 0 and c.kind <> 'difficulty' and c.area_path like :path || '%'

-- name: open_then!
-- Over `c` (cases): it was open before the moment :before, as far as its row still tells.
(c.closed_at is null or c.closed_at >= :before)

-- name: answered_at!
-- Over `c` (cases): when the running limit was kept: by an answer, or by the notice that it is not accepted.
coalesce(c.proposed_at, case when c.closing = 'not_accepted' then c.closed_at end)

-- name: brief_groups
-- By place, unit and category, in the order of casework.briefs.figures.Counts. Left unread is what was closed long ago.
select g.area_path, g.unit_id, g.category,
  sum(case when g.filed_at >= :since then 1 else 0 end),
  sum(case when g.filed_at >= :earlier and g.filed_at < :since then 1 else 0 end),
  sum(g.stands),
  sum(case when g.stands = 1 and g.limit_at < :before and (g.answered is null or g.answered >= :before)
    then 1 else 0 end),
  sum(case when g.stands = 1 and g.reopened > 0 then 1 else 0 end),
  sum(g.kept_it + g.missed_it),
  sum(g.kept_it),
  sum(case when g.way = 'solved' then 1 else 0 end),
  sum(case when g.way = 'answered' then 1 else 0 end),
  sum(case when g.way = 'settled' then 1 else 0 end),
  sum(case when g.way = 'contested' then 1 else 0 end),
  sum(case when g.way = 'no_answer' then 1 else 0 end),
  sum(case when g.way = 'withdrawn' then 1 else 0 end),
  sum(case when g.way = 'merged' then 1 else 0 end),
  sum(case when g.way = 'refused' then 1 else 0 end),
  sum(case when g.way = 'not_accepted' then 1 else 0 end)
from (
  select c.area_path, c.unit_id, c.category, c.filed_at, c.limit_at, c.reopened,
    {{answered_at}} as answered,
    case when {{open_then}} then 1 else 0 end as stands,
    case when c.closed_at >= :since and c.closed_at < :before then {{ending}} end as way,
    case when c.merged_at is null and {{answered_at}} <= c.limit_at
      and {{answered_at}} >= :since and {{answered_at}} < :before then 1 else 0 end as kept_it,
    case when c.merged_at is null and c.limit_at >= :since and c.limit_at < :before
      and ({{answered_at}} is null or {{answered_at}} > c.limit_at)
      and (c.closed_at is null or c.closed_at > c.limit_at) then 1 else 0 end as missed_it
  from cases c
  where {{briefed}} and c.filed_at < :before
    and (c.state <> 'closed' or c.closed_at >= :since or c.filed_at >= :earlier)
) g
group by g.area_path, g.unit_id, g.category
order by g.area_path, g.unit_id, g.category

-- name: brief_came
-- How many came in, by the number of the span of :length microseconds from :start on.
select (c.filed_at - :start) / :length, count(*)
from cases c where {{briefed}} and c.filed_at >= :start and c.filed_at < :before
group by (c.filed_at - :start) / :length

-- name: brief_ended
select (c.closed_at - :start) / :length, count(*)
from cases c where {{briefed}} and c.closed_at >= :start and c.closed_at < :before
group by (c.closed_at - :start) / :length

-- name: brief_stars
-- All ratings up to a moment, oldest first: by how many they are told begins with the first one.
select c.area_path, r.unit_id, r.stars, r.at
from ratings r join cases c on c.id = r.case_id
where {{brief_told}} and r.at < :before
  and (:unit = '' or r.unit_id in (select w.id from units w where w.path like '%/' || :unit || '/%'))
order by r.at, r.id

-- name: brief_heard
-- The places from which something came in a span.
select distinct c.area_id from cases c
where {{briefed}} and c.filed_at >= :start and c.filed_at < :before

-- name: brief_promised
-- What is promised until a moment, nearest first; what was merged is promised in the case that it was merged into.
select c.number, c.suffix, c.shared, c.category, c.area_id, c.promise_at
from cases c
where {{briefed}} and c.state = 'promised' and c.promise_at <= :until and c.merged_into is null
order by c.promise_at, c.id
limit :most

-- name: brief_tasks
-- Of the dated tasks that are owed: the day that counts now, nearest first; none about what is kept from somebody.
select t.area_id, t.unit_id, t.next_at
from tasks t
where t.state = 'open' and t.next_at <= :until and t.area_path like :path || '%'
  and (:unit = '' or t.unit_id in (select w.id from units w where w.path like '%/' || :unit || '/%'))
  and not exists (select 1 from cases c where c.id = t.case_id and c.shielded = 1)
order by t.next_at, t.id
limit :most

-- name: brief_kept
-- Of the cases that are kept from somebody and that the person :person may see by a post over the area: how many came
-- in, ended, and are open. Counted for that person alone.
select
  coalesce(sum(case when c.filed_at >= :since then 1 else 0 end), 0),
  coalesce(sum(case when c.closed_at >= :since and c.closed_at < :before then 1 else 0 end), 0),
  coalesce(sum(case when {{open_then}} then 1 else 0 end), 0)
from cases c
where c.shielded = 1 and c.kind <> 'difficulty' and c.area_path like :path || '%' and c.filed_at < :before
  and c.resident_id <> :person and {{unshielded}}

-- name: briefs_standing
-- The weekly briefs of a place or unit for the days before :first that stand, or that nobody has let out or kept back.
select id from briefs
where weekly = 1 and area_id = :area and public = :public and coalesce(unit_id, 0) = :unit and first < :first
  and state in ('told', 'waiting')
order by first

-- name: briefs_planned
select id from briefs where state = 'planned' order by id

-- name: ledger_page
-- What stands in the public ledger; what is kept from somebody by now, or has been taken up
-- again since, does not.
select c.area_id, l.unit_id, c.category, l.reported, l.done, l.published_at
from ledger l join cases c on c.id = l.case_id
where l.state = 'published' and c.state = 'closed' and c.shielded = 0 and c.proposed_at <= l.published_at
  and c.area_path like :path || '%'
  and (:category = '' or c.category = :category)
order by l.published_at desc, l.case_id desc
limit :most offset :start
