# What staff read: cadres, heads, dispatchers and those above; and units' group chats.

## The card of a case

staff-card =
    { $number } · { $category }
    📍 { $place }
    “{ $words }”
    Filed { $filed } · { $state }
staff-card-with = With { $person }, { $unit }.
staff-card-nobody = At { $unit }, with nobody yet.
staff-card-accept-by = ⏰ To be taken by { $limit } ({ $left }).
staff-card-answer-by = ⏰ Written answer by { $limit } ({ $left }).
staff-card-promised = ⏰ Promised by { $date }.
staff-card-question = Asked, no answer yet: { $question }
staff-card-visit = Visit: { $date }, { $time }.
staff-card-wait = Waiting until { $date }: { $why }
staff-card-late = Late because: { $why }
staff-card-unreachable = 📵 The resident can't be reached in chat any more. Try a visit.
staff-line = { $number } · { $place } · { $category } · { $left }

staff-history = History of { $number }
staff-why-grid = Assigned by place: it lies in that cadre's grid.
staff-why-load = Assigned by load: that cadre had the fewest open cases.
staff-why-head = Assigned to the head: no cadre of the unit was free.
staff-why-handed = Assigned by a colleague.
staff-why-nobody = Nobody in the unit was free to take it.

## Buttons

staff-button-accept = Accept
staff-button-decline = Decline
staff-button-explain_late = Why it's late
staff-button-ask = Ask the resident
staff-button-progress = Progress
staff-button-visit = Visit
staff-button-hand_to = Assign to
staff-button-propose = Propose outcome
staff-button-wait = Wait
staff-button-need_help = Need help
staff-button-take_over = I'll take it
staff-button-set_date = Set a date
staff-button-send_to_unit = Send to a unit
staff-button-other_unit = Another unit
staff-button-full = Read it all
staff-button-history = History
staff-button-more = More
staff-button-less = Back
staff-button-working = Working
staff-button-remind = Remind me { $date }
staff-button-reassign = Reassign
staff-button-back = I'm back at work
staff-button-send = Send it

## Questions

staff-ask-decline = { $number }: why can't you take it? One line; your head reads it, the resident doesn't.
staff-ask-question = { $number }: what do you want to ask? The resident gets it word for word. The clock runs on.
staff-ask-help = { $number }: what do you need, and from whom? Your head reads it at once.
staff-ask-late = { $number }: what's in the way? One line. Your head and the resident can read it.
staff-ask-news = { $number }: what's new? The resident reads it as you write it.
staff-ask-step = And what comes next?
staff-ask-step-day = About when? Tap a day or type one.
staff-ask-visit-day = { $number }: which day do you go? Tap or type it.
staff-ask-visit-half = Morning or afternoon?
staff-morning = Morning
staff-afternoon = Afternoon
staff-ask-visit-note = Anything the resident should have ready? One line.
staff-ask-wait-day = { $number }: nothing to do until when? The legal limit stays { $limit }.
staff-ask-wait-why = Waiting for what? One line; the resident reads it.
staff-ask-hand = { $number }: who takes it?
staff-colleague = { $person } · { $cases ->
    [0] none open
   *[other] { $cases } open
}
staff-colleague-away = { $person } · { $cases ->
    [0] none open
   *[other] { $cases } open
} · away until { $date }
staff-colleague-unreachable = { $person } · { $cases ->
    [0] none open
   *[other] { $cases } open
} · can't be reached
staff-ask-date = { $number }: new last day? Once only, 30 days at most after { $limit }.
staff-ask-date-why = Why longer? One line; the resident reads it.
staff-ask-unit = { $number } ({ $category }, { $place }): which unit? Tap, or type part of its name.
staff-ask-unit-which = { $number }: several fit. Which one?
staff-mistake-unit = No unit of that name. Type a part of it, such as "water".
staff-mistake-units = { $count } units fit that. Type a little more of the name.
staff-ask-outcome = { $number }: how did it end? The resident has the last word on it.
staff-outcome-done = Done
staff-outcome-promised = Promised by a day
staff-outcome-answered = Question answered
staff-outcome-refused = Cannot be done
staff-outcome-passed = Passed to another body
staff-ask-body = Which body has taken it? Only if it really has.
staff-ask-found = What did you find? The plain facts.
staff-ask-done = What was done?
staff-ask-plan = What will be done?
staff-ask-instead = Why can't it be done, and what can the resident do instead?
staff-ask-promise-day = By which day? You'll be held to it.
staff-ask-basis = By which rule? Name it, such as "Water supply rules, article 12".
staff-outcome-shown =
    The resident will read this about { $number }:

    { $reply }
staff-ask-reply = Send this to the resident of { $number } as:
staff-reply-ask = Question
staff-reply-progress = Progress
staff-ask-away = Away until which day? Tap or type it.

## Short answers

staff-yours = It's yours.
staff-yours-private = It's yours. The details are in our private chat.
staff-yours-already = You have it already. The details are in our private chat.
staff-declined = { $number }: noted. The next one is asked.
staff-asked = Asked the resident. The clock of { $number } runs on.
staff-told = Told the resident.
staff-visit-set = Told the resident: visit on { $date }. I'll remind you both the evening before.
staff-visit-set-soon = Told the resident: visit on { $date }.
staff-waiting = Told the resident. I'll ask again on { $date }; the limit stays { $limit }.
staff-help-called = Your head knows.
staff-late-noted = Noted. Your head reads it with { $number }.
staff-handed = { $number } is with { $person } now. They and the resident have been told.
staff-date-set = { $number }: new last day { $date }. The resident has been told why.
staff-sent = { $number } has gone to { $unit }.
staff-proposed = Sent. The resident says now whether it was done.
staff-promised = Sent. Promised by { $date }; I'll remind you the day before.
staff-reply-not-now = { $number }: nothing can be sent to the resident just now. Open it to see why: /case { $number }
staff-away = Away until { $date }. New cases go to your colleagues; those you have stay yours. /away off ends it.
staff-back = Welcome back. New cases come to you again.

## Joining and groups

staff-joined-work = Welcome! You are { $title } at { $place }. New cases come to you here. /cases shows yours, /help the rest.
staff-joined = Welcome! You are { $title } for { $place }. What needs you comes here. /help shows what you can do.
staff-join-how = Please send the code with it: /join CODE. Your head or the office gives you one.
staff-bound = This chat now belongs to { $unit }. New cases are shown here, without words or names: whoever taps Accept first has it.
staff-bind-code = That code is not valid any more, or not meant for a group. Please ask the office for a new one.
staff-bind-not-allowed = Only the head of a unit can bind a chat without a code. Else send: /bind CODE
staff-bind-where = Send /bind in your unit's group chat, not here.
staff-group-hello = I show a unit's new cases here. The unit's head sends /bind, or /bind CODE.
staff-group-elsewhere = That case has gone to another unit.
staff-group-closed = { $number } · { $category } · { $place } · filed { $filed }. Closed.

## Lists

staff-cases = { $count ->
    [one] One open case is yours.
   *[other] { $count } open cases are yours, nearest limit first.
}
staff-cases-none = No open case is yours. Enjoy the quiet!
staff-overdue = { $count ->
    [one] One case is late.
   *[other] { $count } cases are late, the oldest limit first.
}
staff-overdue-none = Nothing is late.
staff-unit = { $unit }
staff-unit-cases = { $count ->
    [one] One open case in the unit.
   *[other] { $count } open cases in the unit, nearest limit first.
}
staff-unit-none = No open case in the unit.
staff-more = Only the first { $shown } are shown.

## Told to the cadre

notice-assigned = 📥 For you. Accept or decline?
notice-handed = 📥 { $person } has given you this case.
notice-accept_reminder = ⏰ Still waiting for your yes or no.
notice-added = The resident adds to { $number }: “{ $words }”
notice-answered = The resident answers on { $number }: “{ $words }”
notice-urged = The resident asks how { $number } ({ $place }, { $category }) is going. One line of progress helps.
notice-progress_due = { $number } ({ $place }, { $category }): { $left }. What's in the way? Working · Remind me { $date } · Need help.
notice-limit = { $number } ({ $place }, { $category }): { $left }. What's in the way? Working · Remind me { $date } · Need help.
notice-late_cadre = ⚠️ { $number } ({ $place }, { $category }): { $left }. What's in the way? One line; your head is being told.
notice-promise_due = { $number } ({ $place }, { $category }): you promised it by { $promised }. Will it hold?
notice-promise_late_cadre = ⚠️ { $number } ({ $place }, { $category }): promised by { $promised }, and that day is over. Is it done?
notice-visit_tomorrow_cadre = Tomorrow you visit for { $number } ({ $place }), { $time }. The resident has been reminded.
notice-visit_over = How was the visit for { $number } ({ $place })? The resident waits to hear.
notice-judged-half = { $number } ({ $place }): the resident says half done. It goes on.
notice-judged-not_done = { $number } ({ $place }): the resident says not done. It goes on.
notice-judged-disagree = { $number } ({ $place }): the resident says done, but disagrees. Closed, with the right of review.
notice-judged-words = “{ $words }”
notice-reopened = { $number } ({ $place }): the resident says it isn't solved. It goes on, { $left }.
notice-closed_solved = { $number } ({ $place }): the resident says it is settled. Thank you!
notice-closed_no_answer_cadre = { $number } ({ $place }): the resident didn't answer. Set aside, not counted as solved.
notice-withdrawn = { $number } ({ $place }): the resident has withdrawn it. Nothing more to do.
notice-taken = { $number } ({ $place }): { $person } has it now. Nothing more for you to do.
notice-unreachable_resident = The resident of { $number } ({ $place }) can't be reached in chat any more. Try a visit.

## Told to heads, dispatchers and those above

notice-help = { $person } needs help with { $number } ({ $place }, { $category }): { $why }
notice-declined = { $person } can't take { $number } ({ $place }, { $category }): { $why }
notice-nobody_accepts = Nobody at { $unit } has taken { $number } ({ $place }, { $category }). Who does?
notice-needs_unit = 📥 No unit covers this one. Which is it?
notice-late_head = ⚠️ { $number } is { $late }. { $person } says: { $reason }. Choose: reassign, take it, set a date. The resident knows.
notice-late_head-unsaid = ⚠️ { $number } is { $late }. { $person } hasn't said why. Choose: reassign, take it, set a date. The resident knows.
notice-late_head-waiting = ⚠️ { $number } is { $late }, and nobody at { $unit } has taken it. Choose: assign it, or take it. The resident knows.
notice-late_supervisor = ⚠️ { $number } ({ $place }, { $category }) at { $unit } is { $late }. { $says }
notice-late_leader = ⚠️ { $number } ({ $place }, { $category }) at { $unit } is { $late }. { $says } The head and the supervisor know.
notice-says = { $person } says: { $reason }.
notice-says-nothing = { $person } hasn't said why.
notice-says-nobody = Nobody has taken it.
notice-promise_late_head = ⚠️ { $number } ({ $place }, { $category }): { $person } promised it by { $promised }, and that day is over. The resident knows.
notice-second_reopen = { $number } ({ $place }, { $category }) was reopened for the second time. It is with { $person } now, { $left }.

staff-digest-today = ⏰ Due today
staff-digest-late = ⚠️ Late
staff-digest-waiting = Waiting for you
staff-digest-other = Good to know
staff-digest-line = { $number } · { $place } · { $category }: { $what }

## One line for each, in the digest and where several come together

staff-short = { $number } · { $place } · { $what }
staff-short-assigned = for you
staff-short-handed = handed to you
staff-short-accept_reminder = accept or decline?
staff-short-added = the resident added something
staff-short-answered = the resident answered
staff-short-urged = the resident asks how it is going
staff-short-progress_due = what's new? { $left }
staff-short-limit = { $left }
staff-short-late_cadre = { $left }, why?
staff-short-promise_due = promised by { $promised }
staff-short-promise_late_cadre = promise is over, done?
staff-short-visit_tomorrow_cadre = visit tomorrow
staff-short-visit_over = how was the visit?
staff-short-judged = the resident has answered
staff-short-reopened = reopened
staff-short-closed_solved = settled, says the resident
staff-short-closed_no_answer_cadre = set aside, no answer
staff-short-withdrawn = withdrawn by the resident
staff-short-taken = { $person } has it now
staff-short-unreachable_resident = the resident can't be reached
staff-short-help = { $person } needs help
staff-short-declined = declined by a cadre
staff-short-nobody_accepts = nobody has taken it
staff-short-needs_unit = which unit?
staff-short-late_head = { $left }, with { $person }
staff-short-late_supervisor = { $left }, at { $unit }
staff-short-late_leader = { $left }, at { $unit }
staff-short-promise_late_head = promise of { $person } is over
staff-short-second_reopen = reopened twice

## Told to groups: number, category, township, date; nothing more

notice-group_case = 📥 { $number } · { $category } · { $place } · filed { $filed }. Who takes it?
notice-group_accepted = { $number } · { $category } · { $place } · filed { $filed }. { $person } has it.
notice-group_moved = { $number } has gone to another unit.


## The timeline, where staff read other words than the resident

event-filed-staff = the resident wrote
event-assigned-staff = offered at { $unit }
event-asked-staff = { $person } asked: { $question }
event-answered-staff = the resident answered: { $words }
event-added-staff = the resident added: { $words }
event-urged-staff = the resident asked how it is going
event-judged-staff = the resident said: { $verdict }
event-withdrawn-staff = the resident withdrew it
event-rated-staff = the resident gave stars
event-status_told-staff = the resident was told how it stands

## What can't be done, and what can

refused-no-post = Your post for this case has ended, so nothing was sent. Your head can tell you more.
refused-not-in-this-unit = This one is for members of the unit. Ask the unit's head for an invitation.
refused-staff-only = That is for staff. With an invitation: /join CODE
refused-heads-only = That is for heads of a unit. /cases shows your own.
refused-no-colleague = Nobody else is in the unit. Tap Need help, and your head hears of it.
refused-not-in-unit = That colleague isn't in the unit any more. Please choose another.
refused-unit-unknown = That unit is out of service. Please choose another.
refused-date-past = That time is over. Please begin again with a later one.
refused-date-too-late = That is too late: { $date } is the last day that can be set.
refused-no-extension = No more time can be given: { $date } was the last day. Reassign it, or take it yourself.
refused-extended-already = It was extended once already; that is all the law allows. Reassign it, or take it yourself.

## Help and the command menu

help-group-day = 📌 Each day
help-group-in = 📥 What comes in, and the answers
help-group-there = 🏘 In the villages
help-group-out = 📢 To residents, and figures
help-group-unit = 👥 Your unit, and yourself
help-cadre = Reply to a message about a case to write to its resident. /case and a number shows one with its history.
help-head = In your unit's group chat /bind brings its cases there.
help-dispatcher = Cases that no unit covers come to you here.
help-supervisor = Late cases of your area come to you here.
help-leader = Cases long overdue in your area come to you here.
menu-cases = My open cases
menu-unit = My unit's cases and people
menu-overdue = What is late
menu-away = I'm away until ...
