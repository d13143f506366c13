"""Where a message goes: to a command, a button's verb, the open question, or the complaint being written."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from casework.actions import membership, receipts
from casework.conversations import Conversation
from casework.errors import Refused, Stale
from casework.people import Address, Person
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from casework.words import clean
from handlers.button_data import number_of
from handlers.language import first_language
from handlers.messages import Incoming, Kind, Turn
from handlers.refusals import in_words
from handlers.steps import Flow, SomethingElse
from handlers.talk import Talk

Command = Callable[[Talk, str], Awaitable[None]]
"""A command with the words that follow it."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A tapped button: verb, subject and epoch as it carries them, and what follows. Untrusted input."""

    verb: str
    subject: int
    epoch: int | None
    argument: str


TapHandler = Callable[[Talk, Tap], Awaitable[None]]
Fallback = Callable[[Talk, Incoming], Awaitable[None]]
Spoken = Callable[[Talk, Incoming], Awaitable[str]]
"""Something that tells what the button carries that a message names in words; "" for a message that names none."""

Watch = Callable[[Talk, Incoming, str], Awaitable[None]]
"""Something that looks at what a person has sent, with the name of the flow whose question was open then."""


@dataclass(frozen=True)
class Routes:
    """Everything that a message can lead to. Tables, so that nothing depends on the order of registration.

    `case_taps` answer buttons `c.VERB.CASE.EPOCH[.ARGUMENT]`, `draft_taps` buttons `d.VERB.DRAFT[.ARGUMENT]`,
    `alarm_taps` buttons `a.VERB.ALARM`, `part_taps` buttons `p.VERB.PART`, `task_taps` buttons `t.VERB.TASK`,
    `policy_taps` buttons `y.VERB.POLICY[.ARGUMENT]`, `reception_taps` buttons `r.VERB.DAY[.ARGUMENT]`,
    `outing_taps` buttons `o.VERB.DAY_OR_ITEM[.ARGUMENT]`, all in private. `group_case_taps` are all that a button in a
    group can do, so that no tap brings words into a group. A private message in whose words `spoken` finds a button is
    a tap on that. `watch` comes after whatever has taken a private message
    that is neither command nor tap, or has refused it.
    """

    commands: Mapping[str, Command]
    group_commands: Mapping[str, Command]
    case_taps: Mapping[str, TapHandler]
    draft_taps: Mapping[str, TapHandler]
    alarm_taps: Mapping[str, TapHandler]
    part_taps: Mapping[str, TapHandler]
    task_taps: Mapping[str, TapHandler]
    policy_taps: Mapping[str, TapHandler]
    reception_taps: Mapping[str, TapHandler]
    outing_taps: Mapping[str, TapHandler]
    flows: Mapping[str, Flow[Any]]
    fallback: Fallback
    spoken: Spoken
    show_case: Callable[[Talk, int], Awaitable[None]]
    watch: Watch
    group_case_taps: Mapping[str, TapHandler] = field(default_factory=dict)


_OF_WHAT: Final[Mapping[str, str]] = {
    "m": "command",
    "s": "question",
    "d": "draft",
    "a": "alarm",
    "p": "part",
    "t": "task",
    "y": "policy",
    "r": "reception",
    "o": "outing",
}
"""What buttons are of, by their first letter: a text says where that is found once the button is an old one."""


async def converse(uow: UnitOfWork, incoming: Incoming, routes: Routes) -> Turn:
    """Decide one turn. Refusals become answers in the person's language; other errors are the caller's."""
    if incoming.kind is Kind.MIGRATED:
        await membership.migrate_group(uow, incoming.chat, incoming.text)
        return Turn()
    if incoming.kind is Kind.REMOVED:
        await membership.unbind(uow, incoming.chat)
        return Turn()
    person, new = await _person(uow, incoming)
    if incoming.kind is Kind.BLOCKED:
        if not new:
            await membership.unreachable(uow, person.id)
        return Turn()
    if incoming.kind is Kind.UNBLOCKED:
        await membership.reachable(uow, person.id)
        return Turn()
    conversation = await uow.get(Conversation, incoming.conversation)
    if conversation is None:
        conversation = Conversation(incoming.conversation, person.id)
    talk = Talk(uow, incoming, person, conversation, new=new)
    try:
        await _route(talk, incoming, routes)
    except Stale as stale:
        talk.outgoing.clear()
        talk.toast = talk.say("refused-stale")
        await routes.show_case(talk, stale.case_id)
    except Refused as refused:
        text = talk.say(f"refused-{refused.code}", **in_words(talk, refused.fields))
        if incoming.kind is Kind.TAP and (len(text) <= 180 or not incoming.private):
            talk.toast = text
        if incoming.private:
            talk.reply(text)
    if incoming.private and incoming.kind is not Kind.TAP and not _command(incoming)[0]:
        await routes.watch(talk, incoming, conversation.flow)
    for case_id in talk.seen:  # Only now: several cases may be looked up by one turn, and this changes them.
        await receipts.opened(uow, case_id, person.id)
    if talk.conversation is not conversation:
        uow.put(talk.conversation)
    if not new:
        await _at_home(uow, person.id, incoming)
    return talk.turn()


async def _person(uow: UnitOfWork, incoming: Incoming) -> tuple[Person, bool]:
    """Return who writes, and whether they have come just now: a new person is made for a new address."""
    address = await uow.get(Address, incoming.sender)
    person = await uow.get(Person, address.person_id) if address is not None else None
    if person is not None:
        return person, False
    language = first_language(incoming.language, incoming.text, uow.rules.languages)
    person = Person(uow.new_id(), "", language, incoming.chat if incoming.private else incoming.sender, uow.now)
    uow.put(person)
    uow.put(Address(incoming.sender, person.id))
    return person, True


async def _at_home(uow: UnitOfWork, person_id: int, incoming: Incoming) -> None:
    """Make the private chat that somebody writes in their home. Comes last, since finders come before changes."""
    person = await uow.get(Person, person_id)
    if person is None or not incoming.private:
        return
    if person.home != incoming.chat or person.unreachable_at is not None:
        uow.put(replace(person, home=incoming.chat, unreachable_at=None))


async def _route(talk: Talk, incoming: Incoming, routes: Routes) -> None:
    if incoming.kind is Kind.TAP:
        await _tap(talk, incoming, routes)
        return
    name, rest = _command(incoming)
    if not incoming.private:
        handler = routes.group_commands.get(name)
        if handler is not None:
            await handler(talk, rest)
        return
    if name:
        handler = routes.commands.get(name)
        if handler is None:
            talk.answer("unknown-command")
        else:
            await handler(talk, rest)
        return
    if button := await routes.spoken(talk, incoming):
        talk.incoming = replace(incoming, kind=Kind.TAP, data=button)
        await _tap(talk, talk.incoming, routes)
        if not talk.outgoing and talk.toast:
            talk.reply(talk.toast)
        return
    flow = routes.flows.get(talk.conversation.flow)
    # An edited message is an earlier one: it answers nothing that is asked now.
    if flow is not None and incoming.kind is not Kind.EDITED:
        try:
            await flow.resume(talk, incoming)
            return
        except SomethingElse:
            talk.end()
    await routes.fallback(talk, incoming)


async def _tap(talk: Talk, incoming: Incoming, routes: Routes) -> None:
    """Carry out what a button stands for. What fits nothing, or nothing any more, is answered as one from earlier: it
    may be forged, or from long ago. What fitted once is answered in the chat as well.
    """
    try:
        if not await _carried_out(talk, incoming, routes):
            await _outdated(talk, incoming, routes)
    except Stale:
        raise
    except Refused as refused:
        if refused.code != "stale":
            raise
        await _outdated(talk, incoming, routes)
        if incoming.private and not talk.outgoing:
            talk.reply(talk.toast)


async def _outdated(talk: Talk, incoming: Incoming, routes: Routes) -> None:
    """Say what is true of a button from earlier: how its case stands now; of anything else, where it is found."""
    scheme, _, rest = incoming.data.partition(".")
    tap = _parse(scheme, rest) if scheme == "c" else None
    if tap is not None and incoming.private:
        talk.toast = talk.say("refused-stale")
        await routes.show_case(talk, tap.subject)
        return
    talk.toast = talk.say(f"old-button-{_OF_WHAT.get(scheme, 'other') if incoming.private else 'group'}")


async def _carried_out(talk: Talk, incoming: Incoming, routes: Routes) -> bool:
    """Take a button apart and carry it out; False where it fits nothing."""
    scheme, _, rest = incoming.data.partition(".")
    if scheme == "m":
        name, _, words = rest.partition(".")
        command = routes.commands.get(name)
        if command is not None and incoming.private:
            await command(talk, words)
            return True
    if scheme == "s" and incoming.private:
        run, _, step = rest.partition(".")
        flow = routes.flows.get(talk.conversation.flow)
        if flow is not None and run == str(talk.conversation.run) and step.startswith(f"{talk.conversation.step}."):
            await flow.resume(talk, incoming)
            return True
    in_private = {
        "c": routes.case_taps,
        "d": routes.draft_taps,
        "a": routes.alarm_taps,
        "p": routes.part_taps,
        "t": routes.task_taps,
        "y": routes.policy_taps,
        "r": routes.reception_taps,
        "o": routes.outing_taps,
    }.get(scheme)
    if in_private is not None and (scheme == "c" or incoming.private):
        tap = _parse(scheme, rest)
        table = in_private if incoming.private else routes.group_case_taps
        handler = table.get(tap.verb) if tap is not None else None
        if tap is not None and handler is not None:
            await handler(talk, tap)
            return True
    return False


def _parse(scheme: str, rest: str) -> Tap | None:
    verb, _, rest = rest.partition(".")
    subject, _, rest = rest.partition(".")
    epoch, argument = None, rest
    if scheme == "c":
        begun, _, argument = rest.partition(".")
        epoch = number_of(begun)
        if epoch is None:
            return None
    id_ = number_of(subject)
    return Tap(verb, id_, epoch, argument) if id_ is not None else None


def _command(incoming: Incoming) -> tuple[str, str]:
    """Return the command's name and the words after it; ("", "") where the message is none. `/case@bot 7` counts."""
    if incoming.kind is not Kind.TEXT or not incoming.text.startswith("/"):
        return "", ""
    head, _, rest = clean(incoming.text).partition(" ")
    return head[1:].split("@")[0].casefold(), rest.strip()
