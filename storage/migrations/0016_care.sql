-- Extensions that are asked for, wishes for another cadre, call-backs, hearings, hardship, what goes upward, children.

alter table cases add column extension text;
alter table cases add column recusal text;
alter table cases add column callback_id bigint;
alter table cases add column caller_id bigint;
alter table cases add column meeting text;
alter table cases add column hardship text;
alter table cases add column upward text;
alter table cases add column child text;
alter table petitions add column guardian text not null default '';
update cases set extension = '{"days":0,"decision":"granted","plea":null}'
where exists (select 1 from events where events.case_id = cases.id and events.kind = 'date_set');

create table callbacks (
  id bigint primary key,
  case_id bigint not null,
  drawn text not null,
  unit_id bigint,
  caller_id bigint not null,
  drawn_at bigint not null,
  due_at bigint not null,
  epoch_at bigint not null,
  asked_at bigint,
  answer text,
  recorded_by bigint,
  answered_at bigint,
  dropped bigint not null,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create index callbacks_case on callbacks (case_id);

create index ratings_unit on ratings (unit_id, at);
