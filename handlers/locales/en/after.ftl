# After filing: a few questions, written before, who may know the name; addressed to a body above, matters of a court.

## Asking

after-offer = A few short questions, if you like: answers make it quicker, and it goes on without them, too.
button-after-yes = All right
button-after-no = No, thanks
after-declined = All right, it goes on. To add something later, tap its number under /my.
after-stopped = All right, that's it for now. What you told us is kept, and it goes on.
after-noted = Noted. { $unit } sees this with { $number }:
after-over = Done. { $number } goes on.
button-details = Add details
button-naming = Who sees my name

ask-contract = Is there a written contract? If so, a photo of it helps.
ask-company = Which company, site or employer is it?
ask-slips = Is there an attendance sheet or a wage slip? A photo helps.
ask-transfers = Are there bank transfers or chats about it? A picture of them helps.
ask-others = How many others have not been paid? Roughly is fine.
ask-since = Since when? Such as "last June" or "three months".
ask-amount = How much is owed in all? Roughly is fine.
ask-reach = Is it only your house, or the whole street or building?
choice-reach-house = Only my house
choice-reach-street = Everyone here
ask-hours = When is it worst: by day or by night?
choice-hours-day = By day
choice-hours-night = By night
ask-homes = About how many homes have the same trouble?
ask-document = Is there anything in writing: a contract, a certificate, a notice? A photo helps.
ask-ill = Is somebody ill now and waiting to be treated?
ask-passable = Is the road blocked, or can one pass with trouble?
choice-passable-blocked = Blocked
choice-passable-bad = Bad, but one can pass
ask-receipt = Is there a receipt, an invoice or a record of the payment? A photo helps.
ask-alone = Does the person live alone?
ask-hardship = Is it hard to pay for food or medicine at home? If so, somebody comes to see you; nobody else learns of it.
choice-hardship-yes = Yes, it's hard
choice-hardship-no = No
choice-yes = Yes
choice-no = No
choice-alone-yes = Yes, alone
choice-alone-no = No, with others

detail-line = · { $question }: { $answer }
detail-earlier = Written before
detail-contract = Written contract
detail-company = Company or site
detail-slips = Attendance or wage slips
detail-transfers = Transfers or chats
detail-others = How many others
detail-since = Since when
detail-amount = How much is owed
detail-reach = Who has it
detail-hours = When
detail-homes = How many homes
detail-document = In writing
detail-ill = Somebody is ill
detail-passable = The road
detail-receipt = Receipt or record
detail-alone = Lives alone
detail-hardship = Hard up for food or medicine

advice-wages = Worth knowing: labour arbitration is open to you, too, free, as a rule within one year (Labour Dispute Mediation and Arbitration Law, article 27).
advice-wages-until = Labour arbitration is free: best ask for it by { $date }. If you still work there, it is one year from when you leave (Labour Dispute Mediation and Arbitration Law, article 27).
advice-wages-perhaps = Labour arbitration has a limit of one year. If you still work there, or left less than a year ago, it may be open still: call 12333 soon (Labour Dispute Mediation and Arbitration Law, article 27).
advice-ill = If it is urgent, call 120 first. Don't wait for us.

## Written before

ask-earlier = You wrote about this before? Type the number of then, send a photo of the reply, or a few words.
earlier-noted = Noted. Whoever works on it sees that.
earlier-found = Found it: { $number } ({ $category }), sent { $date }. { $unit }: { $state }.
earlier-another = You were not content with that answer, so somebody else takes it this time.
earlier-head = You were not content with that answer, and the same person is on it now. Their head has been told and decides.

## The name

ask-naming = May the office that works on it know who you are? If you say nothing, only the intake office does.
naming-intake = Intake office only
naming-open = They may know
naming-anonymous = Nobody
ask-who = What is your name, and your telephone? One line will do, such as "Ann Lee 13800000000".
naming-kept-intake = 🔒 Only the intake office can see who you are, and the history shows when somebody looks.
naming-kept-open = The office that works on it can see who you are, and the history shows when somebody looks.
naming-kept-anonymous = 🔒 Nobody knows who you are. A name or telephone that you gave is wiped out.
naming-told = You gave: { $who }

## Addressed to a body above

body-state = the central government
body-province = the province
body-city = the city
body-county = the county
body-town = the township
filed-addressed = You wrote to { $body }. By the rules it is worked where it happened (Regulations on Petition Work, article 22). You hear when the intake office hands it up; you may still write to { $body } yourself.
notice-handed_up = { $number } went to { $body } ({ $when }). Work goes on here as well, by { $date }.
notice-handed_up-number = { $number } went to { $body } ({ $when }); its number there is { $there }. Work goes on here as well, by { $date }.

## Matters of a court

notice-to_court = { $number } went to { $body } ({ $when }). They decide it by law; we can't decide for them. For a lawyer's help call 12348: legal aid, free.
button-court-yes = I see
button-court-no = It shouldn't go there
notice-not_court = We have looked: { $number } is no matter for a court. { $unit } has it and tells you what happens next by { $date }.
outcome-court = ⚖️ Gone to { $body }, to be decided by law. Legal aid: 12348, free

## The timeline

event-detail = { $question }: { $answer }
event-earlier = you wrote before: { $words }
event-earlier-staff = the resident wrote before: { $words }
event-came_again = you wrote about it again: { $words }
event-came_again-staff = the resident wrote about it again: { $words }
event-naming = your name: { $words }
event-naming-staff = the resident said who may know the name
event-addressed = written to { $body }
event-handed_up = handed up to { $body } ({ $when })
event-to_court = went to { $body } ({ $when })
event-not_court = looked at: no matter for a court

## What staff read

staff-card-court = ⚖️ It speaks of a lawsuit or a judgment: is it for the court?
staff-card-addressed = ✉️ Written to { $body }
staff-card-handed-up = ➡️ Went to { $body } ({ $date }) { $number }
staff-card-earlier = Written before: { $words }
staff-card-details = The resident adds:
staff-button-to_court = To the court
staff-button-not_court = Not a court matter
staff-button-hand_up = Handed up
staff-button-see_name = Show the name
staff-ask-court = { $number }: which court, or other body, did it go to? The resident will read it.
staff-ask-up = { $number }: which body above did it go to? The resident will read it.
staff-ask-up-number = Did they give it a number?
staff-ask-gone = On which day did it go? Tap one, or type it.
staff-mistake-gone = That must be a day that is over, within the last year.
staff-to-court = { $number } went to { $body }, and the resident knows. Whether rightly, the resident says.
staff-not-court = { $number }: noted, and the resident knows. No unit fits; please choose one.
staff-handed-up = { $number } went to { $body }, and the resident knows. Work goes on here.
staff-why-earlier = Somebody else this time: the resident was not content with the earlier answer.
notice-needs_court = ⚖️ This one speaks of a lawsuit or a judgment. Is it for the court?
notice-details = { $number } ({ $place }, { $category }): the resident adds:
notice-same_cadre = { $number } ({ $place }, { $category }): the resident was not content with an earlier answer of { $person }, who is on it again. Your word: somebody else?
staff-short-details = the resident added something
staff-short-same_cadre = not content with the earlier answer: somebody else?
staff-short-addressed = written to your level
staff-short-addressed_above = written to a body above: hand it up

refused-stands-aside = You stand aside here: somebody else takes this one.
refused-anonymous = You chose that nobody knows you, so no name is kept. To leave one, choose "Intake office only" first.
refused-name-hidden = The resident does not let your office see the name.
refused-name-untold = The resident left neither name nor telephone.
refused-date-ahead = That day has not come yet. Please give the day on which it went.
