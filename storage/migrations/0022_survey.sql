-- Surveys, notes of home visits, theme tasks.

create table surveys (
  id bigint primary key,
  area_id bigint not null,
  area_path text not null,
  title text not null,
  anonymous bigint not null,
  questions text not null,
  groups text not null,
  author_id bigint,
  created_at bigint not null,
  closes_at bigint,
  epoch_at bigint not null,
  state text not null,
  approved_by bigint,
  asking bigint,
  reminding bigint,
  returned text not null,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create index surveys_state on surveys (state, id);

create table survey_guests (
  key text primary key,
  survey_id bigint not null,
  person_id bigint not null,
  step bigint not null,
  area_id bigint,
  team bigint,
  done bigint not null,
  declined bigint not null,
  version bigint not null
);
create index survey_guests_survey on survey_guests (survey_id, person_id);
create index survey_guests_person on survey_guests (person_id);

-- No column for a person, none for a moment, and a random key: see casework/surveys/model.py.
create table survey_answers (
  id bigint primary key,
  survey_id bigint not null,
  ask bigint not null,
  value text not null,
  area_id bigint,
  team bigint
);
create index survey_answers_survey on survey_answers (survey_id, ask, value);

create table survey_named (
  key text primary key,
  survey_id bigint not null,
  person_id bigint not null,
  ask bigint not null,
  value text not null,
  area_id bigint,
  team bigint,
  version bigint not null
);
create index survey_named_survey on survey_named (survey_id, ask, value);
create index survey_named_person on survey_named (person_id);

create table notes (
  id bigint primary key,
  author_id bigint not null,
  area_id bigint not null,
  area_path text not null,
  topic text not null,
  words text not null,
  at bigint not null,
  case_id bigint,
  files text not null,
  version bigint not null
);
create index notes_area on notes (area_path, id);

create table note_terms (
  id bigint primary key,
  term bigint not null,
  note_id bigint not null
);
create index note_terms_term on note_terms (term, note_id);

create table themes (
  id bigint primary key,
  area_id bigint not null,
  area_path text not null,
  category text not null,
  cases text not null,
  unit_id bigint not null,
  owner_id bigint,
  opened_at bigint not null,
  epoch_at bigint not null,
  state text not null,
  tasks text not null,
  why text not null,
  epoch bigint not null,
  fired text not null,
  version bigint not null
);
create index themes_place on themes (area_id, category, opened_at);
create index themes_state on themes (state, id);

create index cases_closing on cases (closing, closed_at);
create index cases_place on cases (area_id, category, filed_at);
