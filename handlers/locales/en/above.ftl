# Those above: the ladder, supervision, cases that a leader answers for, the list of an area, and the morning's digest.

## The ladder: posts, and what is said where one of them is vacant

post-cadre = case officer
post-head = head
post-dispatcher = intake officer
post-supervisor = supervisor
post-leader = leader
post-admin = administrator
people-and = {" and "}
gap-vacant = There is no { $post } at { $where }, so you are told.
gap-away = The { $post } at { $where } is away, so you are told.
event-rung_passed = { $gap ->
    [vacant] no { $post } at { $where }, so { $people } was told
   *[away] the { $post } at { $where } is away, so { $people } was told
}

## Supervision

staff-above = A supervisor
staff-button-press = Press for an answer
staff-button-answer_press = Answer the supervisor
staff-button-accept_press = Accept the answer
staff-button-return_press = Send it back
staff-button-ready = Nothing is left
staff-ask-press = { $number }: what should { $unit } answer? It reads your words; the resident doesn't.
staff-ask-press-day = { $number }: by which day? The legal limit stays { $limit }.
staff-ask-press-found = { $number }: { $above } asks by { $until }: “{ $asks }” First: what did you find?
staff-ask-press-done = What is done about it?
staff-ask-press-ready = By when is the rest done?
staff-ask-press-back = { $number }: what is missing in the answer? { $unit } reads it.
staff-pressed = { $unit } has been asked to answer by { $date }. The resident knows that { $number } is looked after.
staff-press-answered = Sent. Whoever asked about { $number } accepts it, or sends it back.
staff-press-accepted = Accepted.
staff-press-returned = { $number } goes back to { $unit }, with a new day: { $date }.
staff-card-press = 🔎 { $above } wants an answer by { $until }: “{ $asks }”
staff-card-press-back = Sent back: “{ $back }”
staff-card-press-answer = Answered. Found: “{ $found }” Done: “{ $done }”
staff-card-press-answer-ready = Answered. Found: “{ $found }” Done: “{ $done }” The rest by { $ready }.
notice-press = 🔎 { $above } wants an answer on { $number } ({ $place }, { $category }) by { $until }: “{ $asks }”
notice-press_due = 🔎 { $number } ({ $place }, { $category }): the answer to { $above } is due by { $until }. “{ $asks }”
notice-press_late = ⚠️ { $number } ({ $place }, { $category }): { $above } wanted an answer from { $unit } by { $until }, and none has come.
notice-press_answered = 🔎 { $number } ({ $place }): { $unit } answers. Found: “{ $found }” Done: “{ $done }” Is that enough?
notice-press_answered-ready = 🔎 { $number } ({ $place }): { $unit } answers. Found: “{ $found }” Done: “{ $done }” The rest by { $ready }. Is that enough?
notice-press_accepted = { $number } ({ $place }): the answer is accepted. The case goes on, { $left }.
notice-press_returned = 🔎 { $number } ({ $place }): the answer came back: “{ $back }” A better one by { $until }, please.
notice-press_closed = { $number } ({ $place }): the case is closed, and what you asked about it with it.
notice-press_merged = { $number } ({ $place }): the case that you had pressed is worked together with this one now. Press this one, if it is still needed.
staff-short-press_merged = what you had pressed is worked here now
staff-short-press = a supervisor wants an answer
staff-short-press_due = the supervisor's day is near
staff-short-press_late = the supervisor has no answer yet
staff-short-press_answered = the unit has answered you
staff-short-press_accepted = your answer is accepted
staff-short-press_returned = your answer came back
staff-short-press_closed = closed, though you had pressed
event-press = { $person } wants an answer by { $until }: { $words }
event-press_answered = { $person } answered the supervisor: { $words }
event-press_accepted = { $person } accepted the answer
event-press_returned = { $person } sent the answer back, until { $until }: { $why }
event-press_passed = the answer goes to { $person } now
event-press_missed = no answer to the supervisor; { $people } was told
event-taken_up = those above look after it, until { $until }
event-taken_up-staff = the resident was told that it is looked after
notice-taken_up = Someone above { $unit } is looking after { $number } now, and wants to know from them by { $until } how it stands. You need do nothing; whatever comes of it, we tell you.
resident-short-taken_up = those above look after it

## A leader answers for it

staff-a-leader = a leader
staff-button-own = I answer for this one
staff-button-decline_own = Not me
staff-button-propose_owner = Ask a leader
staff-ask-owner = { $number }: which leader should answer for it? It takes their yes.
staff-owned = You answer for it. The resident knows.
staff-owner-asked = Asked { $person } about { $number }. It takes their yes.
staff-owner-declined = { $number }: noted. Whoever asked you knows.
staff-card-owned = ⭐ { $person } answers for it in person
staff-card-owner-asked = { $person } was asked to answer for it, and hasn't said yes yet
notice-own_asked = ⭐ { $person } asks you to answer in person for { $number } ({ $place }, { $category }), { $left }. The resident is told your post.
notice-own_declined = { $number } ({ $place }): { $person } won't answer for it. Ask somebody else?
notice-owned_cadre = ⭐ { $number } ({ $place }): { $person } answers for it in person from now on. You go on with it, { $left }.
notice-owned_handed = { $number } ({ $place }): { $person } answers for it now, in your place.
notice-owned_closed = ⭐ { $number } ({ $place }), for which you answer, is closed.
staff-short-own_asked = will you answer for it?
staff-short-own_declined = the leader says no
staff-short-owned_cadre = a leader answers for it
staff-short-owned_handed = another leader answers for it
staff-short-owned_closed = closed, you answered for it
event-owned = { $person } answers for it in person
event-owner_gone = the leader has left; those above look for another
event-owner_proposed = { $person } asked { $people } to answer for it
event-owner_declined = { $person } won't answer for it
notice-owned = { $leader } answers for { $number } in person from now on, beside { $unit }. Whether it is solved, you say, as before.
notice-owner_gone = { $number }: whoever answered for it in person has left that post. { $unit } goes on with it, and those above look for somebody else.
resident-short-owned = { $leader } answers for it
resident-short-owner_gone = the leader has left; it goes on
case-owned = ⭐ { $leader } answers for it in person.

## The list of an area

staff-button-list = Put on the list
staff-button-unlist = Take off the list
staff-ask-listed = { $number }: settled by which day? The legal limit stays { $limit }.
staff-put-on-list = { $number } is on the list, to be settled by { $date }. /listed shows it.
staff-off-list = { $number } is off the list.
staff-listed = { $count ->
    [one] One case is on the list.
   *[other] { $count } cases are on the list, the nearest day first.
}
staff-listed-none = No case is on the list. To put one on it: open it, More, Put on the list.
staff-listed-line = { $number } · { $place } · { $category } · { $unit }: { $due }
staff-card-listed = 📌 On the list, to be settled by { $date }
notice-listed = 📌 { $number } ({ $place }, { $category }) is on the list of those above: to be settled by { $date }. The limit stays { $limit }.
staff-short-listed = on the list of those above
event-listed = { $person } put it on the list, until { $until }
event-unlisted = { $person } took it off the list
menu-listed = Cases on the list
refused-above-only = That list is for supervisors and leaders. /cases shows your own.
refused-owned-already = Another leader answers for that one already. Only they can hand it on.
refused-no-leader = There is no other leader who could answer for it.

## The morning's digest

notice-digest = Good morning. { $numbers }
staff-today = Today. { $numbers }
staff-today-none = Nothing is due, late, or waiting for you. Enjoy the quiet!
staff-number-today = { $count } due today
staff-number-late = { $count } late
staff-number-waiting = { $count } waiting for you
staff-number-owned = { $count } in your charge
staff-number-new = { $count } new
staff-number-other = { $count } good to know
staff-number-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
staff-digest-owned = ⭐ In your charge, each week
staff-digest-new = 📥 Came in
staff-digest-more = ... and { $count } more: /today
staff-digest-vacancy = ⚠️ There is no { $post } at { $where }, and something was late there. Please appoint somebody.
staff-asks-press = answer the supervisor
staff-asks-press_answered = the unit has answered you
staff-asks-extension = more time is asked: yes or no?
staff-asks-recusal = another officer is wished for: decide
staff-asks-doubt = to be accepted or not? Decide
staff-asks-objection = a unit says that it is not its: decide
staff-asks-own = will you answer for it?
staff-asks-accept = { $person }: accept or decline
staff-came-in = { $unit }, { $left }
menu-today = What is due, late, or waiting for me

## Away, standing in, leaving

acting-title = Acting
staff-ask-deputy = Away until { $date }. Who stands in for you? They are asked, and can do all that you can with your cases and parts.
staff-button-nobody = Nobody
staff-away-asked = Away until { $date }. I've asked { $person } to stand in for you. You get what is yours back then; /away off ends it sooner.
staff-away-asked-long = Away until { $date }. That is long: once { $person } says yes, what you have in hand is theirs for good.
staff-away-long = Away until { $date }. That is long: what you had in hand went to your colleagues, and the residents know.
staff-button-deputy-yes = Yes, I stand in
staff-button-deputy-no = I can't
staff-deputy-how = I'll ask you when a colleague needs you to stand in. /away is for when you are off yourself.
staff-deputy-yes = Thank you! What is asked of { $person } comes to you now. /cases shows their cases, too.
staff-deputy-yes-long = Thank you! What { $person } had in hand is yours now. /cases shows them.
staff-deputy-no = Noted. { $person } knows, and so does the head.
notice-deputy_asked = { $person } is away until { $date } and asks you to stand in: what is asked of them comes to you, and goes back to them after. Will you?
notice-deputy_yes = { $person } stands in for you. Have a good time!
notice-deputy_no = { $person } can't stand in for you. Your head knows; /away names somebody else.
notice-deputy_over = { $person } is back. What is theirs goes to them again. Thank you!
notice-away_alone = { $person } is away until { $date }, with { $count ->
    [0] no open case
    [one] one open case
   *[other] { $count } open cases
}{ $parts ->
    [0] { "" }
    [one] { " " }and one part of another unit's case
   *[other] { " " }and { $parts } parts of other units' cases
}, and nobody stands in. What can't wait comes to you.
event-acting = { $what } (in the place of { $person })
staff-ask-leave = Who leaves? All their posts that are yours to end are over then.
staff-ask-leave-to = Who gets what they have in hand?
staff-button-by-load = To all, by place and load
staff-button-leave = Hand over
staff-leave-sure = { $person } leaves, with { $count ->
    [0] no open case
    [one] one open case
   *[other] { $count } open cases
}{ $parts ->
    [0] { "" }
    [one] { " " }and one part of another unit's case
   *[other] { " " }and { $parts } parts of other units' cases
}. Everyone who gets some is told once, and each resident who has theirs now. Go on?
staff-left = { $person } serves no more. { $count ->
    [0] There was no open case.
    [one] One open case was handed over.
   *[other] { $count } open cases were handed over.
}
notice-handed_over = 📥 { $person } has left { $count ->
    [one] a case to you. The resident knows, where it was being worked on.
   *[other] { $count } cases to you. Their residents know, where they were being worked on.
}
notice-left_open = ⚠️ { $person } has left { $count ->
    [one] a case
   *[other] { $count } cases
} that nobody has now. Please see to it who takes over.
menu-leave = Somebody leaves: hand over
refused-deputy-gone = That isn't asked of you any more.
refused-leave-only = Heads let go whoever serves in their unit, administrators whoever serves in their area.
refused-leave-nobody = Nobody of that title or name. Send /leave alone to see who there is.
notice-reassigned-person = { $person } of { $unit } is on it now: { $number }. Nothing is lost; the day to keep is { $date }.

## Rights, for docs/permissions.md

right-press = press the unit for an answer by a day
right-press-if = a unit has the case, and nobody has pressed
right-answer_press = answer whoever has pressed
right-answer_press-if = the answer is awaited
right-accept_press = accept the unit's answer
right-accept_press-if = the answer is given
right-return_press = send the unit's answer back, with a new day
right-return_press-if = the answer is given
right-own = answer for the case in person
right-own-if = no leader does, or the one who does asks for it
right-decline_own = say no to answering for the case
right-decline_own-if = a leader was asked
right-propose_owner = ask a leader to answer for the case
right-list = put the case on the list of its area
right-unlist = take the case off the list
right-unlist-if = it is on the list
