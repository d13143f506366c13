"""The one card of a complaint being written: what was understood, and Send, Change, and what one tap mends."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from casework.actions import filing
from casework.categories import CATEGORY_BY_ID
from casework.enumerations import unnumbered
from casework.files import FileKind
from casework.hints import for_other
from casework.kinds import PetitionKind
from casework.marks import kinds_in, unmarked
from casework.petitions import Draft, DraftState
from casework.replacing import replace
from casework.words import summary
from handlers import saying, texts
from handlers.case_words import area_label, category_label, kind_label, relative_label
from handlers.media import counted, counted_in, voice_length
from handlers.messages import Button, Rows
from handlers.resident import memory
from handlers.talk import Talk, rows

SUMMARY: Final = 100
"""Characters of the summary on a card."""

LINE: Final = 30
"""Characters of one of several matters."""

APART: Final = "apart"
"""What the button says that files each matter as a case of its own."""

MOST_PLACES: Final = 3
"""Places that are offered as buttons."""


async def current(talk: Talk) -> Draft | None:
    """Return the complaint being written in this chat, one that was put away included; None where there is none."""
    if talk.conversation.draft_id is None:
        return None
    draft = await talk.uow.get(Draft, talk.conversation.draft_id)
    return draft if draft is not None and draft.state in {DraftState.OPEN, DraftState.SHELVED} else None


def gist(language: str, text: str) -> str:
    """Return the beginning of a text's words as it stands in a sentence: on one line, without a full stop of its own.

    Where there are none, what was sent in their place.
    """
    words = summary(unmarked(text), SUMMARY).rstrip("。.!！ ")
    return words or counted_in(language, text) or texts.plain(language, "place-shared")


def title(text: str) -> str:
    """Return one of several matters in a few words, without its number, as they stand in a line."""
    return summary(unnumbered(unmarked(text)), LINE).rstrip("。.!！ ")


def place_of(talk: Talk, draft: Draft) -> str:
    """Return the place of a draft: its area, a shared point, or words for it; "" where it is not known yet."""
    known = area_label(talk.uow, draft.area_id, talk.language)
    if known or places(talk, draft):
        return known
    return draft.place or (talk.say("place-shared") if draft.lat is not None else "")


def only_place(talk: Talk, draft: Draft) -> bool:
    """Tell whether nothing was said yet but the name of the place, which is known by it."""
    if draft.area_id is None or draft.files:
        return False
    names = (draft.place, area_label(talk.uow, draft.area_id, talk.language))
    return any(saying.is_same(name, draft.text) for name in names)


async def show(talk: Talk, draft: Draft, *, hint: str = "", ask_to_share: bool = False, instead: bool = False) -> None:
    """Show the card; the newest one counts. `hint` is the key of a line above it.

    With `instead` it takes the place of the question that led to it, unless it has to ask for more.

    Where no place is known, the card asks for it; with `ask_to_share` it has the button that shares where one is.
    Places that may be meant come in a message of their own, for three buttons are as many as anyone should have to
    choose from.
    """
    memory.asks_no_more(talk)
    place = place_of(talk, draft)
    lines = [talk.say(hint)] if hint else []
    if draft.entry is not None:
        lines.append(talk.say(f"draft-entry-{draft.entry.way.value}", name=draft.entry.name or talk.say("caller")))
    elif talk.posts:
        lines.append(talk.say("draft-as-resident"))
    found = filing.matters(talk.uow.org, draft)
    if only_place(talk, draft):
        lines.append(talk.say("draft-card-place", place=place))
    elif unmarked(draft.text).strip():
        lines += _lines(talk, draft, found, place)
        lines += _with_files(talk, draft)
    else:
        lines.append(_wordless(talk, draft, place))
    if draft.kind not in {None, PetitionKind.REQUEST, PetitionKind.THANKS} and len(found) == 1:
        lines.append(talk.say("draft-kind", kind=kind_label(talk.language, draft.kind)))
    if draft.accuses:
        lines.append(talk.say("draft-hidden" if draft.hide else "draft-open"))
    lines += _for_whom(talk, draft)
    offered = places(talk, draft) if not place else []
    buttons = decision(talk, draft, several=len(found) > 1)
    share = ask_to_share and not place and not offered
    if share:
        buttons += ((Button(talk.say("button-share-place"), kind="place"),),)
    talk.reply("\n".join(lines), buttons, card=f"draft:{draft.id}", edit=instead and not share)
    if offered:
        talk.reply(talk.say("draft-which-place"), rows(offered), card=f"place:{draft.id}", edit=instead)
    else:
        ask_no_more(talk, draft, "draft-place-noted" if place else "draft-place-over", place=place)
    if draft.asks_place != bool(offered):
        talk.uow.put(replace(draft, asks_place=bool(offered)))


def ask_no_more(talk: Talk, draft: Draft, key: str, **facts: str) -> None:
    """Put the text `key` in the place of the question which place is meant, where the draft still asks it."""
    if draft.asks_place:
        talk.reply(talk.say(key, **facts), card=f"place:{draft.id}", edit=True)


def _for_whom(talk: Talk, draft: Draft) -> list[str]:
    """Return for whom the draft is, as far as that is somebody else, or seems to be."""
    if draft.behalf is None:
        return [talk.say("draft-for-other")] if draft.entry is None and for_other(unmarked(draft.text)) else []
    if not draft.behalf.is_theirs:
        return [talk.say("draft-behalf-unasked")]
    return [talk.say("draft-behalf", relation=relative_label(talk.language, draft.behalf.relation))]


def _wordless(talk: Talk, draft: Draft, place: str) -> str:
    """Return what is said to files, or to a place, without a word.

    What was spoken is written down; else a word is asked for, or a place. A photo and a place are enough.
    """
    kinds = kinds_in(draft.text)
    files = counted(talk.language, kinds)
    if FileKind.VOICE in kinds:
        long = voice_length(talk.incoming.files)
        files = talk.say("files-long", files=files, length=long) if long else files
        return talk.say("draft-card-voice" if place else "draft-card-voice-where", files=files, place=place)
    if kinds:
        return talk.say("draft-card-files" if place else "draft-card-files-where", files=files, place=place)
    return talk.say("draft-card-place", place=place)


def _with_files(talk: Talk, draft: Draft) -> list[str]:
    """Return the line that says which files go along, and that somebody writes down what was spoken."""
    files = counted_in(talk.language, draft.text)
    if not files:
        return []
    lines = [talk.say("draft-files", files=files)]
    if filing.to_be_written_down(draft):
        lines.append(talk.say("draft-voice"))
    return lines


def _lines(talk: Talk, draft: Draft, found: Sequence[filing.Matter], place: str) -> list[str]:
    """Return what was understood: the matter with its kind, or a line for each of several."""
    facts = {
        "summary": gist(talk.language, draft.text),
        "category": category_label(talk.language, known_category(draft.category)),
        "place": place,
        "count": len(found),
    }
    if draft.kind is PetitionKind.THANKS:
        return [talk.say("draft-card-thanks", **facts)]
    if len(found) == 1:
        return [_say(talk, draft, "draft-card" if place else "draft-card-where", facts)]
    lines = [talk.say("draft-card-several", **facts)]
    for number, matter in enumerate(found, start=1):
        category = category_label(talk.language, known_category(matter.category))
        lines.append(talk.say("draft-card-matter", no=number, summary=title(matter.text), category=category))
    lines.append(_say(talk, draft, "draft-card-several-place" if place else "draft-card-several-where", facts))
    return lines


def _say(talk: Talk, draft: Draft, key: str, facts: Mapping[str, Any]) -> str:
    """Return a text of the card; a clerk reads other words than who writes for themselves."""
    return talk.say(key if draft.entry is None else f"{key}-entry", **facts)


def decision(talk: Talk, draft: Draft, *, several: bool) -> Rows:
    """Return the three buttons under a card: Send, Change, and what may have to be mended by one tap.

    That is whether those who are accused may know of it, else the kind. Several matters are sent apart or as one.
    Without words there is nothing to mend, and with a place alone nothing to send. What a clerk has written down is
    read back before it is sent.
    """
    if not draft.text or only_place(talk, draft):
        return ()
    change = talk.button("button-change", f"d.change.{draft.id}")
    if draft.kind is PetitionKind.THANKS:
        return ((talk.button("button-thank", f"d.thank.{draft.id}"),), (_mend(talk, draft), change))
    key, verb = ("button-send", "send") if draft.entry is None else ("button-read-back", "read")
    send = talk.button(key, f"d.{verb}.{draft.id}")
    if several:
        return ((talk.button("button-send-apart", f"d.{verb}.{draft.id}.{APART}"),), (_as_one(send, talk), change))
    if not unmarked(draft.text).strip():
        return ((send, change),)
    return ((send, change), (_mend(talk, draft),))


def _as_one(send: Button, talk: Talk) -> Button:
    return replace(send, label=talk.say("button-send-as-one"))


def _mend(talk: Talk, draft: Draft) -> Button:
    if draft.accuses:
        key, wish = ("button-may-know", "no") if draft.hide else ("button-must-not-know", "yes")
        return talk.button(key, f"d.hide.{draft.id}.{wish}")
    other = draft.kind_other or PetitionKind.REQUEST
    return talk.button(f"button-kind-{other.value}", f"d.kind.{draft.id}.{other.value}")


def places(talk: Talk, draft: Draft) -> list[Button]:
    """Return buttons for the places that may be meant; areas that are gone since are left out."""
    areas = [area for each in draft.offered if (area := talk.uow.org.areas.get(each)) is not None and area.active]
    return [
        Button(talk.uow.org.place_label(area, talk.language), f"d.area.{draft.id}.{area.id}")
        for area in areas[:MOST_PLACES]
    ]


def known_category(category: str | None) -> str | None:
    """Return a category that is in service; None for one that is gone since."""
    return category if category in CATEGORY_BY_ID else None
