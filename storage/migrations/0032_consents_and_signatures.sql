-- Links by which somebody without a part in a case says yes or no: the other side of a settlement, a child's guardian.

create table consent_links (
  digest text primary key,
  case_id bigint not null,
  consent text not null,
  asked_at bigint not null,
  until bigint not null,
  used_by bigint,
  version bigint not null
);

-- What a key outside of the database says of a daily seal; seals of before have none.
alter table seals add column signature text not null default '';
alter table seals add column signed_by text not null default '';
