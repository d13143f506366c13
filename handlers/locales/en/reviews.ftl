# The written reply, its receipt, reviews and re-examinations, and what is final.

## The written reply

outcome-request = You asked: { $request }
outcome-support-supported = Decided: granted
outcome-support-partly = Decided: granted in part
outcome-support-not = Decided: not granted
outcome-upheld = ⚖️ Looked at again: the answer of before stands
outcome-changed = ⚖️ Looked at again: the answer of before is changed
outcome-revoked = ⚖️ Looked at again: the answer of before doesn't stand
outcome-body = By: { $body }
outcome-carried-by = 📅 Carried out by { $date }
outcome-work-upheld = Why it stands: { $work }
outcome-work-changed = Decided now: { $work }
outcome-work-revoked = To be done again: { $work }
is-it-accepted = Do you accept that? You may be frank, whatever you say.
button-verdict-read-review = I accept it
button-verdict-disagree-review = I don't accept it

## Review and re-examination

instance-first = Done again
instance-review = Review
instance-reexamination = Re-examination
button-ask-review = Ask for a review
button-ask-reexamination = Ask once more
case-again = { $instance }, by { $unit }.
case-may-ask = Not content? { $body } looks at it again, free, if you ask by { $date }.
case-may-ask-promise = Not content with what is promised? { $body } looks at it again, free, if you ask by { $date }; or later, once it is done.
promise-may-ask = Not content with what is promised? { $body } looks at it again, free, if you ask within { $count } days of your reading this; or later, once it is done.
case-final = This answer is final. With something new, just write it.
review-begun = Noted in time. { $body } looks at { $number } again; nobody who decided it takes part. You get a written answer by { $date }.
review-promise-goes-on = What was promised by { $date } goes on all the same.
review-why = What is wrong with the answer? A line is enough; photos help.
review-why-skipped = All right; they look at it all the same. If something comes to mind, just write it.
notice-review_begun = { $number }: { $body } looks at it again now. You get a written answer by { $date }.
notice-contested-again = You don't accept it; noted. You may ask { $body } to look at it once more, free, until { $date }: tap here. That is the last time here. Court and reconsideration have other deadlines.
notice-contested-final = You don't accept it; noted. It can't be looked at again here: this answer is final. If you learn something new, just write it. Legal aid: 12348, free.
notice-review_ends = { $number }: not content? Until { $date } you can ask { $body } to look at it again, free. After that the answer is final. One tap is enough.
notice-review_ends-promise = { $number }: not content with what is promised? Until { $date } you can ask { $body } to look at it again, free; or later, once it is done.
notice-revoked = { $number }: the answer of before doesn't stand. Somebody else does it again, and you get a new one by { $date }.
notice-hearing_begun = { $number }: there is a hearing until { $until }. Its days don't count, so the answer comes by { $date }.
notice-hearing_ended = { $number }: the hearing is over. The answer comes by { $date }.
notice-outside_asked = { $number }: { $body } looks at it again, and answers by { $date }. We keep an eye on it, too.
resident-short-review_ends = your right to a review ends soon
resident-short-contested = you may ask for a review

## What is final

final-last = This sounds like { $number }, which was looked at to the end. The last answer:
final-lapsed = This sounds like { $number }. The days to ask for a review are over, so its answer stands:
final-possible = The same facts can't be looked at again. But something new can, and so can any other matter.
final-what-is-new = What is new since then? Write, speak or send a photo.
button-anew = I have something new
button-another = It's another matter

## The cadre's flow

staff-outcome-upheld = It stands
staff-outcome-changed = It is changed
staff-outcome-revoked = Revoked: to be done again
staff-outcome-shown-request =
    The resident will read this about { $number }. Does “You asked” say it wrongly? Type it as it should be.

    { $reply }
staff-button-support-supported = Granted in full
staff-button-support-partly = Only in part
staff-ask-upheld = Why does the answer of before stand?
staff-ask-changed = What is decided instead?
staff-ask-carried-by = By which day is it carried out? You'll be held to it.
staff-ask-revoked = Why does it not stand, and what has to be done again?
staff-ask-carried-out = { $number }: what was done of what was promised?
staff-button-nothing = Nothing to be done
staff-button-carry_out = Carried out
staff-proposed-review = Sent. The resident says now whether they accept it.
staff-revoked = { $number } goes back to { $unit }: somebody else does it again. The resident knows.
staff-why-review = To be looked at again by the unit above.
staff-why-revoked = Sent back from above, to be done again by somebody else.

staff-card-again = ⚖️ { $instance }. Before: { $unit }, { $what }. See History for the whole answer.
staff-card-hearing = Hearing until { $date }; its days don't count.
staff-card-by-hand = ✉️ The answer has not reached the resident. Hand it over, and record it.
staff-card-handed = ✉️ Answer handed over: { $how }, { $date }. { $to }
staff-decided-before = Answer of { $unit }, { $date }:
decided-done = done
decided-promised = promised
decided-answered = answered
decided-refused = cannot be done
decided-passed = passed on
decided-adopted = adopted
decided-adopted_partly = adopted in part
decided-not_adopted = not adopted
decided-upheld = it stands
decided-changed = changed
decided-revoked = revoked

## Handing over

staff-button-hand_over = Answer handed over
staff-ask-handed-how = { $number }: how did the answer get to the resident?
how-opened = opened in chat
how-delivered = delivered in chat
how-phone = Read out by phone
how-post = By post
how-visit = Handed over in person
how-outside = by the body that decided
staff-ask-handed-to = To whom? Such as: the resident, the daughter who lives there, the receipt is signed by ...
staff-ask-handed-day = On which day did they get it? The days for a review count from it.
staff-handed-over = Recorded. The days for { $number } count from { $date }.
notice-reply_by_hand = ✉️ { $number } ({ $place }, { $category }): the answer has not reached the resident in chat. Hand it over by phone, post or in person, and record it: no right of theirs runs until then.

## Hearings

staff-button-begin_hearing = Hearing begins
staff-button-end_hearing = Hearing is over
staff-ask-hearing-day = { $number }: a hearing begins today. Which is its last day? Its days don't count.
staff-hearing-begun = Noted: hearing until { $date }. The answer is due by { $limit } now.
staff-hearing-ended = Noted. The answer is due by { $limit }.
notice-hearing_over = { $number } ({ $place }, { $category }): the hearing was to be over. Is it? The answer is due by { $limit }.

## Decided outside

staff-button-ask_outside = Asked outside
staff-button-decide_outside = Decided outside
staff-ask-outside-body = { $number }: which body outside looks at it again?
staff-ask-outside-day = By which day does it have to answer?
staff-ask-outside-papers = Is there a paper about it? Send it, or skip.
staff-outside-asked = Recorded: { $body } answers { $number } by { $date }. You are asked then.
staff-ask-outside-by = { $number }: which body has decided?
staff-ask-outside-result = What did it decide?
staff-ask-outside-found = With which facts and reasons? The resident reads it.
staff-ask-outside-document = Send its document: a photo or a file.
staff-ask-outside-received = On which day did the resident receive it?
staff-outside-decided = Recorded. The resident of { $number } has the word on it now.
notice-needs_review = ⚖️ To be looked at again, and no unit above is known here. Which one does it? Or has a body outside decided?
notice-outside_decided = { $number } ({ $place }, { $category }): a review decided outside is recorded. The resident has the word.
held-review = which unit above looks at it again

## Told to those who decided

notice-promise_kept = { $number } ({ $place }): what was promised is done, says the unit that promised it: “{ $words }” The resident knows.
staff-short-promise_kept = what was promised is said to be done
notice-review_asked = { $number } ({ $place }, { $category }): the resident has asked for a review. It is with { $unit } now.
notice-revoked_head = ⚖️ { $number } ({ $place }, { $category }): the answer of your unit was revoked. Somebody else does it again, by { $limit }.
staff-short-reply_by_hand = hand over the answer
staff-short-review_asked = a review is asked
staff-short-revoked_head = revoked, to be done again
staff-short-hearing_over = is the hearing over?
staff-short-outside_decided = decided outside

## The timeline

event-reply_received = you got the answer ({ $how }, { $at })
event-reply_received-staff = the answer was received ({ $how }, { $at }) { $words }
event-reply_undelivered-staff = the answer did not arrive in chat
event-review_asked = you asked to have it looked at again: { $instance }
event-review_asked-staff = the resident asked for it: { $instance }
event-revoked = the answer was revoked: { $found }
event-hearing_begun = a hearing until { $until }
event-hearing_ended = the hearing is over
event-outside_asked = { $body } looks at it again, by { $until }
event-outside_decided = { $body } has decided: { $found }

## What can't be done, and what can

refused-review-late = It could be asked for until { $date }. If there is something new, just write it: that is looked at.
refused-review-not-received = The answer has not been handed over yet, so your days haven't begun. We see to it.
refused-decided-before = That unit has decided it, or stands below one that has. Please choose one above.
refused-before-reply = The answer was written on { $date }; it can't have been received before.
refused-needs-document = That needs the document: a photo or a file of it.
