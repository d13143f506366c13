"""What a resident decides about an own case: urge, withdraw, judge the outcome, give stars, take it up again."""

from collections.abc import Awaitable, Callable
from typing import Final

import msgspec

from casework.actions import kind_changes, outcomes, residents
from casework.errors import NotYours, Refused, Stale
from casework.kinds import PetitionKind
from casework.paths import path_of
from casework.people import Person
from casework.permissions import speaks_for
from casework.petitions import Case, Closing, Verdict
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import day, kind_label, unit_label
from handlers.file_steps import NOTHING, Sent, WithFiles, loose
from handlers.messages import Button
from handlers.router import Tap
from handlers.steps import Flow
from handlers.talk import Talk

FIVE: Final = ("1", "2", "3", "4", "5")


async def urge(talk: Talk, tap: Tap) -> None:
    """Press for news."""
    case = await residents.urge(talk.uow, tap.subject, talk.person.id)
    talk.reply(talk.say("urged", number=case.label, unit=unit_label(talk.uow, case, talk.language)), case_id=case.id)


async def withdraw(talk: Talk, tap: Tap) -> None:
    """Ask once whether the case is really to be withdrawn."""
    case = await _own(talk, tap)
    buttons = (
        talk.button("button-withdraw-yes", f"c.withdraw_yes.{case.id}.{case.epoch}"),
        talk.button("button-withdraw-no", f"c.show.{case.id}.{case.epoch}"),
    )
    talk.reply(talk.say("withdraw-sure", number=case.label), (buttons,), case_id=case.id)


async def withdraw_yes(talk: Talk, tap: Tap) -> None:
    """Withdraw the case; the notice says so. Then ask, between us, whether anyone pressed for it.

    Whoever only passes on a withdrawal is not asked: between us is whom it concerns.
    """
    case = await residents.withdraw(talk.uow, tap.subject, talk.person.id, tap.epoch)
    if case.resident_id != talk.person.id:
        return
    buttons = (
        talk.button("button-pressed-no", f"c.pressed.{case.id}.{case.epoch}.no"),
        talk.button("button-pressed-yes", f"c.pressed.{case.id}.{case.epoch}.yes"),
    )
    talk.reply(talk.say("pressed-ask"), (buttons,), case_id=case.id)


async def pressed(talk: Talk, tap: Tap) -> None:
    """Hear whether anyone pressed for the withdrawal; a yes goes to those who watch over the unit, past it."""
    case = await _fresh(talk, tap)
    if tap.argument != "yes":
        talk.answer("pressed-no")
        return
    await residents.pressed(talk.uow, case.id, talk.person.id)
    talk.reply(talk.say("pressed-yes"), ((Button(talk.say("button-reopen"), f"c.reopen.{case.id}.{case.epoch}"),),))


async def judge(talk: Talk, tap: Tap) -> None:
    """Take one of the answers to an outcome at once, so that a tap counts even where no word follows."""
    if tap.argument not in set(Verdict):
        raise Refused("stale")
    verdict = Verdict(tap.argument)
    case = await outcomes.judge(talk.uow, tap.subject, talk.person.id, tap.epoch, verdict)
    if verdict.settles and not speaks_for(talk.uow, case, talk.person.id):
        talk.answer("joined-said-done", number=case.label)
    elif verdict.settles and not path_of(case.kind).rated:
        talk.reply(talk.say("difficulty-solved", number=case.label), case_id=case.id)
    elif verdict.settles:
        ask_stars(talk, case, "settled" if case.closing is Closing.SETTLED else "solved")
    elif verdict is not Verdict.DISAGREE:
        await _ask_missing(talk, case)


def ask_stars(talk: Talk, case: Case, key: str) -> None:
    """Ask for one to five stars."""
    text = talk.say(texts.of_kind(talk.language, key, case.kind), number=case.label)
    talk.reply(text, (stars_row(case),), case_id=case.id)


def stars_row(case: Case) -> tuple[Button, ...]:
    """Return the five buttons for stars, in one row."""
    return tuple(Button(f"{each}⭐", f"c.rate.{case.id}.{case.epoch}.{each}") for each in FIVE)


async def stars(talk: Talk, tap: Tap) -> None:
    """Show the stars of a closed case again."""
    ask_stars(talk, await _own(talk, tap), "stars-how-many")


async def rate(talk: Talk, tap: Tap) -> None:
    """Take the stars."""
    if tap.argument not in FIVE:
        raise Refused("stale")
    await outcomes.rate(talk.uow, tap.subject, talk.person.id, int(tap.argument))
    asked = talk.button("button-stars-asked", f"c.stars_asked.{tap.subject}.{tap.epoch or 0}")
    talk.reply(talk.say("rated"), ((asked,),))


async def still_solved(talk: Talk, tap: Tap) -> None:
    """Hear that what was solved weeks ago still is."""
    await _own(talk, tap)
    talk.answer("still-solved-yes")


async def reopen(talk: Talk, tap: Tap) -> None:
    """Take a closed case up again: it was not done after all."""
    await _fresh(talk, tap)
    await _ask_missing(talk, await outcomes.reopen(talk.uow, tap.subject, talk.person.id))


async def as_request(talk: Talk, tap: Tap) -> None:
    """Take a closed case up again as a request: what the office has answered is not enough."""
    await _fresh(talk, tap)
    await _ask_missing(talk, await outcomes.as_request(talk.uow, tap.subject, talk.person.id))


async def keep_kind(talk: Talk, tap: Tap) -> None:
    """Object to what the case was taken for. It counts, whatever has become of the case since the button was shown."""
    case = await kind_changes.keep_kind(talk.uow, tap.subject, talk.person.id)
    withhold(talk.uow, "reopened_ok", case.resident_id)
    kind, date = kind_label(talk.language, case.kind), day(talk.uow, talk.language, case.limit_at)
    talk.reply(talk.say("kind-kept", number=case.label, kind=kind, date=date), case_id=case.id)


async def explain(talk: Talk, tap: Tap) -> None:
    """Have the answer explained: the officer is told, in words of the officer's language."""
    case = await _fresh(talk, tap)
    officer = await talk.uow.get(Person, case.cadre_id) if case.cadre_id is not None else None
    language = officer.language if officer is not None else talk.uow.rules.languages[0]
    await residents.add(talk.uow, case.id, talk.person.id, texts.plain(language, "note-explain"))
    talk.reply(talk.say("explain-asked", unit=unit_label(talk.uow, case, talk.language)), case_id=case.id)


class Missing(msgspec.Struct):
    """What the resident says is still to be done in a case that goes on, and of which kind that is."""

    case: int = 0
    words: str = ""
    sent: Sent = NOTHING
    kind: str = ""


async def _ask_missing(talk: Talk, case: Case) -> None:
    """Say that the case goes on, and ask what is missing; so the notice of the same is not needed."""
    if speaks_for(talk.uow, case, talk.person.id):
        withhold(talk.uow, "reopened_ok", case.resident_id)
    key, date = texts.of_kind(talk.language, "goes-on", case.kind), day(talk.uow, talk.language, case.limit_at)
    talk.reply(talk.say(key, number=case.label, date=date), case_id=case.id)
    await MISSING.start(talk, Missing(case.id, kind=case.kind.value))


def withhold(uow: UnitOfWork, kind: str, person_id: int) -> None:
    """Take back a notice of this turn that the answer itself has said to the same person."""
    uow.notices[:] = [each for each in uow.notices if each.kind != kind or each.person_id != person_id]


async def _tell_missing(talk: Talk, data: Missing) -> None:
    words, files = data.sent.with_words(data.words), await loose(talk, data.sent)
    if not words and not files:
        talk.answer("missing-skipped")
        return
    case = await residents.add(talk.uow, data.case, talk.person.id, words, files)
    talk.reply(talk.say("added", number=case.label, unit=unit_label(talk.uow, case, talk.language)), case_id=case.id)


def _of(*kinds: PetitionKind) -> Callable[[Missing], bool]:
    return lambda data: data.kind in kinds


def _of_work(data: Missing) -> bool:
    return data.kind not in {PetitionKind.QUESTION, PetitionKind.SUGGESTION}


MISSING: Final = Flow(
    "missing",
    Missing,
    (
        WithFiles("words", "what-is-missing", "words", skip="button-skip", when=_of_work),
        WithFiles("unclear", "what-is-unclear", "words", skip="button-skip", when=_of(PetitionKind.QUESTION)),
        WithFiles("more", "what-to-add", "words", skip="button-skip", when=_of(PetitionKind.SUGGESTION)),
    ),
    _tell_missing,
)


async def _own(talk: Talk, tap: Tap) -> Case:
    """Return the tapped case, of the person's own or of somebody for whom they speak.

    Raises NotYours for any other, as for none.
    """
    case = await talk.uow.get(Case, tap.subject)
    if case is None or not speaks_for(talk.uow, case, talk.person.id):
        raise NotYours
    return case


async def _fresh(talk: Talk, tap: Tap) -> Case:
    """Return the tapped case of the person's own. Raises Stale where the button is of an earlier state."""
    case = await _own(talk, tap)
    if case.epoch != tap.epoch:
        raise Stale(case.id)
    return case


TAPS: Final[dict[str, Callable[[Talk, Tap], Awaitable[None]]]] = {
    "urge": urge,
    "withdraw": withdraw,
    "withdraw_yes": withdraw_yes,
    "pressed": pressed,
    "judge": judge,
    "stars": stars,
    "rate": rate,
    "solved": still_solved,
    "reopen": reopen,
    "as_request": as_request,
    "keep_kind": keep_kind,
    "explain": explain,
}
