-- The open cases of a clerk, and the parts of a unit, are found by index.

create index cases_clerk on cases (clerk_id) where clerk_id is not null;
create index parts_unit on parts (unit_id, case_id);
