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
demo-resident = Resident
demo-cadre = Cadre
demo-empty-resident = Tap a line below, or write one of your own.
demo-empty-cadre = Nothing yet. Once the resident sends a case, it's here at once.
demo-stories = Stories
demo-chairs = Whom you play here
demo-neighbour = Neighbour
demo-reviewer = Reviewer
demo-head = Head
demo-supervisor = Supervisor
demo-leader = Leader
demo-people = The people
demo-about-resident = Says what is wrong, and whether it is solved
demo-about-neighbour = Signs what others ask for, and hears its news
demo-about-cadre = Accepts, asks, visits, proposes an outcome
demo-about-reviewer = Officer of the unit above: looks again
demo-about-head = Head of the unit: reassigns, allows more time
demo-about-supervisor = Intake and supervision: presses what is late
demo-about-leader = Deputy county head: the last rung
demo-empty-neighbour = Nothing yet. Whoever gets a link can sign here.
demo-empty-reviewer = Nothing yet. A resident who does not accept an answer can have it looked at here.
demo-empty-head = All quiet. When a case of the unit runs late, it's here.
demo-empty-supervisor = All quiet. When the unit does not move, it climbs to here.
demo-empty-leader = All quiet. What nobody below has settled comes here.
demo-clock = The clock
demo-clock-reads = The clock now reads
demo-to-clock = To the clock
demo-move = Move the clock
demo-hour = +1 hour
demo-day = +1 day
demo-week = +1 week
demo-done = (done)
demo-due = What fell due
demo-due-none = Move the clock: reminders, limits and questions appear here as they fall due.
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
demo-due-task-soon = A task's day comes near: its owner is reminded
demo-due-task-day = A task is due today
demo-due-task-late = A task is late: those above are told
demo-due-task-asked = More time for a task is asked for, and nobody has decided
demo-due-brief = the weekly figures
demo-due-brief-waits = the brief for the public waits to be read
demo-due-brief-lapsed = nobody has let the public brief out
demo-due-ledger-waits = an entry of the public ledger waits to be read
demo-due-ledger-lapsed = no answer about the public ledger: a no

## The stories of the demo

demo-scene-ask = Begin “◌”? Every message on this page is cleared, and the clock moves.
demo-scene-yes = Begin
demo-scene-over = That was the story. Go on as you like, or pick another.
demo-scene-tour = Six steps
demo-scene-late = A late case climbs
demo-scene-time = More time is asked
demo-scene-review = The unit above looks again
demo-scene-joint = Neighbours sign
demo-scene-brief = What the figures say
demo-begins-tour = An empty stage. Play everybody yourself.
demo-begins-late = A street light has been dark for sixty days, the cadre is silent, and today is the last day.
demo-begins-time = A channel is being rebuilt. The ground is too wet, eleven days are left, and it will not be done in time.
demo-begins-review = The road was gravelled, and the cadre has sent the written answer. The resident sees holes.
demo-begins-joint = A village has no water. The resident asked for a link, and a neighbour has just opened it.
demo-begins-brief = A road was mended, and its resident is content. A week later the leader has asked for the figures.
demo-step-tour-1 = Write as the resident
demo-step-tour-2 = Check the card, tap Send
demo-step-tour-3 = Accept it as the cadre
demo-step-tour-4 = Move the clock; see what falls due
demo-step-tour-5 = As the cadre, write what was done
demo-step-tour-6 = As the resident, say if it's solved
demo-step-late-1 = Move the clock a day: it is late
demo-step-late-2 = As the head, tap its number
demo-step-late-3 = Move it a week: it climbs to supervisor and leader
demo-step-late-4 = As the supervisor: its number, More, Press for an answer
demo-step-late-5 = As the cadre, answer the supervisor
demo-step-late-6 = As the supervisor, accept the answer
demo-step-time-1 = As the cadre, tap Show it, then More
demo-step-time-2 = Ask for more time, and say why
demo-step-time-3 = As the head, allow it; see what the resident reads
demo-step-time-4 = Move the clock: it runs to the new day
demo-step-review-1 = As the resident, tap “Done, but I disagree”
demo-step-review-2 = Ask for a review, and say what is wrong
demo-step-review-3 = As the reviewer above, accept it
demo-step-review-4 = Propose an outcome: It is changed; send it
demo-step-review-5 = Move the clock to the day: the reviewer is asked
demo-step-joint-1 = As the neighbour, sign
demo-step-joint-2 = As the cadre, propose an outcome and send it
demo-step-joint-3 = Move the clock an hour: the neighbour hears
demo-step-joint-4 = As the resident, say whether it is solved
demo-step-brief-1 = As the leader, choose the last 90 days: pictures and a text come
demo-step-brief-2 = As the cadre, offer the case for the public ledger
demo-step-brief-3 = As the resident, say whether others may read it
demo-step-brief-4 = As the supervisor, read it and let it out
demo-try-tour-resident-1 = The street light at the entrance of Shudeng has been out for three days; old people don't dare go out at night
demo-try-tour-resident-2 = Lorries have broken up the road in Shaiguping; after rain it is all mud, and bicycles can't get through
demo-try-tour-resident-3 = No tap water for two days, and nobody says when it will be back
demo-try-tour-cadre-1 = /cases
demo-try-tour-supervisor-1 = /overdue
demo-try-late-cadre-1 = The lamp is burnt out, and the old part is not made any more
demo-try-late-cadre-2 = A new lamp has come, and is put up tomorrow
demo-try-late-supervisor-1 = Old people do not dare go out. What is missing, and by when is there light?
demo-try-time-cadre-1 = Three weeks of rain: the ground is too wet for concrete
demo-try-review-resident-1 = After one night of rain the holes were back
demo-try-review-reviewer-1 = We went there: the gravel has been washed out, the road bed is soft
demo-try-review-reviewer-2 = The road bed is to be drained, gravelled and rolled again
demo-try-review-reviewer-3 = Rural road rules, article 9
demo-try-joint-cadre-1 = A pump of the village well had burnt out
demo-try-joint-cadre-2 = The pump was changed; water runs in all houses
demo-try-joint-cadre-3 = The pump stands in a closed shaft
demo-try-joint-cadre-4 = Water supply rules, article 12
demo-try-brief-resident-1 = /ledger

# What people say where a story begins

demo-say-channel = The irrigation channel at Huanxiwan Village has caved in, no water reaches our fields
demo-say-channel-1 = We have been there: twenty metres have to be built anew. A builder is being asked for a price
demo-say-channel-2 = The builder has begun; the ground is still too wet for concrete
demo-say-road-news = The road has been measured, and gravel is ordered
demo-say-road-found = Forty metres of the surface are broken, by lorries of the quarry
demo-say-road-done = Gravel was put down and rolled
demo-say-road-no-photo = It was dark when we were ready
demo-say-road-basis = Rural road rules, article 9
demo-say-water = No tap water in Shaiguping for two days, and nobody says when it will be back

## The public ledger

web-ledger-title = What was reported, and what was done
web-ledger-what = Without names, places to the village. Who reported it and who did it have both agreed, and somebody has read it before.
web-ledger-place = Place
web-ledger-everywhere = Everywhere
web-ledger-category = What about
web-ledger-everything = Everything
web-ledger-show = Show
web-ledger-none = Nothing stands here yet.
web-ledger-pages = Pages
web-ledger-newer = Newer ones
web-ledger-older = Older ones
