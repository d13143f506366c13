-- Stop the service first: two tables become one.
-- Links to sign by, and those by which somebody says yes or no, are of one kind.

create table links (
  digest text primary key,
  case_id bigint not null,
  purpose text not null,
  until bigint not null,
  asked_at bigint,
  used_by bigint,
  version bigint not null
);
insert into links (digest, case_id, purpose, until, used_by, version)
  select digest, case_id, case when representative = 0 then 'sign' else 'speaker' end, until, used_by, version
  from sign_links;
insert into links (digest, case_id, purpose, until, asked_at, used_by, version)
  select digest, case_id, consent, until, asked_at, used_by, version from consent_links;
drop table sign_links;
drop table consent_links;
