-- How many files a case has, and how many of them did not arrive.

alter table cases add column files bigint not null default 0;
alter table cases add column files_lost bigint not null default 0;
