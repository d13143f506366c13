-- When the next alarm is due is asked after each sweep: it must not be looked for among all that is planned.
create index followups_alarms on followups (due_at) where state = 'pending' and subject like 'alarm:%';
