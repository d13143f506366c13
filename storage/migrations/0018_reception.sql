-- Reception days, and who has booked a visit.

create table receptions (
  id bigint primary key,
  area_id bigint not null,
  area_path text not null,
  host_id bigint not null,
  place text not null,
  topics text not null,
  rooms text not null,
  starts text not null,
  minutes bigint not null,
  begins_at bigint not null,
  ends_at bigint not null,
  published_by bigint not null,
  published_at bigint not null,
  places text not null,
  waiting text not null,
  walk_ins text not null,
  state text not null,
  reason text not null,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create index receptions_open on receptions (begins_at) where state = 'open';

create table bookings (
  key text primary key,
  reception_id bigint not null,
  person_id bigint not null,
  state text not null,
  at bigint not null,
  number bigint not null,
  people bigint not null,
  words text not null,
  case_id bigint,
  shielded bigint not null,
  accused text not null,
  name text not null,
  phone text not null,
  clerk_id bigint,
  visitor_id bigint,
  room text not null,
  came_at bigint,
  called_at bigint,
  received_at bigint,
  matters text not null,
  version bigint not null
);
create unique index bookings_number on bookings (reception_id, number) where number > 0;
create index bookings_person on bookings (person_id, at);
