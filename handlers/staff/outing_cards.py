"""An on-site day as those see it who come: its card with the agenda, the card of an item, and what they are told."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from casework.actions import outings
from casework.onsite.outings import Outing, OutingItem, OutingState, convenes, speaks_for_unit
from casework.onsite.planner import Proposal, Reason
from casework.petitions import Case, Petition
from casework.relations import relations
from casework.replacing import replace
from casework.tasks import Task
from casework.unit_of_work import UnitOfWork
from casework.words import summary
from handlers import case_words, reading, texts
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.outing_calendar import calendar_button
from handlers.staff import cards, task_cards
from handlers.staff.return_visits import return_button
from handlers.staff.unit_lines import unit_name
from handlers.talk import rows

_MOST_WORDS: Final = 600


def facts(uow: UnitOfWork, language: str, outing: Outing) -> dict[str, Any]:
    """Return what texts may name of an on-site day."""
    titles = [uow.staff.title(each, language) for each in outing.team]
    return {
        "place": case_words.area_label(uow, outing.area_id, language),
        "date": case_words.day(uow, language, outing.at),
        "time": case_words.clock(uow, outing.at),
        "meet": outing.meet or texts.plain(language, "outing-meet-unsaid"),
        "people": texts.plain(language, "people-and").join(each for each in titles if each),
        "units": texts.plain(language, "people-and").join(unit_name(uow, language, each) for each in outing.units)
        or texts.plain(language, "outing-units-none"),
        "promises": len(outing.promises),
        "count": len(outing.items),
        "worked": outing.worked,
        "solved": outing.solved if outing.solved is not None else 0,
        "counted": int(outing.solved is not None),
        "why": outing.why,
    }


async def card(uow: UnitOfWork, language: str, outing: Outing, reader: int) -> tuple[str, Rows]:
    """Return the card of a day: who comes, and its agenda in walking order, as far as the reader may know of it."""
    shown = facts(uow, language, outing)
    lines = [texts.say(language, f"outing-card-{outing.state.value}", shown)]
    if outing.state is not OutingState.OFF:
        key = "outing-card-who" if outing.state is OutingState.PLANNED else "outing-card-were"
        lines.append(texts.say(language, key, shown))
    found = await outings.agenda(uow, outing, reader)
    lines += [item_line(uow, language, item, case, at) for at, (item, case) in enumerate(found, 1)]
    buttons = [Button(f"{at} · {case.label}", f"o.item.{item.id}") for at, (item, case) in enumerate(found, 1)]
    promised = await outings.promises(uow, outing, reader)
    if promised:
        lines.append(texts.say(language, "outing-card-promises"))
        lines += [task_cards.line(uow, language, task) for task in promised]
        buttons += [task_cards.opener(task) for task in await task_cards.seen(uow, promised, reader) if task.is_open]
    verbs: list[str] = []
    area = uow.org.areas.get(outing.area_id)
    if outing.state is OutingState.PLANNED and area is not None and convenes(uow.staff, area, reader):
        verbs = ["call", *(["close"] if uow.now >= outing.at else ["move", "off"])]
        verbs += [] if reader in outing.leaders else ["join"]
    buttons += [Button(texts.plain(language, f"outing-button-{verb}"), f"o.{verb}.{outing.id}") for verb in verbs]
    if outing.state is OutingState.PLANNED:
        buttons.append(calendar_button(language, outing.id))
    if outing.works and area is not None and convenes(uow.staff, area, reader):
        buttons.append(return_button(uow, language, outing.area_id))
    return "\n".join(lines), rows(buttons, 2)


def item_line(uow: UnitOfWork, language: str, item: OutingItem, case: Case, at: int) -> str:
    """Return an item of an agenda as one line: its place in it, the case, and how it stands."""
    return texts.say(
        language, "outing-line", {**cards.names(uow, language, case), "at": str(at), "what": _standing(language, item)}
    )


def _standing(language: str, item: OutingItem) -> str:
    if item.decided:
        return texts.plain(language, "outing-stands-missing" if item.missing else "outing-stands-decided")
    if item.coming is None:
        return texts.plain(language, "outing-stands-asked")
    return texts.plain(language, "outing-stands-coming" if item.coming else "outing-stands-alone")


async def item_card(
    uow: UnitOfWork, language: str, outing: Outing, item: OutingItem, case: Case, reader: int
) -> tuple[str, Rows]:
    """Return the card of an item. The resident's words stand in it for those whose case it is to see, masked; the name
    where the resident has said that those who come may know it.
    """
    lines = [
        texts.say(language, "outing-item", {**cards.names(uow, language, case), "what": _standing(language, item)})
    ]
    if relations(uow.staff, uow.org, case, reader):
        words = await reading.words_of(uow, case, reader)
        lines.append(texts.say(language, "outing-item-words", {"words": summary(words, _MOST_WORDS)}))
    petition = await uow.get(Petition, case.petition_id) if item.named else None
    if petition is not None and petition.name:
        lines.append(texts.say(language, "outing-item-name", {"name": petition.name}))
    for note in item.notes:
        time = f"{case_words.clock(uow, note.at)} {uow.staff.title(note.by, language)}"
        spot = f"{note.lat:.5f}, {note.lon:.5f}" if note.lat is not None and note.lon is not None else ""
        said = {"time": time, "words": note.words, "files": len(note.files), "spot": spot or 0}
        lines.append(texts.say(language, "outing-item-note", said))
    if item.decided:
        lines.append(texts.say(language, "outing-item-decided", {"words": item.decided}))
        if item.missing:
            units = texts.plain(language, "people-and").join(unit_name(uow, language, each) for each in item.missing)
            lines.append(texts.say(language, "outing-item-missing", {"units": units}))
    tasks = await uow.get_all(Task, list(item.tasks)) if item.tasks else []
    lines += [task_cards.line(uow, language, task) for task in tasks]
    return "\n".join(lines), rows(_item_buttons(uow, language, outing, item, reader), 2)


def _item_buttons(uow: UnitOfWork, language: str, outing: Outing, item: OutingItem, reader: int) -> list[Button]:
    verbs: list[str] = []
    if outing.state is OutingState.PLANNED:
        verbs = ["note", "decide"]
        if item.decided:
            verbs.append("give")
            if any(speaks_for_unit(uow.staff, uow.org, reader, unit) for unit in item.missing):
                verbs.append("agree")
    found = [Button(texts.plain(language, f"outing-button-{verb}"), f"o.{verb}.{item.id}") for verb in verbs]
    return [*found, Button(texts.plain(language, "outing-button-agenda"), f"o.show.{outing.id}")]


# ----- Where to go next -----


def proposal_lines(uow: UnitOfWork, language: str, found: Sequence[Proposal]) -> list[str]:
    """Return each proposal as a line: the village, and why."""
    return [
        texts.say(
            language,
            "outing-proposal",
            {
                "at": str(at),
                "place": case_words.area_label(uow, proposal.area_id, language),
                "why": texts.plain(language, "outing-why-and").join(
                    _reason(language, each) for each in proposal.reasons
                ),
            },
        )
        for at, proposal in enumerate(found, 1)
    ]


def _reason(language: str, reason: Reason) -> str:
    return texts.say(language, f"outing-why-{reason.why.value}", {"count": reason.figure})


def proposal_buttons(uow: UnitOfWork, language: str, found: Sequence[Proposal]) -> Rows:
    """Return the buttons by which a leader chooses a village."""
    return rows(
        [
            Button(case_words.area_label(uow, proposal.area_id, language), f"o.plan.{proposal.area_id}")
            for proposal in found
        ],
        1,
    )


# ----- Being told -----


async def _outing_of(scene: Scene) -> Outing:
    outing = await scene.uow.get(Outing, scene.notice.args["outing_id"])
    if outing is None:
        raise LookupError(f"a notice {scene.notice.kind} without an on-site day")
    return outing


async def _told(scene: Scene) -> View:
    """One text of a day, and the button that opens it."""
    outing = await _outing_of(scene)
    known = facts(scene.uow, scene.language, outing) | {"person": scene.notice.args.get("person", "")}
    text = scene.say(f"notice-{scene.notice.kind}", **known)
    show = Button(scene.say("outing-button-agenda"), f"o.show.{outing.id}")
    opener = Button(scene.say("outing-opener", **known), show.data)
    return View(text, ((show,),), text, opener=opener)


async def _moved(scene: Scene) -> View:
    """What was and what is now, where a day is held at another time, or the team meets elsewhere."""
    told, args = await _told(scene), scene.notice.args
    was = {
        "date": case_words.day(scene.uow, scene.language, args["was_at"]),
        "time": case_words.clock(scene.uow, args["was_at"]),
        "meet": args["was_meet"] or scene.say("outing-meet-unsaid"),
    }
    return replace(told, text="\n".join((told.text, scene.say("outing-was", **was))))


async def _return(scene: Scene) -> View:
    """What is not finished there, and the day on which somebody may go back, by one tap."""
    told = await _told(scene)
    outing = await _outing_of(scene)
    reader = scene.reader.id if scene.reader is not None else 0
    left = await task_cards.seen(scene.uow, await scene.uow.get_all(Task, list(outing.works)), reader)
    lines = [told.text, *(task_cards.line(scene.uow, scene.language, task) for task in left)]
    back = return_button(scene.uow, scene.language, outing.area_id)
    another = Button(scene.say("outing-button-another-day"), f"o.plan.{outing.area_id}")
    return View("\n".join(lines), (*rows([back, another], 1), *told.buttons), told.line, opener=back)


async def _of_item(scene: Scene) -> View:
    """A joint decision that waits for the reader's unit, or has all words by now."""
    item = await scene.uow.get(OutingItem, scene.notice.args["item_id"])
    if item is None:
        raise LookupError(f"a notice {scene.notice.kind} without an item")
    known = cards.names(scene.uow, scene.language, scene.its_case) | {"words": item.decided}
    text = scene.say(f"notice-{scene.notice.kind}", **known)
    buttons = [Button(scene.say("outing-button-item"), f"o.item.{item.id}")]
    if scene.notice.kind == "outing_agree":
        buttons.insert(0, Button(scene.say("outing-button-agree"), f"o.agree.{item.id}"))
    return View(text, rows(buttons, 2), text)


async def _where(scene: Scene) -> View:
    """Where to go next, with a button for each village."""
    found: Sequence[Proposal] = scene.notice.args["proposals"]
    head = scene.say(f"notice-{scene.notice.kind}")
    lines = [head, *proposal_lines(scene.uow, scene.language, found)]
    return View("\n".join(lines), proposal_buttons(scene.uow, scene.language, found))


RENDERERS: Final[Mapping[str, Renderer]] = {
    **dict.fromkeys(
        (
            *("outing_planned", "outing_called", "outing_joined", "outing_off"),
            *("outing_tomorrow", "outing_over"),
        ),
        _told,
    ),
    "outing_moved": _moved,
    "outing_return": _return,
    "outing_agree": _of_item,
    "outing_agreed": _of_item,
    "outing_where": _where,
    "outing_cluster": _where,
}
