"""/policies: what is new, and a question in own words, answered by the passage that speaks of it most."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import msgspec

from casework.actions import drafting
from casework.actions.finding_policies import Found, find
from casework.kinds import PetitionKind
from casework.policies.rights import WRITERS
from casework.words import clean
from handlers import policy_words
from handlers.button_data import choice_of
from handlers.messages import Button, Incoming, Kind
from handlers.resident import draft_card
from handlers.router import Command
from handlers.steps import Flow, FreeText, Mistake, More, choice_data
from handlers.talk import Talk, rows

_NEWEST: Final = 3
_READ: Final = 40
"""Of so many the newest are taken: which of them are over is not noted of those from before that was kept."""

_WORDS: Final = 500
_FAINT: Final = 0.12
"""The share of a question that a policy must speak of, to be shown to whoever looks for one."""


class Search(msgspec.Struct, frozen=True):
    """What is looked for, and how many of the answers were not what was meant. `found` holds what is done with it."""

    words: str = ""
    passed: int = 0
    done: str = ""


class Asked(FreeText[Search]):
    """What somebody wants to know."""

    async def ask(self, talk: Talk, data: Search) -> None:
        """Show what is new, and ask."""
        today = _today(talk)
        newest = [each for each in await talk.uow.policies_newest(today, _READ) if each.holds_on(today)]
        shown = newest[:_NEWEST]
        buttons = [Button(each.label(talk.language), f"y.show.{each.id}") for each in shown]
        talk.reply(talk.say("policies-ask" if shown else "policies-ask-none"), rows([*buttons, *_staff(talk)]))


class Answered:
    """The best answer, the next one, and so on; other words begin anew."""

    id = "answer"

    async def ask(self, talk: Talk, data: Search) -> None:
        """Show an answer, or say that there is none, and that the office can be asked."""
        found = await _found(talk, data)
        office = self._button(talk, "button-ask-office", "office")
        if found is None:
            key = "policies-no-more" if data.passed else "policies-none"
            talk.reply(talk.say(key), ((office,),))
            return
        buttons = (
            self._button(talk, "button-answered", "yes"),
            self._button(talk, "button-policy-next", "next"),
            talk.button("button-policy-whole", f"y.show.{found.policy.id}"),
        )
        talk.reply(
            f"{policy_words.answer(talk.language, found, data.words)}\n{talk.say('policies-enough')}", rows(buttons)
        )

    async def take(self, talk: Talk, data: Search, incoming: Incoming) -> Search:
        """Take a tap, or another question. Raises More while it goes on, Mistake for what is neither."""
        if incoming.kind is Kind.TAP:
            value = choice_of(incoming)
            if value == "next":
                data = msgspec.structs.replace(data, passed=data.passed + 1)
            elif value in {"yes", "office"}:
                return msgspec.structs.replace(data, done=value)
            else:
                raise Mistake("mistake-choice")
        else:
            words = clean(incoming.text) if incoming.kind is Kind.TEXT else ""
            if not words:
                raise Mistake("mistake-words")
            if len(words) > _WORDS:
                raise Mistake("mistake-long", limit=_WORDS)
            data = Search(words)
        await self.ask(talk, data)
        raise More(data)

    def wanted(self, data: Search) -> bool:
        """Return that there is always an answer to give."""
        return True

    def _button(self, talk: Talk, key: str, value: str) -> Button:
        return talk.button(key, choice_data(talk, self.id, value))


async def look(talk: Talk, words: str) -> None:
    """Begin: with words behind the command they are what is looked for."""
    await LOOK.start(talk, Search(words[:_WORDS]))


async def _finish(talk: Talk, data: Search) -> None:
    if data.done != "office":
        talk.answer("policies-was-enough")
        return
    draft = await drafting.write(talk.uow, talk.person.id, talk.incoming.conversation, None, data.words)
    if draft.kind is not PetitionKind.QUESTION:
        draft = await drafting.set_kind(talk.uow, draft.id, talk.person.id, PetitionKind.QUESTION)
    talk.move(draft_id=draft.id)
    await draft_card.show(talk, draft, ask_to_share=True)


async def _found(talk: Talk, data: Search) -> Found | None:
    found = await find(talk.uow, data.words, most=data.passed + 1, least=_FAINT)
    return found[data.passed] if data.passed < len(found) else None


def _staff(talk: Talk) -> list[Button]:
    """Return what staff do with policies beside reading them."""
    if not talk.uow.staff.roles(talk.person.id) & WRITERS:
        return []
    return [talk.button("button-policy-write", "m.policy"), talk.button("button-policies-waiting", "m.approve")]


def _today(talk: Talk) -> date:
    return talk.uow.rules.calendar.day(talk.uow.now)


LOOK: Final = Flow(
    "policies",
    Search,
    [Asked("ask", "policies-ask", "words", _WORDS, when=lambda data: not data.words), Answered()],
    _finish,
)
FLOWS: Final = (LOOK,)
COMMANDS: Final[Mapping[str, Command]] = {"policies": look}
