# Hearing, mediation, settlement: when and where, what was agreed, and that only the resident's yes makes it hold.

meeting-hearing = hearing
meeting-mediation = mediation
meeting-settlement = settlement

## Residents

notice-meeting = You're invited to a { $meeting }: { $date }, { $time }, at { $where }. It is about { $number }. I'll remind you the evening before.
notice-meeting_tomorrow = Tomorrow ({ $date }), { $time }, at { $where }: the { $meeting } about { $number }.
notice-meeting_held = The { $meeting } about { $number } is over. What came of it: { $result }
notice-settlement = 🤝 { $number }: here is what both sides agreed to. Please read it; it holds only once you say yes.
notice-reminded_settlement = 🤝 { $number }: what was agreed still waits for you. Is that what you agreed to?
resident-short-meeting = you're invited
resident-short-meeting_tomorrow = see you tomorrow
resident-short-meeting_held = the meeting is over
resident-short-settlement = please read what was agreed
resident-short-reminded_settlement = is that what you agreed to?
notice-settlement_off = 🤝 { $number }: what was noted doesn't hold for both sides, so it isn't over. No fault of yours. { $unit } will speak with both again; if that fails, a written answer comes by { $date }. What matters most to you, or no more talks? Write it here. Court stays open.
resident-short-settlement_off = not settled after all: work goes on
case-meeting = 📅 { $meeting }: { $date }, { $time }, { $where }.
button-cannot-come = I can't come
cannot-come = Noted. { $unit } knows, and will name another time. Work on { $number } goes on.
is-it-agreed = Is that what you agreed to? With yes the matter ends like that; with no, work goes on.
button-verdict-agreed = Yes, that's it
button-verdict-not_agreed = No, it isn't
verdict-agreed = that is what was agreed
verdict-not_agreed = that is not what was agreed
outcome-settled = 🤝 Both sides have agreed
outcome-found-settled = Agreed: { $found }
closing-settled = settled between both sides
outcome-other-side-link = ✅ The other side has said yes to these words.
outcome-other-side-paper = ✅ The other side has signed these words.
notice-other_side_agreed = 🤝 { $number }: the other side has agreed to what you both settled, too. It's noted with your matter.
resident-short-other_side_agreed = the other side has agreed, too
settled = Good. { $number } ends as agreed. If it isn't kept, tell us. How many stars for how it was done? Nobody sees that they are yours.

## Whoever opens a link to say yes or no

consent-ask-settlement = { $unit } has noted what you and somebody from around here agreed to: “{ $text }” Is that what you agreed to? You see nothing else, and nobody else sees you here.
button-consent-settlement-yes = Yes, that's it
button-consent-settlement-no = No, it isn't
consent-settlement-yes = Thank you, that's noted. If something isn't kept, tell the town hall: just write here.
consent-settlement-no = Noted: that isn't what you agreed to. Work goes on, and somebody will speak with both of you again.

## Staff

staff-button-announce_meeting = Hearing or mediation
staff-button-record_meeting = How it went
staff-button-settle = Settlement
staff-ask-meeting = { $number }: to what do you invite both sides? The clock runs on.
staff-ask-meeting-day = Which day? Tap or type it.
staff-ask-meeting-time = At what time?
staff-ask-meeting-place = Where? Say how to find it; the resident reads it.
staff-ask-meeting-length = { $number }: how long did it take?
staff-minutes-30 = Half an hour
staff-minutes-60 = One hour
staff-minutes-120 = Two hours
staff-minutes-240 = Half a day
staff-ask-meeting-parties = Who took part? By role, without names: "the resident, a village officer, the builder".
staff-ask-agreed = Did both sides agree?
staff-agreed-yes = They agreed
staff-agreed-no = They didn't
staff-ask-terms = What was agreed? Sentence by sentence: who does what by when. It holds once the resident says yes. Photos are welcome.
staff-ask-meeting-result = What came of it? The resident reads it. Photos are welcome.
staff-ask-settle-parties = { $number }: who settles with whom? By role, without names.
staff-meeting-set = Told the resident: { $date }. I'll remind you both the evening before.
staff-meeting-set-soon = Told the resident: { $date }.
staff-meeting-recorded = { $number }: noted, and the resident has read it.
staff-settlement-sent = { $number }: sent. It holds once the resident says yes.
staff-settlement-other = Has the other side signed, or do they get a link? They read the agreed words and nothing else.
staff-button-record_other_side = The other side has signed
staff-button-ask_other_side = A link for the other side
staff-ask-other-side = { $number }: send a photo of the paper that the other side has signed. It stays among the units.
staff-other-side-recorded = { $number }: noted that the other side has signed; the resident knows.
staff-other-side-link = { $number }: the link is on its way. Give it to the other side alone; they see only what was agreed.
notice-settlement_link =
    { $number }: for the other side of the settlement. Give this link to that person alone. It works once, until { $date }, and shows nothing but what was agreed:
    { $addresses }
    Or they write /start { $code } to me.
notice-no_consent_link = The link for { $number } could not be made. Please try again a little later.
notice-other_side_said = { $number } ({ $place }): the other side says yes to what was agreed.
notice-other_side_silent = { $number } ({ $place }): the other side hasn't answered the link yet; it's good until { $date }. Do they have it? Paper does as well: let them sign, and send a photo of it.
staff-short-other_side_silent = the other side hasn't answered: link or paper
notice-other_side_denied = { $number } ({ $place }): the other side says that isn't what was agreed, so it goes on, as the resident knows. Bring them together again?
staff-short-other_side_said = the other side agrees
staff-short-other_side_denied = the other side does not agree
staff-card-meeting = 📅 { $meeting }: { $date }, { $time }, { $where }.
staff-card-meeting-cannot = 📅 { $meeting }: { $date }, { $time }, { $where }. The resident can't come: name another time.
notice-meeting_tomorrow_cadre = Tomorrow at { $time }, { $where }: the { $meeting } about { $number } ({ $place }). The resident has been reminded.
notice-meeting_over = How was the { $meeting } about { $number } ({ $place })? Please note who took part and what came of it.
notice-cannot_come = { $number } ({ $place }): the resident can't come to the { $meeting } on { $date }. Please name another time.
notice-closed_settled = { $number } ({ $place }): the resident confirms what was agreed, and it ends with that. Please see that it is kept.
notice-judged-not_agreed = { $number } ({ $place }): the resident says that isn't what was agreed. It goes on.
staff-short-meeting_tomorrow_cadre = meeting tomorrow ({ $category })
staff-short-meeting_over = how was the meeting?
staff-short-cannot_come = the resident can't come
staff-short-closed_settled = settled between both sides

## The timeline

event-meeting_set = invited to a { $meeting }: { $at }, { $place }
event-cannot_come = you can't come to the { $meeting }
event-cannot_come-staff = the resident can't come to the { $meeting }
event-settlement_link-staff = a link was made for the other side of the settlement
event-other_side_agreed = the other side has agreed to the settlement
event-other_side_denied = what was agreed does not hold for both sides: work goes on
event-other_side_denied-staff = the other side says that isn't what was agreed
event-meeting_held = { $meeting } held ({ $parties }): { $result }

## What can't be done, and what can

refused-meeting-over = The time of that meeting is over. You can write here at any time.
refused-consent-said = You have answered this already, and it is noted. Something else? Just write here.
refused-consent-own = This link is for somebody else. Please pass it on to them.
refused-meeting-ahead = The meeting is still ahead: note it when it is over.
