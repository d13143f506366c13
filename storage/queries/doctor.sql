-- What the doctor looks for: numbers in rows that do not agree with what is counted, and what was left behind.

-- name: people_miscounted
select p.id from people p
where p.open_cases <> (
    select count(*) from cases c where c.cadre_id = p.id and c.state <> 'closed' and c.merged_into is null
  )
  or p.open_parts <> (select count(*) from parts t where t.cadre_id = p.id and t.state in ('asked', 'at_work'))
order by p.id

-- name: people_count_again!
update people set version = version + 1, open_cases = (
  select count(*) from cases c where c.cadre_id = people.id and c.state <> 'closed' and c.merged_into is null
), open_parts = (
  select count(*) from parts t where t.cadre_id = people.id and t.state in ('asked', 'at_work')
) where id = :id

-- name: petitions_miscounted
select p.id from petitions p
where p.open_cases <> (select count(*) from cases c where c.petition_id = p.id and c.state <> 'closed')
order by p.id

-- name: petitions_count_again!
update petitions set version = version + 1, open_cases = (
  select count(*) from cases c where c.petition_id = petitions.id and c.state <> 'closed'
) where id = :id

-- name: cases_left_behind
select c.number from cases c
where c.state <> 'closed' and c.cadre_id is not null
  and not exists (select 1 from posts p where p.person_id = c.cadre_id and p.active = 1)
order by c.id
