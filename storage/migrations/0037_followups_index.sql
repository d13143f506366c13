-- Whatever looks for the pending rows of a subject finds them in followups_one_pending (subject, kind).
drop index followups_subject;
