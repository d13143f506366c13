"""Who sent a petition, and for whom: shown to those who may know, for a reason that is recorded; in private alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions import naming
from casework.petitions import Case
from casework.relations import relations
from handlers.button_data import choice_of
from handlers.messages import Incoming, Kind
from handlers.router import Tap, TapHandler
from handlers.staff.flows import CaseFlow, OnCase, about
from handlers.steps import FreeText, Mistake, choice_data
from handlers.talk import Talk, rows

_LONGEST: Final = 200
_REASONS: Final = ("call", "visit", "again")
"""The usual reasons, each by the text `name-reason-ID`."""


class Look(OnCase, frozen=True, kw_only=True):
    """Why somebody looks at a name, in words."""

    why: str = ""


@dataclass(frozen=True)
class Reason(FreeText[Look]):
    """A reason in own words, or one of the usual ones by a button."""

    async def ask(self, talk: Talk, data: Look) -> None:
        """Put the question, with the usual reasons as buttons."""
        usual = [talk.button(f"name-reason-{each}", choice_data(talk, self.id, each)) for each in _REASONS]
        cancel = talk.button("button-cancel", "m.cancel")
        talk.reply(talk.say(self.question, **await self.facts(talk, data)), rows([*usual, cancel]))

    async def take(self, talk: Talk, data: Look, incoming: Incoming) -> Look:
        """Take the words, or those of the button. Raises Mistake as FreeText does, and for another button."""
        if incoming.kind is not Kind.TAP:
            return await super().take(talk, data, incoming)
        usual = choice_of(incoming)
        if usual not in _REASONS:
            raise Mistake("mistake-choice")
        return msgspec.structs.replace(data, why=talk.say(f"name-reason-{usual}"))


async def _show(talk: Talk, data: Look) -> None:
    """Show name and telephone number, and record why."""
    petition = await naming.see_name(talk.uow, data.case_id, talk.person.id, data.epoch, data.why)
    case = await talk.uow.get(Case, data.case_id)
    label = case.label if case is not None else petition.number
    lines = []
    if who := f"{petition.name} {petition.phone}".strip():
        lines.append(talk.say(f"staff-name-{petition.naming.value}", number=label, who=who))
    found = relations(talk.uow.staff, talk.uow.org, case, talk.person.id) if case is not None else frozenset()
    if other := naming.of_other(petition, found):
        lines.append(talk.say("staff-name-other", number=label, name=other))
    talk.reply("\n".join(lines), case_id=data.case_id)


LOOK: Final = CaseFlow(
    "staff-see-name", Look, [Reason("why", "staff-ask-name-why", "why", _LONGEST, facts=about)], _show, "see_name"
)


async def see_name(talk: Talk, tap: Tap) -> None:
    """Ask why somebody wants to see the name, where they may see it at all and there is one."""
    case, _ = await naming.refuse_look(talk.uow, tap.subject, talk.person.id, tap.epoch)
    await LOOK.start(talk, Look(case_id=case.id, epoch=case.epoch))


FLOWS: Final = (LOOK,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"see_name": see_name}
