# Units among themselves: objections, joint work, what they write to each other, and difficulties that cadres raise.

## A unit objects to its assignment (article 23), or units can't agree (article 24)

staff-button-object_to = Not ours
staff-button-disagree = We can't agree
staff-button-decide_objection = Decide whose it is
staff-button-objection_goes = Another unit
staff-button-objection_stays = It stays
staff-button-unknown = I don't know
staff-leader-over-area = the leader over the area
staff-those-above = Somebody above
staff-ask-object = { $number }: why isn't it { $unit }'s? Whoever decides reads it, the resident doesn't. The clock runs on.
staff-ask-whose = Whose is it then? Tap a unit, type part of its name, or say that you don't know.
staff-ask-disagree = { $number }: what can't you agree on? Whoever stands above you all decides. The clock runs on.
staff-ask-stays = { $number } stays with { $unit }. Why? They read it.
staff-objected = { $number }: { $by } decides now. Until then it is yours, and the clock runs on.
staff-objected-final = { $number }: { $by } decides now, and that word ends it. Until then it is yours, and the clock runs on.
staff-disagreed = { $number }: { $by } decides now. Until then everything stays as it is, and the clock runs on.
staff-stays = { $number } stays with { $unit }. They have been told why.
staff-undisputed = { $number }: that is decided already.
staff-objection-names = They think it is for { $named }.
staff-objection-final = It is the second time, or they can't agree: your word ends it.
staff-objection-ended = That is the last word on it.
staff-card-objected = ⚖️ { $by } says it isn't theirs, and nobody has decided yet: “{ $why }”
staff-card-disagreed = ⚖️ The units can't agree. { $by }: “{ $why }”
notice-objection = ⚖️ { $by } says that { $number } ({ $place }, { $category }) isn't theirs: “{ $why }”
notice-objection-joint = ⚖️ The units at work on { $number } ({ $place }, { $category }) can't agree. { $by }: “{ $why }” Who leads?
notice-objection_waits = ⏰ Since { $since } nobody has decided whose { $number } ({ $place }, { $category }) is. { $by }: “{ $why }”
notice-objection_waits-joint = ⏰ Since { $since } the units at work on { $number } ({ $place }, { $category }) wait for a word. { $by }: “{ $why }” Who leads?
notice-objection_approved = ⚖️ { $number } ({ $place }) goes to { $decided }.
notice-objection_refused = ⚖️ { $number } ({ $place }) stays with { $decided }. The clock has run on: { $left }.
notice-objection_climbed = Nobody has decided yet whose { $number } ({ $place }) is. { $person } has been asked now; until then it is yours.
staff-short-objection = whose is it? You decide
staff-short-objection_waits = still undecided: whose is it?
staff-short-objection_approved = it goes to another unit, as you said
staff-short-objection_refused = it stays with you
staff-short-objection_climbed = whose it is has gone further up
event-objected = { $unit }: not theirs, they say. { $why }
event-disagreed = { $unit } doesn't agree: { $why }
event-objection_approved = decided: it goes to { $unit }. { $why }
event-objection_refused = decided: it stays with { $unit }. { $why }
event-objection_climbed = nobody had decided whose it is: those above were told
refused-objected-enough = Whose it is has been said for good. What is in the way? Your head can help.
refused-objection-late = The days for saying so are over. Your head can still speak to the intake office.
refused-unit-has-it = That unit has it already. Please name another.
refused-pushed-down = A bureau can't give its work to a township by itself. The intake office can decide it: please ask there.

## Joint work: the lead answers to the resident, each assisting unit has its part

staff-button-add_unit = Add a unit
staff-button-part = Part of { $assisting }
part-button-accept = Accept
part-button-report = Report the result
part-button-hand = Assign to
part-button-drop = Take it back
part-asked = nobody has accepted it yet
part-at_work = being worked on
part-reported = reported
part-dropped = taken back
part-over = over with the case
staff-ask-assisting = { $number } ({ $category }, { $place }): which unit assists? { $unit } still answers to the resident. Tap, or type part of its name.
staff-ask-part = What is its part? In plain words, without names; the resident doesn't read it.
staff-ask-part-day = By which day? The clock of the lead runs on.
staff-ask-part-report = { $number }, your part “{ $what }”: what came of it? The lead reads it, the resident doesn't.
staff-ask-alone = { $units } still owe their part. Why answer without it? The units read it, the resident doesn't.
staff-and = , { "" }
staff-part-added = { $number }: { $assisting } has its part, by { $date }. Both units have been told.
staff-part-dropped = { $number }: { $assisting } doesn't assist any more, and sees it no longer.
staff-part-handed = { $number }: the part is with { $person } now.
staff-part-reported = { $number }: the lead has your report. Thank you!
staff-part-card =
    🤝 { $number } · { $category } · 📍 { $place }
    { $assisting } assists { $unit }.
    What to do: { $what }
    The matter: “{ $words }”
staff-part-by = ⏰ By { $date } ({ $days }): { $standing }, { $holder }.
staff-part-result = Reported: { $result }
staff-part-line = 🤝 { $assisting }: { $what } By { $date } ({ $days }), { $standing }.
staff-part-line-over = 🤝 { $assisting }: { $what } { $standing }. { $result }
staff-parts = { $count ->
    [one] And one part for another unit's case:
   *[other] And { $count } parts for other units' cases, nearest day first:
}
staff-parts-line = { $number } · { $place } · { $what } · { $days }
notice-part_added = 🤝 Another unit needs you: your part, please.
notice-part_handed = 🤝 A colleague has given you this part.
notice-part_accept = ⏰ Nobody at { $assisting } has accepted its part yet.
notice-part_due = ⏰ Due by { $date }: the part of { $assisting }.
notice-part_late_own = ⚠️ Late, and those above are being told. Report what there is, or say to the units what is in the way.
notice-part_late = ⚠️ { $number } ({ $place }): the part of { $assisting } is late ({ $days }). { $holder } has it: “{ $what }”
notice-part_given = 🤝 { $number } ({ $place }): { $assisting } assists you, by { $date }: “{ $what }” The answer to the resident stays yours.
notice-part_accepted = 🤝 { $number } ({ $place }): { $holder } of { $assisting } has accepted the part.
notice-part_reported = 🤝 { $number } ({ $place }): { $assisting } reports: “{ $result }”
notice-part_over = { $number } ({ $place }) is closed; your part isn't needed any more. Thank you!
notice-part_dropped = { $number } ({ $place }): the part of { $assisting } isn't needed any more. Nothing is left to do.
staff-short-part_added = a part for your unit
staff-short-part_handed = a part for you
staff-short-part_accept = nobody has accepted the part yet
staff-short-part_due = a part is due
staff-short-part_late_own = your part is late
staff-short-part_late = a part is late
staff-short-part_given = another unit assists
staff-short-part_accepted = a part was accepted
staff-short-part_reported = a part was reported
staff-short-part_over = closed: the part isn't needed any more
staff-short-part_dropped = the part isn't needed any more
event-part_added = { $unit } assists, by { $until }: { $what }
event-part_accepted = { $unit } has accepted its part
event-part_handed = { $unit } has given its part to a colleague
event-part_offered = { $unit } finds somebody else for its part
event-part_reported = { $unit } reports: { $result }
event-part_dropped = { $unit } doesn't assist any more
event-answered_alone = answered before all parts were in: { $why }
refused-unit-leads = That unit has the case already: it leads.
refused-unit-assists = That unit has a part already that it still owes.
refused-part-over = That part is settled. /cases shows what is still yours.
refused-parts-open = { $count ->
    [one] One unit still owes its part.
   *[other] { $count } units still owe their part.
} Open the case and propose again: you'll be asked why it can't wait.

## What units write to each other

staff-button-note = To the units
staff-reply-note = To the units
staff-ask-note = { $number }: what do you want to write to the other units? Words, photos, papers. The resident never sees it.
staff-noted-units = { $number }: the units have it. The resident doesn't see it.
staff-files-alone = a file, see below
notice-noted = 💬 { $number }, { $by } ({ $person }): { $words }
staff-short-noted = a word from the other units
event-noted = 💬 { $unit } to the units: { $words }

## A cadre whistles

kind-difficulty = a difficulty among offices
menu-whistle = Raise what I can't solve here
staff-button-raise_difficulty = Whistle for help
staff-button-whistle = Raise it
staff-ask-whistle-unit = Which unit can solve it? Tap, or type part of its name. It has to answer you as it answers a resident.
staff-ask-whistle = What can't you solve, and what do you need of them? In plain words, without names; photos and papers as well.
staff-difficulty-shown =
    📣 To { $unit }: “{ $words }”
    They must take it up and answer within { $days } days. You say whether it is solved.
staff-difficulty-raised = 📣 { $number } is with { $unit }. You hear by { $date } who has it. It stands among your own matters: /my
staff-card-raised = 📣 Raised by { $by }, who can't solve it. Whoever raised it says whether it is solved.
staff-why-raised = A unit below can't solve it, and has named you.
staff-button-ask-difficulty = Ask back
staff-asked-difficulty = Asked. The clock of { $number } runs on.
staff-told-difficulty = They have been told.
staff-proposed-difficulty = Sent. Whoever raised it says now whether it is solved.
notice-accepted-difficulty = 📣 { $number }: { $person } of { $unit } is on it. An answer comes by { $date }. Anything to add? Just send it here.
notice-late_resident-difficulty = 📣 { $number } is late at { $unit }. Those above both of you are being told.
notice-reminded_confirm-difficulty = 📣 { $number } has an answer. Is it solved?
path-difficulty = How it goes: they look into it, and answer you.
was-it-done-difficulty = Is it solved?
difficulty-solved = 📣 { $number } is settled. Thank you for saying so!
goes-on-difficulty = { $number } goes on at the unit, and those above both of you know. An answer comes by { $date }.
notice-added-difficulty = Added to { $number } by whoever raised it: “{ $words }”
notice-answered-difficulty = An answer on { $number } from whoever raised it: “{ $words }”
notice-urged-difficulty = Whoever raised { $number } ({ $place }) asks how it is going. One line of progress helps.
notice-judged-half-difficulty = { $number } ({ $place }): half solved, says whoever raised it. It goes on.
notice-judged-not_done-difficulty = { $number } ({ $place }): not solved, says whoever raised it. It goes on.
notice-closed_solved-difficulty = { $number } ({ $place }): solved, says whoever raised it. Thank you!
notice-withdrawn-difficulty = { $number } ({ $place }): whoever raised it has taken it back. Nothing more to do.
notice-late_head-no-more-difficulty = ⚠️ { $number } is { $late }. { $person } says: { $reason }. Choose: reassign, or take it. Whoever raised it knows.
notice-late_head-unsaid-no-more-difficulty = ⚠️ { $number } is { $late }. { $person } hasn't said why. Choose: reassign, or take it. Whoever raised it knows.
notice-late_head-waiting-difficulty = ⚠️ { $number } is { $late }, and nobody at { $unit } has taken it. Choose: assign it, or take it. Whoever raised it knows.
notice-difficulty_unsolved = 📣 { $number } ({ $place }): { $by } says that { $unit } has not solved it. You stand above both.
notice-difficulty_late = 📣 { $number } ({ $place }): { $unit } owes { $by } an answer, { $left }. You stand above both.
staff-short-difficulty_unsolved = not solved, says the unit below
staff-short-difficulty_late = an answer to a unit below is late
event-raised = { $unit } raised it
event-difficulty_raised = raised with { $unit } as { $number }
refused-not-upward = A difficulty goes to a unit of your own place or of one above it, never down or to a neighbour. The intake office can add a neighbour to a case.
refused-unit-staff-only = That is for those who serve in a unit.

## Who may do what, for administrators (docs/permissions.md)

relation-assisting = who assists
relation-assisting-means = everyone with a post in a unit that has a part of the case, or who leads a unit above that
right-object_to = say that the case isn't the unit's
right-object_to-if = by somebody with a post in that very unit; nothing waits to be decided; nobody looks at a decision again; within the working days for it, twice at most
right-decide_objection = decide whose the case is
right-decide_objection-if = it waits to be decided; the first time by posts over the area, a final word by whoever leads a unit above all that are in dispute, or by the supervisor, leader or administrator; never by who objected
right-add_unit = have another unit assist
right-add_unit-if = a unit has it; a head must lead a unit above both, and gives no work of a bureau to a township
right-drop_unit = take a unit's part back
right-drop_unit-if = units assist; a head must lead a unit above both
right-disagree = say that the units can't agree
right-disagree-if = units assist, and nothing waits to be decided
right-note = write to the units
right-note-if = units assist
right-accept_part = accept the part of one's unit
right-hand_part = hand the part of one's unit to a colleague
right-report_part = report the part that one has accepted
right-raise_difficulty = raise a difficulty about the case
