"""A clerk writes down what somebody says by telephone, has written, or has come to say: /enter.

First who it is, and whether they came before; then their words become a draft like any other, and its card is the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions import drafting
from casework.actions.entering import known_by
from casework.errors import NotYours, Refused
from casework.numbers import parse_number
from casework.people import Person
from casework.permissions import speaks_for
from casework.petitions import Case, Entry, Petition, Way
from handlers.case_words import category_label
from handlers.messages import Incoming
from handlers.phone_step import Telephone
from handlers.resident import memory
from handlers.router import Command
from handlers.staff import speaking
from handlers.steps import Choice, Flow, FreeText, Option
from handlers.talk import Talk

MOST_KNOWN: Final = 3
"""Cases of somebody who calls again that are offered, open ones first, the newest first."""

WAYS: Final = (Way.PHONE, Way.LETTER, Way.VISIT)

_NAME: Final = 40


class Enter(msgspec.Struct, frozen=True):
    """How it came, of whom, and whether that is somebody known: `cases` are theirs, `same` is what was chosen."""

    way: str = ""
    name: str = ""
    phone: str = ""
    cases: tuple[int, ...] = ()
    by_number: bool = False
    same: str = ""


async def _ways(talk: Talk, data: Enter) -> Sequence[Option]:
    return [Option(way.value, talk.say(f"enter-way-{way.value}")) for way in WAYS]


@dataclass(frozen=True)
class Caller(Telephone[Enter]):
    """The question for a telephone number; whoever has called before from the same one is known by it."""

    async def take(self, talk: Talk, data: Enter, incoming: Incoming) -> Enter:
        """Take the number. Raises Mistake for what is none."""
        data = await super().take(talk, data, incoming)
        known = await known_by(talk.uow, talk.person.id, data.phone)
        return msgspec.structs.replace(data, cases=tuple(case.id for case in known[:MOST_KNOWN]))


async def _known(talk: Talk, data: Enter) -> list[Case]:
    found = await talk.uow.get_all(Case, list(data.cases))
    return [case for case in found if speaks_for(talk.uow, case, talk.person.id)]


async def _same(talk: Talk, data: Enter) -> Sequence[Option]:
    options = [
        Option(
            str(case.id),
            talk.say("button-case", number=case.label, category=category_label(talk.language, case.category)),
        )
        for case in await _known(talk, data)
    ]
    return [*options, Option("new", talk.say("enter-same-new")), Option("other", talk.say("enter-same-other"))]


def _unknown(data: Enter) -> bool:
    return not data.by_number


def _is_known(data: Enter) -> bool:
    return bool(data.cases)


async def _begin(talk: Talk, data: Enter) -> None:
    """Go to the case that they call about, or begin to write down what they say."""
    known = {str(case.id): case for case in await _known(talk, data)}
    if data.same in known:
        talk.end()
        await speaking.show(talk, known[data.same])
        return
    entry = await _entry(talk, data, next(iter(known.values()), None) if data.same == "new" else None)
    draft = await drafting.begin_entry(talk.uow, talk.person.id, talk.conversation.key, entry)
    talk.end()
    memory.keep(talk, memory.Memory(draft.id), draft_id=draft.id)
    talk.reply(talk.say(f"enter-words-{entry.way.value}"), ((talk.button("button-throw-away", f"d.drop.{draft.id}"),),))


async def _entry(talk: Talk, data: Enter, before: Case | None) -> Entry:
    """Return of whom it is; somebody known has the name and the number of before, unless others were told now."""
    if before is None:
        return Entry(Way(data.way), data.name, data.phone)
    person = await talk.uow.get(Person, before.resident_id)
    petition = await talk.uow.get(Petition, before.petition_id)
    name = data.name or (petition.name if petition is not None else "")
    phone = data.phone or (person.phone if person is not None else "")
    return Entry(Way(data.way), name, phone, before.resident_id)


ENTER: Final = Flow(
    "staff-enter",
    Enter,
    (
        Choice("way", "enter-way", "way", _ways, 3, cancel=True),
        FreeText("name", "enter-name", "name", _NAME, skip="button-skip", when=_unknown, cancel=True),
        Caller("phone", "enter-phone", "phone", _NAME, skip="button-skip", when=_unknown, cancel=True),
        Choice("same", "enter-same", "same", _same, when=_is_known, cancel=True),
    ),
    _begin,
)


async def enter(talk: Talk, words: str) -> None:
    """Begin; with the number of a petition that was entered before it is asked what of that it is about.

    Raises Refused("staff-only") for whoever has no post.
    """
    if not talk.posts:
        raise Refused("staff-only")
    if not words:
        await ENTER.start(talk, Enter())
        return
    number = parse_number(words)
    found = await talk.uow.visible_by_number(talk.person.id, number.petition) if number is not None else []
    mine = [case for case in found if case.clerk_id is not None and speaks_for(talk.uow, case, talk.person.id)]
    if not mine:
        raise NotYours
    await ENTER.start(talk, Enter(cases=tuple(case.id for case in mine[:MOST_KNOWN]), by_number=True))


FLOWS: Final = (ENTER,)
COMMANDS: Final[Mapping[str, Command]] = {"enter": enter}
