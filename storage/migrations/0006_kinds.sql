-- What follows from kinds: answers that the service has, and thanks, which may belong to no case.

create table answers (
  title text primary key,
  title_en text not null,
  words text not null,
  text text not null,
  text_en text not null,
  source text not null,
  category text,
  area_id bigint references areas (id)
);

-- SQLite cannot let an existing column be empty, so the table is made anew.
create table digest_items_anew (
  id bigint primary key,
  person_id bigint not null,
  case_id bigint,
  kind text not null,
  at bigint not null,
  sent_at bigint,
  version bigint not null,
  words text not null default ''
);
insert into digest_items_anew (id, person_id, case_id, kind, at, sent_at, version)
select id, person_id, case_id, kind, at, sent_at, version from digest_items;
drop table digest_items;
alter table digest_items_anew rename to digest_items;
create index digest_waiting on digest_items (person_id, id) where sent_at is null;
