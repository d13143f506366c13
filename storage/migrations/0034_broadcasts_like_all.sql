-- Stop the service first: what is marked as being sent is nobody's any more, and a column goes.
-- A broadcast is sent like all else: what is not known to have arrived goes out again, and nothing is marked before.
update outbox set state = 'pending' where state = 'sending';
update outbox set state = 'failed' where state = 'perhaps';
drop index outbox_sending;
alter table broadcasts drop column again;
