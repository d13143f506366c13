# Written down for somebody else: calls, letters and visits, read back, with a slip; and passing on what they are told.

menu-enter = Enter a call, letter or visit
button-enter = ☎️ Enter for somebody
caller = the person
caller-phone = { $name } ({ $phone })
caller-phone-end = { $name } (phone ends in { $digits })

## Writing it down

enter-way = How did it come?
enter-way-phone = ☎️ Call
enter-way-letter = ✉️ Letter
enter-way-visit = 🚪 Visit
enter-name = What is their name? Only the intake office and you see it. Skip it if they'd rather not say.
enter-phone = Their telephone? So that you can pass on the answer. Skip it if there is none.
mistake-phone = That doesn't look like a telephone number. Digits only, or tap Skip.
enter-same = They have been here before. Is it the same person? Which matter is it?
enter-same-new = Same person, a new matter
enter-same-other = Somebody else
enter-words-phone = Type what they say, in several messages if you like. Ask whether anyone is in danger, too.
enter-words-letter = Type what the letter says, or send photos of it, in several messages if you like.
enter-words-visit = Type what they say, in several messages if you like; send photos of the papers they bring.

draft-entry-phone = ☎️ Written down for { $name }:
draft-entry-letter = ✉️ A letter, written down for { $name }:
draft-entry-visit = 🚪 Written down for { $name }:
draft-card-entry = Noted: { $summary }. Category: { $category }. Place: { $place }. Is there more? Just type on. If not, tap Read it back.
draft-card-where-entry =
    Noted: { $summary }. Category: { $category }.
    Where is it? Ask for the village and type it; it can go on without. If that is all, tap Read it back.
draft-card-several-place-entry = Place: { $place }. Each goes its own way, with someone for each. Ask whether that is all right.
draft-card-several-where-entry = Where is it? Ask for the village and type it. Each goes its own way, with someone for each: ask whether that is all right.
button-read-back = Read it back
draft-hidden-entry = 🔒 It speaks of an official or an office. It is kept from them; ask whether that is all right.

read-back =
    Please read this out to them:
    “{ $words }”
    Category: { $category }. Place: { $place }.
    Is it right?
read-back-letter =
    Please hold this against the letter:
    “{ $words }”
    Category: { $category }. Place: { $place }.
    Is it the same?
button-read-right = Read out, right
button-read-right-letter = The same, send
refused-not-read-back = Please read it back first, and send it once they say it is right. Tap Read it back.

## The slip

slip-head =
    📄 The slip, to read out or copy for them:
    Number: { $number }
    Query code: { $code } (shown this once)
slip-matter =
    With: { $unit }
    They answer by { $date }
slip-matters = { $number } { $summary }: { $unit }, by { $date }
slip-ask = To ask: at the intake office, or by your telephone, with the number. With a mobile: write /case and the query code to Doorstep.
slip-out-of-it = 🔒 It speaks of your own unit, so from now on you can't see it. Copy the slip; the intake office above passes on the answer.

code-again = We have only just met. Please send the query code once more.

## Passing on

pass-on =
    📣 Please tell { $who }:
    { $words }
pass-on-line = { $line } (please pass it on)
button-note-words = Note their words
notice-asked-passed = One question: { $question } Tap Note their words for what they say. If they don't know, that's fine; work goes on.
notice-question_again-passed = A question about { $number } is still open: { $question } Tap Note their words for what they say. If they don't know, that's fine; work goes on.
notice-accepted-passed = { $person } of { $unit } is on it. A written answer comes by { $date }.
staff-speaks-for = 🗣 For { $who }. This is what they should know:
staff-ask-says = { $number }: what do they say? Type their words, or send a photo.
staff-noted = Noted in { $number }. { $unit } can see it, and that you wrote it down.
staff-button-speak = They called

event-passed-on = { $what } (noted by { $person })
event-passed-on-unnamed = { $what } (noted for them)
staff-card-entered-phone = ☎️ Said by telephone, noted by { $person }.
staff-card-entered-letter = ✉️ A letter, noted by { $person }.
staff-card-entered-visit = 🚪 Said in person, noted by { $person }.
