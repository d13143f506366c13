"""Changing a complaint before it is sent: its words, its category or its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions import drafting
from casework.categories import CATEGORIES
from casework.errors import Refused
from casework.kinds import FROM_RESIDENTS, PetitionKind
from casework.marks import rewritten
from casework.words import clean
from handlers.button_data import choice_of, number_of
from handlers.case_words import kind_label
from handlers.media import brings_files
from handlers.messages import Button, Incoming, Kind
from handlers.resident import behalf, draft_card, writing
from handlers.resident.writing import LONGEST
from handlers.router import Tap
from handlers.steps import Choice, Flow, FreeText, Mistake, Option, SomethingElse, choice_data
from handlers.talk import Talk, rows


class Change(msgspec.Struct):
    """What is to be changed, and the answer: `area` is a chosen area's id, `lat` and `lon` are degrees."""

    draft: int = 0
    what: str = ""
    words: str = ""
    kind: str = ""
    category: str = ""
    place: str = ""
    area: int | None = None
    lat: float | None = None
    lon: float | None = None


async def _whats(talk: Talk, data: Change) -> Sequence[Option]:
    return [
        Option(each, talk.say(f"change-{each}")) for each in ("words", "category", "place", "kind", "behalf", "drop")
    ]


async def _kinds(talk: Talk, data: Change) -> Sequence[Option]:
    return [Option(each.value, kind_label(talk.language, each)) for each in FROM_RESIDENTS]


async def _categories(talk: Talk, data: Change) -> Sequence[Option]:
    return [Option(each.id, each.label(talk.language)) for each in CATEGORIES]


@dataclass(frozen=True)
class Where:
    """The question for the place: answered in words, by a button of what they may mean, or by sharing where one is."""

    id: str = "place"

    async def ask(self, talk: Talk, data: Change) -> None:
        """Put the question, with a button that shares where one is."""
        draft = await drafting.own_draft(talk.uow, data.draft, talk.person.id)
        offered = [
            Button(each.label, choice_data(talk, self.id, each.data.rsplit(".", 1)[-1]))
            for each in draft_card.places(talk, draft)
        ]
        share = Button(talk.say("button-share-place"), kind="place")
        talk.reply(talk.say("change-where"), rows(offered) if offered else ((share,),))

    async def take(self, talk: Talk, data: Change, incoming: Incoming) -> Change:
        """Take a chosen area, a shared place, or words. Raises Mistake for none of these."""
        if incoming.kind is Kind.PLACE and incoming.place is not None:
            lat, lon = incoming.place
            return msgspec.structs.replace(data, lat=lat, lon=lon)
        if incoming.kind is Kind.TAP:
            value = choice_of(incoming)
            draft = await drafting.own_draft(talk.uow, data.draft, talk.person.id)
            if value not in {str(each) for each in draft.offered}:
                raise Mistake("mistake-choice")
            return msgspec.structs.replace(data, area=int(value))
        words = clean(incoming.text)
        if incoming.kind is not Kind.TEXT or not words:
            raise Mistake("mistake-place")
        if len(words) > 200:
            raise Mistake("mistake-long", limit="200")
        return msgspec.structs.replace(data, place=words)

    def wanted(self, data: Change) -> bool:
        """Return whether the place is to be changed."""
        return data.what == "place"


async def _finish(talk: Talk, data: Change) -> None:
    uow, person = talk.uow, talk.person.id
    hint = ""
    if data.what == "behalf":
        await behalf.begin(talk, data.draft)
        return
    if data.what == "drop":
        draft = await drafting.drop(uow, data.draft, person)
        writing.set_aside(talk, draft)
        talk.reply(talk.say("draft-dropped"), card=f"draft:{draft.id}", edit=True)
        return
    if data.what == "words":
        before = await drafting.own_draft(uow, data.draft, person)
        draft = await drafting.replace_text(uow, data.draft, person, rewritten(before.text, data.words))
    elif data.what == "kind":
        draft = await drafting.set_kind(uow, data.draft, person, PetitionKind(data.kind))
    elif data.what == "category":
        draft = await drafting.set_category(uow, data.draft, person, data.category)
    elif data.area is not None:
        draft = await drafting.set_area(uow, data.draft, person, data.area)
    elif data.lat is not None and data.lon is not None:
        draft = await drafting.set_point(uow, data.draft, person, data.lat, data.lon)
    else:
        draft, found = await drafting.answer_place(uow, data.draft, person, data.place)
        if found.area is None and not found.candidates:
            draft = await drafting.set_area(uow, data.draft, person, None, words=data.place)
            hint = "draft-place-in-words"
    await draft_card.show(talk, draft, hint=hint)


def _is(what: str) -> Callable[[Change], bool]:
    return lambda data: data.what == what


@dataclass(frozen=True)
class _ChangeFlow(Flow[Change]):
    """A flow that swallows no file: one that is sent meanwhile is more of the complaint."""

    async def resume(self, talk: Talk, incoming: Incoming) -> None:
        """Take the answer. Raises SomethingElse for a file."""
        if brings_files(incoming):
            raise SomethingElse
        await super().resume(talk, incoming)


FLOW: Final = _ChangeFlow(
    "change",
    Change,
    (
        Choice("what", "change-what", "what", _whats, width=3),
        FreeText("words", "change-words-ask", "words", limit=LONGEST, when=_is("words")),
        Choice("kind", "change-kind-ask", "kind", _kinds, 2, when=_is("kind")),
        Choice("category", "change-category-ask", "category", _categories, 2, when=_is("category")),
        Where(),
    ),
    _finish,
)


async def start(talk: Talk, tap: Tap) -> None:
    """Ask what is to be changed."""
    draft = await drafting.own_draft(talk.uow, tap.subject, talk.person.id)
    talk.move(draft_id=draft.id)
    await FLOW.start(talk, Change(draft.id))


async def choose_area(talk: Talk, tap: Tap) -> None:
    """Take a place that was offered.

    Raises Refused("stale") where it is not offered any more, Refused("place-gone") where it is out of service since.
    """
    draft = await drafting.own_draft(talk.uow, tap.subject, talk.person.id)
    area_id = number_of(tap.argument)
    if area_id is None or area_id not in draft.offered:
        raise Refused("stale")
    area = talk.uow.org.areas.get(area_id)
    if area is None or not area.active:
        raise Refused("place-gone")
    draft = await drafting.set_area(talk.uow, draft.id, talk.person.id, area.id)
    talk.move(draft_id=draft.id)
    await draft_card.show(talk, draft)
