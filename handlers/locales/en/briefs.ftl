## The brief: figures of a place and some days

brief-title = { $place }, { $period }
brief-period = { $first } to { $last } { $year }
brief-period-month = { $first } to { $day } { $month } { $year }
brief-period-day = { $date } { $year }
brief-date = { $day } { $month }
brief-short-day = { $day }/{ $month }
brief-head = 📊 { $title }
    Came in: { $came } · ended: { $ended } · open: { $open }, of them late: { $late }
brief-rates = Answered in time: { $in_time }
    Solved, as residents say: { $solved } (of { $spoken } who said it)
    Satisfied: { $satisfied } (of { $rated } who gave stars)
brief-apart = Counted apart, not as solved: { $ends }
brief-again = sent back by residents and at work again { $count }
brief-grown = Grew most, more than chance
brief-grown-line = · { $cause }: { $now }, usually { $usual }
brief-grown-short = { $now } (usually { $usual })
brief-grown-none = Nothing has grown noticeably; ups and downs are the usual ones.
brief-cause = { $category }, { $place }
brief-and = ;{ " " }
brief-silent = 🔇 Nothing heard for half a year from { $count } of { $villages } villages: { $names }. Somebody should go there.
brief-silent-more = 🔇 Nothing heard for half a year from { $count } of { $villages } villages: { $names } and { $more } more. Somebody should go there.
brief-promised = 📅 Promised days, near or past
brief-promised-line = · { $number } · { $category } · { $place } · { $date }
brief-task-line = · task of { $unit } · { $place } · { $date }
brief-foot = Ratings count five at a time. Cases that are kept from somebody are in none of these figures.
brief-foot-public = Groups under five are not shown. Cases that are kept from somebody are in none of these figures.
brief-page = { $title } · { $page } of { $pages }
brief-foot-picture = Silence, withdrawal, merging and refusal are not counted as solved.
brief-kept = 🔒 Beside these, kept from somebody and visible to you: came in { $came }, ended { $ended }, open { $open }.
brief-came = came in
brief-ended = ended
brief-late = late
brief-in-time = in time
brief-solved = solved, as residents say
brief-solved-short = solved
brief-satisfied = satisfied
brief-overview = What came in, and what became of it
brief-by-place = By place
brief-by-unit = By unit, in the order of the organisation
brief-spans = The last eight periods
brief-ends = How they ended
brief-places = Places
brief-units = Units
brief-whole = Not tied to one place
brief-others = { $count } others together
brief-row = in { $came } · ended { $ended } · late { $late }
brief-end-solved = solved, the resident says
brief-end-answered = answered, the resident is content
brief-end-settled = settled by both sides
brief-end-contested = the resident disagrees
brief-end-no_answer = no answer from the resident
brief-end-withdrawn = withdrawn
brief-end-merged = answered with another case
brief-end-refused = refused
brief-end-not_accepted = not accepted

## Asking for one

menu-brief = Figures of my area or unit
brief-ask-when = Figures of { $place }. For which days?
brief-last-week = Last week
brief-last-month = Last month
brief-last-90 = The last 90 days
brief-own-days = Other days
brief-ask-first = From which day? For example: 2026-03-01
brief-ask-last = Until which day?
brief-coming = I am counting. The pictures come here in a moment.
brief-which = There is no place or unit of that name under you. Try the name of a township, a village or a unit, or /brief alone.
mistake-past-day = That is no day I know. For example: 2026-03-01
mistake-day-to-come = { $date } is still to come: figures end with today.
refused-brief-future = Those days can't be counted yet. Choose days until today: /brief
refused-brief-order = That is before { $first }, your first day. Name a later one, or go back to the first by /back.
refused-brief-long = Those are more than { $days } days. Name an earlier one, or go back to the first by /back.
refused-brief-staff = The brief is for those who are over an area, or head a unit. /help shows what you can do.
refused-brief-decided = That has been decided already.
notice-brief-failed = The figures could not be put together just now. Please ask again: /brief

## Letting the public one out

notice-brief-replaced = 📊 { $title }: the next one has come.
notice-brief-public = { $words }

    👀 That is the brief for the public. Please read it: does it name anybody, or give them away? It goes out only when you say so.
button-brief-publish = Let it out
button-brief-decline = Keep it back
brief-published = It goes out to the public channel now.
brief-declined = It stays here. Nobody in public sees it.
notice-brief-waits = The brief for the public ({ $title }) still waits for somebody to read it.
button-brief-read = Read it
