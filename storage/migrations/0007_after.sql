-- What comes after filing: answers to what a category asks, who steps aside, and what was handed to a body above.

alter table cases add column details text not null default '[]';
alter table cases add column details_at bigint;
alter table cases add column aside text not null default '[]';
alter table cases add column addressed text not null default '';
alter table cases add column handed_up text;
