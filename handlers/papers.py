"""Notices on paper: the list of a case's notices, a copy as a file, and what is still to be handed over.

The same for a resident and for staff: who may have a copy of what, and what stands on it, the verbs decide.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions import papers
from casework.errors import NotYours
from casework.files import File
from casework.papers import Handed, Paper, PaperKind
from casework.permissions import speaks_for
from casework.petitions import Case
from handlers.case_words import day
from handlers.media import enclosed
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.passing import who
from handlers.router import Command, Tap, TapHandler
from handlers.sheets import kind_title
from handlers.talk import Talk, rows

MOST: Final = 8
"""Notices, or cases, that are shown at once: the newest ones."""

_REGISTRATION: Final = PaperKind.REGISTRATION.value


async def mine(talk: Talk, words: str) -> None:
    """Show one's own cases to have their notices on paper; to a clerk first what is to be handed over."""
    to_hand = await _to_hand(talk) if talk.posts else []
    own = await talk.uow.cases_of_resident(talk.person.id, MOST) if not talk.new else []
    if to_hand:
        await _queue(talk, to_hand)
    if own:
        buttons = [Button(case.label, f"c.papers.{case.id}.{case.epoch}") for case in own]
        talk.reply(talk.say("papers-which"), rows(buttons, 2))
    elif not to_hand:
        talk.answer("papers-none-to-hand" if talk.posts else "my-none")


async def of_case(talk: Talk, tap: Tap) -> None:
    """List the notices of a case, each with a button that brings it on paper. Raises NotYours."""
    case = await talk.uow.visible_case(talk.person.id, tap.subject) if not talk.new else None
    if case is None:
        raise NotYours
    found = (await talk.uow.papers_of_case(case.id))[-MOST:]
    lines = [talk.say("papers-of-case", number=case.label)]
    lines += [_line(talk, paper) for paper in found]
    buttons = [
        Button(kind_title(talk.language, paper), f"c.paper.{case.id}.{case.epoch}.{paper.key}") for paper in found
    ]
    if all(paper.kind is not PaperKind.REGISTRATION for paper in found):
        buttons.append(talk.button(f"paper-{_REGISTRATION}", f"c.paper.{case.id}.{case.epoch}.{_REGISTRATION}"))
    talk.reply("\n".join(lines), rows(buttons, 2), case_id=case.id)


async def copy(talk: Talk, tap: Tap) -> None:
    """Have a notice made as a document: it comes as a file."""
    key = tap.argument
    if key == _REGISTRATION:
        key = (await papers.register(talk.uow, tap.subject, talk.person.id)).key
    paper = await papers.copy(talk.uow, tap.subject, talk.person.id, key)
    talk.reply(talk.say("paper-coming", number=paper.number))


async def handed(talk: Talk, tap: Tap) -> None:
    """Ask how a notice has reached its person; with the answer on the button, record it."""
    key, _, how = tap.argument.partition(".")
    if how in set(Handed):
        paper = await papers.hand_paper(talk.uow, tap.subject, talk.person.id, key, Handed(how))
        talk.answer("paper-handed", number=paper.number)
        return
    paper, case = await papers.own(talk.uow, key, talk.person.id)
    buttons = [
        talk.button(f"button-handed-{each.value}", f"c.handed.{case.id}.{case.epoch}.{key}.{each.value}")
        for each in Handed
    ]
    talk.reply(talk.say("paper-how", number=paper.number), rows(buttons), case_id=case.id)


async def _to_hand(talk: Talk) -> list[tuple[Paper, Case]]:
    """Return what is to be handed over by this person, the oldest first."""
    found = await talk.uow.papers_to_hand(talk.person.id, MOST)
    cases = {case.id: case for case in await talk.uow.get_all(Case, [paper.case_id for paper in found])}
    return [
        (paper, cases[paper.case_id])
        for paper in found
        if paper.case_id in cases and speaks_for(talk.uow, cases[paper.case_id], talk.person.id)
    ]


async def _queue(talk: Talk, to_hand: Sequence[tuple[Paper, Case]]) -> None:
    """Show what is to be handed over, each in a message of its own: whom it is for, to print it, and to note that it
    was done.
    """
    talk.reply(talk.say("papers-to-hand", count=len(to_hand)))
    for paper, case in to_hand:
        name = await who(talk.uow, talk.language, case, talk.person.id)
        text = f"{_line(talk, paper)}\n{talk.say('paper-for', number=case.label, who=name)}"
        buttons: Rows = (
            (
                talk.button("button-paper-print", f"c.paper.{case.id}.{case.epoch}.{paper.key}"),
                talk.button("button-paper-handed", f"c.handed.{case.id}.{case.epoch}.{paper.key}"),
            ),
        )
        talk.reply(text, buttons, case_id=case.id)


def _line(talk: Talk, paper: Paper) -> str:
    """Return a notice as a line: number, what it is, its day, and whether it has reached its person on paper."""
    facts = {
        "number": paper.number,
        "what": kind_title(talk.language, paper),
        "date": day(talk.uow, talk.language, paper.at),
    }
    if paper.handed_at is None:
        return talk.say("paper-line", **facts)
    return talk.say("paper-line-handed", **facts, handed=day(talk.uow, talk.language, paper.handed_at))


# ----- What is told -----


async def _came(scene: Scene) -> View:
    file = await scene.uow.get(File, scene.notice.args["file"])
    text = scene.say("notice-paper", number=scene.notice.args["number"])
    return View(text, file=enclosed(file) if file is not None else None)


async def _failed(scene: Scene) -> View:
    return View(scene.say("notice-paper_failed"))


COMMANDS: Final[Mapping[str, Command]] = {"papers": mine}
TAPS: Final[Mapping[str, TapHandler]] = {"papers": of_case, "paper": copy, "handed": handed}
RENDERERS: Final[Mapping[str, Renderer]] = {"paper": _came, "paper_failed": _failed}
