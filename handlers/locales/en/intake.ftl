# What it is that was written: its kind, how many matters, and whom it speaks of.

kind-question = a question
kind-suggestion = a suggestion
kind-request = something to be done
kind-report = a report of a violation
kind-accusation = a complaint about an official or an office
kind-thanks = thanks
button-kind-question = I'm only asking
button-kind-suggestion = It is a suggestion
button-kind-request = Something is to be done
button-kind-report = I report a violation
button-kind-accusation = It is about an official
button-kind-thanks = I only say thanks
change-kind = Question, suggestion ...
change-kind-ask = What is it?
change-drop = Don't send it

draft-kind = We take it as { $kind }.
draft-hidden = 🔒 It speaks of an official or an office. We keep it from them, all right? If so, just tap Send.
draft-open = The official or the office in it may know of this.
button-may-know = They may know
button-must-not-know = 🔒 Keep it from them

draft-card-several = You're telling us { $count } things:
draft-card-matter = { $no }. { $summary } ({ $category })
draft-card-several-place = Place: { $place }. Shall each go its own way, with someone for each? Only the intake office knows your name.
draft-card-several-where = Where is it? Type the village. Shall each go its own way, with someone for each? Only the intake office knows your name.
button-send-apart = Send each apart
button-send-as-one = Send as one
draft-card-thanks = You're saying thanks: { $summary }. We pass it on; it needs no number. If something is to be done, tap below.
button-thank = Pass it on

filed-several = We have it; it can't get lost. Your number: { $number }. It has { $count } parts, each worked on its own:
filed-matter = { $number } { $summary }: { $unit }, by { $date }.
filed-held-accusation = 🔒 The people and offices it speaks of can't see it. The intake office above them takes it on.
filed-held-court = What a court decides we can't decide for it. The intake office forwards it, and tells you where.
filed-held-many = You have told us a lot today, and all of it is kept. A person looks at this one first.
notice-petition_over = All { $count } parts of { $number } have come to an end.
resident-short-petition_over = all parts have come to an end

refused-unit-accused = The case is about that very unit, or one above it. It cannot be given to it.
