"""A resident's own cases: the list, one of them with its clock and timeline, and what can be done with it."""

from typing import Final

from casework.actions import outcomes
from casework.petitions import Case, Closing, State
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import (
    cadre_label,
    category_label,
    day,
    days_left_words,
    outcome_text,
    place_label,
    state_label,
    timeline,
    unit_label,
)
from handlers.messages import Button, Rows
from handlers.talk import Talk, rows

MOST_CASES: Final = 10
"""Cases in the list."""


async def own(talk: Talk, limit: int = MOST_CASES) -> list[Case]:
    """Return the person's own cases, open ones first. Somebody who has come just now has none."""
    if talk.new:
        return []
    return await talk.uow.cases_of_resident(talk.person.id, limit)


async def my(talk: Talk, words: str) -> None:
    """List one's own cases with where they stand, and a button for each."""
    cases = await own(talk)
    if not cases:
        talk.answer("my-none")
        return
    lines = [talk.say("my-head", count=len(cases))]
    lines += [
        talk.say(
            "my-line",
            number=case.label,
            category=category_label(talk.language, case.category),
            place=place_label(talk.uow, case, talk.language),
            state=state_label(talk.language, case, resident=True),
        )
        for case in cases
    ]
    talk.reply("\n".join(lines), rows([Button(case.label, f"c.show.{case.id}.{case.epoch}") for case in cases], 2))


async def show_latest(talk: Talk) -> None:
    """Show the only case of a resident, or the list where there are several."""
    cases = await own(talk)
    if len(cases) == 1:
        await show(talk, cases[0])
    else:
        await my(talk, "")


async def show(talk: Talk, case: Case) -> None:
    """Show one's own case: where it stands, the running limit, the open question, the timeline, the buttons."""
    events = await talk.uow.events_of(case.id, public=True)
    lines = [standing(talk.uow, case, talk.language)]
    if case.question:
        lines.append(talk.say("case-question", question=case.question))
    if case.state is State.PROPOSED:
        lines += [outcome_text(talk.uow, case, talk.language), talk.say("was-it-done")]
    if history := timeline(talk.uow, case, talk.language, events):
        lines += ["", *history]
    talk.reply("\n".join(lines), buttons(talk.uow, case, talk.language), case_id=case.id, card=f"case:{case.id}")


def standing(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return number, matter and place of a case, where it stands, and its running limit."""
    facts = {
        "number": case.label,
        "category": category_label(language, case.category),
        "place": place_label(uow, case, language),
        "unit": unit_label(uow, case, language),
        "person": cadre_label(uow, case, language),
        "state": state_label(language, case, resident=True),
        "date": day(uow, language, case.promise_at or case.limit_at),
        "left": days_left_words(uow, language, case.promise_at or case.limit_at),
    }
    return "\n".join((texts.say(language, "case-head", facts), texts.say(language, f"case-{case.state.value}", facts)))


def buttons(uow: UnitOfWork, case: Case, language: str) -> Rows:
    """Return what a resident can tap under an own case: three at most, but for the four answers to an outcome."""

    def button(key: str, verb: str, argument: str = "") -> Button:
        return Button(texts.plain(language, key), f"c.{verb}.{case.id}.{case.epoch}{argument}")

    match case.state:
        case State.WAITING | State.WORKING:
            return ((button("button-urge", "urge"), button("button-withdraw", "withdraw")),)
        case State.PROMISED:
            promised = (button("button-urge", "urge"), button("button-verdict-not_done", "judge", ".not_done"))
            return (promised, (button("button-withdraw", "withdraw"),))
        case State.PROPOSED:
            return verdicts(case, language)
        case State.CLOSED:
            offered = []
            if can_reopen(uow, case):
                offered.append(button("button-reopen", "reopen"))
            if not case.stars and case.closing in {Closing.SOLVED, Closing.ANSWERED}:
                offered.append(button("button-stars", "stars"))
            return rows(offered, 2)


def verdicts(case: Case, language: str) -> Rows:
    """Return the four answers to "was it done?", and the way to have the answer explained."""

    def verdict(name: str) -> Button:
        return Button(texts.plain(language, f"button-verdict-{name}"), f"c.judge.{case.id}.{case.epoch}.{name}")

    explain = Button(texts.plain(language, "button-explain"), f"c.explain.{case.id}.{case.epoch}")
    return ((verdict("done"), verdict("half")), (verdict("not_done"), verdict("disagree")), (explain,))


def can_reopen(uow: UnitOfWork, case: Case) -> bool:
    """Return whether a closed case can still be taken up by a word of the resident's."""
    return not case.is_open and uow.now < outcomes.reopen_until(uow, case)
