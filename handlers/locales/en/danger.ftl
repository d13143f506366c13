# Somebody in danger: how we ask, how a person is rung, who comes, and how it ends.

## Asking the resident

button-danger = 🆘 Someone is in danger
danger-ask = Is anyone in danger? Call { $police } police, { $fire } fire, { $ambulance } ambulance now. Can't? Tap "Get help". You're not alone, and your words stay here.
danger-ask-despair = That sounds very hard to bear. You're not alone. To talk, call { $comfort }: someone listens, day and night. If you can't hold on, { $ambulance } or { $police }. Or tap below, and we find somebody who talks with you. Your words stay here.
button-danger-yes = 🆘 Get help
button-danger-yes-despair = I want to talk to someone
button-danger-no = Nobody is
button-danger-no-despair = I'm all right
danger-yes = Yes. We are ringing someone now.
danger-yes-despair = Yes. We are looking for someone now.
danger-no = That's a relief. Your words stay here, and go their way. If it gets serious, send /sos any time.
danger-no-despair = Good. Whenever you want to talk, call { $comfort } or send /sos: someone is there.
danger-no-late = All right, they have been told. Someone will still ask you how it is.
danger-no-late-despair = All right, they have been told. Someone will still ask you how you are.

## Ringing

danger-where = Where are you? Type the place, or share it below.
notice-danger_ringing = We are ringing the { $person }, and tell you at once who comes. If you can call, don't wait: { $police } police, { $fire } fire, { $ambulance } ambulance. What you write now goes word for word to whoever comes.
notice-danger_ringing-despair = We are ringing the { $person }, and tell you at once who is there. Take your time and write here; it goes to them word for word. If you can't wait: { $comfort } or { $ambulance }.
notice-danger_nobody = We can't reach anyone just now, so don't wait! Call { $police } police, { $fire } fire, { $ambulance } ambulance, and shout for people near you. We keep ringing.
notice-danger_nobody-despair = We can't reach anyone just now. Please don't carry it alone: call { $comfort }, where someone listens day and night, or { $ambulance }. We keep looking.
notice-danger_still = Nobody has taken it yet; now we ring the { $person }, too. If you can call, don't wait: { $police } police, { $fire } fire, { $ambulance } ambulance.
notice-danger_still-despair = Nobody has answered yet; now we ring the { $person }, too. If you can't wait: { $comfort } or { $ambulance }. You're not alone.
notice-danger_again = We asked you something and heard nothing, and it is on our mind.
notice-danger_taken = { $person } is on it now. Words, or where you are: just send them here, and they are read at once.
notice-danger_taken-despair = { $person } is here for you now. Take your time; just write here.
notice-danger_words = { $person }: { $words }
notice-danger_file = From { $person }:
notice-danger_over = { $person } says that this is over for now. In danger again? Call, or send /sos.
notice-danger_over-despair = { $person } leaves it here for now. Whenever it gets hard again, call { $comfort } or send /sos.
danger-passed = Passed on to the { $person }.
danger-passed-ringing = We are still ringing; this has been passed on, too.
danger-ringing-already = We are ringing already, and tell you at once who comes. If you can call, don't wait: { $police } police, { $fire } fire, { $ambulance } ambulance.
danger-taken-already = { $person } is on it already. Just write here; it is read at once.
menu-sos = Danger: ring a person at once

## What those who are rung see

alarm-head = 🆘 { $time }: someone is in danger, says a resident. Who goes?
alarm-head-despair = 🆘 { $time }: a resident is in despair, and wants someone to talk to.
alarm-head-called = 🆘 { $time }: a resident asks for a person at once!
alarm-head-unanswered = ❗ { $time }: these words may mean danger. The resident was asked, and hasn't answered. Please look.
alarm-words = “{ $words }”
alarm-place = 📍 { $place }
alarm-state-ringing = Nobody has taken it yet. Where lives are at stake, call { $police }, { $fire } or { $ambulance } first.
alarm-state-unanswered = Nobody has looked at it yet.
alarm-state-taken = { $person } is on it.
alarm-state-denied = The resident says that nobody is in danger. Nothing more to do.
alarm-state-over = { $person } has ended it: { $ending }
alarm-button-take = 🆘 I'm on it
alarm-button-look = I'll look
alarm-button-ring = Ring the duty officer
alarm-button-write = Write to them
alarm-button-done = It's over
alarm-button-back = I can't
alarm-yours = It's yours; the resident knows.
alarm-rung = The others are being rung.
alarm-written = Sent to the resident.
alarm-done = Noted, thank you! The resident has been told.
alarm-ask-words = What do you want to tell the resident? It goes word for word; neither sees the other's account.
alarm-ask-ending = How did it end? A line or two, kept on record; the resident doesn't read it.
notice-alarm_words = The resident ({ $place }): “{ $words }”
notice-alarm_place = The resident has shared where they are:
notice-alarm_file = From the resident ({ $place })
notice-alarm_yes = 🆘 The resident says: yes, help is needed! ({ $place })
notice-alarm_calm = The resident says that nobody is in danger ({ $place }). Please ask all the same: someone else may hold the phone.
notice-alarm_how = How does it stand ({ $place })? When it is over, tap It's over.
notice-alarm_still = The alarm of { $time } ({ $place }) is with the { $person } for hours, and not over yet. Please ask them.
refused-alarm-over = That alarm has ended.
refused-alarm-taken = { $person } is on it already. Thank you all the same.
refused-alarm-take-first = Tap "I'm on it" first; then you can write.
refused-alarm-unreachable = The resident can't be reached in chat any more. Please telephone, or go there.

## Lists

staff-alarms = { $count ->
    [one] 🆘 This comes first:
   *[other] 🆘 These { $count } come first:
}
alarm-line-ringing = 🆘 { $time } · { $place } · ringing, taken by nobody
alarm-line-unanswered = ❗ { $time } · { $place } · may be danger, no answer
alarm-line-taken = { $time } · { $place } · yours
alarm-open = 🆘 { $time } { $place }
staff-held = { $count ->
    [one] One case waits for the intake office.
   *[other] { $count } cases wait for the intake office, nearest limit first.
}
staff-held-none = Nothing waits.
held-accusation = about an official or an office
held-voice = a voice to be written down
held-court = a court matter
held-many = many in one day
held-no-route = no unit covers it
event-alarm_over = { $person } came because of danger: { $words }
help-duty = When someone is in danger, you are rung, day and night. Tap "I'm on it" and it is yours, as the others see; a reply to the message goes to the resident.
menu-waiting = What waits for someone
