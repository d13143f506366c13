-- One's own data: when a copy was last asked for.

alter table people add column exported_at bigint;
