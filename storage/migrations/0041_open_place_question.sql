-- Whether the question which of several places is meant still stands in the chat.

alter table drafts add column asks_place bigint not null default 0;
