-- What stands before the year in the numbers of an office's notices.

alter table units add column mark text not null default '';
alter table areas add column mark text not null default '';

-- Parts of cases in which another unit leads are part of a person's load, and so a number in their row.
alter table people add column open_parts bigint not null default 0;
update people set open_parts = (
  select count(*) from parts t where t.cadre_id = people.id and t.state in ('asked', 'at_work')
);
