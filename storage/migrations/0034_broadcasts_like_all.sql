-- A broadcast is sent like all else: what is not known to have arrived goes out again, and nothing is marked before.
update outbox set state = 'pending' where state = 'sending';
update outbox set state = 'failed' where state = 'perhaps';
drop index outbox_sending;

-- Written by the version before, which may still run; nobody reads it any more.
alter table broadcasts drop column again;
alter table broadcasts add column again bigint not null default 0;
