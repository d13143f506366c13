-- Cases that belong together: alike ones are found, joined, signed and merged.

alter table people add column looks_day text;
alter table people add column looks bigint not null default 0;

alter table drafts add column near text;
alter table drafts add column not_about text not null default '[]';

alter table cases add column lat double precision;
alter table cases add column lon double precision;
alter table cases add column supporters bigint not null default 0;
alter table cases add column merged text not null default '[]';
alter table cases add column merged_into bigint;
alter table cases add column merged_at bigint;
alter table cases add column joint text;
alter table cases add column telling text;
alter table cases add column not_done bigint not null default 0;

create table supporters (
  key text primary key,
  case_id bigint not null,
  person_id bigint not null,
  kind text not null,
  at bigint not null,
  representative bigint not null,
  answered text,
  draft_id bigint,
  left_at bigint,
  version bigint not null
);
create unique index supporters_case on supporters (case_id, person_id);
create index supporters_person on supporters (person_id);

create table sign_links (
  digest text primary key,
  case_id bigint not null,
  until bigint not null,
  representative bigint not null,
  used_by bigint,
  version bigint not null
);

-- The most telling pairs of characters and words of each open case, under category and place (casework.likeness).
create table alike (
  term bigint not null,
  case_id bigint not null,
  primary key (term, case_id)
);
create index alike_case on alike (case_id);
