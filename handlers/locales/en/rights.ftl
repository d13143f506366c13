# What the record says: a name that was looked at, and what was erased.

event-erased = your name and numbers were taken out
event-erased-staff = the resident had name and numbers taken out

# Looking at a name.

event-name_seen-staff = { $person } looked at the resident's name: { $why }
staff-ask-name-why = { $number }: why do you need the name? Tap, or type it. Your reason is kept; the resident sees how often which office has looked.
name-reason-call = To call back
name-reason-visit = To find the place on a visit
name-reason-again = To see whether the person has come before
refused-name-reason = A name is shown for a reason only. Please say why you need it.
staff-name-intake = { $number } came from { $who }. Only the intake office may know; your reason is recorded. Don't pass it on to the unit.
staff-name-open = { $number } came from { $who }. Your reason is recorded.
mydata-name-unit = 👁 { $unit } looked at your name { $count ->
    [one] once, on { $date }
   *[other] { $count } times, last on { $date }
}.
mydata-name-intake = 👁 The intake office of { $place } looked at your name { $count ->
    [one] once, on { $date }
   *[other] { $count } times, last on { $date }
}.
