# What the record says: a name that was looked at, and what was erased.

event-erased = your name and numbers were taken out
event-erased-staff = the resident had name and numbers taken out
