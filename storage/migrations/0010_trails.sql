-- The trail of a case: by which way each event came, and how it is chained to the one before. What is older than this
-- has no chain; it is counted, so that a line that is put in among it or taken out is seen.

alter table events add column channel text not null default '';
alter table events add column position bigint not null default 0;
alter table events add column salt text not null default '';
alter table events add column digest text not null default '';
alter table events add column link text not null default '';

create table trails (
  case_id bigint primary key,
  length bigint not null,
  link text not null,
  unchained bigint not null,
  sealed bigint not null,
  version bigint not null
);
create index trails_unsealed on trails (case_id) where sealed < length;
insert into trails (case_id, length, link, unchained, sealed, version)
select c.id, 0, '', (select count(*) from events e where e.case_id = c.id), 0, 0 from cases c;

-- One seal a day, over the heads of the trails that have changed since the seal before.
create table seals (
  number bigint primary key,
  day text not null,
  made_at bigint not null,
  heads bigint not null,
  digest text not null
);
create unique index seals_day on seals (day);

create table seal_heads (
  number bigint not null,
  case_id bigint not null,
  length bigint not null,
  link text not null,
  primary key (number, case_id)
);
create index seal_heads_case on seal_heads (case_id, number);
