"""Joint work: units that assist get a part with a day; whoever has it accepts, reports, or hands it to a colleague."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

import msgspec

from casework.actions import parts
from casework.errors import NotYours, Refused
from casework.organisation import Unit
from casework.parts import Part
from casework.people import Person, Role
from casework.petitions import Case
from handlers.case_facts import CaseFacts
from handlers.file_steps import NOTHING, Sent, WithFiles
from handlers.messages import Incoming
from handlers.router import Tap, TapHandler
from handlers.staff import part_cards
from handlers.staff.dispatcher import WHICH, Send, UnitNamed, likely_units
from handlers.staff.flows import CaseFlow, done
from handlers.staff.heads import colleague
from handlers.staff.unit_lines import part_words
from handlers.steps import Choice, Day, Flow, FreeText, Option, end_of
from handlers.talk import Talk

_WORDS: Final = 500
_MOST: Final = 4


class Add(Send, frozen=True, kw_only=True):
    """Which unit assists, with what, until which ISO day."""

    what: str = ""
    day: str = ""


class OnPart(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a flow about a part."""

    part_id: int = 0
    words: str = ""
    sent: Sent = NOTHING
    person: str = ""


P = TypeVar("P", bound=OnPart)


# ----- Giving a part -----


async def _candidates(talk: Talk, data: Add) -> Sequence[Unit]:
    """Return units that may assist: those near the case that do not work on it yet."""
    case = await talk.uow.get(Case, data.case_id)
    if case is None:
        raise NotYours
    at_work = {each.unit_id for each in case.assisting}
    return [unit for unit in likely_units(talk.uow.org, case) if unit.id not in at_work][:_MOST]


async def _last_day(talk: Talk, data: Add) -> date | None:
    """Return the last day for a part: before the lead has to answer."""
    case = await talk.uow.get(Case, data.case_id)
    last = parts.latest(talk.uow, case) if case is not None else None
    return talk.uow.rules.calendar.last_day(last) if last is not None else None


async def _add(talk: Talk, data: Add) -> None:
    uow = talk.uow
    due_at = end_of(talk, data.day)
    part = await parts.add_unit(uow, data.case_id, talk.person.id, data.epoch, data.unit_id, data.what, due_at)
    case = await uow.get(Case, part.case_id)
    if case is not None:
        done(talk, "staff-part-added", case, **part_words(uow, talk.language, part))


# ----- Working a part -----


async def show(talk: Talk, tap: Tap) -> None:
    """Show a part with what its reader may do."""
    part, case = await _seen(talk, tap.subject)
    await _present(talk, case, part)


async def accept(talk: Talk, tap: Tap) -> None:
    """Take a part for oneself."""
    part = await parts.accept_part(talk.uow, tap.subject, talk.person.id)
    case = await talk.uow.get(Case, part.case_id)
    if case is not None:
        talk.toast = talk.say("staff-yours")
        await _present(talk, case, part)


async def drop(talk: Talk, tap: Tap) -> None:
    """Take a part back from its unit."""
    part = await parts.drop_unit(talk.uow, tap.subject, talk.person.id)
    case = await talk.uow.get(Case, part.case_id)
    if case is not None:
        done(talk, "staff-part-dropped", case, **part_words(talk.uow, talk.language, part))


async def hand(talk: Talk, tap: Tap) -> None:
    """Ask to whom a part goes. Raises Refused("no-colleague") where the unit has nobody else."""
    data = OnPart(part_id=tap.subject)
    await _seen(talk, tap.subject)
    if not await _colleagues(talk, data):
        raise Refused("no-colleague")
    await HAND.start(talk, data)


async def report(talk: Talk, tap: Tap) -> None:
    """Ask what came of a part."""
    await REPORT.start(talk, OnPart(part_id=tap.subject))


async def _colleagues(talk: Talk, data: OnPart) -> Sequence[Option]:
    part, _ = await _seen(talk, data.part_id)
    staff = talk.uow.staff
    serving = (*staff.in_unit(part.unit_id, Role.HEAD), *staff.in_unit(part.unit_id, Role.CADRE))
    posts = {post.person_id: post for post in serving}
    people = await talk.uow.get_all(Person, [id_ for id_ in posts if id_ != part.cadre_id])
    return [Option(str(person.id), colleague(talk, posts[person.id], person)) for person in people]


async def _hand(talk: Talk, data: OnPart) -> None:
    part = await parts.hand_part(talk.uow, data.part_id, talk.person.id, int(data.person))
    case = await talk.uow.get(Case, part.case_id)
    if case is not None:
        person = talk.uow.staff.title(part.cadre_id, talk.language, part.unit_id)
        done(talk, "staff-part-handed", case, person=person)


async def _report(talk: Talk, data: OnPart) -> None:
    words = data.sent.with_words(data.words)
    part = await parts.report_part(talk.uow, data.part_id, talk.person.id, words, data.sent.files)
    case = await talk.uow.get(Case, part.case_id)
    if case is not None:
        done(talk, "staff-part-reported", case)


async def _about(talk: Talk, data: OnPart) -> CaseFacts:
    part, case = await _seen(talk, data.part_id)
    return part_cards.facts(talk.uow, talk.language, case, part)


async def _present(talk: Talk, case: Case, part: Part) -> None:
    text, buttons = await part_cards.card(talk.uow, talk.language, case, part, talk.person.id)
    talk.reply(text, buttons, case_id=case.id, card=f"part:{part.id}")


async def _seen(talk: Talk, part_id: int) -> tuple[Part, Case]:
    """Return a part and its case, as far as the person may see that. Raises NotYours else."""
    part = await talk.uow.get(Part, part_id)
    case = await talk.uow.visible_case(talk.person.id, part.case_id) if part is not None and not talk.new else None
    if part is None or case is None or case.resident_id == talk.person.id:
        raise NotYours
    return part, case


@dataclass(frozen=True)
class PartFlow(Flow[P]):
    """A flow about a part: every answer checks that the person may still see it."""

    async def start(self, talk: Talk, data: P) -> None:
        """Begin if the person sees the part."""
        await _seen(talk, data.part_id)
        await super().start(talk, data)

    async def resume(self, talk: Talk, incoming: Incoming) -> None:
        """Take an answer. Raises Refused("no-post") where the person does not see the part any more."""
        try:
            await _seen(talk, talk.data(self.kind).part_id)
        except NotYours:
            talk.end()
            raise Refused("no-post") from None
        await super().resume(talk, incoming)


ADD: Final = CaseFlow(
    "staff-add-unit",
    Add,
    [
        UnitNamed[Add](question="staff-ask-assisting", among=_candidates),
        UnitNamed[Add](WHICH),
        FreeText[Add]("what", "staff-ask-part", "what", _WORDS, cancel=True),
        Day[Add]("day", "staff-ask-part-day", "day", (3, 5, 7, 14), cancel=True, last=_last_day),
    ],
    _add,
    "add_unit",
)
REPORT: Final = PartFlow(
    "staff-part-report",
    OnPart,
    [WithFiles[OnPart]("words", "staff-ask-part-report", "words", facts=_about, cancel=True)],
    _report,
)
HAND: Final = PartFlow(
    "staff-part-hand",
    OnPart,
    [Choice[OnPart]("person", "staff-ask-hand", "person", _colleagues, facts=_about, cancel=True)],
    _hand,
)


async def add(talk: Talk, tap: Tap) -> None:
    """Ask which unit assists, with what, and by when."""
    await ADD.start(talk, Add(case_id=tap.subject, epoch=tap.epoch or 0))


FLOWS: Final = (ADD, REPORT, HAND)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"add_unit": add}
PART_TAPS: Final[Mapping[str, TapHandler]] = {
    "show": show,
    "accept": accept,
    "report": report,
    "hand": hand,
    "drop": drop,
}
