"""A PIN for one's own cases on a shared phone: /pin sets, changes and removes it; whoever comes to them is asked.

Locked are the list, each own case with all that can be done in it, and one's own data. Writing something new never is.
"""

from collections.abc import Mapping
from typing import Final

import msgspec

from casework.actions import pins
from casework.numbers import looks_like_code
from casework.petitions import Case
from handlers import papers
from handlers.notices import Renderer, Scene, View
from handlers.resident import cases, owndata
from handlers.resident.keypad import Keypad, Keys, put_away, shuffled
from handlers.router import Command, Tap, TapHandler
from handlers.steps import Flow
from handlers.talk import Talk

# ----- Opening -----


class Unlock(Keys, frozen=True, kw_only=True):
    """What is to be opened: one's own `cases` by id, else what `command` shows."""

    pin: str = ""
    cases: tuple[int, ...] = ()
    command: str = "my"


async def _unlock(talk: Talk, data: Unlock) -> None:
    """Show what was asked for, and keep it open for a while. What is shown is looked up before that is written."""
    if not await pins.right(talk.uow, talk.person.id, data.pin):
        await pins.missed(talk.uow, talk.person.id)
        put_away(talk, "pin-wrong")
        await pins.refuse_tries(talk.uow, talk.person.id)
        await UNLOCK.start(talk, msgspec.structs.replace(data, keys=shuffled(talk), pin=""))
        return
    put_away(talk, "pin-opened")
    found = await talk.uow.get_all(Case, list(data.cases))
    for case in found:
        await cases.show(talk, case)
    if not found:
        await _OPENED[data.command](talk, "")
    await pins.opened(talk.uow, talk.person.id)


UNLOCK: Final = Flow(
    "pin-unlock",
    Unlock,
    (Keypad[Unlock]("pin", "pin-ask", "pin", others=(("button-pin-forgotten", "m.pin_forgotten"),)),),
    _unlock,
)


async def _ask(talk: Talk, *, case_id: int | None = None, command: str = "my") -> None:
    """Ask for the PIN; several cases that are asked for in one message need it once.

    Raises Refused("pin-tries") where five wrong ones were tried within an hour.
    """
    await pins.refuse_tries(talk.uow, talk.person.id)
    more = () if case_id is None else (case_id,)
    if talk.conversation.flow == UNLOCK.name and talk.outgoing and more:
        known = talk.data(Unlock)
        talk.keep(msgspec.structs.replace(known, cases=(*known.cases, *more)))
        return
    await UNLOCK.start(talk, Unlock(keys=shuffled(talk), cases=more, command=command))


async def show_case(talk: Talk, case: Case) -> None:
    """Show one's own case, after the PIN where there is one."""
    if talk.locked:
        await _ask(talk, case_id=case.id)
    else:
        await cases.show(talk, case)


async def show_latest(talk: Talk) -> None:
    """Show one's only case or the list, after the PIN where there is one."""
    if talk.locked:
        await _ask(talk)
    else:
        await cases.show_latest(talk)


def _behind(command: Command, opens: str) -> Command:
    """Return a command that asks for the PIN first where there is one; then comes what the command `opens` shows."""

    async def asked(talk: Talk, words: str) -> None:
        if talk.locked:
            await _ask(talk, command=opens)
        else:
            await command(talk, words)

    return asked


def behind_pin(handler: TapHandler) -> TapHandler:
    """Return what a button on a case does; where it is one's own and locked, the PIN comes first, and then the case."""

    async def asked(talk: Talk, tap: Tap) -> None:
        case = await talk.uow.get(Case, tap.subject) if talk.locked else None
        if case is not None and case.resident_id == talk.person.id:
            await _ask(talk, case_id=case.id)
        else:
            await handler(talk, tap)

    return asked


# ----- Setting, changing, removing -----


class SetPin(Keys, frozen=True, kw_only=True):
    """What stands for the PIN, tapped twice."""

    first: str = ""
    again: str = ""


async def _set(talk: Talk, data: SetPin) -> None:
    if data.first != data.again:
        put_away(talk, "pin-differs")
        await SET.start(talk, SetPin(keys=shuffled(talk)))
        return
    await pins.set_pin(talk.uow, talk.person.id, data.again)
    put_away(talk, "pin-set")


SET: Final = Flow(
    "pin-set",
    SetPin,
    (Keypad[SetPin]("first", "pin-choose", "first"), Keypad[SetPin]("again", "pin-again", "again", instead=True)),
    _set,
)


async def _menu(talk: Talk, words: str) -> None:
    buttons = (talk.button("button-pin-change", "m.pin_change"), talk.button("button-pin-off", "m.pin_off"))
    talk.reply(talk.say("pin-menu"), (buttons,))


async def pin(talk: Talk, words: str) -> None:
    """Set a PIN, or change or remove the one there is; with a query code, remove one that is forgotten."""
    if words and looks_like_code(words):
        await _forgotten(talk, words)
    elif words:
        talk.forget = True
        talk.answer("mistake-pin-typed")
    elif not talk.person.pin_digest:
        talk.answer("pin-intro")
        await SET.start(talk, SetPin(keys=shuffled(talk)))
    elif talk.locked:
        await _ask(talk, command="pin")
    else:
        await _menu(talk, "")


async def _change(talk: Talk, words: str) -> None:
    await SET.start(talk, SetPin(keys=shuffled(talk)))


async def _off(talk: Talk, words: str) -> None:
    await pins.remove_pin(talk.uow, talk.person.id)
    talk.answer("pin-off")


async def how_if_forgotten(talk: Talk, words: str) -> None:
    """Say what can be done where the PIN is forgotten."""
    talk.end()
    put_away(talk, "pin-forgotten")


async def _forgotten(talk: Talk, code: str) -> None:
    if talk.new or not await pins.forgotten(talk.uow, talk.person.id, code):
        talk.answer("code-unknown")
        return
    talk.end()
    talk.answer("pin-off-by-code")


_OPENED: Final[Mapping[str, Command]] = {"my": cases.my, "mydata": owndata.mydata, "pin": _menu}
"""What is shown once the PIN is given."""

COMMANDS: Final[Mapping[str, Command]] = {
    "my": _behind(cases.my, "my"),
    **{name: _behind(command, name) for name, command in papers.COMMANDS.items()},
    **{name: _behind(command, "mydata") for name, command in owndata.COMMANDS.items()},
    "pin": pin,
    "pin_change": _behind(_change, "pin"),
    "pin_off": _behind(_off, "pin"),
    "pin_forgotten": how_if_forgotten,
}
FLOWS: Final = (UNLOCK, SET)


# ----- What is told -----


async def _reset(scene: Scene) -> View:
    return View(scene.say("notice-pin_reset", number=scene.case.label if scene.case is not None else ""))


RENDERERS: Final[Mapping[str, Renderer]] = {"pin_reset": _reset}
