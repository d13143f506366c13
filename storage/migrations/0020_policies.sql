-- Policies in plain words, the terms by which their passages are found, and what units answer again and again.

create table policies (
  id bigint primary key,
  content text not null,
  state text not null,
  written_by bigint,
  written_at bigint not null,
  epoch_at bigint not null,
  key text not null,
  decided_by bigint,
  decided_at bigint,
  why text not null,
  replaces bigint,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create index policies_state on policies (state, id);
create index policies_key on policies (key, id) where key <> '';

-- Of policies that are shown alone. A row of policy_parts for each passage: how many terms it has.
create table policy_parts (
  policy_id bigint not null,
  part bigint not null,
  length bigint not null,
  primary key (policy_id, part)
);
create table policy_terms (
  term bigint not null,
  policy_id bigint not null,
  part bigint not null,
  times bigint not null,
  length bigint not null,
  primary key (term, policy_id, part)
);
create index policy_terms_policy on policy_terms (policy_id);

create table canned_replies (
  id bigint primary key,
  unit_id bigint not null,
  title text not null,
  words text not null,
  written_by bigint not null,
  written_at bigint not null,
  dropped_at bigint,
  version bigint not null
);
create index canned_replies_unit on canned_replies (unit_id) where dropped_at is null;
