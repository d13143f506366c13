-- The first schema. Written in the common subset of SQLite and PostgreSQL: ids and times are bigint (times in
-- microseconds since 1970, UTC), truth values 0 and 1, JSON is text.

create table id_blocks (
  name text primary key,
  next bigint not null
);
insert into id_blocks (name, next) values ('all', 1);

-- Small settings that the running program keeps: the demo's clock, the secret of query codes.
create table facts (
  key text primary key,
  value text not null
);

-- The organisation.

-- What the programs hold in memory: 1 areas, units and routes, 2 posts. A raised version has them read it again.
create table organisation (
  id bigint primary key,
  version bigint not null
);
insert into organisation (id, version) values (1, 0);
insert into organisation (id, version) values (2, 0);

create table areas (
  id bigint primary key,
  code text not null unique,
  name text not null,
  name_en text not null,
  level text not null,
  parent_id bigint references areas (id),
  path text not null,
  aliases text not null,
  lat double precision,
  lon double precision,
  active bigint not null
);

create table units (
  id bigint primary key,
  code text not null unique,
  name text not null,
  name_en text not null,
  short text not null,
  area_id bigint not null references areas (id),
  superior_id bigint references units (id),
  path text not null,
  active bigint not null
);

create table routes (
  category text not null,
  area_id bigint not null references areas (id),
  unit_id bigint not null references units (id),
  primary key (category, area_id)
);

-- People, petitions and cases.

create table people (
  id bigint primary key,
  name text not null,
  language text not null,
  home text not null,
  created_at bigint not null,
  version bigint not null,
  unreachable_at bigint,
  away_until bigint,
  open_cases bigint not null,
  push_day text,
  pushes bigint not null,
  digest_since bigint,
  drafts_day text,
  drafts bigint not null,
  code_since bigint,
  code_tries bigint not null
);

create table addresses (
  key text primary key,
  person_id bigint not null,
  version bigint not null
);

create table posts (
  id bigint primary key,
  person_id bigint not null,
  role text not null,
  unit_id bigint,
  area_id bigint,
  title text not null,
  title_en text not null,
  grid text not null,
  active bigint not null,
  version bigint not null
);

create table unit_groups (
  key text primary key,
  unit_id bigint not null,
  language text not null,
  active bigint not null,
  version bigint not null
);

create table invites (
  digest text primary key,
  role text,
  unit_id bigint,
  area_id bigint,
  title text not null,
  title_en text not null,
  grid text not null,
  expires_at bigint not null,
  used_by bigint,
  version bigint not null
);

create table drafts (
  id bigint primary key,
  person_id bigint not null,
  conversation text not null,
  text text not null,
  created_at bigint not null,
  touched_at bigint not null,
  category text,
  area_id bigint,
  place text not null,
  lat double precision,
  lon double precision,
  offered text not null,
  state text not null,
  petition_id bigint,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);

create table petitions (
  id bigint primary key,
  number text not null,
  resident_id bigint not null,
  text text not null,
  language text not null,
  filed_at bigint not null,
  code_digest text not null,
  cases bigint not null,
  version bigint not null
);

create table cases (
  id bigint primary key,
  petition_id bigint not null,
  number text not null,
  suffix bigint not null,
  resident_id bigint not null,
  category text not null,
  area_id bigint not null,
  area_path text not null,
  place text not null,
  summary text not null,
  filed_at bigint not null,
  limit_at bigint not null,
  epoch_at bigint not null,
  state text not null,
  closing text,
  unit_id bigint,
  cadre_id bigint,
  assigned_why text not null,
  assigned_at bigint,
  accepted_at bigint,
  clock_from bigint,
  news_at bigint,
  told_at bigint,
  question text not null,
  asked_at bigint,
  visit_at bigint,
  wait_until bigint,
  wait_why text not null,
  outcome text,
  proposed_at bigint,
  promise_at bigint,
  closed_at bigint,
  reopened bigint not null,
  urged_at bigint,
  late_why text not null,
  tried text not null,
  shared bigint not null,
  stars bigint not null,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);

create table events (
  id bigint primary key,
  case_id bigint not null,
  at bigint not null,
  actor_id bigint,
  role text not null,
  kind text not null,
  data text not null,
  public bigint not null
);

create table ratings (
  id bigint primary key,
  case_id bigint not null,
  unit_id bigint,
  cadre_id bigint,
  stars bigint not null,
  at bigint not null
);

create table digest_items (
  id bigint primary key,
  person_id bigint not null,
  case_id bigint not null,
  kind text not null,
  at bigint not null,
  sent_at bigint,
  version bigint not null
);

create table conversations (
  key text primary key,
  person_id bigint not null,
  flow text not null,
  step text not null,
  data text not null,
  trail text not null,
  run bigint not null,
  draft_id bigint,
  version bigint not null
);

create table messages (
  id bigint primary key,
  chat text not null,
  mine bigint not null,
  at bigint not null,
  text text not null,
  buttons text not null,
  case_id bigint,
  replaces bigint,
  ref text not null
);

create table cards (
  key text primary key,
  message_id bigint not null,
  ref text not null,
  version bigint not null
);

create table followups (
  id bigint primary key,
  subject text not null,
  kind text not null,
  epoch bigint not null,
  round bigint not null,
  due_at bigint not null,
  state text not null
);


-- What came in, as it came: stored before anything parses it.
create table inbox (
  id bigint primary key,
  channel text not null,
  bot text not null,
  update_id bigint not null,
  conversation text not null,
  received_at bigint not null,
  body text not null,
  state text not null,
  tries bigint not null,
  error text not null,
  unique (channel, bot, update_id)
);
create index inbox_new on inbox (id) where state = 'new';
create index inbox_received on inbox (received_at);

-- What is to be sent over a channel's network: the method and its parameters as they will be posted.
create table outbox (
  id bigint primary key,
  channel text not null,
  chat text not null,
  method text not null,
  params text not null,
  message_id bigint,
  person_id bigint,
  card text not null,
  edit bigint not null,
  priority bigint not null,
  state text not null,
  tries bigint not null,
  not_before bigint not null,
  created_at bigint not null,
  error text not null
);
create index outbox_pending on outbox (channel, priority, id) where state = 'pending';
create index outbox_cards on outbox (chat, card) where state = 'pending';

-- Who may send, or poll, for a channel: one holder at a time, by the machine's clock.
create table leases (
  name text primary key,
  holder text not null,
  until bigint not null
);

-- Web chat: which browser is which address, by the digest of its cookie.
create table sessions (
  digest text primary key,
  address text not null,
  seat text not null,
  created_at bigint not null,
  seen_at bigint not null
);

create index posts_person on posts (person_id);
create index drafts_person on drafts (person_id);
create unique index petitions_number on petitions (number);
create unique index petitions_code on petitions (code_digest);
create unique index cases_petition on cases (petition_id, suffix);
create index cases_resident on cases (resident_id, id);
create index cases_number on cases (number);
create index cases_cadre on cases (cadre_id, limit_at) where state <> 'closed';
create index cases_unit on cases (unit_id, limit_at) where state <> 'closed';
create index cases_open on cases (limit_at) where state <> 'closed';
create index events_case on events (case_id, id);
create unique index ratings_case on ratings (case_id);
create index digest_waiting on digest_items (person_id, id) where sent_at is null;
create index unit_groups_unit on unit_groups (unit_id);
create index messages_chat on messages (chat, id);
create index messages_ref on messages (chat, ref) where ref <> '';
create unique index followups_once on followups (subject, kind, epoch, round);
create unique index followups_one_pending on followups (subject, kind) where state = 'pending';
create index followups_due on followups (due_at) where state = 'pending';
create index followups_subject on followups (subject) where state = 'pending';
