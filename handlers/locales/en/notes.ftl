# Notes of home visits, theme tasks, and what was learned.

menu-note = Write a note of a visit
menu-notes = Find notes
menu-themes = Theme tasks
menu-learned = What we learned
note-ask-words = What did you hear or see? Write it as it was; photos may come with it. Names and numbers are taken out before it is kept.
note-ask-place = Which place is it about? Tap it, or type its name.
note-ask-topic = What is it about?
note-shown = 📝 { $place } · { $topic }
    { $words }
    Photos: { $files }
note-button-keep = Keep it
note-kept = Kept, without names. Those who plan for { $place } find it by /notes.
note-card = 📝 { $date } · { $place } · { $topic } · { $person }
    { $words }
notes-none = Nothing found. Try a place, a topic or fewer words, as in: /notes Willow Town water
notes-newest = the newest
notes-found = Notes: { $what }
notes-line = { $date } · { $place } · { $topic }: { $words }
themes = { $count ->
    [one] One theme task:
   *[other] { $count } theme tasks:
}
themes-none = There is no theme task where you serve. One opens by itself where many say the same.
themes-line = 🌱 { $name } · { $state }
theme-state-open = waits for a plan
theme-state-planned = planned
theme-state-dismissed = no common root
theme-card = 🌱 { $name } · { $state }
    Alike cases: { $count }. Owner: { $person }
    Each case goes on as it is; this is about the root.
theme-why = No common root: { $why }
theme-button-plan = 📅 Plan it
theme-button-dismiss = No common root
theme-ask-plan = What is done about the root? Those whose cases belong to it read it, so write it plainly and without names.
theme-ask-day = By when?
theme-ask-why = Why is there no common root? Those above read it.
theme-planned = Planned: it is a dated task now, with a reminder before its day. Those whose cases belong to it are told.
theme-is-dismissed = Put away. Those above read why.
notice-theme_opened = 🌱 { $name }: { $count } people say alike things. Please look for the root and plan one thing about it, before the next one comes.
notice-theme_plan = 🌱 { $name }: { $count } alike cases still wait for a plan about their root.
notice-theme_plan_above = 🌱 { $name }: { $count } alike cases, and no plan about their root yet. It is with: { $person }
notice-theme_dismissed = 🌱 { $name }: { $person } sees no common root: { $why }
refused-theme-over = That theme is put away.
refused-theme-planned = Something has been promised for it already. Report on its task instead: /tasks
learned = 🌾 What helped last month, in matters that residents have called solved:
learned-line = { $topic } · { $place }
    Found: { $found }
    Done: { $done }
learned-basis = Rule: { $basis }
learned-foot = In no order; nobody is compared.
learned-none = There is nothing to tell of last month.
staff-digest-learned = 🌾 A new month: /learned shows what helped in the last one.
