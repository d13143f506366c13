-- Dated tasks.

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
