"""Writing for somebody else: a neighbour, a son. With that person's yes it is theirs; without it, the writer's own."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from casework.actions import drafting
from casework.petitions import Agreed, Behalf, Relative
from handlers.resident import draft_card
from handlers.router import Command
from handlers.steps import Choice, Flow, FreeText, Option
from handlers.talk import Talk

_NAME: Final = 40
_MYSELF: Final = "myself"


class ForOther(msgspec.Struct):
    """For whom the draft is: what that person is to the writer, their name, and whether they agree."""

    draft: int = 0
    relation: str = ""
    name: str = ""
    agreed: str = ""


async def _relatives(talk: Talk, data: ForOther) -> Sequence[Option]:
    """The relations; where one was given already, also that it is for nobody else after all."""
    draft = await drafting.own_draft(talk.uow, data.draft, talk.person.id)
    found = [Option(each.value, talk.say(f"relative-{each.value}")) for each in Relative]
    return found if draft.behalf is None else [*found, Option(_MYSELF, talk.say("for-myself"))]


async def _answers(talk: Talk, data: ForOther) -> Sequence[Option]:
    return [Option(each.value, talk.say(f"for-agreed-{each.value}")) for each in Agreed]


def _for_other(data: ForOther) -> bool:
    return data.relation != _MYSELF


async def _finish(talk: Talk, data: ForOther) -> None:
    behalf = Behalf(data.name, Relative(data.relation), Agreed(data.agreed)) if _for_other(data) else None
    draft = await drafting.set_behalf(talk.uow, data.draft, talk.person.id, behalf)
    await draft_card.show(talk, draft)


FLOW: Final = Flow(
    "for-other",
    ForOther,
    (
        Choice("relation", "for-whom", "relation", _relatives, 2),
        FreeText("name", "for-name", "name", _NAME, skip="button-skip", when=_for_other),
        Choice("agreed", "for-agreed", "agreed", _answers, when=_for_other),
    ),
    _finish,
)


async def begin(talk: Talk, draft_id: int) -> None:
    """Ask for whom the draft is."""
    draft = await drafting.own_draft(talk.uow, draft_id, talk.person.id)
    talk.move(draft_id=draft.id)
    await FLOW.start(talk, ForOther(draft.id))


async def for_other(talk: Talk, words: str) -> None:
    """Ask for whom the complaint is that is being written; where there is none, its words come first."""
    draft = await draft_card.current(talk)
    if draft is None:
        talk.answer("for-words-first")
        return
    await begin(talk, draft.id)


COMMANDS: Final[Mapping[str, Command]] = {"for": for_other}
