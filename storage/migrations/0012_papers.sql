-- Notices in writing, each under its number, and why a case is not accepted, or should not be in somebody's opinion.

create table papers (
  key text primary key,
  number text not null,
  case_id bigint not null references cases (id),
  unit_id bigint,
  kind text not null,
  at bigint not null,
  data text not null,
  to_hand bigint not null,
  handed_at bigint,
  handed_by bigint,
  handed_how text not null,
  version bigint not null
);
create index papers_of_case on papers (case_id);
create index papers_to_hand on papers (at) where to_hand = 1 and handed_at is null;

alter table cases add column not_accepted text;
