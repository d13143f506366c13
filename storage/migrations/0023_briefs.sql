-- Briefs of figures, and the public ledger.

create index cases_closed on cases (closed_at) where closed_at is not null;

create table briefs (
  id bigint primary key,
  area_id bigint not null,
  first text not null,
  last text not null,
  at bigint not null,
  epoch_at bigint not null,
  weekly bigint not null,
  public bigint not null,
  readers text not null,
  state text not null,
  texts text not null,
  pictures text not null,
  decided_by bigint,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create unique index briefs_weekly on briefs (area_id, public, first) where weekly = 1;
create index briefs_planned on briefs (id) where state = 'planned';

create table ledger (
  case_id bigint primary key,
  unit_id bigint,
  unit_by bigint not null,
  reported text not null,
  done text not null,
  epoch_at bigint not null,
  state text not null,
  checked_by bigint,
  published_at bigint,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create index ledger_published on ledger (published_at) where state = 'published';
