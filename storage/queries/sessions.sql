-- Which browser is which address of the web chat.

-- name: session_find
select sessions.address, sessions.seen_at, coalesce(people.language, ''),
  case when exists (select 1 from posts where posts.person_id = people.id and posts.active = 1) then 1 else 0 end
from sessions
left join addresses on addresses.key = sessions.address
left join people on people.id = addresses.person_id
where sessions.digest = :digest

-- name: session_insert!
insert into sessions (digest, address, seat, created_at, seen_at) values (:digest, :address, :seat, :now, :now)

-- name: session_touch!
update sessions set seen_at = :now where digest = :digest and seen_at < :now

-- name: session_purge!
-- Sessions that have ended, and sooner those under which nobody ever wrote.
delete from sessions
where seen_at < :ended
or (seen_at < :unused and not exists (select 1 from addresses where addresses.key = sessions.address))
