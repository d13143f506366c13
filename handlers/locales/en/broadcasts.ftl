# News for those who asked for it: what residents choose, where, and leave by one tap; what offices write and a second
# person lets out.

## What it is about

topic-notice = water, power, roads, weather
topic-reception = meeting leaders
topic-policy = what you are entitled to
topic-survey = questions to everybody
topic-brief = what was reported and done
topic-any = all news
topic-gone = news that is no longer sent
news-and = { ", " }
language-zh = Chinese
language-en = English

## Residents: what to hear of

menu-news = News that you want
button-news = 🔔 News of my place
news-none = Would you like news from around your home: water cuts, leaders to meet, what you are entitled to? Nothing comes unless you tap. By day only, and you can stop at any time.
button-news-all = 🔔 Yes, all of it
button-news-choose = Let me choose
news-where = Where do you live? Tap, or type the name of your village or town.
place-which = Several places have that name. Which one?
mistake-area = I don't know that place. Try the name of a village or town, such as “Maple Village”.
news-set = 🔔 Good. You'll hear of { $areas }: { $topics }. Never at night.
button-news-change = Change
news-mine = 🔔 You hear of { $areas }: { $topics }.
button-news-topics = Choose topics
button-news-more = ➕ Another place
button-news-less = No more of { $area }
button-news-off = 🔕 Stop all of it
news-topics = { $areas }: what would you like to hear of? A tap adds it, another takes it off.
news-ticked = ✅ { $topic }
news-unticked = ⬜ { $topic }
news-off = 🔕 Good, none of that comes any more. You'll still hear about your own matters.
button-news-again = I'd like news again
button-news-leave = 🔕 No more of these
news-left = 🔕 Good, no more of this: { $topics }. You'll still hear about your own matters.
button-news-slip = A slip, keep them
news-stays = 🔔 Good, they keep coming.
refused-news-places = You can hear of { $most } places at most. Take one off first, then add this one.

## As it goes out

broadcast-words = 📢 { $words }
broadcast-label = { $topic }: { $name }
broadcast-reception = 🪑 { $date }, { $from } to { $to }: { $host } receives whoever comes, at { $place } ({ $area }).{ $moved }{ $about }
broadcast-policy = 📖 { $title }: { $plain }
broadcast-public-reception = To book a time, write /reception to this service. Whoever comes without booking is received, too.
broadcast-public-survey = For whoever lives in { $area }: to answer, write /surveys to this service.
broadcast-foot = You asked to hear of { $area }: { $topic }.

## Offices: writing

menu-broadcast = A message to those who asked
broadcast-ask-topic = What is it about? Only those who asked for this get it.
broadcast-everybody = Whoever asked for anything
broadcast-ask-area = For which area? All below it is included. Tap, or type its name.
mistake-broadcast-area = You don't write for that area. Choose one that is yours.
broadcast-ask-words = Please write the message, 600 characters at most: short, plain, with day and place, and no names of people.
broadcast-ask-other = And in { $language }? If you skip this, readers of { $language } get what you just wrote.
broadcast-ask-public = Into the county's public channel, too?
broadcast-public-yes = Yes, there too
broadcast-public-no = No
broadcast-and-public = , and the public channel
broadcast-draft =
    👆 This is how it will look.
    To { $area }, { $topic }{ $public }: it reaches { $people }; { $blocked } have stopped the bot and are left out.
    It takes about { $minutes } min; begun now, it is over by { $over }. A second person has to agree.
button-broadcast-ask = Ask for a yes
button-broadcast-drop = 🗑 Throw away

## Offices: letting out, and following

broadcast-waiting =
    It waits for a second person.
    To { $area }, { $topic }{ $public }: it reaches { $people }; { $blocked } have stopped the bot and are left out.
    It takes about { $minutes } min; begun now, it is over by { $over }.
broadcast-waiting-public =
    👆 This is how it would stand in the public channel, for everybody to read. It waits for a second person.
    Whoever asked for such news in { $area } hears of it anyway.
button-broadcast-approve = ✅ Send it
button-broadcast-refuse = Don't send
broadcast-ask-why = Why not? One sentence; its writer reads it.
broadcast-running =
    📢 On its way: { $area }, { $topic }{ $public }.
    { $sent } of { $all } have it. About { $minutes } min to go; over by { $over }.
    { $became }
broadcast-resting =
    🌙 It rests at night, and goes on in the morning: { $area }, { $topic }{ $public }.
    { $sent } of { $all } have it. Over by { $over }.
    { $became }
broadcast-stopped =
    ⏸ Stopped: { $area }, { $topic }{ $public }.
    { $sent } of { $all } have it. About { $minutes } min to go, once it goes on.
    { $became }
broadcast-done =
    ✅ Done: { $area }, { $topic }{ $public }. { $sent } have it.
    { $became }
broadcast-ended =
    ⏹ Ended: { $area }, { $topic }{ $public }. { $sent } have it.
    { $became }
broadcast-became = Stopped the bot: { $blocked }. Left: { $left }. Failed: { $failed }.
button-broadcast-stop = ⏸ Stop
button-broadcast-look = Look
button-broadcast-on = ▶️ Go on
button-broadcast-end = ⏹ End it here
button-broadcast-new = ➕ Write a new one
broadcast-list = Messages of your area ({ $count }):
broadcast-state-draft = draft
broadcast-state-waiting = waits
broadcast-state-running = on its way
broadcast-state-stopped = stopped
broadcast-state-done = done
broadcast-state-ended = ended
broadcast-did-ask = Good. Those who answer for the area are asked; you hear from us once somebody has decided.
broadcast-did-drop = Good, thrown away. Nobody has got it.
broadcast-did-approve = Good, it goes out. It rests at night.
broadcast-did-refuse = Good, it does not go out. Its writer knows why.
broadcast-did-stop = ⏸ Stopped. What is going out at this moment still arrives; all else is kept.
broadcast-did-on = ▶️ It goes on.
broadcast-did-end = ⏹ Ended. The others do not get it.
refused-broadcast-not-yours = Messages to residents are written by heads, the intake office, leaders and administrators.
refused-public-names = It names a person, and the public channel is read by everybody. Please leave the name out (/back leads to it), or choose No.
refused-broadcast-second = You wrote it: a second person has to let it out.
refused-broadcast-over = It has moved on meanwhile. See how it stands with /broadcast.
refused-broadcast-overtaken = There is nothing left to send: what it tells of was called off meanwhile, or is over.
refused-broadcast-nobody = There is no second person here who may let it out. An administrator has to appoint one first.

## What offices are told

notice-broadcast_asked = 📢 A message waits for your yes: to { $area }, { $topic }{ $public }. “{ $words }…” Look at it, then decide.
notice-broadcast_approved = ✅ Your message was let out, and is on its way: “{ $words }…”
notice-broadcast_refused = Your message was not sent: “{ $words }…” Why: { $why }
notice-broadcast_done = ✅ All sent: “{ $words }…” { $sent } have it. { $became }
notice-broadcast_waits = 📢 This message still waits for you: “{ $words }…” ({ $area }, { $topic }{ $public })
