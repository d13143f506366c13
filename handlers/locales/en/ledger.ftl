## The public ledger

menu-ledger = What was reported, and done
ledger-day = { $day } { $month } { $year }
ledger-all = everything
ledger-head = 📖 Reported and done: { $place }, { $category }
ledger-entry = { $place } · { $category } · { $day }
    Reported: { $reported }
    Done by { $unit }: { $done }
ledger-none = 📖 Nothing stands here yet for { $place }, { $category }. It fills when residents and offices both agree.
ledger-which = I know no place and no kind of matter of that name. Try the name of a village, or /ledger alone.
ledger-more = More
ledger-take-back = Take out { $number }
notice-ledger-asked = May others read this of { $number }? No name, the place to the village. You can have it taken out at any time.

    Reported: { $reported }
    Done: { $done }
ledger-button-yes = Yes, they may
ledger-button-no = No
ledger-button-back = Keep it out of the ledger
ledger-yes = Thank you. Somebody reads it first, so that it gives nobody away; then it stands in /ledger.
ledger-no = Good. Nobody reads it there. Nobody will ask you why.
notice-ledger-published = { $number } stands in /ledger now, in these words:

    Reported: { $reported }
    Done: { $done }
notice-ledger-kept-back = { $number } stays out of /ledger: the words would have told who it is about.
notice-ledger-check = 📖 { $number }: unit and resident agree that it stands in the public ledger. Please read: does it name anybody, or give them away?

    Reported: { $reported }
    Done: { $done }
ledger-blacked-out = Blacked out as names of others: { $names }. Is one missing, or one of them no name? Tap Other words.
notice-ledger-taken-out = { $number } is no longer in /ledger: the intake office has seen that somebody might be known by it.
staff-button-take_out_ledger = Out of the public ledger
ledger-taken-out = It is no longer in /ledger. The resident has been told.
staff-short-ledger_check = for the public ledger: please read
staff-button-offer_ledger = Into the public ledger
ledger-button-publish = Let it out
ledger-button-change = Other words
ledger-button-keep = Keep it back
ledger-offered = Thank you. The resident is asked. Without their yes nothing comes out.
ledger-published = It stands in /ledger now.
ledger-kept = It stays out of the ledger. The resident has been told.
ledger-ask-reported = What was reported, in words that give nobody away? Now it reads: { $reported }
ledger-ask-done = And what was done? Now it reads: { $done }
ledger-ask-send = This is how it will stand there:

    Reported: { $reported }
    Done: { $done }
refused-ledger-asked = The resident of this case has been asked before. Nobody is asked twice.
refused-ledger-private = This is somebody's own business, and a village knows whose. It stays out of the ledger.
refused-ledger-over = There is nothing to decide about this any more.
event-ledger_agreed = you agreed that others may read it
event-ledger_agreed-staff = the resident agreed that others may read it
event-ledger_published = it came into the public ledger
event-ledger_taken_out = it was taken out of the public ledger
