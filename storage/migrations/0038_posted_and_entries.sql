-- Stop the service first: the version before posts a reception day in the public channel without noting it here.

-- What stands there is corrected there once it is changed or called off.
alter table receptions add column posted bigint not null default 0;
update receptions set posted = 1 where exists (
  select 1 from told where thing = 'reception:' || cast(receptions.id as text) and person_id = 0
);

-- Who has an on-site day in their calendar, and how often what stands there has become another.
alter table outings add column entries text not null default '[]';
alter table outings add column sequence bigint not null default 0;
