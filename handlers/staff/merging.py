"""Putting a case to another one of the same matter, and taking it out again: the intake office's word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions import alike, merging
from casework.errors import NotYours
from casework.numbers import parse_number
from casework.petitions import Case
from casework.words import clean
from handlers.messages import Button, Incoming, Kind
from handlers.router import Tap, TapHandler
from handlers.staff import cards
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.steps import Confirm, Mistake, choice_data
from handlers.talk import Talk, rows

MOST_LIKELY: Final = 5
"""Cases that are offered as the master; any other is named by its number."""


class Merge(OnCase, frozen=True, kw_only=True):
    """The master that was chosen (0 for none yet), and those that were offered."""

    master: int = 0
    offered: tuple[int, ...] = ()
    sure: str = ""


@dataclass(frozen=True)
class MasterNamed:
    """The question which case leads: a button for each alike one, or the number of any other."""

    id: str = "master"

    async def ask(self, talk: Talk, data: Merge) -> None:
        """Put the question, with a line for each case that may be of the same matter."""
        found = await talk.uow.get_all(Case, data.offered)
        lines = [talk.say("staff-ask-master" if found else "staff-ask-master-number", **await about(talk, data))]
        lines += [cards.line(talk.uow, talk.language, case) for case in found]
        shown = [Button(case.label, choice_data(talk, self.id, str(case.id))) for case in found]
        talk.reply("\n".join(lines), (*rows(shown, 2), (talk.button("button-cancel", "m.cancel"),)))

    async def take(self, talk: Talk, data: Merge, incoming: Incoming) -> Merge:
        """Take the case of a button or a number. Raises Mistake for a number of none that the person may see."""
        if incoming.kind is Kind.TAP:
            chosen = [each for each in data.offered if incoming.data.endswith(f".{each}")]
            if not chosen:
                raise Mistake("mistake-choice")
            return msgspec.structs.replace(data, master=chosen[0])
        number = parse_number(clean(incoming.text))
        found = await talk.uow.visible_by_number(talk.person.id, number.petition) if number is not None else []
        if number is not None and number.suffix is not None:
            found = [case for case in found if case.suffix == number.suffix]
        if len(found) != 1:
            raise Mistake("staff-mistake-master")
        return msgspec.structs.replace(data, master=found[0].id)

    def wanted(self, data: Merge) -> bool:
        """Return whether no case is chosen yet."""
        return not data.master


async def _sure(talk: Talk, data: Merge) -> str:
    master = await talk.uow.get(Case, data.master)
    if master is None:
        raise NotYours
    line = cards.line(talk.uow, talk.language, master)
    return talk.say("staff-merge-sure", **await about(talk, data) | {"master": line})


async def _merge(talk: Talk, data: Merge) -> None:
    case = await merging.merge(talk.uow, data.case_id, talk.person.id, data.epoch, data.master)
    master = await talk.uow.get(Case, data.master)
    done(talk, "staff-merged", case, master=master.label if master is not None else "")


MERGE: Final = CaseFlow(
    "staff-merge", Merge, [MasterNamed(), Confirm("sure", _sure, "staff-button-merge-yes")], _merge, "merge"
)


async def merge(talk: Talk, tap: Tap) -> None:
    """Ask into which case this one goes."""
    case = await talk.uow.get(Case, tap.subject)
    likely: Sequence[Case] = ()
    if case is not None:
        likely = await alike.to_merge(talk.uow, case, talk.person.id, MOST_LIKELY)
    offered = tuple(each.id for each in likely)
    await MERGE.start(talk, Merge(case_id=tap.subject, epoch=tap.epoch or 0, offered=offered))


async def _sure_to_split(talk: Talk, data: OnCase) -> str:
    return talk.say("staff-split-sure", **await about(talk, data))


async def _split(talk: Talk, data: OnCase) -> None:
    done(talk, "staff-split", await merging.split(talk.uow, data.case_id, talk.person.id, data.epoch))


SPLIT: Final = CaseFlow(
    "staff-split", OnCase, [Confirm("sure", _sure_to_split, "staff-button-split-yes")], _split, "split"
)
FLOWS: Final = (MERGE, SPLIT)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"merge": merge, "split": begins(SPLIT)}
