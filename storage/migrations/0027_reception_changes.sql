-- Reception days are changed and repeated. What is said at one came by a visit.

alter table drafts add column way text not null default 'chat';

alter table receptions add column series_id bigint;
alter table receptions add column moved_from text;
create index receptions_host on receptions (host_id, ends_at) where state = 'open';

alter table bookings add column epoch bigint not null default 0;
alter table bookings add column uid text not null default '';
alter table bookings add column sequence bigint not null default 0;
alter table bookings add column entry bigint;
-- While a day is changed its numbers change hands: a number is there once in each epoch of the day.
drop index bookings_number;
create unique index bookings_number on bookings (reception_id, epoch, number) where number > 0;

create table reception_series (
  id bigint primary key,
  area_id bigint not null,
  area_path text not null,
  host_id bigint not null,
  place text not null,
  topics text not null,
  rooms text not null,
  rule text not null,
  spans text not null,
  minutes bigint not null,
  next_day text not null,
  published_by bigint not null,
  published_at bigint not null,
  state text not null,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
