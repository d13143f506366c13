-- Units among themselves: objections to an assignment, the parts of assisting units, their thread, and the
-- difficulties that a cadre raises.

alter table cases add column unit_at bigint;
alter table cases add column objection text;
alter table cases add column objected text not null default '[]';
alter table cases add column assisting text not null default '[]';
alter table cases add column raised text;

create table parts (
  id bigint primary key,
  case_id bigint not null,
  unit_id bigint not null,
  what text not null,
  due_at bigint not null,
  asked_by bigint not null,
  asked_at bigint not null,
  epoch_at bigint not null,
  state text not null,
  cadre_id bigint,
  result text not null,
  over_at bigint,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create index parts_case on parts (case_id);
create index parts_cadre on parts (cadre_id, due_at) where state in ('asked', 'at_work');

alter table messages add column among bigint not null default 0;
