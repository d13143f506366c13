"""The part of an assisting unit as staff see it: its card, and what they are told of it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from casework import permissions
from casework.marks import unmarked
from casework.parts import Part, PartState, leads, serves, works
from casework.petitions import Case
from casework.relations import Relation, relations
from casework.unit_of_work import UnitOfWork
from casework.words import summary
from handlers import reading, texts
from handlers.case_facts import CaseFacts
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.staff import cards
from handlers.staff.notices import view
from handlers.staff.unit_lines import part_opener, part_words
from handlers.talk import rows

_MOST_WORDS: Final = 600


def facts(uow: UnitOfWork, language: str, case: Case, part: Part) -> CaseFacts:
    """Return what texts may name of a part and its case."""
    return cards.facts(uow, language, case) | part_words(uow, language, part)


async def card(uow: UnitOfWork, language: str, case: Case, part: Part, person_id: int) -> tuple[str, Rows]:
    """Return the card of a part: whose it is, what is to be done by when, and the matter in masked words; no more of
    the resident.
    """
    what = unmarked(await reading.words_of(uow, case, person_id)).strip()
    shown = facts(uow, language, case, part) | {"words": summary(what, _MOST_WORDS)}
    found = [texts.say(language, "staff-part-card", shown)]
    if part.is_open:
        found.append(texts.say(language, "staff-part-by", shown))
    if part.result:
        found.append(texts.say(language, "staff-part-result", shown))
    return "\n".join(found), rows(_buttons(uow, language, case, part, person_id), 2)


def _buttons(uow: UnitOfWork, language: str, case: Case, part: Part, person_id: int) -> list[Button]:
    found = relations(uow.staff, uow.org, case, person_id)
    verbs: list[str] = []
    if part.is_open and Relation.ASSISTING in found and serves(uow.staff, uow.org, part, person_id):
        if part.state is PartState.ASKED:
            verbs.append("accept")
        if part.state is PartState.AT_WORK and works(uow.staff, part, person_id):
            verbs.append("report")
        if works(uow.staff, part, person_id) or leads(uow.staff, uow.org, part, person_id):
            verbs.append("hand")
    may = permissions.possible(uow.staff, uow.org, case, person_id, ["drop_unit", "note"])
    if part.is_open and "drop_unit" in may:
        verbs.append("drop")
    buttons = [Button(texts.plain(language, f"part-button-{verb}"), f"p.{verb}.{part.id}") for verb in verbs]
    if "note" in may:
        buttons.append(cards.button(language, "note", case))
    return [*buttons, Button(texts.plain(language, "button-open"), f"c.show.{case.id}.{case.epoch}")]


# ----- Being told -----


async def _of(scene: Scene) -> Part:
    """Return the notice's part. Raises LookupError where it has none: a defect of whoever left the notice."""
    part = await scene.uow.get(Part, scene.notice.args["part_id"])
    if part is None:
        raise LookupError(f"a notice {scene.notice.kind} without a part")
    return part


async def _card(scene: Scene) -> View:
    """The whole card under a line that says why it comes."""
    case, part = scene.its_case, await _of(scene)
    reader = scene.reader.id if scene.reader is not None else 0
    text, buttons = await card(scene.uow, scene.language, case, part, reader)
    head = scene.say(f"notice-{scene.notice.kind}", **facts(scene.uow, scene.language, case, part))
    return View(f"{head}\n{text}", buttons, view(scene, case, "", ()).line, card=f"part:{part.id}", among=True)


async def _told(scene: Scene) -> View:
    """One text, and the buttons that open the part and the case."""
    case, part = scene.its_case, await _of(scene)
    text = scene.say(f"notice-{scene.notice.kind}", **facts(scene.uow, scene.language, case, part) | _named(scene))
    return _among(view(scene, case, text, _shown(scene, case, part)))


async def _dropped(scene: Scene) -> View:
    """That a part is not needed any more: its reader sees the case no longer."""
    case, part = scene.its_case, await _of(scene)
    text = scene.say("notice-part_dropped", **facts(scene.uow, scene.language, case, part))
    return View(text, (), view(scene, case, "", ()).line)


def _shown(scene: Scene, case: Case, part: Part) -> Sequence[Button]:
    return [part_opener(scene.uow, scene.language, part)] if case.assisting else []


def _named(scene: Scene) -> dict[str, Any]:
    return {"person": scene.notice.args["person"]} if "person" in scene.notice.args else {}


def _among(shown: View) -> View:
    return View(shown.text, shown.buttons, shown.line, among=True)


RENDERERS: Final[Mapping[str, Renderer]] = {
    "part_added": _card,
    "part_handed": _card,
    "part_accept": _card,
    "part_due": _card,
    "part_late_own": _card,
    "part_late": _told,
    "part_given": _told,
    "part_accepted": _told,
    "part_reported": _told,
    "part_over": _told,
    "part_dropped": _dropped,
}
