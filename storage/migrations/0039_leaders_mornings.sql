-- What is late over a county is counted and ordered by the index alone, with what says who may know of it.
drop index cases_open;
create index cases_open on cases (
  limit_at, id, state, merged_into, area_path, resident_id, shielded, accused
) where state <> 'closed';
