-- What is found by other than its key.

-- name: unshielded
-- Over `c` (cases): the person :person has no post in a unit that a shielded case accuses, nor in one below it.
not (c.shielded = 1 and exists (
  select 1 from shields s, posts p join units u on u.id = p.unit_id
  where s.case_id = c.id and p.person_id = :person and p.active = 1
    and u.path like '%/' || cast(s.unit_id as text) || '/%'
))

-- name: visible
-- The one predicate of who sees which case: over `c` (cases), for the person :person. A resident sees their own; a
-- post in the case's unit sees the unit's, a head also what lies in units below; a post over an area sees the area's
-- (cadres and heads serve in units). Whoever has entered a petition for somebody sees it while they hold a post. Of a
-- shielded case nobody learns who has a post in an accused unit, or in one below it.
(
  c.resident_id = :person
  or (
    {{unshielded}}
    and (
      (c.clerk_id = :person and exists (select 1 from posts p where p.person_id = :person and p.active = 1))
      or exists (
        select 1 from posts p join units u on u.id = c.unit_id
        where p.person_id = :person and p.active = 1 and p.unit_id is not null
          and (p.unit_id = c.unit_id or (p.role = 'head' and u.path like '%/' || cast(p.unit_id as text) || '/%'))
      )
      or exists (
        select 1 from posts p join areas a on a.id = p.area_id
        where p.person_id = :person and p.active = 1 and p.unit_id is null
          and p.role in ('dispatcher', 'supervisor', 'leader', 'admin') and c.area_path like a.path || '%'
      )
      or (c.assisting <> '[]' and exists (
        select 1 from parts t join units u on u.id = t.unit_id
        join posts p on p.unit_id = u.id or (p.role = 'head' and u.path like '%/' || cast(p.unit_id as text) || '/%')
        where t.case_id = c.id and t.state <> 'dropped' and p.person_id = :person and p.active = 1
      ))
    )
  )
)

-- name: alarm_visible
-- The one predicate of who may see and take which alarm: over `a` (alarms), for the person :person. Posts over its
-- area do, but not whoever wrote it, nor who has a post in a unit that a shielded one accuses, or in one below it.
(
  a.person_id <> :person
  and exists (
    select 1 from posts p join areas o on o.id = p.area_id
    where p.person_id = :person and p.active = 1 and p.unit_id is null
      and p.role in ('duty', 'dispatcher', 'supervisor', 'leader', 'admin') and a.area_path like o.path || '%'
  )
  and not (a.shielded = 1 and exists (
    select 1 from posts p join units u on u.id = p.unit_id
    join units x on u.path like '%/' || cast(x.id as text) || '/%'
    where p.person_id = :person and p.active = 1
      and replace(replace(a.accused, '[', ','), ']', ',') like '%,' || cast(x.id as text) || ',%'
  ))
)

-- name: cases_of_resident
select c.id from cases c
where c.resident_id = :person
order by case when c.state = 'closed' then 1 else 0 end, c.id desc
limit :most

-- name: running_of
--- The same of many residents at once: some of each.
select resident_id, id from (
  select
    c.resident_id, c.id,
    row_number() over (
      partition by c.resident_id order by case when c.state = 'closed' then 1 else 0 end, c.id desc
    ) as place
  from cases c where c.resident_id = any(:keys)
) as ranked
where place <= :most
order by resident_id, place

-- name: petitions_taken
select number from petitions where number = any(:numbers)

-- name: cases_entered_for
-- The cases that a clerk has entered for whoever is reached by this number, as far as the person sees them.
select c.id from people r join cases c on c.resident_id = r.id
where r.phone = :phone and c.clerk_id is not null and {{visible}}
order by case when c.state = 'closed' then 1 else 0 end, c.id desc
limit :most

-- name: cases_of_petition
select c.id from cases c where c.petition_id = :petition order by c.suffix

-- name: cases_of_code
select c.id from petitions p join cases c on c.petition_id = p.id where p.code_digest = :digest order by c.suffix

-- name: cases_of_cadre
-- What was merged is worked on in the case that it was merged into.
select c.id from cases c
where c.cadre_id = :person and c.state <> 'closed' and c.merged_into is null
order by c.limit_at, c.id
limit :most

-- name: visible_of_cadre
select c.id from cases c
where c.cadre_id = :person and c.state <> 'closed' and c.merged_into is null and {{visible}}
order by c.limit_at, c.id
limit :most

-- name: parts_of_cadre
select p.id from parts p
where p.cadre_id = :person and p.state in ('asked', 'at_work')
order by p.due_at, p.id
limit :most

-- name: visible_case
select c.id from cases c where c.id = :case_id and {{visible}}

-- name: visible_by_number
select c.id from cases c where c.number = :number and {{visible}} order by c.suffix

-- name: visible_of_unit
-- In the order of cases_unit, so that it ends with as many as are wanted.
select c.id from cases c
where c.unit_id = :unit and c.state <> 'closed' and c.merged_into is null and c.resident_id <> :person and {{visible}}
order by c.limit_at, c.id
limit :most

-- name: visible_late
select c.id from cases c
where c.state <> 'closed' and c.merged_into is null and c.resident_id <> :person and c.limit_at <= :now
  and {{visible}}
order by c.limit_at, c.id
limit :most

-- name: visible_late_of_units
-- The same for whoever serves in units alone, and so sees few of all late cases: theirs by index, not all in turn.
-- A cross join has SQLite go from the posts on, as they stand here.
select c.id from cases c
where c.id in (
    select o.id
    from posts p cross join units u cross join cases o
    where p.person_id = :person and p.active = 1
      and (u.id = p.unit_id or (p.role = 'head' and u.path like '%/' || cast(p.unit_id as text) || '/%'))
      and o.unit_id = u.id and o.state <> 'closed' and o.limit_at <= :now
    union
    select t.case_id
    from posts p cross join units u cross join parts t
    where p.person_id = :person and p.active = 1
      and (u.id = p.unit_id or (p.role = 'head' and u.path like '%/' || cast(p.unit_id as text) || '/%'))
      and t.unit_id = u.id and t.state <> 'dropped'
    union
    select o.id from cases o where o.clerk_id = :person and o.state <> 'closed'
  )
  and c.state <> 'closed' and c.merged_into is null and c.resident_id <> :person and c.limit_at <= :now
  and {{visible}}
order by c.limit_at, c.id
limit :most

-- name: cases_from_above
-- Of those that are pressed, whoever asks sorts out their own: there are few.
select c.id from cases c
where (c.owner_id = :person or c.owner_asked = :person or c.press is not null) and c.state <> 'closed'
order by c.id

-- name: cases_listed
select c.id from cases c
where c.listed_until is not null and c.state <> 'closed' and c.resident_id <> :person and {{visible}}
order by c.listed_until, c.id
limit :most

-- name: cases_held
select c.id from cases c
where c.state = 'waiting' and c.merged_into is null and c.unit_id is null and c.resident_id <> :person and {{visible}}
order by c.limit_at, c.id
limit :most

-- name: cases_joined
select c.id from supporters s join cases c on c.id = s.case_id
where s.person_id = :person and s.left_at is null
order by case when c.state = 'closed' then 1 else 0 end, c.id desc
limit :most

-- name: supporters_after
select key from supporters
where case_id = :case_id and person_id > :after and left_at is null
order by person_id
limit :most

-- name: alike_insert!
insert into alike (term, case_id) values (:term, :case_id) on conflict (term, case_id) do nothing

-- name: alike_forget!
delete from alike where case_id = :case_id

-- name: similar
-- What is kept of a case follows its row (storage/alike.py); what must not be found is left out here once more.
select
  c.id, c.resident_id, c.category, c.area_id, c.lat, c.lon, c.filed_at, 1 + c.supporters, c.kind, p.naming,
  case when c.text <> '' then c.text else p.text end
from (
  select case_id, count(*) as shared from alike
  where term = any(:terms)
  group by case_id
  order by count(*) desc, case_id desc
  limit :most
) a
join cases c on c.id = a.case_id
join petitions p on p.id = c.petition_id
where c.state <> 'closed' and c.shielded = 0 and c.merged_into is null
order by a.shared desc, c.id desc

-- name: solved_like
select c.id
from (
  select case_id, count(*) as shared from alike
  where term = any(:terms)
  group by case_id
  having count(*) >= :least
  order by count(*) desc, case_id desc
  limit :most
) a
join cases c on c.id = a.case_id
where c.closing = 'solved' and c.shielded = 0
order by a.shared desc, c.id desc

-- name: alarms_waiting
select a.id from alarms a
where a.state in ('unanswered', 'ringing', 'taken') and (a.state <> 'taken' or a.taken_by = :person)
  and {{alarm_visible}}
order by case a.state when 'ringing' then 0 when 'unanswered' then 1 else 2 end, a.asked_at, a.id
limit :most

-- name: ratings_count
select count(*) from ratings where unit_id = :unit

-- name: ratings_sum
-- The only look at stars: a sum over the first so many, never one rating, nor with the case that it is of.
select cast(coalesce(sum(stars), 0) as bigint) from (
  select stars from ratings where unit_id = :unit order by at, id limit :most
) as first

-- name: events_of
select id, case_id, at, actor_id, role, kind, data, public, channel from (
  select id, case_id, at, actor_id, role, kind, data, public, channel
  from events where case_id = :case_id and public >= :least order by id desc limit :most
) newest order by id

-- name: events_of_kinds
select id, case_id, at, actor_id, role, kind, data, public, channel
from events where case_id = :case_id and kind = any(:kinds) order by id

-- name: looks_at_name
select e.id, e.case_id, e.at, e.actor_id, e.role, e.kind, e.data, e.public, e.channel
from cases c join events e on e.case_id = c.id
where c.resident_id = :person and e.kind = 'name_seen'
union all
select e.id, e.case_id, e.at, e.actor_id, e.role, e.kind, e.data, e.public, e.channel
from survey_guests g join events e on e.case_id = g.survey_id
where g.person_id = :person and g.name <> '' and e.kind = 'name_seen'
order by 1

-- name: digest_items_waiting
select id from digest_items where person_id = any(:people) and sent_at is null order by id

-- name: files_of_draft
select id from files where draft_id = :draft order by id

-- name: files_of_case
-- Those of the case, and those of its petition as a whole. Of a petition that has a shielded case, nobody knows which
-- of the latter belong to that: so they are shown with shielded cases only, and to the resident (:least = 1).
select id from files
where public >= :least and (
  case_id = :case_id
  or (petition_id = :petition and case_id is null and (:least = 1 or :shielded = 1 or not exists (
    select 1 from cases where cases.petition_id = :petition and cases.shielded = 1
  )))
)
order by id

-- name: papers_of_case
select key from papers where case_id = :case_id order by at, key

-- name: papers_to_hand
select d.key from papers d join cases c on c.id = d.case_id
where d.to_hand = 1 and d.handed_at is null and c.clerk_id is not null and {{visible}}
order by d.at, d.key
limit :most

-- name: case_of_message
select case_id from messages where chat = :chat and ref = :ref and case_id is not null order by id desc limit 1

-- name: arrivals
-- When something of a case arrived last in a chat, and when its owner wrote last. A channel names a message once it has
-- delivered it. A browser names none; whoever writes in it has seen what stands there.
select chat, case_id, mine, max(at) from messages
where chat = any(:keys) and at >= :since and (mine = 1 or (ref <> '' and case_id is not null))
group by chat, case_id, mine

-- name: buttons_shown
-- Which buttons stand under what a chat was shown last. Ids come from blocks: the time says which came later.
select buttons from messages where chat = :chat and mine = 0 order by at desc, id desc limit :most

-- name: message_among
select id from messages where chat = :chat and ref = :ref and among = 1 limit 1

-- name: alarm_of_message
select alarm_id from messages where chat = :chat and ref = :ref and alarm_id is not null order by id desc limit 1

-- name: followups_pending
select id, subject, kind, epoch, round, due_at, state
from followups where state = 'pending' and subject = any(:subjects) order by id for update

-- name: followups_due
-- One process sweeps at a time, so that one person gets one message of what is due at once.
-- Alarms come first, then one cadre's cases after another's: what a cadre has to hear stands in one batch. Digests come
-- last: they gather what has fallen due at the same moment.
select f.subject, f.kind, f.epoch, f.round, f.id, c.cadre_id
from followups f
left join cases c on c.id = case when f.subject like 'case:%' then cast(substr(f.subject, 6) as bigint) end
where f.state = 'pending' and f.due_at <= :now and (select claimed('sweep'))
order by
  case when f.subject like 'alarm:%' then 0 when f.subject like 'person:%' then 2 else 1 end,
  c.unit_id, c.cadre_id, f.due_at, f.id
limit :most

-- name: followups_due_at_night
-- In the quiet hours: of alarms alone.
select subject, kind, epoch, round, id, null from followups
where state = 'pending' and due_at <= :now and subject like 'alarm:%' and (select claimed('sweep'))
order by due_at, id limit :most

-- name: followups_next
-- The next of an alarm, and of anything else.
select
  (select min(due_at) from followups where state = 'pending' and subject like 'alarm:%'),
  (select min(due_at) from followups where state = 'pending' and subject not like 'alarm:%')

-- name: followups_plan!
-- A round that was void and is wanted again comes back; one that has fired never does.
insert into followups (id, subject, kind, epoch, round, due_at, state)
values (:id, :subject, :kind, :epoch, :round, :due_at, 'pending')
on conflict (subject, kind, epoch, round) do update set state = 'pending', due_at = excluded.due_at
where followups.state = 'void'

-- name: followups_move!
update followups set due_at = :due_at where id = :id and state = 'pending'

-- name: followups_end!
update followups set state = :state where id = :id and state = 'pending'
