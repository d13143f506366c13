"""Canned replies: /replies keeps them, and a question to the resident or news of the work begins with one by a tap.

What a tap has filled is read first, and goes as it stands or in other words; one with a blank in it has to be typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import msgspec

from casework.actions import canned
from casework.canned import BLANK, LONGEST, filled, units_of
from casework.errors import Refused
from handlers import case_words
from handlers.button_data import choice_of, number_of
from handlers.file_steps import WithFiles
from handlers.messages import Button, Incoming
from handlers.router import Command
from handlers.staff.flows import OnCase
from handlers.staff.reply import case_of
from handlers.steps import Flow, FreeText, Mistake, More, choice_data
from handlers.talk import Talk, rows

_OFFERED: Final = 5
_TITLE: Final = 30
_USE: Final = "use"

D = TypeVar("D", bound=OnCase)


class Reply(msgspec.Struct, frozen=True):
    """A reply that is written for the unit."""

    title: str = ""
    words: str = ""


@dataclass(frozen=True)
class WithCanned(WithFiles[D]):
    """A question that one of the unit's replies may answer, too."""

    async def ask(self, talk: Talk, data: D) -> None:
        """Put the question, with the unit's replies below it."""
        found = await canned.offered(talk.uow, talk.person.id, _OFFERED)
        buttons = [Button(each.title, choice_data(talk, self.id, str(each.id))) for each in found]
        buttons.append(talk.button("button-cancel", "m.cancel"))
        talk.reply(talk.say(self.question, **await self.facts(talk, data)), rows(buttons))

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take words, files, or a reply. Raises More once it is filled and shown, Mistake as WithFiles does."""
        value = choice_of(incoming)
        if value == _USE and getattr(data, self.field):
            return data
        if (reply_id := number_of(value)) is not None:
            raise More(await self._filled(talk, data, reply_id))
        return await super().take(talk, data, incoming)

    async def _filled(self, talk: Talk, data: D, reply_id: int) -> D:
        """Show a reply as it would be sent, and return the state with it, unless something is to be filled by hand."""
        reply = await canned.read(talk.uow, reply_id, talk.person.id)
        case, language = await case_of(talk, data), talk.language
        facts = {
            "number": case.label,
            "place": case_words.town_label(talk.uow, case, language),
            "category": case_words.category_label(language, case.category),
            "unit": case_words.unit_label(talk.uow, case, language),
            "date": case_words.day(talk.uow, language, case.limit_at),
        }
        words = filled(reply.words, facts)
        if len(words) > self.limit:
            raise Mistake("mistake-long", limit=self.limit)
        cancel = talk.button("button-cancel", "m.cancel")
        if BLANK in words:
            talk.reply(talk.say("canned-blank", words=words), ((cancel,),))
            return msgspec.structs.replace(data, **{self.field: ""})
        use = talk.button("button-canned-use", choice_data(talk, self.id, _USE))
        talk.reply(talk.say("canned-shown", words=words), ((use, cancel),))
        return msgspec.structs.replace(data, **{self.field: words})


async def replies(talk: Talk, words: str) -> None:
    """List the unit's replies, with a way to write one, and to put each away."""
    if not talk.posts:
        raise Refused("staff-only")
    found = await canned.kept(talk.uow, talk.person.id)
    lines = [talk.say("canned-list", count=len(found)) if found else talk.say("canned-none")]
    lines += [talk.say("canned-line", title=each.title, words=each.words) for each in found]
    drops = [talk.button("button-canned-drop", f"m.reply_drop.{each.id}", title=each.title) for each in found]
    talk.reply("\n".join(lines), rows([talk.button("button-canned-write", "m.reply_new"), *drops]))


async def write(talk: Talk, words: str) -> None:
    """Write a new one. Raises Refused("canned-unit") for whoever serves in no unit that could keep it."""
    if not units_of(talk.posts):
        raise Refused("canned-unit" if talk.posts else "staff-only")
    await WRITE.start(talk, Reply())


async def drop(talk: Talk, words: str) -> None:
    """Put one away."""
    reply = await canned.drop(talk.uow, number_of(words) or 0, talk.person.id)
    talk.answer("canned-dropped", title=reply.title)


async def _keep(talk: Talk, data: Reply) -> None:
    reply = await canned.keep(talk.uow, talk.person.id, data.title, data.words)
    talk.answer("canned-kept", title=reply.title)


async def _places(talk: Talk, data: Reply) -> Mapping[str, Any]:
    return {"example": talk.say("canned-example")}


WRITE: Final = Flow(
    "canned-write",
    Reply,
    [
        FreeText("title", "canned-ask-title", "title", _TITLE, cancel=True),
        FreeText("words", "canned-ask-words", "words", LONGEST, facts=_places, cancel=True),
    ],
    _keep,
)
FLOWS: Final = (WRITE,)
COMMANDS: Final[Mapping[str, Command]] = {"replies": replies, "reply_new": write, "reply_drop": drop}
