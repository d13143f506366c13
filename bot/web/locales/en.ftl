### Texts of the web chat and of the demo page.

## Both pages

web-language = Language
web-skip = Go to the message box
web-noscript = This page needs JavaScript. Please switch it on in your browser.
web-conversation = Conversation
web-message-label = Your message
web-message-hint = Write here
web-send = Send
web-tries = Try saying
web-earlier = Earlier messages
web-newer = New messages
web-unread = New messages
web-you = You
web-changed = changed
web-sending = Sending…
web-not-sent = Not sent.
web-retry = Try again
web-edit = Change it
web-failed = That didn't work. Please try again.
web-offline = No connection just now. What you write is kept.
web-history-failed = The messages can't be shown just now.
web-place-sent = 📍 My location
web-place-finding = Looking for your location…
web-place-refused = We can't see where you are. No matter: type the place instead, like “by the well, Liu Village”.

## Files

web-attach = Photo, video or file
web-to-be-sent = To be sent
web-take-away = Take away
web-files-many = Ten at a time. Send these first, then the others.
web-file-coming = On its way…
web-file-lost = It did not arrive.
web-photo = Photo
web-voice-message = Voice message
web-video = Video
web-document = File
web-save = Save
web-close = Close
web-voice = Speak instead of writing
web-voice-listen = What you said
web-voice-stop = Stop
web-voice-discard = Throw away
web-voice-refused = We can't hear you: the microphone is switched off for this page. No matter, just write it.

## What was not taken

web-error-empty = There's nothing in it yet. Write a few words and send them.
web-error-long = That's more than we can take at once. Please send it in two or three parts.
web-error-file-large = That's too large; we can take 20 MB. Send a shorter video, or a photo instead.
web-error-file-empty = There's nothing in that file. Please choose it again.
web-error-fast = That was a lot at once. Wait a minute, then send it again.
web-error-place = That place isn't on the map. Type it instead, like “by the well, Liu Village”.
web-error-session = You've been away for a while. Load this page again to go on; what you wrote stays here.
web-error-windows = This conversation is open in too many windows. Close some of them.
web-error-request = We couldn't read that. Load this page again and try once more.
web-error-elsewhere = That came from another website, so we didn't take it. Open our own page and write there.
web-error-host = This isn't our address. Open the one you were given.
web-error-missing = There's nothing at this address. Start again from the first page.

## The chat page

web-title = Doorstep
web-tagline = Tell it as you'd tell a neighbour
web-empty = What's the matter? Write it in your own words; we'll take it from there.

## The demo page

demo-title = Doorstep: try it
demo-what = A chatbot for citizen petitions: say it as you'd tell a neighbour. Each case gets a number, a person and a deadline, and the resident says whether it's solved.
demo-only = A demonstration. Nothing written here reaches a real office.
demo-reset = Start over
demo-reset-ask = Start over? Every message on this page is cleared and the clock goes back.
demo-reset-no = Keep going
demo-people = The three people
demo-resident = Resident
demo-cadre = Cadre
demo-supervisor = Supervisor
demo-empty-resident = Tap a line below, or write one of your own.
demo-empty-cadre = Nothing yet. Once the resident sends a case, it's here at once.
demo-empty-supervisor = All quiet. When a case runs late, it shows up here.
demo-clock = The clock
demo-clock-reads = The clock now reads
demo-to-clock = To the clock
demo-move = Move the clock
demo-hour = +1 hour
demo-day = +1 day
demo-week = +1 week
demo-guide = Six steps
demo-step-1 = Write as the resident
demo-step-2 = Check the card, tap Send
demo-step-3 = Accept it as the cadre
demo-step-4 = Move the clock; see what falls due
demo-step-5 = As the cadre, write what was done
demo-step-6 = As the resident, say if it's solved
demo-done = (done)
demo-due = What fell due
demo-due-none = Move the clock: reminders, limits and questions appear here as they fall due.
demo-about-resident = Says what is wrong, follows it, says whether it is solved
demo-about-cadre = Accepts, asks, visits, proposes an outcome
demo-about-supervisor = Unit head, intake officer and supervisor, played by one here
demo-try-resident-1 = The street light at the entrance of Shudeng has been out for three days; old people don't dare go out at night
demo-try-resident-2 = Lorries have broken up the road in Shaiguping; after rain it is all mud, and bicycles can't get through
demo-try-resident-3 = No tap water for two days, and nobody says when it will be back
demo-try-cadre-1 = /cases
demo-try-supervisor-1 = /overdue
demo-due-accept = Nobody has accepted: a reminder, and up it goes
demo-due-objection = A unit objects, and nobody has decided: those above are told
demo-due-part-accept = Nobody has accepted its part: a reminder, and up it goes
demo-due-part-due = A part is due tomorrow
demo-due-part-late = A part is late: those above are told
demo-due-write-down = A voice message is not written down yet: those above are told, one by one
demo-due-progress = A week without news: the officer is asked
demo-due-limit-half = Half of the time is gone: the officer is reminded
demo-due-limit-most = A fifth of the time is left: the officer is reminded
demo-due-limit-day = The limit is near: the officer is reminded
demo-due-late = Past the limit: those above are told
demo-due-status = The resident hears how it stands
demo-due-question = The question to the resident is asked again
demo-due-details = What the resident answered is told, all at once
demo-due-visit-tomorrow = A visit tomorrow: both sides are reminded
demo-due-visit-over = After the visit: how was it?
demo-due-promise = A promised day is near
demo-due-promise-late = A promised day has passed: those above are told
demo-due-pressed = The day of a supervisor: the unit is reminded, or it climbs
demo-due-back = Somebody is back: the deputy gives back what was theirs
demo-due-confirm = The resident is asked again for their word on the answer
demo-due-silence = No answer from the resident: set aside, not counted as solved
demo-due-receipt = Whether the written reply has come to the resident
demo-due-by-hand = The reply has to be handed over: those above hear of it
demo-due-review-soon = Five days before the right to a review ends: the resident hears
demo-due-review-last = One day before the right to a review ends: the resident hears
demo-due-hearing-over = The hearing was to be over: the officer is asked
demo-due-stars = The resident is asked for stars
demo-due-still-solved = Four weeks later: is it still solved?
demo-due-news = Those who joined or signed hear the news, some at a time
demo-due-draft-left = A complaint left unsent: one reminder
demo-due-draft-shelved = A complaint left unsent: put away
demo-due-digest = The one digest of the day
demo-due-alarm-asked = No answer about danger: the intake office looks at it
demo-due-alarm-unseen = Nobody has looked at it: told again, one rung higher
demo-due-alarm-ring = Nobody has taken the alarm: rung again, one rung higher
demo-due-alarm-taken = Whoever took the alarm is asked how it stands
demo-due-extension = more time asked for: the head is asked again
demo-due-recusal = another officer wished for: the head is asked again
demo-due-meeting-tomorrow = meeting tomorrow: both sides are reminded
demo-due-meeting-over = after the meeting: what came of it?
demo-due-hardship = a household in hardship: was it visited?
demo-due-upward = reported upward and seen by nobody: the next one above
demo-due-child = a child wrote alone: the intake office gets in touch
demo-due-callback-late = a call-back is due
demo-due-callback-unanswered = a call-back without an answer: by telephone
