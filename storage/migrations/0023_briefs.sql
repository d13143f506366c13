-- Briefs of figures, and the public ledger.

create index cases_closed on cases (closed_at) where closed_at is not null;
