-- name: policy_terms_insert!
insert into policy_terms (term, policy_id, part, times, length) values (:term, :policy_id, :part, :times, :length)

-- name: policy_parts_insert!
insert into policy_parts (policy_id, part, length) values (:policy_id, :part, :length)

-- name: policy_days_insert!
insert into policy_days (policy_id, since, until) values (:policy_id, :since, :until)

-- name: policy_days_forget!
delete from policy_days where policy_id = :policy_id

-- name: policy_terms_forget!
delete from policy_terms where policy_id = :policy_id

-- name: policy_parts_forget!
delete from policy_parts where policy_id = :policy_id

-- name: policy_parts_all
select count(*), cast(coalesce(sum(length), 0) as bigint) from policy_parts

-- name: policy_terms_holding
select term, count(*) from policy_terms where term = any(:terms) group by term

-- name: policy_terms_found
select term, policy_id, part, times, length from policy_terms where term = any(:terms)

-- name: policies_newest
select policy_id from policy_days where since <= :day and until >= :day order by policy_id desc limit :most

-- name: policies_waiting
-- Those that wait come before those that were sent back. What was written before scopes were noted has none.
select id from policies
where state in ('waiting', 'returned')
and (written_by = :person or (state = 'waiting' and (scope is null or scope = any(:areas))))
order by state desc, id desc limit :most

-- name: policies_of_keys
select id from policies where key <> '' and key = any(:keys) and state in ('waiting', 'returned', 'shown') order by id desc

-- name: canned_of_units
select id from canned_replies where unit_id = any(:units) and dropped_at is null order by title, id limit :most
