-- Reviews and re-examinations, the receipt of a written reply, and what follows a case that is final.

alter table cases add column instance text not null default 'first';
alter table cases add column decisions text not null default '[]';
alter table cases add column reply text;
alter table cases add column hearing text;
alter table drafts add column follows bigint;
alter table drafts add column alike bigint;
