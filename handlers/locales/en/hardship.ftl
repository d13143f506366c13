# Households in hardship, and what is reported upward at once.

## Residents

notice-helped = { $number }: it is noted that { $giver } gave you { $help }. If that isn't so, just write here.
notice-helped-amount = { $number }: it is noted that { $giver } gave you { $help } ({ $amount }). If that isn't so, just write here.
notice-visited_home = { $number }: it is noted that somebody came to see you. If nobody did, just write here.
resident-short-helped = help for you is noted
resident-short-visited_home = a visit is noted

## Staff

hardship-said = the resident's own words
staff-button-flag_hardship = Hardship
staff-button-record_help = Home visit
button-nothing-given = Nothing given
staff-ask-hardship = { $number }: what makes life hard there? One line. Only those who work on this read it: no group, not the resident.
staff-hardship-flagged = { $number }: noted. Please visit by { $date }, then tap Home visit.
staff-ask-helped = { $number }: what help was given on the visit? The resident reads it. If none was, tap Nothing given.
staff-ask-helped-amount = How much? "500 yuan", "two sacks of rice".
staff-ask-helped-giver = By whom? The office, without names.
staff-help-recorded = { $number }: noted, and the resident has read it.
staff-card-hardship = 🏠 Hardship: { $why }. Visit by { $date }.
staff-card-hardship-visited = 🏠 Hardship: { $why }. Visited.
notice-hardship_due = 🏠 { $number } ({ $place }): a household in hardship, to be visited by { $date }. Please note the visit.
notice-hardship_late = 🏠 { $number } ({ $place }): a household in hardship was to be visited by { $date }, and no visit is noted.
staff-short-hardship_due = hardship: visit them
staff-short-hardship_late = hardship: not visited yet
event-hardship = { $person } noted hardship: { $why }
event-hardship_said-staff = the resident says that life is hard
event-hardship_said = you said that life is hard
event-helped = help given on a visit: { $what } { $amount } ({ $giver })
event-visited_home = visited at home
refused-help-half = Where something was given, say by whom. Please note it again.

## Reporting upward

staff-button-report_up = Report upward
staff-button-see_upward = Seen
staff-ask-report-up = { $number }: what endangers many goes to a leader at once. What is known? Where, how many people, what was done.
staff-reported-up = { $number }: reported. Until a leader taps Seen, it goes on upward.
staff-upward-seen = Noted; whoever reported it knows.
staff-card-upward = 🚨 Reported upward, seen by nobody yet: { $words }
staff-card-upward-seen = 🚨 Reported upward, seen by { $person }: { $words }
notice-reported_up = 🚨 Urgent: { $number } ({ $place }, { $category }), reported by { $person }: { $words }. Please tap Seen.
notice-upward_seen = 🚨 { $number } ({ $place }): { $person } has seen your report.
notice-propose_upward-danger = 🚨 { $number } ({ $place }, { $category }): somebody called for help. If many are in danger, report it upward at once.
notice-propose_upward-many = 👥 { $number } ({ $place }, { $category }): { $people } people stand behind it by now. If many are in danger, report it upward at once.
staff-short-reported_up = urgent: please tap Seen
staff-short-upward_seen = { $person } has seen it
staff-short-propose_upward = report it upward?
event-reported_up = { $person } reported it upward: { $words }
event-upward_seen = { $person } has seen the report
