-- Reception days, and who has booked them.

-- name: receptions_of_host
select r.id from receptions r
where r.host_id = :host and r.state = 'open' and r.begins_at < :before and r.ends_at > :after
order by r.begins_at, r.id

-- name: receptions_following
select r.id from receptions r
where r.series_id = :series and r.state = 'open' and r.begins_at >= :since
order by r.begins_at, r.id

-- name: receptions_ahead
select r.id from receptions r
where r.state = 'open' and r.ends_at > :now
order by r.begins_at, r.id
limit :most

-- name: receptions_run
-- The days of which the person :person runs the office: by a post over their area, or over one above it. Those that
-- are not closed come first, the nearest of them first.
select r.id from receptions r
where exists (
  select 1 from posts p join areas a on a.id = p.area_id
  where p.person_id = :person and p.active = 1 and p.unit_id is null
    and p.role in ('leader', 'dispatcher') and r.area_path like a.path || '%'
)
and (r.state = 'open' or r.ends_at > :since)
order by case when r.state = 'open' then 0 else 1 end, r.begins_at, r.id
limit :most

-- name: bookings_of
select b.key from bookings b where b.person_id = :person order by b.at desc, b.key limit :most
