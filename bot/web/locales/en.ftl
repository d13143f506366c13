### Texts of the web chat and of the demo page.

## Both pages

web-name = Doorstep
web-name-other = 家门口
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
