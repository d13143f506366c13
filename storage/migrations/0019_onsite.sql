-- Dated tasks.

create table tasks (
  id bigint primary key,
  what text not null,
  unit_id bigint not null,
  owner_id bigint,
  due_at bigint not null,
  next_at bigint not null,
  origin text not null,
  origin_id bigint not null,
  area_id bigint not null,
  area_path text not null,
  given_by bigint not null,
  given_at bigint not null,
  epoch_at bigint not null,
  place text not null,
  case_id bigint,
  residents text not null,
  milestones text not null,
  more text,
  state text not null,
  over_at bigint,
  news_at bigint,
  words text not null,
  files text not null,
  unproved text not null,
  why text not null,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create index tasks_owner on tasks (owner_id) where state = 'open';
create index tasks_given on tasks (given_by);
create index tasks_unit on tasks (unit_id) where state = 'open';
create index tasks_due on tasks (next_at) where state = 'open';
create index tasks_case on tasks (case_id);
create index tasks_origin on tasks (origin, origin_id);
