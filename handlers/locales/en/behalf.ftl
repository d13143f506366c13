# Writing for somebody else: who it is, whether they know, whether they agree.

change-behalf = For someone else
menu-for = For someone else: write it first
draft-for-other = Do you speak for someone else? Tap Change, then For someone else.
draft-behalf = 👥 For { $relation }, who agrees.
draft-behalf-unasked = They haven't said yes, so ask them first. If it is urgent, send it as what you have seen yourself.
for-words-first = First write what is wrong. Then send /for and say for whom.
for-whom = For whom do you speak?
relative-parent = a parent
relative-child = a child
relative-neighbour = a neighbour
relative-other = another person
relative-unsaid = someone else
for-myself = It is my own matter
for-name = What is their name? Only the intake office learns it. You may leave it out.
for-agreed = Do they know of it, and agree that you send it?
for-agreed-beside = Beside me, agrees
for-agreed-said = Said yes
for-agreed-unasked = Not asked yet

event-behalf = written for { $relation }, who agrees
staff-card-behalf = 👥 Written for { $relation }, who agrees.
staff-name-other = { $number } was written for { $name }. Only the intake office may know; don't pass it on to the unit.
