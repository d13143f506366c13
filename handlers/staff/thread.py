"""What units write to each other about a case: by a button, or by a reply to a message of theirs."""

from collections.abc import Mapping
from typing import Final

from casework.actions import noting
from casework.petitions import Case
from casework.replacing import replace
from handlers.file_steps import NOTHING, Sent, WithFiles
from handlers.media import Said
from handlers.notices import Renderer, Scene, View
from handlers.router import TapHandler
from handlers.staff import cards
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done
from handlers.staff.notices import view
from handlers.staff.unit_lines import unit_name
from handlers.talk import Talk

_WORDS: Final = 1000


class Written(OnCase, frozen=True, kw_only=True):
    """What is written to the other units, in words, by files, or both."""

    words: str = ""
    sent: Sent = NOTHING


async def _write(talk: Talk, data: Written) -> None:
    words = data.sent.with_words(data.words)
    case = await noting.note(talk.uow, data.case_id, talk.person.id, words, data.sent.files)
    done(talk, "staff-noted-units", case)


async def reply(talk: Talk, case: Case, said: Said) -> None:
    """Write what a reply says to the units."""
    files = [file.id for file in said.files]
    case = await noting.note(talk.uow, case.id, talk.person.id, said.words, files)
    done(talk, "staff-noted-units", case)


async def _noted(scene: Scene) -> View:
    """What was written, and by whom; a reply to it goes to the units again."""
    case, args = scene.its_case, scene.notice.args
    written = scene.say("staff-files-alone") if not args["words"] else args["words"]
    by = unit_name(scene.uow, scene.language, args["unit_id"])
    facts = cards.facts(scene.uow, scene.language, case)
    text = scene.say("notice-noted", **facts | {"by": by, "person": args["person"], "words": written})
    shown = view(scene, case, text, [cards.button(scene.language, "note", case)])
    return replace(shown, among=True)


NOTE: Final = CaseFlow(
    "staff-note",
    Written,
    [WithFiles[Written]("words", "staff-ask-note", "words", _WORDS, facts=about, cancel=True)],
    _write,
    "note",
)
FLOWS: Final = (NOTE,)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {"note": begins(NOTE)}
RENDERERS: Final[Mapping[str, Renderer]] = {"noted": _noted}
