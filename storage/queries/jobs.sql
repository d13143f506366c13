-- Slow work outside of the turns, and what the folder of files may still be asked for.

-- name: jobs_waiting
select id from jobs where state = 'ready' and not_before <= :now and kind = any(:kinds) limit 1

-- name: jobs_ready
select id, kind, subject_id, created_at, not_before, state, tries, error, version
from jobs where state = 'ready' and not_before <= :now and kind = any(:kinds)
order by not_before, id limit :most for update skip locked

-- name: jobs_claim!
update jobs set not_before = :until, version = version + 1 where id = any(:ids)

-- name: jobs_release!
update jobs set not_before = :now, version = version + 1
where id = any(:ids) and not_before = :until and state = 'ready'

-- name: digests_known
select distinct digest from files where digest = any(:digests)
