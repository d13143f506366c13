-- What residents have asked to hear, and what is told to them.

create table subscriptions (
  key text primary key,
  person_id bigint not null,
  topic text not null,
  area_id bigint not null,
  at bigint not null,
  left_at bigint,
  left_by bigint,
  version bigint not null
);
-- Read in the order of people, some at a time, without coming back to the rows.
create index subscriptions_person on subscriptions (person_id, topic, area_id, left_at);

create table broadcasts (
  id bigint primary key,
  thing text not null,
  kind text not null,
  area_id bigint not null,
  topics text not null,
  public bigint not null,
  words text not null,
  by bigint,
  at bigint not null,
  state text not null,
  asked_at bigint,
  approved_by bigint,
  approved_at bigint,
  ended_at bigint,
  after bigint not null,
  handed bigint not null,
  blocked bigint not null,
  exhausted bigint not null,
  held bigint not null,
  again bigint not null,
  tally text,
  epoch bigint not null,
  fired text not null,
  version bigint not null,
  reach text
);
create index broadcasts_under_way on broadcasts (id) where state in ('running', 'stopped', 'ended');
create index broadcasts_area on broadcasts (area_id, id);

create index people_unreachable on people (id) where unreachable_at is not null;

-- Who has been told of what: nobody twice. The county's public channel stands in it as person 0.
create table told (
  thing text not null,
  person_id bigint not null,
  primary key (thing, person_id)
);
create index told_person on told (person_id);

alter table outbox add column broadcast_id bigint;
create index outbox_broadcast on outbox (broadcast_id, state) where broadcast_id is not null;
create index outbox_sending on outbox (channel, id) where state = 'sending';
