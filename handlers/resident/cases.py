"""A resident's own cases: the list, one of them with its clock and timeline, and what can be done with it."""

from typing import Final

from casework.actions import ledger
from casework.actions.news import SHOWN, is_progress
from casework.files import File
from casework.instances import reopen_until, reopens, verdicts_of
from casework.kinds import PetitionKind
from casework.paths import is_settlement, path_of
from casework.permissions import FOR_KINDS, possible
from casework.petitions import Case, Closing, Event, State, Verdict
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import (
    category_label,
    instance_label,
    kind_label,
    meeting_words,
    outcome_text,
    own_facts,
    place_label,
    state_label,
    timeline,
)
from handlers.media import messages
from handlers.messages import Button, Rows
from handlers.not_accepted_words import not_accepted_words
from handlers.reading import without_names
from handlers.resident import after, callback_form, review_words
from handlers.resident.joined_words import listed
from handlers.talk import Talk, rows

MOST_CASES: Final = 10
"""Cases in the list."""

MOST_BUTTONS: Final = 3
"""Buttons between which a resident decides."""


async def own(talk: Talk, limit: int = MOST_CASES) -> list[Case]:
    """Return the person's own cases, open ones first. Somebody who has come just now has none."""
    if talk.new:
        return []
    return await talk.uow.cases_of_resident(talk.person.id, limit)


async def my(talk: Talk, words: str) -> None:
    """List one's own cases with where they stand, and those that one has joined or signed; a button for each."""
    cases = await own(talk)
    others, openers = await listed(talk) if not talk.new else ([], [])
    if not cases and not others:
        talk.answer("my-none")
        return
    lines = [talk.say("my-head", count=len(cases))] if cases else []
    lines += [
        talk.say(
            "my-line",
            number=case.label,
            category=category_label(talk.language, case.category),
            place=place_label(talk.uow, case, talk.language),
            state=_state(talk, case),
        )
        for case in cases
    ]
    shown = [Button(case.label, f"c.show.{case.id}.{case.epoch}") for case in cases]
    talk.reply("\n".join([*lines, *others]), rows([*shown, *openers], 2))


def _state(talk: Talk, case: Case) -> str:
    """Return where a case stands, and that it is looked at again where it is."""
    state, again = state_label(talk.language, case, resident=True), instance_label(talk.language, case)
    return texts.plain(talk.language, "colon").join((again, state)) if again else state


async def show_latest(talk: Talk) -> None:
    """Show the only case of a resident, or the list where there are several."""
    cases = await own(talk)
    if len(cases) == 1:
        await show(talk, cases[0])
    else:
        await my(talk, "")


async def show(talk: Talk, case: Case) -> None:
    """Show one's own case: where it stands, the running limit, the open question, the timeline, the buttons; and what
    proves an outcome that waits for one's word. Its written reply counts as received by that.
    """
    lines = await seen(talk, case)
    told = await ledger.state_of(talk.uow, case) in ledger.TAKEN_BACK_FROM
    shown = buttons(talk.uow, case, talk.language, more=await after.button_key(talk, case), told=told)
    talk.reply("\n".join(lines), shown, case_id=case.id, card=f"case:{case.id}")
    if case.state is State.PROPOSED and case.outcome is not None and case.outcome.files:
        files = await talk.uow.get_all(File, list(case.outcome.files))
        talk.outgoing += await messages(talk.uow, talk.person, talk.incoming.chat, case, files)
    talk.seen.append(case.id)
    if await callback_form.is_open(talk.uow, case):
        talk.reply(callback_form.text(talk.language, case), callback_form.buttons(talk.language, case), case_id=case.id)


async def seen(talk: Talk, case: Case) -> list[str]:
    """Return a case as its resident sees it, in lines."""
    events = await talk.uow.events_of(case.id, public=True)
    if case.merged_into is not None:
        events = [*events, *await _of_master(talk.uow, case)]
    lines = [standing(talk.uow, case, talk.language)]
    if case.merged_into is not None or case.merged:
        lines.append(talk.say("case-merged"))
    if case.supporters:
        lines.append(talk.say("case-joint", count=case.supporters))
    if case.is_open and (leader := talk.uow.staff.title(case.owner_id, talk.language)):
        lines.append(talk.say("case-owned", leader=leader))
    if case.question:
        lines.append(talk.say("case-question", question=case.question))
    if case.is_open and case.meeting is not None and case.meeting.is_ahead:
        lines.append(talk.say("case-meeting", **meeting_words(talk.uow, talk.language, case.meeting)))
    if case.state is State.PROPOSED:
        lines += [await outcome_text(talk.uow, case, talk.language), talk.say(asked(case, talk.language))]
    if why_not := not_accepted_words(talk.language, case):
        lines.append(why_not)
    if history := timeline(talk.uow, case, talk.language, events):
        lines += ["", *history]
    return lines


async def _of_master(uow: UnitOfWork, case: Case) -> list[Event]:
    """Return what the offices have done in a case's master since it was merged: no words of its resident, no names."""
    since = case.merged_at or case.filed_at
    found = await uow.events_of_kinds(case.merged_into or 0, SHOWN)
    return [without_names(each) for each in found if is_progress(each) and each.at >= since]


def standing(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return number, matter and place of a case, where it stands, and its running limit."""
    facts = own_facts(uow, language, case)
    lines = [texts.say(language, "case-head", facts)]
    if case.kind is not PetitionKind.REQUEST:
        lines.append(texts.say(language, "draft-kind", {"kind": kind_label(language, case.kind)}))
    if again := instance_label(language, case):
        lines.append(texts.say(language, "case-again", facts | {"instance": again}))
        lines += [goes_on] if (goes_on := review_words.promise(uow, case, language)) else []
    lines.append(texts.say(language, f"case-{case.state.value}", facts))
    if case.closing not in {Closing.SOLVED, Closing.WITHDRAWN}:
        lines += [right] if (right := review_words.right(uow, case, language)) else []
    return "\n".join(lines)


def buttons(uow: UnitOfWork, case: Case, language: str, *, more: str, told: bool = False) -> Rows:
    """Return what a resident can tap under an own case: three at most, but for the four answers to an outcome.

    `more` is the label's key of the button that adds details or says who may know the name, where there is room; ""
    for none. `told`: its resident has agreed that others read of it, and can take that back.
    """

    def button(key: str, verb: str, argument: str = "") -> Button:
        return Button(
            texts.plain(language, texts.of_kind(language, key, case.kind)), f"c.{verb}.{case.id}.{case.epoch}{argument}"
        )

    details = [button(more, "details")] if more else []
    if not details and possible(uow.staff, uow.org, case, case.resident_id, ["gather"]):
        details.append(button("button-together", "gather"))
    match case.state:
        case State.WAITING | State.WORKING:
            another = (
                [button("button-other-cadre", "another")] if case.cadre_id is not None and case.recusal is None else []
            )
            between = [*details, *another][: MOST_BUTTONS - 2]
            return rows([button("button-urge", "urge"), *between, button("button-withdraw", "withdraw")], 2)
        case State.PROMISED:
            # Who does not accept what is promised need not wait for its day; after the days for that, one may withdraw.
            ask = review_words.button(uow, case, language)
            promised = (button("button-urge", "urge"), button("button-verdict-not_done", "judge", ".not_done"))
            return (promised, (ask or button("button-withdraw", "withdraw"),))
        case State.PROPOSED:
            return verdicts(case, language)
        case State.CLOSED:
            offered = again(uow, case, language)
            settled = case.closing in {Closing.SOLVED, Closing.ANSWERED, Closing.SETTLED}
            if path_of(case.kind).rated and not case.stars and settled:
                offered.append(button("button-stars", "stars"))
            back = [button("ledger-button-back", "ledger_no")] if told else []
            return rows([*[*offered, *details][: MOST_BUTTONS - len(back)], *back], 2)


def verdicts(case: Case, language: str) -> Rows:
    """Return what can be said to an outcome: the four answers to "was it done?", or those of another kind.

    Where work was to be done there is also the way to have the answer explained; of a question and a suggestion this
    is one of the answers. A policy that the answer goes by can be read.
    """
    path, fitting = path_of(case.kind), verdicts_of(case)
    own = "-review" if Verdict.READ in fitting and path.reviews else ""
    layout = rows(
        [
            Button(texts.plain(language, f"button-verdict-{each}{own}"), f"c.judge.{case.id}.{case.epoch}.{each}")
            for each in fitting
        ],
        2,
    )
    if case.outcome is not None and case.outcome.policy_id is not None:
        rule = Button(texts.plain(language, "button-policy-basis"), f"y.show.{case.outcome.policy_id}")
        layout = (*layout, (rule,))
    if not path_of(case.kind).solves:
        return layout
    return (*layout, (Button(texts.plain(language, "button-explain"), f"c.explain.{case.id}.{case.epoch}"),))


def again(uow: UnitOfWork, case: Case, language: str) -> list[Button]:
    """Return the ways in which a closed case can be taken up again; none where it is too late.

    A request may be looked at again above; what is no request has no review, but may become one. What was not accepted
    goes to the unit above.
    """
    if can_ask_above(uow, case):
        return [Button(texts.plain(language, "button-ask-above"), f"c.ask_above.{case.id}.{case.epoch}")]
    ask = review_words.button(uow, case, language) if case.closing is not Closing.SOLVED else None
    offered = [ask] if ask is not None else []
    if not can_reopen(uow, case):
        return offered
    reopen = texts.plain(language, texts.of_kind(language, "button-reopen", case.kind))
    offered.append(Button(reopen, f"c.reopen.{case.id}.{case.epoch}"))
    if case.kind in FOR_KINDS["as_request"]:
        offered.append(Button(texts.plain(language, "button-as-request"), f"c.as_request.{case.id}.{case.epoch}"))
    return offered


def can_reopen(uow: UnitOfWork, case: Case) -> bool:
    """Return whether a closed case can still be taken up by a word of the resident's."""
    return case.closing is not Closing.NOT_ACCEPTED and reopens(case) and _in_time(uow, case)


def can_ask_above(uow: UnitOfWork, case: Case) -> bool:
    """Return whether a case was not accepted, and the unit above can still be asked."""
    return case.closing is Closing.NOT_ACCEPTED and _in_time(uow, case)


def _in_time(uow: UnitOfWork, case: Case) -> bool:
    return not case.is_open and uow.now < reopen_until(case, uow.rules)


def asked(case: Case, language: str) -> str:
    """Return the key of the question that an outcome is given with."""
    if is_settlement(case):
        return "is-it-agreed"
    if Verdict.READ in verdicts_of(case) and path_of(case.kind).reviews:
        return "is-it-accepted"
    return texts.of_kind(language, "was-it-done", case.kind)
