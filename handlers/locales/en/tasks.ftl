# Dated tasks: what somebody is to do by a day, because of a reception, an on-site day or a theme.

## The list and the card

menu-tasks = Tasks with a day
tasks-head = { $count ->
    [one] 1 task with a day:
   *[other] { $count } tasks with a day, the nearest first:
}
tasks-none = Nothing with a day is open. Promises and decisions stand here once there are any.
task-line = 🗓 { $short } · { $place } · { $who } · { $next } ({ $days })
task-who = { $person }, { $unit }
task-from-reception = from a reception
task-from-outing = from an on-site day
task-from-theme = from a theme
task-from-promise = promised, and looked at again by those above
task-card =
    🗓 { $what }
    📍 { $place }
    Who: { $who }. Given by { $giver } on { $given }, { $origin }.
task-card-by = ⏰ By { $date }. What counts now: { $next } ({ $days }).
task-card-more = ⏳ More time is asked for, until { $until }: “{ $why }”
task-card-back = ↩️ Sent back: “{ $reason }”
task-card-dropped = Taken back: “{ $reason }”
task-card-done = ✅ Done: “{ $words }” { $files ->
    [0] No photo, because: { $unproved }
    [one] 📎 1 photo or document
   *[other] 📎 { $files } photos or documents
}
task-step-how = a word on how it stands
task-step-line = ◻️ { $date }: { $step }
task-step-line-done = ☑️ { $date }: { $step }. “{ $words }”
task-proof = 📎 { $short }
task-button-step = Step done
task-button-steps = Name the steps
task-button-done = ✅ Done
task-button-more = More time
task-button-hand = Assign to
task-button-grant = Give the time
task-button-refuse = Keep the day
task-button-back = Not done yet
task-button-drop = Take it back
staff-digest-tasks = 🗓 With a day
staff-number-tasks =
    { $count ->
        [one] 1 task with a day
       *[other] { $count } tasks with a day
    }

## What is asked, and said

task-ask-report = “{ $short }”: what was done? The residents concerned read it. Send a photo with it if you can.
task-ask-proof = A photo of it as it is now, please. If there is none, say why in a line.
task-ask-steps = “{ $short }”, by { $date }: which steps, by which days? One a line, the day first, as in: 25 March: the stones are there. No more than { $days } days between two.
task-ask-day = “{ $short }”: until which day? It can be asked for once.
task-ask-why = Why does it take longer? { $giver } decides; if the answer is yes, the residents concerned read it.
task-ask-hand = “{ $short }”: who does it from now on?
task-ask-back = “{ $short }”: what is missing? { $person } reads it.
task-ask-drop = “{ $short }”: why isn't it needed any more? { $person } and the residents concerned read it.
task-said-done = Thank you! { $giver } and the residents concerned know that it is done.
task-said-step = Noted, thank you. Next: { $step }, by { $next }.
task-said-steps = Noted. Next: { $step }, by { $next }. { $giver } reads it in the morning.
task-mistake-step = Which day is that, and what is there by then? “{ $line }” Please write each line as in: 25 March: the stones are there.
task-mistake-steps = { $most } steps are enough. Please write fewer.
task-said-more = { $giver } has been asked. Until there is an answer, { $next } stands.
task-said-handed = It is with { $person } now.
task-said-back = { $person } knows what is missing. The day stays { $next }.
task-said-dropped = Taken back. { $person } and the residents concerned know why.
task-said-granted = { $person } has time until { $next }. The residents concerned know the new day and why.
task-said-refused = It stays { $next }. { $person } knows.

## What staff are told

notice-task_given = 🗓 This is yours to do, by { $date }.
notice-task_soon = ⏰ By { $next }: { $step }. Is it on its way?
notice-task_day = ⏰ Due by { $next }. Tap Done once it is.
notice-task_late_own = ⚠️ Its day, { $next }, has passed, and those above are being told. What is there? If it takes longer, say so.
notice-task_late = ⚠️ Late: { $person } of { $unit } was to do this by { $next }.
notice-task_more = ⏳ { $person } of { $unit } asks for time until { $until }: “{ $why }” Your word?
notice-task_granted = ⏳ You have time until { $next }.
notice-task_refused = ⏳ It stays { $next }: more time isn't given.
notice-task_back = ↩️ Not done yet, says whoever gave it. It is open again.
notice-task_dropped = 🗓 “{ $short }” isn't needed any more: “{ $reason }”
notice-promise_goes_on = 🗓 { $number }: the resident has asked for a review. What was promised by { $date } goes on all the same.
notice-promise_moved = 🗓 { $number }: those above let the promise stand. It is to be carried out by { $date }.
notice-promise_over = 🗓 “{ $short }” is over: the matter has ended, or those above have decided otherwise.
notice-task_taken = 🗓 “{ $short }” is with { $person } now.

## What residents hear

task-lead-reception = Your visit at the reception
task-lead-outing = The on-site day in your village
task-lead-theme = What you and others wrote about
notice-task_promised = 🗓 { $lead }: { $by } is to do this by { $until }: “{ $what }” I keep at it until it's done.
notice-task_step = 🗓 { $lead }: a step further with “{ $what }”: { $words } Next day: { $next }.
notice-task_later = ⏳ { $lead }: “{ $what }” takes longer, until { $next }. Why: { $why }
notice-task_late_resident = ⚠️ { $lead }: “{ $what }” was to be done by { $next }, and isn't. Those above have been told; I keep at it.
notice-task_done = ✅ { $lead }: { $by } says that this is done: “{ $what }” { $words } If it isn't so, just write.
notice-task_again = ↩️ { $lead }: “{ $what }” wasn't done after all. { $by } is at it again.
notice-task_off = { $lead }: “{ $what }” won't be done by { $by }. Why: { $why }
resident-short-task_promised = a day is set
resident-short-task_step = a step further
resident-short-task_later = it takes longer
resident-short-task_late_resident = late; those above know
resident-short-task_done = it is said to be done
resident-short-task_again = not done after all
resident-short-task_off = something isn't to be done any more

## The timeline

event-task_given = { $unit } is to do this by { $until }: { $what }
event-task_steps = { $unit } names the steps of “{ $what }”: { $words }
event-task_step = { $unit }, a step of “{ $what }”: { $words }
event-task_done = { $unit } did “{ $what }”: { $words }
event-task_back = “{ $what }” was sent back: { $why }
event-task_dropped = “{ $what }” was taken back: { $why }
event-task_handed = “{ $what }” is with { $people } now
event-task_more = { $person } asks for time until { $until } for “{ $what }”: { $why }
event-task_granted = “{ $what }” has time until { $until }: { $why }
event-task_refused = no more time for “{ $what }”
event-task_late = “{ $what }” is late; { $people } was told
event-promise_moved-staff = those above let the promise stand, by { $until }: { $what }
event-promise_over-staff = “{ $what }” is followed no more

## What can't be done

refused-task-over = That has been settled already. /tasks shows what is open.
refused-task-more-once = More time can be asked for once, and it was. If you are stuck, report what there is.
refused-task-earlier = That day isn't later than the one it has. Please choose a later one.
refused-task-milestones = That goes longer than { $days } days without a step, or the steps aren't in order. Please name steps with their days.
refused-task-steps-late = The first day on the way has passed: please report how it stands. Steps are named before that day.
refused-task-steps-named = The steps and their days stand already. If one can't be kept, ask for more time.
refused-task-proof = What proves it? Send a photo, or say why there is none.
