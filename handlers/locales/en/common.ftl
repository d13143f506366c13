# What residents and staff both read.

## Days

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
day = { $weekday } { $day } { $month }
day-other-year = { $weekday } { $day } { $month } { $year }
days-left = { $days ->
    [0] last day today
    [one] 1 day left
   *[other] { $days } days left
}
days-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}

## A case

category-unsaid = not chosen yet
place-unsaid = place not said
intake-office = the intake office
nobody-yet = someone
state-waiting = waiting for someone to take it
state-working = being worked on
state-proposed = answered, waiting for the resident's word
state-proposed-you = answered, you have the last word
state-promised = promised by a day
closing-solved = solved
closing-answered = answered
closing-contested = done, but the resident disagrees
closing-contested-you = done, but you disagree
closing-no_answer = set aside, no word from the resident
closing-no_answer-you = set aside, no word from you
closing-withdrawn = withdrawn by the resident
closing-withdrawn-you = withdrawn by you

outcome-done = ✅ Done
outcome-promised = 📅 Promised by { $date }
outcome-answered = 💬 Answered
outcome-refused = 🚫 Cannot be done
outcome-passed = ➡️ Passed to { $body }, which has taken it
outcome-found = Found: { $found }
outcome-work = Done: { $work }
outcome-plan = Will do: { $work }
outcome-basis = Rule: { $basis }

verdict-done = done
verdict-half = half done
verdict-not_done = not done
verdict-disagree = done, but not agreed with

colon = { ": " }
between-sentences = { " " }
timeline-line = { $date }: { $what }

## Buttons and small words

button-back = ⬅️ Back
button-cancel = ✖️ Cancel
button-skip = Skip

## Several follow-ups in one message

joined-head = { $count ->
    [one] One matter waits:
   *[other] { $count } matters wait:
}
joined-more = ... and { $count } more: /my
joined-foot = Tap a number to open it.

## What does not work, and what does

unknown-command = I don't know that one. Just write what is wrong, in your own words; /help shows the rest.
mistake-words = I can only read words here. Please type it in your own words.
mistake-empty = There were no words in that. Please type it again.
mistake-long = That is a little long: { $limit } characters at most, please.
mistake-choice = Please tap one of the buttons, or type its number.
mistake-day = I couldn't read that as a day. Try "tomorrow", "in 3 days" or "25.11."
mistake-day-past = That day is over. Please name one that is still to come.
mistake-day-far = That is too far off: { $days } days at most.

refused-stale = That button is from earlier. Here is how things stand now.
old-button-command = That button is from earlier. /help shows what there is now.
old-button-question = That question is over, and nothing was changed. Something else? Just write it here.
old-button-draft = That choice is gone; your words are kept. Tap on the newest card, or write on.
old-button-alarm = That button is from earlier. Is somebody in danger? Send /sos.
old-button-part = That button is from earlier, and nothing was changed. /cases shows what is yours.
old-button-task = That button is from earlier, and nothing was changed. /tasks shows what is open.
old-button-policy = That button is from earlier, and nothing was changed. /policies has what holds now.
old-button-reception = That button is from earlier, and nothing was changed. /reception shows the days and your places.
old-button-outing = That button is from earlier, and nothing was changed. /onsite shows how the days stand.
old-button-group = That button is from earlier. Write to me alone, and I show how it stands.
old-button-other = I don't know that button. /help shows what there is.
refused-not-found = I can't find that here. Please check the number, or look under /my.
refused-not-allowed = That is for someone else to do here.
refused-wrong-state = That can't be done just now. /my shows how things stand.
refused-already-filed = It is already sent. Your number: { $number }
refused-already-accepted = { $person } has already taken it. Thank you all the same.
refused-urged-already = They have been asked already. You can ask again on { $date }.
refused-reopen-too-late = It could be reopened until { $date }. Write what is wrong now, and it becomes a new matter.
refused-rated-already = You have given your stars already. Thank you!
refused-invite-unknown = This invitation is not valid any more. Please ask for a new one.
refused-which-unit = You serve in several units. Please send /bind with the code of an invitation for this group.
