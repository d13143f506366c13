"""The last questions after filing: who may know who sent it, and who that is. Never asked before."""

from dataclasses import dataclass

import msgspec

from casework.actions import naming
from casework.numbers import looks_like_number
from casework.petitions import Naming
from casework.short_answers import says_nothing, who_in, yes_or_no
from handlers.button_data import choice_of
from handlers.messages import Incoming, Kind
from handlers.resident.after_steps import After, skip_button, typed
from handlers.steps import Mistake, SomethingElse, choice_data
from handlers.talk import Talk, rows


@dataclass(frozen=True)
class WhoMayKnow:
    """The question who may know the writer's name; the intake office alone, unless they say otherwise."""

    id: str = "naming"

    async def ask(self, talk: Talk, data: After) -> None:
        """Put the question; the first answer is how it is without any."""
        buttons = [talk.button(f"naming-{each.value}", choice_data(talk, self.id, each.value)) for each in Naming]
        talk.reply(talk.say("ask-naming"), rows(buttons))

    async def take(self, talk: Talk, data: After, incoming: Incoming) -> After:
        """Note at once who may know: nothing may hang on whether a name follows."""
        if incoming.kind is Kind.TAP:
            value = choice_of(incoming)
        else:
            words = typed(talk, incoming).casefold()
            value = next((each.value for each in Naming if words == talk.say(f"naming-{each.value}").casefold()), "")
            if not value:
                raise SomethingElse
        if value not in set(Naming):
            raise Mistake("mistake-choice")
        await naming.set_naming(talk.uow, data.case, talk.person.id, Naming(value))
        return msgspec.structs.replace(data, naming=value)

    def wanted(self, data: After) -> bool:
        """Return that it is asked of whoever it is about: last, and never before filing."""
        return not data.passed_on


@dataclass(frozen=True)
class WhoYouAre:
    """The question for a name and a telephone number, either or both; not asked where nobody is to know."""

    id: str = "who"

    async def ask(self, talk: Talk, data: After) -> None:
        """Put the question, with the way past it."""
        talk.reply(talk.say("ask-who"), ((skip_button(talk, self.id),),))

    async def take(self, talk: Talk, data: After, incoming: Incoming) -> After:
        """Note what was given."""
        if incoming.kind is Kind.TAP:
            return data
        words = typed(talk, incoming)
        if says_nothing(words) or yes_or_no(words) == "no":
            return data
        name, phone = who_in(words)
        if looks_like_number(words) or not (name or phone):
            raise SomethingElse
        await naming.introduce(talk.uow, data.case, talk.person.id, name=name, phone=phone)
        return data

    def wanted(self, data: After) -> bool:
        """Return whether somebody may know the name."""
        return data.naming in {Naming.INTAKE, Naming.OPEN}
