# What residents read. See VOICE: short, warm, plain, one thing at a time.

## Everyone

language-name = English
language-which = Which language shall we speak?
language-set = English it is.
welcome =
    Hello! Something wrong where you live? Just write it here, as you would tell a neighbour.
    You get a number, someone answers for it, and we follow it until you say that it is solved.
    中文：/zh · Your matters: /my · Help: /help
help-resident =
    Just write what is wrong, and where. That is all.
    /my - your matters and where they stand
    /language - English or 中文
    /cancel - stop what we are at, /back - one step back
button-help-my = 📄 My matters
button-help-more = What else is here
button-help-resident = What everyone can do
help-more = Also here:
help-line = { $command } - { $what }
menu-my = Your matters
menu-case = One matter, by its number
menu-language = English or 中文
menu-help = What you can do here
menu-cancel = Stop what we are at
nothing-open = Nothing is open just now. Just write what is wrong, whenever you like.
cancelled = Stopped. Nothing has changed.
cancelled-draft = Nothing has been sent. What you wrote stays here for { $days } days.

small-hello = hello|hi|hey|hello there|good morning|good afternoon|good evening|anyone there|is anybody there|are you there|你好|您好
small-hello-answer = Hello! What is wrong? Write it in your own words, and where it is.
small-thanks = thanks|thank you|thank you very much|thanks a lot|many thanks|ok|okay|谢谢|好的
small-thanks-answer = You're welcome. If there is anything else, just write.
small-tap-answer = Is that your answer? Please tap the button that fits, just above. If something is wrong, write it here.
small-human = human|a human|operator|i want to talk to a human|i want to talk to a person|can i talk to somebody|转人工
small-human-answer = People of the office read and work what you send here. Just write what is wrong. To talk to someone face to face: /reception. Is anyone in danger? /sos
small-who = who are you|what are you|are you a robot|is this a robot|你是谁
small-who-answer = I'm a program that takes your words to the right people of the town hall, and stays with it until you say it's solved. Just write what is wrong.

## Writing

words-only = That kind of message I can't read. Write a line or two, speak, or send a photo, a video, a document or a place.
words-only-caption = That kind of message I can't keep. I have taken the words that came with it.
words-none = There were no words in that. Please write what is wrong, in a line or two.
words-many = That is a lot, thank you. I kept the first { $limit } characters; the rest can be told later.
edited-unknown = I saw that you changed an earlier message. If it matters, please send it as a new one.
correction = Correction: { $words }

draft-card = You're telling us: { $summary }. About: { $category }. Place: { $place }. Right? Tap Send; if not, Change. Only the intake office knows your name.
draft-card-where =
    You're telling us: { $summary }. About: { $category }.
    Where is it? Type the village, or tap Send without it. Only the intake office knows your name.
draft-as-resident = (As a resident, this is your own complaint:)
draft-which-place = Which one do you mean? If none, type its name with the township.
draft-place-noted = Noted: { $place }.
draft-place-left = Nothing chosen, and that's fine: it goes on all the same. If you know which one, just write it here.
draft-place-over = No need to choose here any more.
draft-place-in-words = I don't know a place of that name. Your words for it go along.
draft-place-far = That is too far away for us to know the village. Type its name, if you like.
draft-place-gone = That place is no longer on our list. Where is it now?
draft-category-gone = That kind of matter is no longer on our list. Choose another with Change, or just send it.
draft-not-sent = This is not sent yet:
draft-dropped = Not sent. It's gone; write again any time.
place-shared = the place you shared
button-send = Send
button-change = Change
button-dont-send = Don't send
button-share-place = 📍 Share where I am
button-go-on = Go on with it
button-throw-away = Throw it away

change-what = What shall we change?
change-words = The words
change-category = The subject
change-place = The place
change-words-ask = Write it again, as it should be.
change-category-ask = What is it about?
change-where = Where is it? Type the village and its township.
mistake-place = Please type the name of the place, or share where it is.

filed = We have it; it can't get lost. Your number: { $number }. You hear from { $unit } what happens next by { $date }.
filed-code = Your query code: { $code }. Anyone with it can see how things stand, nothing more. It is shown only this once.
toast-sent = Sent

## Words about a running case

about-one = “{ $summary }”: is it about { $number } ({ $category })?
about-many = “{ $summary }”: is it about one of your { $count } open matters?
about-which = Which one?
about-closed = { $number } is closed. Was it not done after all, or is this a new matter?
button-add-to = Add to { $number }
button-add-to-one = Add to one of them
button-new-matter = A new matter
button-case = { $number } { $category }
added = Added to { $number }. { $unit } has it now.
added-correction = Your correction is with { $number } now. { $unit } has it.
answer-passed = Passed on as your answer about { $number }. Thank you!
button-something-else = That was something else
note-something-else = (The resident says: the words before were not an answer, but a new matter.)

## One's own cases

my-none = You have no matters here yet. Just write what is wrong.
my-head = { $count ->
    [one] Your matter:
   *[other] Your matters:
}
my-line = { $number } · { $category } · { $place } · { $state }
number-wrong = One digit of that number seems to be wrong. Please check it once more, or look under /my.
number-none = That is no number of ours. They look like 260302-4830235; yours are under /my.
case-head = { $number } · { $category } · { $place }
case-waiting = { $unit } has it, { $state }. You hear what happens next by { $date } ({ $left }).
case-working = { $person } of { $unit } is on it. A written answer comes by { $date } ({ $left }).
case-proposed = { $unit }: { $state }.
case-promised = { $person } of { $unit } promises it by { $date } ({ $left }).
case-closed = { $unit }: { $state }.
case-question = ❓ One question: { $question }
code-state = { $number }: { $unit }, { $state }. By { $date } at the latest.
code-state-over = { $number }: { $unit }, { $state }.
code-unknown = No petition has this code, or one letter is wrong. Please check it once more.
refused-code-tries = A query code can be tried five times an hour. Please try again a little later.
button-open = Show it
button-urge = Ask for news
button-withdraw = Withdraw
button-withdraw-yes = Yes, withdraw
button-withdraw-no = No, keep it
button-reopen = Not done after all
button-stars = Give stars
button-explain = Explain it to me
button-verdict-done = Done
button-verdict-half = Half
button-verdict-not_done = Not done
button-verdict-disagree = Done, but I disagree
button-still-solved = Yes, still fine
urged = Asked. { $unit } has been told that you are waiting for news of { $number }.
withdraw-sure = Withdraw { $number }? Nobody goes on with it then. You can take it up again later.
hard-to-follow = Hard to follow? Tap, and someone will explain.
was-it-done = Was it done? Be frank: the officer can't tell which stars are yours.
explain-asked = { $unit } has been asked to explain it to you. The question of whether it is done can wait.
note-explain = (The resident finds the answer hard to follow. Please explain it in plain words.)
goes-on = Thank you for being frank. { $number } goes on, and an answer comes by { $date }.
what-is-missing = What is still missing? A line is enough.
missing-skipped = All right. If something comes to mind, just write it.
solved = Good to hear! { $number } is closed. How many stars for how it was done? Nobody sees that they are yours.
stars-how-many = How many stars for how { $number } was done? Nobody sees that they are yours.
rated = Thank you!
still-solved-yes = Good to hear. If anything is wrong again, just write.

## The timeline

event-filed = you told us
event-assigned = { $unit } has it
event-accepted = { $person } took it
event-asked = asked: { $question }
event-answered = you answered: { $words }
event-added = you added: { $words }
event-progress = { $news }
event-visit = a visit on { $at }
event-waiting = waiting until { $until }: { $why }
event-help = { $person } called for help: { $why }
event-declined = { $person } could not take it: { $why }
event-late_explained = why it is late: { $why }
event-date_set = a new day is set: { $until }
event-proposed = the answer came
event-promised = promised by { $by }
event-judged = you said: { $verdict }
event-reopened = taken up again
event-urged = you asked for news
event-withdrawn = you withdrew it
event-closed = closed
event-handed = someone else took over
event-taken = { $person } took over
event-left_open = whoever had it has left; somebody else is being found
event-supervisor_told = late: those above have been told

## Notices

resident-line = { $number } · { $category } · { $what }
resident-short-question_again = a question for you is still open
resident-short-visit_tomorrow = someone comes to look tomorrow
resident-short-reminded_confirm = was it done?
resident-short-closed_no_answer = set aside, not counted as solved
resident-short-status = goes on, the day to keep is { $date }
resident-short-late_resident = late, and those above know
resident-short-stars_again = how many stars?
resident-short-still_solved = still solved?
notice-accepted = { $person } of { $unit } is on it. A written answer comes by { $date }. Remembered something? Just send it here.
notice-asked = One question: { $question } Type, speak or send a photo. If you don't know, that's fine; work goes on.
notice-question_again = A question about { $number } is still open: { $question } Type, speak or send a photo. If you don't know, that's fine; work goes on.
notice-progress = { $now }: { $news }.
progress-step = Next: { $step }.
progress-step-when = Next: { $step }, about { $date }.
notice-visit = { $person } of { $unit } comes to look on { $date } at { $time }.
notice-visit_tomorrow = Tomorrow, { $date } at { $time }, { $person } of { $unit } comes to look. Does it not suit you? Just write.
visit-note = { $note }
notice-waiting = { $number }: nothing can be done before { $date }: { $why }. We ask again then.
notice-outcome = Here is the answer on { $number }.
notice-promised = Here is a promise on { $number }. We ask again on that day.
notice-reminded_confirm = { $number } has an answer, and you have the last word. Was it done?
notice-closed_no_answer = We asked { $count } times and heard nothing. { $number } is set aside, not counted as solved. Say "not done" by { $date } and it goes on.
notice-status = { $number }: { $state }. { $unit } has it; the day to keep is { $date }.
notice-status-same = { $number }: nothing new yet, and it is not forgotten. { $unit } has it; the day to keep is { $date }.
notice-late_resident = { $number } is late, and we are sorry. Those above { $unit } know it and will press. You need do nothing.
notice-stars_again = How many stars for how { $number } was done? One tap is enough; nobody sees that they are yours.
notice-still_solved = Four weeks ago { $number } was solved. Is it still?
notice-draft_left = You began to write: { $summary }. It has not been sent yet. Go on?
notice-draft_shelved = What you began to write is put away for now: { $summary }. Nothing was sent; you can go on any time.
notice-reassigned = { $number } is in other hands now: { $unit }. Nothing is lost; the day to keep is { $date }.
notice-withdrawn_ok = { $number } is withdrawn, as you wished. Should you need it again, just write.
notice-contested = You may ask { $body } to look again, free, until { $date }: tap here. Court and reconsideration have other deadlines.
notice-reopened_ok = { $number } goes on. An answer comes by { $date }.
body-above = the office above

refused-draft-gone = That one is thrown away already. Just write again what is wrong.
refused-draft-joined = That one is part of a matter that runs already; nothing is lost. See /my.
refused-no-words = There is nothing in it yet. Please write what is wrong, or send a photo.
refused-no-area = Nothing can be sent here just yet. Please try again later; what you wrote stays here.
refused-area-unknown = That place is no longer on our list. Please type another.
refused-place-gone = That place isn't offered any more. Please type its name.
refused-stars-unknown = One to five stars, please.
