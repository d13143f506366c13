"""The one card of a complaint being written: what was understood, and Send, Change, Don't send."""

from typing import Final

from casework.categories import CATEGORY_BY_ID
from casework.petitions import Draft, DraftState
from casework.words import summary
from handlers.case_words import area_label, category_label
from handlers.messages import Button, Rows
from handlers.talk import Talk, rows

SUMMARY: Final = 100
"""Characters of the summary on a card."""

MOST_PLACES: Final = 3
"""Places that are offered as buttons."""


async def current(talk: Talk) -> Draft | None:
    """Return the complaint being written in this chat, one that was put away included; None where there is none."""
    if talk.conversation.draft_id is None:
        return None
    draft = await talk.uow.get(Draft, talk.conversation.draft_id)
    return draft if draft is not None and draft.state in {DraftState.OPEN, DraftState.SHELVED} else None


def gist(text: str) -> str:
    """Return the beginning of the words as it stands in a sentence: on one line, without a full stop of its own."""
    return summary(text, SUMMARY).rstrip("。.!！ ")


def place_of(talk: Talk, draft: Draft) -> str:
    """Return the place of a draft: its area, a shared point, or words for it; "" where it is not known yet."""
    known = area_label(talk.uow, draft.area_id, talk.language)
    if known or places(talk, draft):
        return known
    return draft.place or (talk.say("place-shared") if draft.lat is not None else "")


async def show(talk: Talk, draft: Draft, *, hint: str = "", ask_to_share: bool = False, instead: bool = False) -> None:
    """Show the card; the newest one counts. `hint` is the key of a line above it.

    With `instead` it takes the place of the question that led to it, unless it has to ask for more.

    Where no place is known, the card asks for it; with `ask_to_share` it has the button that shares where one is.
    Places that may be meant come in a message of their own, for three buttons are as many as anyone should have to
    choose from.
    """
    place = place_of(talk, draft)
    lines = [talk.say(hint)] if hint else []
    if talk.posts:
        lines.append(talk.say("draft-as-resident"))
    facts = {"summary": gist(draft.text), "category": category_label(talk.language, _category(draft))}
    if place:
        lines.append(talk.say("draft-card", place=place, **facts))
    else:
        lines.append(talk.say("draft-card-where", **facts))
    offered = places(talk, draft) if not place else []
    buttons = decision(talk, draft)
    share = ask_to_share and not place and not offered
    if share:
        buttons += ((Button(talk.say("button-share-place"), kind="place"),),)
    talk.reply("\n".join(lines), buttons, card=f"draft:{draft.id}", edit=instead and not share)
    if offered:
        talk.reply(talk.say("draft-which-place"), rows(offered), card=f"place:{draft.id}")


def decision(talk: Talk, draft: Draft) -> Rows:
    """Return the three buttons under a card."""
    return (
        (
            talk.button("button-send", f"d.send.{draft.id}"),
            talk.button("button-change", f"d.change.{draft.id}"),
            talk.button("button-dont-send", f"d.drop.{draft.id}"),
        ),
    )


def places(talk: Talk, draft: Draft) -> list[Button]:
    """Return buttons for the places that may be meant; areas that are gone since are left out."""
    areas = [area for each in draft.offered if (area := talk.uow.org.areas.get(each)) is not None and area.active]
    return [
        Button(talk.uow.org.place_label(area, talk.language), f"d.area.{draft.id}.{area.id}")
        for area in areas[:MOST_PLACES]
    ]


def _category(draft: Draft) -> str | None:
    return draft.category if draft.category in CATEGORY_BY_ID else None
