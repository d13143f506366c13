-- What the people of a survey with names were told, and what they want to be called there. Nobody was told before.

alter table surveys add column tells_names bigint not null default 0;
alter table survey_guests add column name text not null default '';

-- The briefs of units.
alter table briefs add column unit_id bigint;
drop index briefs_weekly;
create unique index briefs_weekly on briefs (area_id, public, coalesce(unit_id, 0), first) where weekly = 1;
