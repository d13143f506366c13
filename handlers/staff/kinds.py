"""Taking a case for what it is: a question, a suggestion, a request, a report, an accusation."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions import kind_changes
from casework.errors import NotYours
from casework.kinds import PetitionKind
from casework.petitions import Case
from casework.relations import relations
from handlers import case_words
from handlers.router import TapHandler
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done, present
from handlers.steps import Choice, Option
from handlers.talk import Talk


class Mend(OnCase, frozen=True, kw_only=True):
    """What the case is to be taken for."""

    kind: str = ""


async def _kinds(talk: Talk, data: Mend) -> Sequence[Option]:
    """Return every kind but the present one."""
    case = await talk.uow.get(Case, data.case_id)
    if case is None:
        raise NotYours
    kinds = [kind for kind in kind_changes.CASE_KINDS if kind is not case.kind]
    return [Option(kind.value, case_words.kind_label(talk.language, kind)) for kind in kinds]


async def _mend(talk: Talk, data: Mend) -> None:
    kind = PetitionKind(data.kind)
    case = await kind_changes.set_kind(talk.uow, data.case_id, talk.person.id, data.epoch, kind)
    done(talk, "staff-kind-set", case)
    if relations(talk.uow.staff, talk.uow.org, case, talk.person.id):
        await present(talk, case, edit=False)


KIND: Final = CaseFlow(
    "staff-kind",
    Mend,
    [Choice("kind", "staff-ask-kind", "kind", _kinds, facts=about, cancel=True)],
    _mend,
    "set_kind",
)
FLOWS: Final = (KIND,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"set_kind": begins(KIND)}
