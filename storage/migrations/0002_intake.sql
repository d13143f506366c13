-- What real people send: kinds, several matters, names, accusations, files and the jobs that fetch them.

alter table people add column phone text not null default '';
alter table people add column agent_id bigint;
alter table people add column pin_digest text not null default '';
alter table people add column pin_since bigint;
alter table people add column pin_tries bigint not null default 0;
alter table people add column pin_until bigint;
alter table people add column erased_at bigint;

alter table drafts add column kind text;
alter table drafts add column kind_other text;
alter table drafts add column kind_chosen bigint not null default 0;
alter table drafts add column accuses bigint not null default 0;
alter table drafts add column accused text not null default '[]';
alter table drafts add column hide bigint not null default 1;
alter table drafts add column files bigint not null default 0;
alter table drafts add column behalf text;

alter table petitions add column open_cases bigint not null default 1;
alter table petitions add column naming text not null default 'intake';
alter table petitions add column name text not null default '';
alter table petitions add column phone text not null default '';
alter table petitions add column way text not null default 'chat';
alter table petitions add column clerk_id bigint;
alter table petitions add column behalf text;
alter table petitions add column earlier text not null default '';
-- Until now every petition had one case.
update petitions set open_cases = 0
where exists (select 1 from cases where cases.petition_id = petitions.id and cases.state = 'closed');

alter table cases add column kind text not null default 'request';
alter table cases add column text text not null default '';
alter table cases add column held text not null default '';
alter table cases add column shielded bigint not null default 0;
alter table cases add column accused text not null default '[]';
alter table cases add column seen_from bigint;

-- The accused units of shielded cases, for the predicate of who sees which case.
create table shields (
  id bigint primary key,
  case_id bigint not null,
  unit_id bigint not null
);
create index shields_case on shields (case_id);

alter table messages add column file_id bigint;
create index messages_file on messages (chat, file_id) where file_id is not null;

create table files (
  id bigint primary key,
  person_id bigint not null,
  kind text not null,
  number bigint not null,
  at bigint not null,
  source text not null,
  ref text not null,
  name text not null,
  mime text not null,
  size bigint not null,
  seconds bigint not null,
  digest text not null,
  state text not null,
  draft_id bigint,
  petition_id bigint,
  case_id bigint,
  public bigint not null,
  version bigint not null
);
create index files_draft on files (draft_id, id) where draft_id is not null;
create index files_petition on files (petition_id, id) where petition_id is not null;
create index files_case on files (case_id, id) where case_id is not null;
create index files_digest on files (digest) where digest <> '';

create table jobs (
  id bigint primary key,
  kind text not null,
  subject_id bigint not null,
  created_at bigint not null,
  not_before bigint not null,
  state text not null,
  tries bigint not null,
  error text not null,
  version bigint not null
);
create index jobs_ready on jobs (not_before, id) where state = 'ready';
