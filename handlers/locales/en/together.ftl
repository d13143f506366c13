# The same matter: one's own that runs already, a neighbour's to join, cases that are merged, petitions that many sign.

## One's own, once more

about-same = You've told us this already: { $number } ({ $category }), { $unit }, { $state }; you hear by { $date }. Something new? It's added there, no need to send it again.
button-add-to-that = Add it to that one
button-something-different = It's something else

## The same near by

near-found = { $count ->
    [one] Somebody near by has told us something alike, and it is being worked on:
   *[other] { $count } matters near by are alike, and are being worked on:
}
near-joined = You are with this one already, and it is being worked on:
near-line = { $no }. { $category } · { $place } · { $age } · { $people }
near-this-week = this week
near-weeks = { $count ->
    [one] a week ago
   *[other] { $count } weeks ago
}
near-months = { $count ->
    [one] a month ago
   *[other] { $count } months ago
}
near-few = one or two people
near-people = { $count } people
near-which = Which one? If you're with it, you hear all its news.
button-me-too = Me too
button-one-of-these = It's one of these
button-none-of-these = None; send mine
button-send-mine = Mine differs; send it
joined-ok = You count, too: { $number } ({ $category }, { $place }), { $people } people now. { $unit } has it; word by { $date }, and you hear all its news. Nobody else learns who you are.
button-my-words-too = Let the officers read my words
joined-words = Those who work on { $number } can read your words now. Nobody else can.

## What one is with

with-head = { $count ->
    [one] You are with one more:
   *[other] You are with { $count } more:
}
joined-line = { $number } { $category } · { $place } · { $state }
joined-seen = { $number } ({ $category }, { $place }): you are with it, { $people } people in all. { $unit }, { $state }.
joined-seen-signed = { $number } ({ $category }, { $place }): you have signed it, { $people } people in all. { $unit }, { $state }.
joined-waiting = What happens next is said by { $date } ({ $left }).
joined-working = A written answer comes by { $date } ({ $left }).
joined-promised = It is promised by { $date } ({ $left }).
joined-representative = You speak for the others here.
joined-was-it-done = Was it done, as you see it?
button-joined-done = Done
button-joined-not-done = Not done for me
button-add-words = Add a word
button-leave = Leave it
button-leave-yes = Yes, leave it
leave-sure = Leave { $number }? You'd hear no more of it.
left = Done: you hear no more of { $number }. Anything else, just write.
joined-ask-words = What would you add? Only the officers read it.
joined-added = Noted. { $unit }, which works on { $number }, can read it.
joined-said-done = Noted, thank you.
joined-said-not-done = Noted; those who work on { $number } know. What's missing for you? Just write it here, and it becomes a case of your own.
joined-not-done-draft = Noted; those who work on { $number } know. Here is what you wrote then: one tap makes it a case of your own.
news-waiting = News of { $number } ({ $category }, { $place }), which you are with. It is now at { $unit }:
news-working = News of { $number } ({ $category }, { $place }), which you are with. The written answer comes by { $date }:
news-promised = { $number } ({ $category }, { $place }), which you are with, has its answer: promised by { $date }.
news-proposed = { $number } ({ $category }, { $place }), which you are with, has its answer:
news-closed = { $number } ({ $category }, { $place }), which you are with, is over: { $state }. Not done for you? One tap makes it a case of your own.
news-line = { $number } · { $category } · news of a matter that you are with

## Merged

notice-merged = Others told us the same: { $number } is worked on together with theirs, for { $people } people. Your number stays, and you say for yourself whether it was done.
notice-split = { $number } goes its own way again. { $unit } has it; the answer comes by { $date }.
case-merged = It is worked on together with others of the same matter.
event-merged = Put together with others of the same matter
event-merged-staff = Merged into { $into }
event-merged_here-staff = { $number } merged into this one
event-split = Goes its own way again
event-split-staff = Taken out of the merged cases
event-parted = Goes its own way again
event-parted-staff = On its own again: its master has ended or changed
staff-button-merge = Merge
staff-button-merge-yes = Merge
staff-button-split = Take out
staff-button-split-yes = Take it out
staff-ask-master = Into which case does { $number } ({ $place }, { $category }) go? Tap one, or type a number.
staff-ask-master-number = Into which case does { $number } ({ $place }, { $category }) go? Type its number.
staff-mistake-master = There is no such number, or it isn't yours to see. If a number has several cases, add "-1" or the like.
staff-merge-sure =
    Merge { $number } into this one:
    { $master }
    It is worked on there, and the earlier limit holds. Each resident says whether it was done; merging solves nothing.
staff-merged = { $number } is merged into { $master }. The resident knows.
staff-split-sure = Take { $number } out, to go its own way? It stays with its unit, and its limit stands.
staff-split = { $number } is taken out. The resident knows.
staff-card-people = 👥 A matter of { $people } people: they read progress and answer, so name nobody.
staff-card-people-merged = 👥 A matter of { $people } people; merged: { $numbers }
staff-card-merged = 👥 Worked on in { $number }
staff-card-joint =
    ✍️ Joint petition: { $speakers ->
        [one] one representative
       *[other] { $speakers } representatives
    } ({ $most } at most come to a visit, article 20)
staff-card-not-done = { $count ->
    [one] One of them says that it isn't done
   *[other] { $count } of them say that it isn't done
}
notice-merged_away = { $number } ({ $place }) is worked on in { $into } now; nothing more for you to do.
notice-merged_here = { $number } ({ $place }, { $category }): another case of the same matter was merged into it. { $people } people now.
notice-parted = { $number } ({ $place }, { $category }) isn't merged any more: it goes its own way, and it's yours.
notice-supporter_added = { $number }: somebody who is with it adds: “{ $words }”
notice-supporter_not_done = { $number } ({ $place }, { $category }): somebody who is with it says that it isn't done.
staff-short-merged_away = worked on in another case now
staff-short-merged_here = another case merged into it
staff-short-parted = not merged any more
staff-short-supporter_added = a word of somebody who is with it
staff-short-supporter_not_done = somebody who is with it says: not done
event-supporter_added-staff = Somebody who is with it adds: { $words }
event-gathered = Neighbours are asked to sign
event-representative-staff = Somebody speaks for the petition now

## With neighbours

menu-together = With neighbours
button-together = With neighbours
gather-none = First tell me the matter and send it; then neighbours can sign. It must be open, and not protected.
gather-which = Which one together with neighbours?
gather-consent = Before they sign, neighbours read these words and nothing else. Show them? “{ $text }”
button-show-these = Show these words
button-show-others = I'll write others
gather-other = Write what neighbours shall read, 600 characters at most. Nothing that you'd keep to yourself.
gather-coming = The link and the QR code of { $number } are on their way.
gather-stands =
    { $number }: { $count ->
        [one] 1 person is with you
       *[other] { $count } people are with you
    }, { $speakers ->
        [one] 1 speaks for it
       *[other] { $speakers } speak for it
    }. It can be signed until { $date }. Who has signed, only they and the intake office know.
button-sign-link = Another link
button-speaker-link = Ask someone to speak for it
notice-sign_link =
    The link to sign { $number }, good until { $date }. Pass it to neighbours, or print the QR code below:
    { $addresses }
    Or send me: /join { $code }
notice-speaker_link =
    For a neighbour to speak for { $number }: give this link to that person alone. It works once, until { $date }, and they may say no:
    { $addresses }
    Or send me: /join { $code }
notice-no_link = The link of { $number } could not be made. Try again a little later: /together
notice-representative = { $number }: a neighbour has agreed to speak for it, { $count } now besides you.
notice-spoken_for = { $number }: a representative has said for all: { $verdict }. If you see it otherwise, open it; it can be taken up again.
case-joint = { $count ->
    [one] ✍️ 1 person is with you.
   *[other] ✍️ { $count } people are with you.
}
sign-ask =
    { $people ->
        [one] One person says
       *[other] { $people } people say
    } ({ $category }, { $place }): “{ $text }” Do you sign, too? Nobody else learns who you are.
button-sign = I sign
button-speak-for-it = I sign, and speak for it
button-not-now = Not now
sign-not = That's fine. If you change your mind, open the link again.
signed = Signed. The number is { $number }; { $people } people now. { $unit } has it, and you hear all its news.
signed-speaks = Signed: you speak for { $number }. You can add to it, press for news, and judge the answer for all. At most { $most } come to a visit (article 20).
button-unsign = Withdraw my name

refused-join-over = That one is over, or can't be joined any more. Yours can still be sent: tap Send.
refused-link-unknown = This link is no good any more: it has ended, or that matter has its answer.
refused-link-own = This is your own link: pass it to your neighbours. How many have signed: /together
refused-signed-already = You have signed { $number } already.
refused-speakers-many = With you, { $most } people at most speak for it (article 20). If someone steps back, ask another.
refused-not-joint = First let neighbours sign: /together
refused-merge-hidden = These two can't be merged: one is protected, accuses somebody, or hasn't been looked at yet.
refused-merge-kinds = These two are of different kinds. Make them one kind first.
refused-merge-itself = A case can't be merged into itself.
refused-merge-merged = That one is merged itself: choose its master.
refused-merge-own = Whoever works on that one must not work on this one. Give it to somebody else first.
refused-merge-many = Too many: 50 cases at most are merged into one.
