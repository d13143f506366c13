# Accepting: the path, and what else can be done; not accepting: why, where it belongs, what can be done about that.

closing-not_accepted = not accepted
closing-not_accepted-you = not accepted

## The path

path-request = How it goes: we hear you, look into it, and answer in writing.
path-wages = How it goes: labour inspection looks into the wages.
path-question = How it goes: we find out, and answer you.
path-suggestion = Thank you for the idea. How it goes: it is studied, and you hear whether it is taken up, and why.
path-report = How it goes: it is checked; what is true is dealt with by law, and you hear the result.
path-accusation = How it goes: by the rules of discipline inspection; those it is about can't see it.

remedies-head = Other ways; writing to us does not stop their days:
remedy-arbitration = · Labour arbitration, free: within a year as a rule
remedy-arbitration-until = · Labour arbitration, free: best by { $date }
remedy-reconsideration = · Reconsideration of an office's decision: { $count } days from when you knew
remedy-suit = · A court, against it: { $count } months from when you knew

## Not accepted

no-reason-court = For a court
no-reason-procedure = Arbitration, reconsideration or such
no-reason-other_body = Another body's
no-reason-final = Ended by re-examination
no-reason-unclear = Name or address unclear
no-article-court = Regulations on Petition Work, articles 22 and 31 (1)
no-article-procedure = Regulations on Petition Work, article 31
no-article-other_body = Regulations on Petition Work, article 23
no-article-final = Regulations on Petition Work, article 36
no-told-court = { $number } can't be taken here: lawsuits and judgments are for the court ({ $article }). Please go to: { $body }. { $words } For a lawyer's help call 12348, free.
no-told-procedure = { $number } can't be taken here: the law has another way for it ({ $article }). Please go to: { $body }. { $words } There is a deadline there, so don't wait.
no-told-other_body = { $number } can't be taken here: it is not ours to decide ({ $article }). Please go to: { $body }. { $words }
no-told-final = { $number } can't be taken again: the same matter and reasons had their last answer, { $body } ({ $article }). { $words } If there is something new, write to us.
no-ask-above = Don't agree? Tap here by { $date } and the office above looks, free.
own-body-labour_inspection = Labour inspection (12333)
own-body-discipline = Discipline inspection (12388)
own-body-labour_arbitration = Labour arbitration commission (12333)
own-body-reconsideration = Office of administrative reconsideration
own-body-court = People's court (12368)
button-ask-above = Ask the office above
asked-above = { $unit } is asked
notice-asked_above_ok = { $number }: { $unit } looks at it now, and tells you what happens next by { $date }. Whoever decided before is out of it.
notice-to_discipline = { $number } went to { $body } ({ $when }). They deal with it by their rules, and those it is about can't see it. To ask how it goes, call 12388.

## What staff read

staff-button-doubt = Not for us?
staff-button-not_accept = Don't accept
staff-button-dismiss_doubt = It is ours
staff-button-to_discipline = To discipline inspection
staff-button-who = Use a ready question
staff-button-no-send = Tell the resident so
staff-ask-no = { $number }: why is it not to be accepted?
staff-ask-who = Name or address unclear: no notice is owed, but please ask. In which words? The resident will read them.
staff-ask-no-body = { $number }: where does it belong? Tap one, or type it. The resident will read it.
staff-ask-no-final = { $number }: which decision ended it? Its number and day; the resident will read it.
staff-ask-no-words = One or two plain sentences more, for the resident to read.
staff-no-shown = The resident will read this:
staff-doubted = { $number }: the head decides. The clock runs on; the resident must hear by { $limit }.
staff-not-accepted = { $number }: not accepted, and the resident knows. It doesn't count as solved, and they may ask the office above.
staff-doubt-dismissed = { $number }: waits to be taken, and the officer knows.
staff-card-doubted = ❔ Somebody would not accept it: { $reason }; it belongs to: { $body }. { $words }
staff-card-not-accepted = ✖️ Not accepted: { $reason }; it belongs to: { $body }. { $words }
staff-ask-discipline = { $number }: to which discipline inspection did it go? The resident will read it.
notice-doubted = ❔ { $person } would not accept { $number } ({ $place }, { $category }). Your word; the resident must hear by { $limit }:
notice-doubt_dismissed = { $number } ({ $place }, { $category }): the head has looked, and it is ours. Please take it; the resident must hear by { $limit }.
notice-not_accepted_staff = { $number } ({ $place }, { $category }) was not accepted, and the resident knows.
notice-notice_due = ⏳ { $number } ({ $place }, { $category }): by { $limit } the resident must be told in writing whether it is accepted (article 23).
notice-notice_due-held = ⏳ { $number } ({ $place }, { $category }) must be forwarded by { $limit } (article 22). Where to?
staff-short-doubted = accept it or not?
staff-short-doubt_dismissed = ours: please take it
staff-short-not_accepted_staff = not accepted
staff-short-notice_due = { $left }: tell the resident
ask-who-you-are = What is your name, and where do you live? The written notice needs it. If you would rather not say, it is looked at all the same.

event-doubted = { $person } would not accept it: { $why }
event-doubt_dismissed = { $person }: it is to be accepted
event-not_accepted = not accepted, for { $body }: { $why }
event-asked_above = you asked the office above
event-asked_above-staff = the resident asked the office above
event-to_discipline = went to { $body } ({ $when })

refused-head-decides = That is for { $person } to decide.
