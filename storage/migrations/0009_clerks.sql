-- Petitions that a clerk writes down: of whom a draft is, who speaks for the resident of a case, who has called before.

alter table drafts add column entry text;
alter table cases add column clerk_id bigint;
create index people_phone on people (phone) where phone <> '';
