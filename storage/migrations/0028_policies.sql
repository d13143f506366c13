-- The smallest area with all those of a policy, and the days on which one that is shown holds: lists are cut after what
-- they are for. Days are counted as Python's date.toordinal does; of what is shown already they are looked at one by one.

alter table policies add column scope bigint;

create table policy_days (
  policy_id bigint primary key,
  since bigint not null,
  until bigint not null
);
insert into policy_days (policy_id, since, until) select id, 0, 9999999 from policies where state = 'shown';
