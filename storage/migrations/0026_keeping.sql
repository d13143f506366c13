-- What is kept for a time only is found by index: nothing of it is on the way of a message.

create index drafts_unsent on drafts (id) where state not in ('open', 'filed', 'joined');
create index files_kept on files (id) where state = 'kept';
create index files_made on files (id) where state = 'kept' and number = 0 and ref = '';
create index subscriptions_left on subscriptions (key) where left_at is not null;
create index alarms_person on alarms (person_id);
