-- Dated tasks, where to go next, and on-site days.

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

-- Where to go next, and on-site days.

alter table areas add column travel_minutes bigint;
alter table areas add column people bigint;

create table outing_places (
  area_id bigint primary key,
  last_at bigint,
  outing_id bigint,
  proposed_at bigint,
  passed bigint not null,
  told_at bigint,
  version bigint not null
);

create table outings (
  id bigint primary key,
  area_id bigint not null,
  area_path text not null,
  at bigint not null,
  planned_by bigint not null,
  planned_at bigint not null,
  epoch_at bigint not null,
  meet text not null,
  leaders text not null,
  team text not null,
  units text not null,
  items text not null,
  state text not null,
  over_at bigint,
  why text not null,
  worked bigint not null,
  solved bigint,
  works text not null,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create index outings_at on outings (at);

create table outing_items (
  id bigint primary key,
  outing_id bigint not null,
  case_id bigint not null,
  coming bigint,
  named bigint,
  notes text not null,
  found text not null,
  decided text not null,
  decided_by bigint,
  decided_at bigint,
  units text not null,
  agreed text not null,
  tasks text not null,
  version bigint not null
);
create index outing_items_case on outing_items (case_id);
