# More time, and stepping aside: who asks, who decides, and what the resident hears.

## Residents

button-other-cadre = Someone else
another-why = You'd like someone other than { $person }? Why? A line or two: only those who decide read it, { $person } doesn't.
another-asked = Noted. Whether someone else takes { $number } is for the head to say; you'll hear it here. Work goes on meanwhile.
notice-another_refused = { $number }: it stays in the same hands, because: { $why }. Work goes on; write here at any time.
resident-short-another_refused = stays in the same hands
notice-extended = { $number } needs longer, because: { $why }. The new last day is { $date }. That can happen only once.
resident-short-extended = now until { $date }

## Staff: buttons and questions

staff-button-ask_extension = Ask for more time
staff-button-grant_extension = Allow more time
staff-button-refuse_extension = No more time
staff-button-step_aside = I step aside
staff-button-grant_another = Someone else takes it
staff-button-refuse_another = It stays
days-more = { $days } days
staff-ask-extension = { $number }: the last day is { $limit }. How many days more? It can be asked only once.
staff-ask-extension-why = Why longer? One line; your head reads it, and with a yes the resident.
staff-extension-asked = { $number }: your head has been asked. Until then the limit stays { $limit }.
staff-ask-extension-no = { $number }: why not? One line; the case officer reads it.
staff-extension-refused = { $number }: the case officer knows. The limit stays { $limit }.
staff-ask-aside = { $number }: what ties you to this matter or these people? One line; the unit reads it, the resident doesn't.
staff-stepped-aside = { $number }: good. A colleague takes it, and it won't come back to you.
staff-ask-another-no = { $number }: why does it stay? A line or two; the resident reads it.
staff-another-refused = { $number }: the resident has been told.
staff-another-granted = { $number }: it is in other hands, and everyone knows. It won't go back to who had it.
staff-card-extension = ⏳ { $days } days more asked for, not decided: { $why }
staff-card-another = 🙋 The resident would like someone other than { $person }: “{ $words }”

## Staff: notices

notice-extension_asked = ⏳ { $person } asks for { $days } days more for { $number } ({ $place }, { $category }), because: { $why }. The last day is { $limit }, and stays so until you decide.
notice-extension_refused = { $number } ({ $place }, { $category }): no more time, because: { $why }. The limit stays { $limit }.
notice-extended_cadre = { $number } ({ $place }, { $category }): you have until { $date }, for the last time. The resident knows why.
notice-stepped_aside = { $person } steps aside in { $number } ({ $place }, { $category }): { $why }. A colleague gets it.
notice-another_asked = 🙋 { $number } ({ $place }, { $category }): the resident would like another officer: “{ $words }”. You decide. The officer doesn't know.
staff-short-extension_asked = more time is asked for
staff-short-extension_refused = no more time
staff-short-extended_cadre = now until { $limit }
staff-short-stepped_aside = the officer steps aside
staff-short-another_asked = the resident would like another officer

## The timeline

event-extension_asked = { $person } asked for { $days } days more: { $why }
event-extension_refused = { $person } allowed no more time: { $why }
event-stepped_aside = the officer stepped aside: { $why }
event-another_granted = { $person } gave it to someone else, as the resident wished
event-another_refused = { $person } left it in the same hands: { $why }

## What can't be done, and what can

refused-extension-too-late = The limit is over, so no more time can be asked for. Say why it's late, or call for help.
refused-extension-days = { $most } days at most. Please choose again.
