# What follows from the kind of a matter. A text that ends in a kind is said in place of the one without.

## The kind of a case, changed

staff-button-set_kind = Another kind
staff-ask-kind = { $number }: what is it? The resident is told, and can take it back by one tap.
staff-kind-set = { $number } is taken as { $kind } now. The resident has been told.
staff-card-kind = It is { $kind }.
staff-line-kind = { $number } · { $place } · { $category } · { $kind } · { $left }
notice-kind_changed = { $number }: the office takes it as { $kind } now. You hear by { $date }. Not so? One tap takes it back.
resident-short-kind_changed = taken as something else now
button-keep-kind = No, it is { $kind }
kind-kept = As you say: { $number } is { $kind }, and stays so. You hear by { $date }.
notice-kind_mended = { $number } ({ $place }) is taken as { $kind } now: { $left }.
notice-kind_kept = { $number } ({ $place }): the resident says it is { $kind }. That counts: { $left }.
notice-as_request = { $number } ({ $place }): the answer was not enough, so the resident makes it a request. It goes on, { $left }.
staff-short-kind_mended = taken as { $kind } now
staff-short-kind_kept = it is { $kind }, says the resident
staff-short-as_request = a request now, says the resident
event-kind_set = the office took it as { $to }
event-kind_kept = you said that it is { $to }
event-kind_kept-staff = the resident said that it is { $to }
event-as_request = you made it a request
event-as_request-staff = the resident made it a request
event-thanked = you said thanks: { $words }
event-thanked-staff = the resident said thanks: { $words }
refused-kind-kept = The resident has said what it is. That counts, and it stays so.
refused-kind-unchanged = It is already what you sent.
refused-wrong-kind = That does not go with a matter of this kind. /case with its number shows what does.
refused-only-thanks = That is thanks, and needs no number. Tap "Pass it on".
refused-not-thanks = That is more than thanks by now. Have a look at the newest card.
refused-draft-done = That is settled already. Is there anything else? Just write.

## A question: answered, and clear or not

closing-contested-question = answered, but the resident disagrees
closing-contested-question-you = answered, but you disagree
outcome-found-question = Answer: { $found }
outcome-work-question = Also: { $work }
was-it-done-question = Does this answer it?
button-verdict-clear = It's clear
button-verdict-unclear = Not yet
verdict-clear = clear
verdict-unclear = not clear yet
button-reopen-question = Ask again
goes-on-question = All right. { $number } goes on, and a better answer comes by { $date }.
what-is-unclear = What is not clear yet? A line is enough.
solved-question = Good! { $number } is answered. How many stars for the answer? Nobody sees that they are yours.
stars-how-many-question = How many stars for the answer on { $number }? Nobody sees that they are yours.
about-closed-question = { $number } is answered. Do you want to ask again, or is this a new matter?
resident-short-reminded_confirm-question = does the answer answer it?
notice-reminded_confirm-question = { $number } has an answer. Does it answer what you asked?
notice-closed_no_answer-question = We asked { $count } times and heard nothing. { $number } is set aside; we don't count it as answered. Ask again by { $date } and it goes on.
notice-stars_again-question = How many stars for the answer on { $number }? One tap is enough; nobody sees that they are yours.
notice-status-question = { $number }: { $state }. { $unit } has your question; the answer comes by { $date }.
notice-status-same-question = { $number }: no answer yet, and it is not forgotten. { $unit } has your question; the answer comes by { $date }.
notice-contested-question = You disagree, and that stands in the record. A question has no review. Until { $date } you can ask again, or make it a request: then something is to be done, and you can have it reviewed.
button-as-request = Make it a request
notice-judged-unclear = { $number } ({ $place }): the resident says the answer is not clear yet. It goes on.
notice-judged-disagree-question = { $number } ({ $place }): the resident disagrees with the answer. Closed; it may come back as a request.
notice-closed_solved-question = { $number } ({ $place }): the resident says the answer is clear. Thank you!
staff-short-closed_solved-question = the answer is clear, says the resident
staff-outcome-answered-question = Answer it
staff-ask-answer = What is the answer? In plain words, so that nobody has to ask again.
staff-proposed-question = Sent. The resident says now whether that answers it.

## A suggestion: what became of it

outcome-adopted = 💡 Adopted
outcome-adopted_partly = 💡 Adopted in part
outcome-not_adopted = 💡 Not adopted
outcome-found-suggestion = Studied: { $found }
outcome-work-adopted = What happens now: { $work }
outcome-work-adopted_partly = What happens now, and what does not: { $work }
outcome-work-not_adopted = Why not: { $work }
outcome-proposer = Proposed by { $proposer }. Thank you!
proposer-unnamed = a resident of { $place }
was-it-done-suggestion = Anything to add?
button-verdict-read = I've read it
button-verdict-more = I'd like to add
verdict-read = read it
verdict-more = something to add
button-reopen-suggestion = I'd like to add
goes-on-suggestion = Good. { $number } goes on, and another answer comes by { $date }.
what-to-add = What would you like to add? A line is enough.
solved-suggestion = Thank you for proposing it! { $number } is closed. How many stars for how it was received? Nobody sees that they are yours.
stars-how-many-suggestion = How many stars for how { $number } was received? Nobody sees that they are yours.
about-closed-suggestion = { $number } is closed. Do you want to add to it, or is this a new matter?
resident-short-reminded_confirm-suggestion = your suggestion has an answer
notice-reminded_confirm-suggestion = Your suggestion { $number } has an answer. Have you read it, or would you like to add something?
resident-short-closed_no_answer-suggestion = set aside, no word from you
notice-closed_no_answer-suggestion = We asked { $count } times whether you have read the answer on { $number }, and heard nothing. It is set aside. You can add to it until { $date }.
notice-stars_again-suggestion = How many stars for how your suggestion { $number } was received? One tap is enough; nobody sees that they are yours.
notice-status-suggestion = { $number }: { $state }. { $unit } is studying your suggestion; the answer comes by { $date }.
notice-status-same-suggestion = { $number }: nothing new yet, and it is not forgotten. { $unit } is studying your suggestion; the answer comes by { $date }.
notice-judged-more = { $number } ({ $place }): whoever proposed it has something to add. It goes on.
notice-closed_solved-suggestion = { $number } ({ $place }): whoever proposed it has read the answer. Thank you!
staff-short-closed_solved-suggestion = the answer was read
staff-outcome-adopted = Adopted
staff-outcome-adopted_partly = Adopted in part
staff-outcome-not_adopted = Not adopted
staff-ask-adopted = What happens now, and when? Where a part is not adopted: why not?
staff-ask-why-not = Why not? Whoever proposed it reads it.
staff-proposed-suggestion = Sent, with thanks to whoever proposed it.

## A report of a violation, an accusation

was-it-done-report = Has it stopped? Be frank: the officer can't tell which stars are yours.
button-reopen-report = It has not stopped
resident-short-reminded_confirm-report = has it stopped?
notice-reminded_confirm-report = What you reported ({ $number }) has an answer, and you have the last word. Has it stopped?
resident-short-still_solved-report = still stopped?
notice-still_solved-report = Four weeks ago { $number } had stopped. Has it, still?
notice-contested-report = You disagree, and that stands in the record. A report has no review. Until { $date } you can have it taken up again, or make it a request: that can be reviewed.
notice-contested-accusation = You disagree, and that stands in the record. There is no review of this here; the discipline inspection (12388) looks at it on its own. Until { $date } you can have it taken up again.
notice-judged-disagree-report = { $number } ({ $place }): the resident says done, but disagrees. Closed; it may come back as a request.
notice-judged-disagree-accusation = { $number } ({ $place }): the resident says done, but disagrees. Closed; it may be taken up again.

## Late, where no more time can be given

notice-late_head-no-more = ⚠️ { $number } is { $late }. { $person } says: { $reason }. It is { $kind }: no more time can be given. Choose: reassign, or take it. The resident knows.
notice-late_head-unsaid-no-more = ⚠️ { $number } is { $late }. { $person } hasn't said why. It is { $kind }: no more time can be given. Choose: reassign, or take it. The resident knows.

## A question that the service can answer

answer-shown = 💡 { $title }: { $text }
answer-source = From: { $source }
answer-enough = Does that answer it? If not, the office does.
button-answered = Yes, thank you
button-ask-office = Ask the office
answer-was-enough = Glad it helped. Nothing was sent. The office is one tap away all the same.

answer-time-title = How long it takes
answer-time-words = how long does it take|how long will it take|how long until answer|how long wait|when hear back|when will answer|when get reply|how many days answer
answer-time = Within { $notice } days you hear who has it and how it goes on. A question is answered within { $question } days of being taken up, a request within { $request }. The day stands on your card; /my shows it any time.
answer-name-title = Who sees your name
answer-name-words = who sees name|who knows name|who will know name|see my name|know who i am|stay anonymous|is it anonymous|be anonymous|anonymously
answer-name = The intake office alone may know who you are. Whoever works on it sees your words and the place, with names and numbers blacked out. In groups there is only the number.
answer-follow-title = How to see where it stands
answer-follow-words = where does stand|follow complain|where complain|see progress|check status|check progress|follow case|track case|status of petition|how stand
answer-follow = Write /my: it shows all your matters and where each one stands. You also hear by yourself when something happens, and every two weeks at the latest. "Ask for news" presses.
answer-withdraw-title = How to withdraw
answer-withdraw-words = withdraw|withdraw complain|take back complaint|take back petition|cancel complaint|cancel petition|delete complaint
answer-withdraw = Write /my, open the matter and tap "Withdraw". Nobody asks for reasons, and you can take it up again later.
answer-again-title = Not solved? Again
answer-again-words = complain again|petition again|not solved again|reopen|not satisfied answer|appeal answer|ask review
answer-again = Open it under /my and tap "Not done after all": it goes on with somebody else from the second time. Who disagrees with the answer to a request can have it reviewed, free, within { $review } days.
answer-cost-title = What it costs
answer-cost-words = cost anything|does it cost|cost complain|cost petition|is it free|complain free|pay anything|any fee
answer-cost = Nothing. Filing, following and a review are free, and nobody may ask you for money or a favour. If somebody does, write it here.
answer-number-title = Which number to call
answer-number-words = which number call|what number call|phone number call|hotline number|number to call|which hotline
answer-number = In danger: 110 police, 119 fire, 120 ambulance. For everything else 12345, day and night; wages 12333; officials and discipline 12388. Or just write it here.

## Thanks

thanked = 🙏 Passed on: { $person } of { $unit } and the head read your words. That warms the day. If anything is to be done one day, just write.
thanked-office = 🙏 Passed on to the intake office. That warms the day. If anything is to be done one day, just write.
staff-digest-thanks = 🙏 Thanks
staff-digest-thanks-line = “{ $words }” ({ $number })
staff-digest-thanks-alone = “{ $words }”
