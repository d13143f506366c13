# Reception days: a leader sits down where people live, and receives whoever comes.

menu-reception = 🪑 Talk to a leader in person
menu-receive = Reception days

## Booking

reception-none = No reception day is announced just now. You needn't wait for one: just write here what is wrong, and someone will be on it.
reception-leader = A leader
reception-neighbour = your neighbour
reception-which-day = Which day suits you?
button-reception-day = { $date }, { $area }
button-reception-other-days = Other days
reception-which-time = { $date }: { $host } receives at { $place } ({ $area }).{ $moved }{ $about } Which time?
reception-moved = { " " }This is in place of { $date }, a holiday.
reception-topics = { " " }Topics: { $topics }.
reception-all-taken = { $date }, { $host }, { $place }: all places are taken, and { $waiting ->
    [0] nobody waits yet
    [one] 1 person waits
   *[other] { $waiting } people wait
}. Shall I put you on the list? When a place is free it's yours, and I'll write at once.
button-reception-other-times = Other times
button-reception-wait = Yes, put me on the list
reception-last = { $date }, { $time }, { $place }: { $host }. Tap, and it's booked. You may also write in a few words what it's about; that books it, too.
reception-last-wait = { $date }, { $place }: { $host }. Tap, and you're on the list. You may also write in a few words what it's about.
button-reception-book = ✅ Book it
button-reception-case = ✅ About { $number }
button-reception-else = ✅ About something else
button-reception-neighbour = For a neighbour
reception-name = What's your neighbour's name, so that the office knows whom to call?
reception-phone = Their telephone? Skip it if there is none.
reception-done = ✅ Booked.
reception-nearest = { $time } was taken just now. The nearest time is yours:
reception-on-list = All places were taken, so you're on the waiting list.
reception-booked = 🪑 { $date }, { $time }, { $place } ({ $area }): { $host } receives you. Your number: { $number }.
reception-waits = 🪑 { $date }, { $place } ({ $area }), { $host }: you're number { $position } on the waiting list. When a place is free I'll write at once.
reception-for = Booked for { $who }.
reception-case = 📄 Your { $number }: { $state }; { $unit }, by { $date }.
reception-case-over = 📄 Your { $number }: { $state } ({ $unit }). You're welcome all the same.
button-reception-pass = 🎫 Pass and calendar
button-reception-move = Another time
button-reception-cancel = I can't come
reception-pass-coming = Your pass and the entry for your calendar are on their way. Number { $number } does as well.
reception-cancel-sure = Give up number { $number }? Somebody who waits will have it.
reception-leave-sure = Leave the waiting list?
button-reception-cancel-yes = Yes, give it up
reception-cancelled = Done, thank you for saying so: somebody who waits can come now.
reception-another = Another visit, or one for a neighbour?
button-reception-another = Book a visit
reception-calendar = Reception day: number { $number }, { $host }
reception-calendar-off = Cancelled: reception day, { $host }
reception-show-pass = 🎫 Show this at the door: number { $number }.

## Reminders, and the day itself

notice-reception_tomorrow = 🪑 Tomorrow, { $time }, { $place }: { $host } receives you. Your number: { $number }. Bring what you have on paper.
notice-reception_soon = 🪑 Today, { $time }, { $place }: { $host } receives you. Your number: { $number }.
notice-reception_filled = ✅ A place is free, and it's yours: { $date }, { $time }, { $place }, { $host }. Your number: { $number }. Can't come? Tap below.
notice-reception_here = 🪑 You're checked in. Your number: { $number }. { $before ->
    [0] You're next.
    [one] 1 before you, about { $minutes } minutes. I'll write when it's your turn.
   *[other] { $before } before you, about { $minutes } minutes. I'll write when it's your turn.
}
notice-reception_next = 🪑 Number { $number }: you're next. Please stay near.
notice-reception_called = 📣 Number { $number }, it's your turn: { $room }.
notice-reception_missed = Number { $number } was called, and you weren't there. Still coming? Show your number at the door, and you'll be fitted in.
notice-reception_in_vain = No place became free at { $host }'s reception day. Sorry that you waited in vain. Just write here what it's about, or book the next day: /reception
notice-reception_off = 🪑 { $count ->
    [one] The reception day on { $date } at { $place } is called off
   *[other] These reception days{ $places ->
        [1] { " " }at { $place }
       *[other] { "" }
    } are called off: { $date }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
}: { $reason } You can book another, or just write here.
notice-reception_several_changed = 🪑 { $count } of your visits on reception days have changed.
reception-several-more = And { $count } more.
reception-several-suit = Does that suit you? If you do nothing, it stays so.
button-reception-mine = My visits
reception-and = { ", " }
reception-date-there = { $date } ({ $place })
notice-reception_changed = 🪑 Your reception day with { $host } has changed.
notice-reception_displaced = 🪑 Your reception day with { $host } has changed, and your time is gone. You now wait at the front.
reception-was = Before: { $date }, { $time }, { $place }.
reception-was-waits = Before: { $date }, { $place }.
reception-now = Now: { $date }, { $time }, { $place }. Your number: { $number }.
reception-now-waits = Now: { $date }, from { $from } to { $to }, { $place }. You're number { $position } on the waiting list.
reception-topics-now = Topics now: { $topics }.
reception-topics-any = You can come about anything now.
reception-suits = Does that suit you? If you do nothing, it stays so.
button-reception-keep = ✅ That suits me
reception-kept = ✅ Good, it stays so.
notice-reception_pass = 🎫 Number { $number }. Show this at the door.
notice-reception_calendar = 📅 For your calendar: open it on your phone.
notice-reception_taken_back = 📅 This takes { $date }, { $time } out of your calendar: open it on your phone.
notice-reception_no_pass = The pass couldn't be made. No matter: number { $number } is enough at the door.

## The public channel, once something there is not so any more

notice-reception_public_changed = 🪑 Correction: { $count ->
    [one] this reception day has changed.
   *[other] these reception days have changed.
}
reception-public-was = Before: { $date }, { $from } to { $to }, { $place } ({ $area }), { $host }.
reception-public-now = Now: { $date }, { $from } to { $to }, { $place }.
notice-reception_public_off = 🪑 Correction: { $count ->
    [one] this reception day is called off. Please don't set out for it.
   *[other] these reception days are called off. Please don't set out for them.
}
reception-public-day = · { $date }, { $from } to { $to }, { $place } ({ $area }), { $host }
reception-public-instead = Other days: write /reception to this service. Or just write to it what is wrong.

## What was said

reception-said = 📝 This is what was written down: “{ $words }”
reception-said-answered = Answered: “{ $answer }”
reception-said-promised = 📅 Promised by { $date }: “{ $answer }”
reception-right = Is that right? Tap, and it gets a number and can't get lost.
button-reception-right = ✅ That's right
button-reception-wrong = Not quite
reception-fix = How should it read? Write it here in full.
staff-card-said-there = 🚪 Said in person at a reception day, and confirmed in chat.
event-reception_heard = said at a reception day
event-reception_answered = answered at a reception day: { $words }
event-reception_promised = promised at a reception day by { $until }: { $words }

## The office

notice-reception_host = 🪑 You receive on { $date }, { $from } to { $to }, at { $place } ({ $area }).
notice-reception_day_changed = 🪑 Changed: { $host } receives on { $date }, { $from } to { $to }, at { $place } ({ $area }). Whoever it concerns knows.
notice-reception_days_changed = 🪑 Changed from { $date } on; on that day { $host } receives { $from } to { $to }, at { $place } ({ $area }). { $count ->
    [0] No announced day is concerned, only later ones.
    [one] One announced day is concerned{ $further ->
        [0] .
       *[other] , and those that are opened later.
    }
   *[other] { $count } announced days are concerned{ $further ->
        [0] .
       *[other] , and those that are opened later.
    }
} Whoever it concerns knows.
notice-reception_day_off = 🪑 { $count ->
    [one] Called off: the reception day on { $date } at { $place }
   *[other] Called off, with all that follow: { $date }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }{ $places ->
        [1] { " " }at { $place }
       *[other] { "" }
    }
}{ $ends ->
    [0] { "" }
   *[other] ; no further one is opened
}. The reason: { $reason } Whoever had booked knows.
notice-reception_opened = 🪑 Open for booking: { $host } receives on { $date }, { $from } to { $to }, at { $place } ({ $area }).{ $moved }
notice-reception_series_ended = 🪑 { $rule } at { $place }: this has ended, since the leader has no post there any more. What is announced stays. Another leader? Announce a day, and let it repeat.
notice-reception_left_out = 🪑 { $rule } at { $place }: { $date } is left out, since { $host } receives elsewhere at that time. You can announce another day for it.
notice-reception_list = 🪑 Tomorrow is reception day: { $from } to { $to }, { $place }. { $booked } have booked.
notice-reception_owed = 🪑 The reception day on { $date } is not closed: not noted as received: { $numbers }. Please say what became of them, then close the day.
notice-reception_closed = 🪑 Reception day on { $date }, { $place }: closed. { $figures }
notice-reception_promise = 🪑 Promised to number { $number } by { $until }: “{ $words }”. No unit could be given it. Please see to it yourself.
button-reception-open = Open the day

receive-none = No reception day is planned. Announce one, and residents can book.
receive-others = { $count ->
    [0] Another day?
   *[other] Other days:
}
button-reception-announce = ➕ Announce a day
receive-card = 🪑 { $date }, { $from } to { $to }, { $place } ({ $area }). { $host } receives.{ $moved }
receive-cancelled = Called off: { $reason }
receive-counts = Booked { $booked } · here { $here } · received { $received }
receive-inside = In { $room }: number { $number }
receive-next = Next: number { $number }
reception-figures = { $visitors ->
    [one] 1 visitor
   *[other] { $visitors } visitors
} in { $visits ->
    [one] 1 visit
   *[other] { $visits } visits
}, { $matters ->
    [one] 1 matter
   *[other] { $matters } matters
} ({ $joined } joined a case that runs). Answered on the spot: { $on_the_spot }. Promised by a day: { $promised }. Still to be confirmed: { $unconfirmed }. Booked: { $booked }, did not come: { $missed }.
button-receive-list = 📋 The list
button-receive-off = Call it off
button-receive-change = ✏️ Change
button-receive-repeat = 🔁 Repeat it
button-receive-end-series = End the series
button-receive-write = ✍️ { $number }: write down
button-receive-received = ✅ { $number }: received
button-receive-missed = { $number }: not there
button-receive-call = 📣 Call the next
button-receive-check = Check in
button-receive-walk_in = Not booked
button-receive-close = Close the day
button-receive-another = ✍️ Another matter
receive-list-none = Nobody has booked yet.
receive-line = { $number } { $state }
receive-state-waiting = waits
receive-state-booked = booked
receive-state-here = here
receive-state-called = in the room
receive-state-received = received
receive-state-missed = did not come
receive-state-cancelled = cancelled
receive-people = { $count } people
receive-called = 📣 Number { $number } is called.
receive-done = Number { $number } is received.
receive-done-nothing = Number { $number } is received; nothing was written down.
receive-missed = Number { $number } was not there. If they come later, check them in again.
receive-closed = The day is closed. Thank you!
receive-here = 🪑 Number { $number } is checked in. { $before ->
    [0] They are next.
    [one] 1 before them, about { $minutes } minutes.
   *[other] { $before } before them, about { $minutes } minutes.
}
receive-which = Which number? With several people: “7, 3”. A pass: open its QR code with your phone.
mistake-reception-number = Type the number, and behind it how many have come together, as in “7, 3”.
receive-how-many = How many come in together?
receive-name = Their name? Only the intake office sees it.
receive-phone = Their telephone? So that the answer reaches them.
receive-words = Number { $number }: what was said? One matter at a time, in their words.
receive-what = Number { $number }: what became of it?
receive-what-unit = It goes to the unit
receive-what-answered = Answered on the spot
receive-what-promised = Promised by a day
receive-answer = What was answered? The visitor reads it.
receive-promise = What was promised? The visitor reads it.
receive-by = By which day?
receive-sent = Number { $number } has it on their phone to confirm with a tap. Read it out as well.
receive-read-out = Please read this out: “{ $words }”
receive-right = Is that right? Ask, then tap.

receive-area = In which area? Tap one, or type its name.
mistake-reception-area = No area of yours is called so. Type its name, such as “Willow Town”.
receive-host = Who receives?
receive-place = Where? As people know it, such as “Willow Town hall, ground floor”.
receive-day = On which day?
receive-hours = From when to when? As in “9:00-11:30, 14:00-16:00”.
mistake-reception-hours = I couldn't read that as hours. Try “9:00-11:30, 14:00-16:00”.
receive-length = How long is a visit?
receive-minutes = { $count } minutes
receive-rooms = Which rooms, if several leaders or colleagues receive side by side? As in “Room 1, Room 2”.
button-receive-one-room = One room
receive-topics = Certain topics?
button-receive-any-topic = Any topic
receive-sure = { $date }, { $hours }: { $host } receives at { $place } ({ $area }). { $places ->
    [one] 1 place
   *[other] { $places } places
} of { $minutes } minutes. Residents can book at once.{ $public }
receive-public = Into the county's public channel, too? A second person has to agree.
receive-goes-public = { " " }📣 For the public channel a second person is asked.
button-receive-announce = Announce it
receive-announced = Announced. Residents can book it now. Whoever asked for such news hears of it, by day.
receive-change-what = What changes? You can change several things; whoever it concerns is told once, at the end.
receive-which-change = Change this day only, or this one and all that follow?
receive-which-off = Call off this day only, or this one and all that follow? With all of them the series ends.
receive-which-one = This day only
receive-which-all = This one and all that follow
receive-change-all = These change: { $days }{ $further ->
    [0] .
   *[other] { " " }and all that are opened later.
}
receive-change-weekday = Weekday
receive-weekday = On which days from now on? A day that was moved by itself stays where it is.
receive-change-day = Day
receive-change-hours = Hours
receive-change-length = Length of a visit
receive-change-place = Place
receive-change-rooms = Rooms
receive-change-topics = Topics
receive-change-line = { $what }: { $old } → { $new }
receive-change-counts = { $booked ->
    [0] Nobody has booked yet.
   *[other] Booked: { $booked }. Same time of day: { $kept }. Another time: { $moved }. First on the waiting list: { $waiting }. Whoever it concerns is told, and can move or cancel.
}
button-receive-change-yes = Change it, and tell them
button-receive-change-more = Something else, too
receive-changed = Changed. Whoever it concerns has been told, with the old and the new.
receive-changed-all = Changed: { $count ->
    [0] the days that are opened later
    [one] one announced day{ $further ->
        [0] { "" }
       *[other] , and those that are opened later
    }
   *[other] { $count } announced days{ $further ->
        [0] { "" }
       *[other] , and those that are opened later
    }
}. Whoever it concerns has been told, with the old and the new.
receive-repeat-how = How does it repeat?
receive-rule = { $nth ->
    [0] Every { $weekday }
    [1] Every first { $weekday } of the month
    [2] Every second { $weekday } of the month
    [3] Every third { $weekday } of the month
    [4] Every fourth { $weekday } of the month
   *[other] Every last { $weekday } of the month
}
receive-repeat-sure = { $rule }, with the same leader, place and hours. The next days:
receive-repeat-day = · { $date }
receive-repeat-moved = · { $date } ({ $holiday } is a holiday)
receive-repeat-ahead = Each opens for booking { $days ->
    [one] a day
   *[other] { $days } days
} before. You can change or call off one alone, or one and all that follow.
button-receive-repeat-yes = 🔁 Yes, repeat it
receive-repeats = 🔁 { $rule }
receive-repeats-now = It repeats from now on. I'll write when the next day opens for booking.
receive-series-sure = End the series? No further day is opened. What is announced stays, and can be called off.
button-receive-series-yes = Yes, end it
receive-series-over = The series has ended. What is announced stays.
receive-why-off = Why is it called off? Everybody who has booked reads it.
receive-off = Called off. Everybody who had booked has been told.
receive-off-all = Called off: { $count ->
    [one] one day
   *[other] { $count } days
}. No further one is opened. Everybody who had booked has been told.

## What does not work, and what does

refused-reception-over = That reception day is over or was called off. Other days: /reception. Or just write here.
refused-reception-not-today = The day is { $date }; this can be done then.
refused-reception-no-number = There is no number { $number } on this day.
refused-reception-booked = You have booked this day already. /reception shows it; there you can move it.
refused-reception-others = You can book { $most ->
    [0] no visits for others
    [one] 1 visit for others
   *[other] { $most } visits for others
} a day.
refused-reception-accuses = What you would say concerns the office that receives, so it should reach somebody above it. Just write it here: those it is about won't see it. Or book without saying what it's about.
refused-reception-no-place = All places of today are over. Come to the door, and you'll get a number.
refused-reception-full = No place is free then. What you have booked before stays. Other days: /reception
refused-reception-times-changed = The office has just changed this day. Please choose again, these are the times now:
refused-reception-begun = This day has begun, or somebody has come already, so it can't be changed any more. At the door everybody is still taken in turn.
refused-reception-changed = A colleague has changed this day in the meantime. Please look at it again: /receive
refused-reception-same = That's how it is already; nobody was told anything.
refused-reception-overlap = The leader receives on { $date } at { $place } at that time already. Please choose another time; /back goes one question back.
refused-reception-shift-past = { $date } has passed already. Choose a later one, or change this from the next reception day on.
refused-reception-repeats = This day repeats already. End that series first.
refused-reception-no-rule = The day has been moved meanwhile. Please choose again how it repeats.
refused-reception-series-over = That series has ended already.
refused-reception-past = That visit isn't ahead any more. /reception shows what you have booked.
refused-reception-waits = You're on the waiting list: there is a pass as soon as a place is yours.
refused-reception-here = Number { $number } is checked in already.
refused-reception-people = { $most } people at most come in together. The others can wait outside, or get numbers of their own.
refused-reception-nobody = Nobody waits just now.
refused-reception-rooms = All rooms are taken. First say what became of the number inside.
refused-reception-not-here = Number { $number } is not checked in.
refused-reception-not-called = Number { $number } is not in a room.
refused-reception-not-over = The day isn't over: somebody who has booked may still come.
refused-reception-inside = Number { $number } has come and is not noted as received. Please do that first.
refused-reception-no-times = With these hours and this length there is no time to book, or more than { $most }. Please choose otherwise; /back goes one question back.
refused-no-host = That leader has no post there. Please begin again.
