-- What is late over a county is read from the index alone, with what says who may know of it. A unit is listed in the order
-- of its index, also where many of its cases have one limit.
drop index cases_open;
drop index cases_unit;
create index cases_open on cases (
  limit_at, id, state, merged_into, area_path, resident_id, shielded, accused
) where state <> 'closed';
create index cases_unit on cases (unit_id, limit_at, id) where state <> 'closed';

-- The same as before, and made last: of indexes that could all be gone through, SQLite takes the newest.
drop index cases_undecided;
create index cases_undecided on cases (id) where state <> 'closed' and (
  extension is not null or recusal is not null or objection is not null or not_accepted is not null
);
