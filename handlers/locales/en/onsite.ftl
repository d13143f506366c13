# On-site days: where to go next, the agenda, the spot, and what residents hear.

## The list, and where to go next

menu-onsite = On-site days
outing-list = On-site days ahead:
outing-list-none = No on-site day is planned.
outing-log = The log of on-site days, the latest first:
outing-log-none = Nobody has gone anywhere yet, as far as this log knows.
outing-line-planned = 🚶 { $date }, { $time }: { $place }. { $people }
outing-line-over = ✅ { $date }: { $place }, worked { $worked } of { $count }{ $counted ->
    [0] { "" }
   *[other] , { $solved } solved a month later
}. { $people }
outing-line-off = ✖️ { $date }: { $place }, called off: “{ $why }”
outing-opener = 🚶 { $place }, { $date }
outing-button-next = Where to go next
outing-button-log = Log
outing-next = Where to go next, and why. Tap a village to plan a day there.
outing-next-none = There is nowhere to propose: somebody came everywhere lately, or a day is planned.
outing-proposal = { $at }. { $place }: { $why }
outing-why-and = ; { "" }
outing-why-silent = nobody there has written for a year
outing-why-late = { $count ->
    [one] 1 case late
   *[other] { $count } cases late
}
outing-why-open = { $count ->
    [one] 1 open case
   *[other] { $count } open cases
}
outing-why-since = nobody came for { $count } days
outing-why-never = nobody has come yet
outing-why-far = { $count } minutes away
outing-why-unhelped = { $count } petitions in a year, none by phone, at the counter or for somebody else: who can't write isn't heard
outing-why-passed = { $count ->
    [one] passed over once
   *[other] passed over { $count } times
}
outing-no-village = I don't know that village. Please write its name, as in: /onsite Maple Village

## A day

outing-card-planned =
    🚶 On-site day: { $place }, { $date }, { $time }
    Where to meet: { $meet }
outing-card-over = ✅ On-site day: { $place }, { $date }. Worked: { $worked } of { $count }{ $counted ->
    [0] { "" }
   *[other] ; solved a month later: { $solved }
}.
outing-card-off = ✖️ On-site day: { $place }, { $date }, called off: “{ $why }”
outing-card-who = Coming: { $people }. Called in: { $units }.
outing-card-were = There: { $people }. Called in: { $units }.
outing-card-promises = Promised there, and not done yet when the day was planned:
outing-meet-unsaid = not settled yet
outing-units-none = no unit
outing-line = { $at }. { $number } · { $category } · { $place }: { $what }
outing-stands-asked = the resident is asked whether to be there
outing-stands-coming = the resident is coming
outing-stands-alone = the resident isn't coming
outing-stands-decided = decided
outing-stands-missing = decided; not all units agree yet
outing-button-call = Call in a unit
outing-button-off = Call it off
outing-button-close = Close the day
outing-button-join = Lead it, too
outing-button-agenda = Agenda
outing-button-return = Back to { $place }, { $date }
outing-button-another-day = Another day
outing-button-item = Open
outing-button-note = Note here
outing-button-decide = Decide
outing-button-give = Who does what
outing-button-agree = We agree
outing-ask-day = On-site day in { $place }: on which day?
outing-ask-meet = { $place }: where do you meet? Those who come read it.
outing-ask-why = Why isn't it possible? Everybody who was to come reads it, residents, too.
outing-ask-unit = Which unit is needed there? Type part of its name.
outing-said-planned = Planned: { $place }, { $date }, { $time }. { $count ->
    [0] No case is open there: go and listen.
    [one] 1 case is on the agenda. Whoever works it comes, and the resident is asked.
   *[other] { $count } cases are on the agenda. Whoever works them comes, and the residents are asked.
}
outing-said-return = Planned: { $place }, { $date }, { $time }. On the agenda: { $count ->
    [one] 1 open case
   *[other] { $count } open cases
} and { $promises ->
    [one] 1 promise
   *[other] { $promises } promises
}. Everybody concerned has been told.
outing-said-called = { $unit } is called in.
outing-said-off = Called off. Everybody has been told why.
outing-said-closed = Closed. Worked: { $worked } of { $count }. Every resident has been told. The tasks stand in /tasks.
outing-button-move = Another day
outing-button-meet-stays = As before
outing-said-moved = Moved. Everybody concerned has been told, with the old and the new.
outing-button-calendar = 📅 For my calendar
outing-entry-coming = The entry for your calendar is on its way.
outing-calendar = On-site day in { $place }
outing-calendar-off = Called off: on-site day in { $place }

## On the spot

outing-item = 🚶 { $number } · { $category } · 📍 { $place } ({ $what })
outing-item-words = The matter: “{ $words }”
outing-item-name = Who wrote it, and agrees that you know: { $name }
outing-item-note = 📝 { $time }: { $words }{ $files ->
    [0] { "" }
   *[other] { " " }📷 { $files }
}{ $spot ->
    [0] { "" }
   *[other] { " " }📍 { $spot }
}
outing-item-decided = ⚖️ Decided: { $words }
outing-item-missing = Not agreed yet: { $units }
outing-ask-notes = { $number }: what do you find? Send words, photos, the place, as they come; late ones find their way here, too. Then tap Decide.
outing-noted = { $number }: { $count ->
    [one] 1 note is here.
   *[other] { $count } notes are here.
}
outing-ask-decided = { $number }: what is decided? The resident reads it once the day is closed.
outing-ask-what = { $number }: what is to be done?
outing-ask-who = Which unit does it?
outing-ask-by = By which day? What takes longer than { $days } days gets days on the way; whoever does it can name them.
outing-said-given = { $unit } is to do it by { $date }.
outing-said-agreed = Your unit's word is noted.

## What staff are told

notice-outing_where = 🧭 A new quarter: where to go next, and why. Tap a village to plan a day there.
notice-outing_cluster = 🧭 Several cases of one village are late. Somebody should go there:
notice-outing_planned = 🚶 You come along: on-site day in { $place }, { $date }, { $time }. Where to meet: { $meet }
notice-outing_moved = 🚶 Moved: on-site day in { $place }, now on { $date }, { $time }. Where to meet: { $meet }
outing-was = Before: { $date }, { $time }. Where to meet: { $meet }
notice-outing_called = 🚶 Your unit is needed on the spot: { $place }, { $date }, { $time }. Where to meet: { $meet }
notice-outing_joined = 🚶 { $person } leads the on-site day in { $place } ({ $date }), too. There is one agenda for all.
notice-outing_off = ✖️ The on-site day in { $place } ({ $date }) is called off: “{ $why }”
notice-outing_tomorrow = 🚶 Tomorrow, { $time }: on-site day in { $place }. Where to meet: { $meet }
notice-outing_over = 🚶 The on-site day in { $place } ({ $date }) has passed. Please close it, so that the residents hear; or call it off.
notice-outing_return = 🚶 { $place }: what was promised on { $date } isn't finished. One tap plans the return visit:
notice-outing_agree = ⚖️ { $number } ({ $place }): decided on the spot: “{ $words }” Does your unit agree?
notice-outing_agreed = ⚖️ { $number } ({ $place }): all units agree: “{ $words }”

## What residents hear

outing-button-coming = I'll be there
outing-button-not-coming = Without me
outing-button-named = Yes, they may
outing-button-unnamed = Better not
outing-ask-name = May those who come know your name?
outing-coming = Good, they'll come to you.
outing-not-coming = That's fine; they look at it all the same.
outing-named = Noted. Those who come know your name.
outing-unnamed = Noted. Those who come don't learn your name.
outing-found-nothing = see what was decided
outing-result-task = 🗓 { $by }, by { $until }: { $what }
notice-outing_invited = 🚶 { $number }: on { $day }, { $time }, officials come to your village to look at it. Do you want to be there?
notice-outing_tomorrow_resident = 🚶 { $number }: tomorrow they come about it, from { $time } on.
notice-outing_moved_resident = 🚶 { $number }: they come on { $day }, { $time }, not on { $was }, { $before }. Do you want to be there? If you don't answer, what you said stays.
notice-outing_off_resident = 🚶 { $number }: they can't come on { $day }. Why: { $why } Work on it goes on.
notice-outing_not_reached = 🚶 { $number }: they came on { $day } and didn't get to it. Work on it goes on; I keep at it.
notice-outing_result = 🚶 { $number }, on the spot. Found: { $found }. Decided: { $decided }
resident-short-outing_invited = officials come to your village
resident-short-outing_tomorrow_resident = they come tomorrow
resident-short-outing_moved_resident = they come at another time
resident-short-outing_off_resident = they can't come
resident-short-outing_not_reached = they didn't get to it
resident-short-outing_result = decided on the spot
notice-outing_entry = 📅 On-site day in { $place }, { $date }, { $time }, for your calendar: open it on your phone.
notice-outing_entry_off = 📅 This takes the on-site day in { $place } ({ $date }) out of your calendar: open it on your phone.

## The timeline

event-outing_planned = on the agenda of an on-site day on { $at }
event-outing_moved = the on-site day was moved to { $at }
event-outing_off = the on-site day was called off: { $why }
event-outing_noted = { $person } noted on the spot: { $words }
event-outing_decided = { $person } on the spot. Found: { $found } Decided: { $words }
event-outing_agreed = { $unit } agrees to what was decided on the spot
event-outing_result = on the spot. Found: { $found } Decided: { $words }

## What can't be done

refused-outing-there = A day is planned there already: here it is. Lead it, too, and there is one agenda for all.
refused-outing-over = That day is over.
refused-outing-same = That's how it is already; nobody was told anything.
refused-outing-early = That day hasn't begun yet.
refused-outing-agree = { $count ->
    [one] In one case a unit hasn't given its word yet.
   *[other] In { $count } cases a unit hasn't given its word yet.
} The agenda shows which.
refused-outing-nothing = Nothing is asked of your unit there just now.
refused-outing-unit = That unit wasn't called in. Call it in first: the button stands under the agenda.
refused-outing-leaders = Where to go next is for leaders and their office.
