-- Reception days and surveys may go to the county's public channel, as policies do.

alter table receptions add column public bigint not null default 0;
alter table reception_series add column public bigint not null default 0;
alter table surveys add column public bigint not null default 0;
