-- Those above: supervision, cases that a leader owns, listed cases, deputies, and a digest for all staff.

alter table cases add column press text;
alter table cases add column owner_id bigint;
alter table cases add column owned_at bigint;
alter table cases add column owner_asked bigint;
alter table cases add column listed_until bigint;

alter table people add column deputy_id bigint;
alter table people add column deputy_asked bigint;

alter table posts add column acting_for bigint;

create index cases_pressed on cases (id) where press is not null;
create index cases_owner on cases (owner_id, id) where owner_id is not null;
create index cases_owner_asked on cases (owner_asked) where owner_asked is not null;
create index cases_listed on cases (listed_until) where listed_until is not null;
create index cases_promise on cases (promise_at) where state = 'promised';
create index cases_assigned on cases (cadre_id, assigned_at) where state <> 'closed';
create index cases_filed on cases (filed_at);
create index cases_held on cases (id) where unit_id is null and state = 'waiting';

-- Staff have a digest each working morning. What is planned at once is found by the first sweep, which puts it right.
update people set digest_since = created_at
where digest_since is null and id in (select person_id from posts where active = 1);
insert into followups (id, subject, kind, epoch, round, due_at, state)
select (select next from id_blocks where name = 'all') + row_number() over (order by p.id) - 1,
  'person:' || cast(p.id as text), 'digest', 0, 0, 0, 'pending'
from people p
where p.digest_since is not null and not exists (
  select 1 from followups f where f.subject = 'person:' || cast(p.id as text) and f.kind = 'digest'
);
update id_blocks set next = next + (select count(*) from people) where name = 'all';
