-- Surveys, notes of home visits, theme tasks, and what was learned from solved cases.

-- name: survey_visible
-- Over `s` (surveys), for the person :person: `may_see` of casework/surveys/rights.py says the same of one survey.
exists (
  select 1 from posts p
  left join units u on u.id = p.unit_id
  join areas a on a.id = case when p.unit_id is null then p.area_id else u.area_id end
  join areas there on there.id = s.area_id
  where p.person_id = :person and p.active = 1 and there.path like a.path || '%'
    and (p.role in ('head', 'dispatcher', 'supervisor', 'leader', 'admin') or (p.role = 'cadre' and s.author_id = :person))
)

-- name: surveys_recent
select s.id from surveys s where s.state <> 'dropped' and {{survey_visible}} order by s.id desc limit :most

-- name: surveys_open
-- What the person :person can answer now, and has not.
select s.id from surveys s
where s.state = 'open' and s.closes_at > :now
  and not exists (select 1 from survey_guests g where g.survey_id = s.id and g.person_id = :person and g.done = 1)
order by s.id desc
limit :most

-- name: survey_audience
-- Residents whom the service knows in an area: those with a matter there, and a chat of their own.
select r.id from people r
where r.id > :after and r.home <> '' and r.unreachable_at is null and r.erased_at is null
  and exists (
    select 1 from cases c join areas a on a.id = c.area_id where c.resident_id = r.id and a.path like :path || '%'
  )
order by r.id
limit :most

-- name: survey_guests_left
select key from survey_guests
where survey_id = :survey and done = 0 and person_id > :after
order by person_id
limit :most

-- name: survey_guests_begun
select key from survey_guests
where survey_id = :survey and done = 0 and (step > 0 or area_id is not null or team is not null)
order by person_id
limit :most

-- name: survey_counts
-- How many gave which value, from where: of a survey that is named or anonymous, never both.
select ask, value, area_id, team, count(*) from survey_answers where survey_id = :survey group by ask, value, area_id, team
union all
select ask, value, area_id, team, count(*) from survey_named where survey_id = :survey group by ask, value, area_id, team

-- name: survey_values
-- What was answered to an ask, in the order of the words: no other order tells anything.
select value from (
  select value from survey_answers where survey_id = :survey and ask = :ask and value <> ''
  union all
  select value from survey_named where survey_id = :survey and ask = :ask and value <> ''
) given
order by value
limit :most

-- name: survey_photos
select value from survey_named where survey_id = :survey and ask = any(:asks) and value <> '' order by key limit :most

-- name: survey_people
-- Who answered what in a named survey, some people at a time.
select n.person_id, coalesce(g.name, ''), n.area_id, n.team, n.ask, n.value
from survey_named n
left join survey_guests g on g.survey_id = n.survey_id and g.person_id = n.person_id
where n.survey_id = :survey and n.person_id in (
  select distinct person_id from survey_named where survey_id = :survey order by person_id limit :most offset :start
)
order by n.person_id, n.ask

-- name: name_look
select id, case_id, at, actor_id, role, kind, data, public, channel from events where id = :id and kind = 'name_seen'

-- name: own_survey_answers
select n.survey_id, n.ask, n.value, coalesce(g.name, '')
from survey_named n
left join survey_guests g on g.survey_id = n.survey_id and g.person_id = n.person_id
where n.person_id = :person
order by n.survey_id, n.ask

-- name: own_survey_answers_erase!
delete from survey_named where person_id = :person

-- name: own_survey_names_erase!
update survey_guests set name = '' where person_id = :person and name <> ''

-- name: note_visible
-- Over `n` (notes), for the person :person, who serves: `may_read` of casework/notebook.py says the same of one note. What
-- belongs to a case is kept from whom that is kept.
(
  exists (select 1 from posts p where p.person_id = :person and p.active = 1)
  and (
    n.author_id = :person
    or exists (
      select 1 from posts p join areas a on a.id = p.area_id
      where p.person_id = :person and p.active = 1 and p.unit_id is null
        and p.role in ('dispatcher', 'supervisor', 'leader', 'admin') and n.area_path like a.path || '%'
    )
    or exists (
      select 1 from posts p join posts w on w.person_id = n.author_id and w.active = 1 join units u on u.id = w.unit_id
      where p.person_id = :person and p.active = 1 and p.role = 'head'
        and u.path like '%/' || cast(p.unit_id as text) || '/%'
    )
  )
  and not exists (select 1 from cases c where c.id = n.case_id and (c.resident_id = :person or not {{unshielded}}))
)

-- name: visible_note
select n.id from notes n where n.id = :note and {{note_visible}}

-- name: notes_recent
select n.id from notes n
where n.area_path like :path || '%' and (:topic = '' or n.topic = :topic) and {{note_visible}}
order by n.id desc
limit :most

-- name: notes_found
select n.id from note_terms t join notes n on n.id = t.note_id
where t.term = any(:terms) and n.area_path like :path || '%' and (:topic = '' or n.topic = :topic) and {{note_visible}}
group by n.id
order by count(*) desc, n.id desc
limit :most

-- name: harmless!
-- Over `c` (cases): a resident's, that neither hides nor accuses, and follows no other one.
(
  c.shielded = 0 and c.accused = '[]' and c.kind <> 'accusation' and c.kind <> 'difficulty' and c.merged_into is null
)

-- name: crowded_places
-- Where so many matters of one category were filed in a span that they may have one root, and nobody has asked for it
-- lately: area and category.
select c.area_id, c.category from cases c
where c.filed_at >= :since and {{harmless}} and c.instance = 'first'
  and not exists (
    select 1 from themes t join areas a on a.id = c.area_id
    where t.category = c.category and t.opened_at > :lately
      and (t.area_id = c.area_id or (t.area_id = a.parent_id and a.level = 'village'))
  )
group by c.area_id, c.category
having count(distinct c.resident_id) >= :least
order by c.area_id, c.category

-- name: crowded_towns
-- The same of the villages of one township together, where none of them has a theme of its own: township and category.
select a.parent_id, c.category from cases c join areas a on a.id = c.area_id
where c.filed_at >= :since and {{harmless}} and c.instance = 'first' and a.level = 'village' and a.parent_id is not null
  and not exists (
    select 1 from themes t join areas p on p.id = t.area_id
    where t.category = c.category and t.opened_at > :lately
      and (t.area_id = a.parent_id or (p.parent_id = a.parent_id and p.level = 'village'))
  )
group by a.parent_id, c.category
having count(distinct c.resident_id) >= :least and count(distinct c.area_id) >= :villages
order by a.parent_id, c.category

-- name: comparable_cases
-- The matters of some places and a category that may be held against each other, open ones and those that have ended:
-- nothing that hides or accuses, nor what its resident took back.
select
  c.id, c.resident_id, c.category, c.area_id, c.lat, c.lon, c.filed_at, 1 + c.supporters, c.kind, p.naming,
  case when c.text <> '' then c.text else p.text end
from cases c join petitions p on p.id = c.petition_id
where c.area_id = any(:areas) and c.category = :category and c.filed_at >= :since
  and {{harmless}} and c.instance = 'first' and coalesce(c.closing, '') <> 'withdrawn'
order by c.id desc
limit :most

-- name: themes_since
select id from themes where opened_at > :since order by id

-- name: theme_visible
-- Over `t` (themes), for the person :person: `may_see` of casework/themes.py says the same of one theme.
exists (
  select 1 from posts p left join areas a on a.id = p.area_id
  where p.person_id = :person and p.active = 1
    and (
      t.owner_id = :person
      or p.unit_id = t.unit_id
      or (
        p.unit_id is null and p.role in ('dispatcher', 'supervisor', 'leader', 'admin')
        and t.area_path like a.path || '%'
      )
    )
)

-- name: themes_recent
select t.id from themes t where {{theme_visible}}
order by case when t.state = 'open' then 0 else 1 end, t.id desc
limit :most

-- name: solved_cases
-- What residents have called solved in a span, and neither hides nor accuses; a case that was merged has the outcome of
-- another one, which tells of it.
select c.id from cases c
where c.closing = 'solved' and c.closed_at > :since and c.closed_at <= :until and c.category = any(:categories)
  and {{harmless}} and c.outcome is not null
order by c.closed_at desc, c.id desc
limit :most
