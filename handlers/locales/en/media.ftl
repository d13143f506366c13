# Photos, voice messages, videos and documents: what residents and staff read of them.

## In words

files-photo = { $count ->
    [one] 📷 1 photo
   *[other] 📷 { $count } photos
}
files-voice = { $count ->
    [one] 🎤 1 voice message
   *[other] 🎤 { $count } voice messages
}
files-video = { $count ->
    [one] 🎬 1 video
   *[other] 🎬 { $count } videos
}
files-document = { $count ->
    [one] 📎 1 document
   *[other] 📎 { $count } documents
}
files-and = { ", " }
files-long = { $files } ({ $length })
files-large = That file is too large: more than { $limit } MB don't come through. A photo, or a shorter video, does.
files-many = That is more than { $limit } files. Those we have stay; the others can be sent once it has its number.

summary-files = Shown by files, without words
summary-voice = Spoken, not written down yet

## A file in a message of its own

file-named = { $number } · { $mark } · { $name }
file-unnamed = { $number } · { $mark }
file-coming = { $number } · { $mark }: still on its way. Tap Files a little later.
file-lost = { $number } · { $mark }: did not arrive. Its sender was asked to send it again.
file-gone = { $number } · { $mark }: no longer kept, since the case ended long ago.

## Writing

draft-files = With it: { $files }.
draft-voice = A person writes down what you said, within one working day.
draft-card-files = { $files }. Place: { $place }. What is wrong there? A word helps, but this and the place are enough: tap Send. Only the intake office knows your name.
draft-card-files-where = { $files }. Where is it, and what is wrong? Type the village, share the place, or write a word: one of them is enough. Only the intake office knows your name.
draft-card-voice = { $files }. Place: { $place }. A person listens and writes it down within one working day. Tap Send. Only the intake office knows your name.
draft-card-voice-where = { $files }. A person listens and writes it down within one working day. Tap Send; if you didn't say where it is, type the village, too. Only the intake office knows your name.
draft-card-place = Place: { $place }. What is wrong there? Write, speak, or send a photo.
filed-held-voice = 🎤 A person writes down what you said within one working day, and reads it back to you.

## Questions that files may answer

button-done = ✅ Done
files-words = Your words are
files-got = { $files } here. Now a word to it.
files-got-more = { $files } here. Send more, or tap Done.

## What the office wrote down

notice-written_down = This is what we heard: “{ $words }” Your number is { $number }. { $unit } tells you what happens next by { $date }. If we got it wrong, tell us.
button-misheard = Not quite
misheard-ask = How was it meant? Type, speak or send a photo.
event-written_down = what you said was written down
event-written_down-staff = { $person } wrote down what was said

## Staff

staff-button-files = 📎 Files ({ $count })
staff-button-write_down = ✍️ Write it down
staff-files-left = { $number }: { $count } more.
refused-no-files = There are no files with it.
staff-card-lost = { $count ->
    [one] ⚠️ 1 file did not arrive; its sender was asked to send it again.
   *[other] ⚠️ { $count } files did not arrive; their senders were asked to send them again.
}
notice-added-files = The resident sent this to { $number }.
notice-answered-files = The resident answers about { $number } with this.
notice-needs_words = 🎤 Somebody spoke. Please listen and write it down within one working day: then it goes its way.
notice-unwritten = ⚠️ Nobody has written down yet what was said here. Please see to it, or write it down yourself.
staff-short-needs_words = to be written down
staff-short-unwritten = not written down yet
staff-ask-heard = { $number }: what does the resident say? As near to their own words as can be. It is read back to them.
staff-written = Read back to the resident. { $number } goes to { $unit }.
staff-written-held = Read back to the resident. { $number } waits for the intake office.
alarm-head-overheard = ❗ { $time }: a resident said this by voice, and it may mean danger. They weren't asked. Please look now, or have the duty officer rung.
progress-files = see below

## Proof

staff-ask-proof = Send a photo of it as it is now. If there is none, say why in a line; the resident and your head read it.
outcome-files = { $count ->
    [one] 📎 With it: 1 photo or document
   *[other] 📎 With it: { $count } photos or documents
}
outcome-unproved = No photo, because: { $why }
