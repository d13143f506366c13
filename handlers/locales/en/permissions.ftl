# Who may do what, for administrators: docs/permissions.md is made of it. A verb of the table needs `right-VERB`, and
# `right-VERB-if` where it needs more than a state.

rights-title = Who may do what
rights-head = This page is written by the program from its own table (`doorstep permissions`); the same table decides in every chat, for every button and command. A person needs one of the relations named, and the case has to stand in one of the states named. Whoever stands in no relation to a case is told the same as for a number that was never given.
rights-people = Who is who
rights-verbs = What may be done, by whom, and when
rights-seeing = Who sees a case
rights-seeing-words = Whoever stands in a relation to a case sees it, and nobody else; but who has only joined or signed it hears how it stands, and no more. Whoever has a post in a unit that a shielded case accuses, or in a unit below it, stands in no relation to it, whatever other posts they hold. Whoever sent a petition is its resident and nothing else.
rights-column-relation = who
rights-column-meaning = means
rights-column-verb = what
rights-column-who = who may
rights-column-states = while the case is
rights-column-kinds = for
rights-any-state = at any time
rights-open = open
rights-any-kind = every kind
rights-merged = A case that was merged into another one is worked there. While it is open, only this is done with the case itself: { $verbs }.
rights-if = { $states }, and only if { $condition }

rights-state-waiting = waiting for someone to take it
rights-state-working = being worked on
rights-state-proposed = answered
rights-state-promised = promised by a day
rights-state-closed = closed

relation-resident = the resident
relation-resident-means = whoever sent the petition
relation-cadre = its cadre
relation-cadre-means = whom the case is offered to, or who has accepted it, as long as they serve in its unit or lead one above; and who stands in for them while they are away
relation-head = a head
relation-head-means = of the unit that has the case, or of a unit above it
relation-unit = the unit
relation-unit-means = everyone else with a post in the unit that has the case
relation-dispatcher = the intake office
relation-dispatcher-means = the dispatchers over the case's area, or over an area above it
relation-supervisor = a supervisor
relation-supervisor-means = over the case's area, or over an area above it
relation-leader = a leader
relation-leader-means = over the case's area, or over an area above it
relation-admin = an administrator
relation-admin-means = over the case's area, or over an area above it
relation-clerk = who speaks for the resident
relation-clerk-means = for somebody without a chat: whoever entered the petition, or the intake office
relation-representative = a representative
relation-representative-means = who speaks for a joint petition beside its resident
relation-supporter = a supporter
relation-supporter-means = who has joined the case or signed it: hears how it stands, and reads nothing else of it

right-accept = take the case
right-decline = say that one can't take it, and why
right-hand_to = give it to a colleague in the unit
right-send_to_unit = send it to a unit
right-write_down = write down what was said by voice
right-write_down-if = a voice message waits to be written down
right-ask = ask the resident a question
right-progress = report progress
right-visit = set a day for a visit
right-wait = wait until a day, and say why
right-need_help = ask the head for help
right-explain_late = say why it is late
right-set_date = give more time, once
right-set_kind = mend the kind
right-take_over = take it over
right-propose = propose an outcome
right-add = add words or files
right-urge = ask for news
right-withdraw = withdraw it
right-reset_pin = take a forgotten PIN off
right-pressed = say that somebody pressed for the withdrawal
right-judge = say whether it was done
right-rate = give stars
right-reopen = have it taken up again
right-keep_kind = take a mended kind back
right-as_request = make it a request
right-detail = answer what the category asks
right-earlier = name an earlier petition
right-set_naming = say who may know the name
right-see_name = look at the name, for a reason that is recorded
right-hand_up = record that it went to a body above
right-hand_up-if = it is written to a body above, and has not gone there yet
right-to_court = record that it went to a court
right-to_court-if = it is held because it speaks of a court
right-not_court = say that it is no matter for a court
right-not_court-if = it is held because it speaks of a court

# The written reply, and what follows from it.

right-set_date-if = nobody has decided it before; never by who works the case or has stepped aside
right-set_kind-if = nobody has decided it before
right-keep_kind-if = nobody has decided it before
right-reopen-if = it was accepted, and no unit above has upheld what was decided
right-carry_out = say that a promise is carried out
right-carry_out-if = there is an answer
right-hand_over = record that a reply was handed over by phone, post or in person
right-hand_over-if = the chat does not carry the reply
right-ask_review = ask the unit above to look at it again
right-ask_review-if = it was decided, and neither by the last instance nor by a court
right-begin_hearing = begin a hearing
right-begin_hearing-if = it is a re-examination, and there was no hearing yet
right-end_hearing = end a hearing
right-end_hearing-if = a hearing runs
right-ask_outside = record that a body outside of this service reviews it
right-ask_outside-if = it can be reviewed, or waits for who reviews it
right-decide_outside = record what a body outside of this service has decided
right-decide_outside-if = it can be reviewed, or waits for who reviews it

# Whether it is accepted, more time, and other hands.

right-doubt = hold that it should not be accepted, with the reason
right-doubt-if = nobody holds so already; not in a review
right-dismiss_doubt = find that it is to be accepted after all
right-dismiss_doubt-if = somebody holds that it should not be; the intake office only where no head is there
right-not_accept = decide that it is not accepted, with the reason
right-not_accept-if = it is written down, and no review; the intake office only where no head is there
right-ask_who = ask whose it is, or where they live
right-ask_who-if = it is written down, and no review
right-ask_above = take what was not accepted to the unit above
right-ask_above-if = it was not accepted
right-decline-if = nobody holds that it should not be accepted: then that is decided first
right-as_request-if = it was accepted
right-to_discipline = record that it went to the discipline inspection
right-to_discipline-if = it is held because it accuses somebody in office
right-ask_extension = ask for more time, once
right-ask_extension-if = it was not asked for or given before; not in a review
right-grant_extension = allow more time
right-grant_extension-if = it is asked for; by a head, or whoever over the area was asked; never by who asked, works the case or has stepped aside
right-refuse_extension = refuse more time, and say why
right-refuse_extension-if = it is asked for; by a head, or whoever over the area was asked; never by who asked, works the case or has stepped aside
right-step_aside = step aside for an interest of one's own
right-ask_another = wish for another cadre
right-ask_another-if = it has a cadre, and no wish waits
right-grant_another = give it into other hands, as was wished
right-grant_another-if = it is wished for; by a head, or whoever over the area was asked; never by who works the case or has stepped aside
right-refuse_another = leave it with its cadre, and say why
right-refuse_another-if = another one is wished for; by a head, or whoever over the area was asked; never by who works the case or has stepped aside

# Meetings, hardship, children, what endangers many, call-backs.

right-announce_meeting = invite to a hearing or a mediation
right-announce_meeting-if = nobody has decided it before
right-record_meeting = record a hearing or a mediation
right-record_meeting-if = one is announced
right-settle = write down a settlement
right-settle-if = nobody has decided it before
right-cannot_come = say that one can't come to a meeting
right-cannot_come-if = one is announced
right-flag_hardship = note a household in hardship
right-flag_hardship-if = it is not noted yet
right-record_help = record a home visit, and help
right-record_help-if = the household is in hardship
right-report_up = report what endangers many upward
right-report_up-if = it is not reported yet
right-see_upward = say that one has seen the report
right-see_upward-if = it is reported, nobody has said so yet, and one was told
right-answer_child = say whether a grown-up knows
right-answer_child-if = a child seems to have written, and has not said
right-call_back = call the resident back and record what is said
right-call_back-if = one is to call, and is not of the unit
right-answer_call = answer a call-back in chat
right-stars_asked = say that somebody asked for stars

# Notices on paper, and cases that belong together.

right-papers = have the notices as documents
right-hand_paper = record that a notice on paper was handed over
right-merge = merge it into another one
right-split = take it out of the one that it was merged into
right-split-if = it was merged
right-gather = let neighbours sign
right-gather-if = it hides nothing, accuses nobody, was entered by no clerk, and nobody has decided it before
right-follow = read how it stands
right-add_words = add a word for its officers
right-say = say whether the outcome holds for oneself
right-leave = stand behind it no more
right-offer_ledger = agree for the unit that it stands in the public ledger
right-offer_ledger-if = it ended to its resident's content, is kept from nobody and of nobody in need, was entered by no clerk
right-agree_ledger = agree that others may read what was done, or take it back
right-take_out_ledger = take an entry out of the public ledger again
right-publish_ledger = read an entry of the public ledger, and let it out or keep it back
right-publish_ledger-if = as for offering it; never one's own
