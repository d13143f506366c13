-- Danger: whoever may be in it is asked, and people are rung until one of them takes it.

create table alarms (
  id bigint primary key,
  person_id bigint not null,
  conversation text not null,
  danger text,
  area_id bigint,
  area_path text not null,
  asked_at bigint not null,
  epoch_at bigint not null,
  state text not null,
  shielded bigint not null,
  accused text not null,
  place text not null,
  lat double precision,
  lon double precision,
  draft_id bigint,
  case_id bigint,
  words text not null,
  answered_at bigint,
  rung text not null,
  tried text not null,
  taken_by bigint,
  taken_at bigint,
  ending text not null,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create index alarms_open on alarms (asked_at) where state in ('unanswered', 'ringing', 'taken');

alter table conversations add column alarm_id bigint;
alter table messages add column alarm_id bigint;
