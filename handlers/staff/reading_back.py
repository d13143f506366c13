"""What a clerk has written down is read back to whoever said it, filed as it was read, and ends in a slip.

The slip is one message, made to be read out, copied by hand or shown: the number, the query code, who has it, by when
they speak, and where to ask.
"""

import zlib
from collections.abc import Mapping
from typing import Final

from casework.actions import drafting, filing
from casework.errors import Refused
from casework.marks import unmarked
from casework.permissions import speaks_for
from casework.petitions import Case, Draft, Way
from casework.words import split_message, summary
from handlers.advice_words import first_day_lines
from handlers.case_words import category_label, day, summary_label, unit_label
from handlers.media import counted_in
from handlers.resident import about, after, draft_card
from handlers.resident.filing import held_words, over, something_is_gone
from handlers.router import Tap, TapHandler
from handlers.talk import Talk

_MOST_WORDS: Final = 1200
"""Characters that stand in one message with the question; longer ones come before it."""


async def read(talk: Talk, tap: Tap) -> None:
    """Show what is to be read out, with "right" and "change"."""
    await _read_out(talk, await _entered(talk, tap.subject), apart=tap.argument == draft_card.APART)


async def heard(talk: Talk, tap: Tap) -> None:
    """File what was read out, and give the slip. What has changed since is read out first."""
    draft = await _entered(talk, tap.subject)
    stamp, _, apart = tap.argument.partition(".")
    if await something_is_gone(talk, draft):
        return
    if stamp != _stamp(draft):
        await _read_out(talk, draft, apart=apart == draft_card.APART)
        return
    filed = await filing.file(talk.uow, draft.id, talk.person.id, apart=apart == draft_card.APART, read_back=True)
    talk.reply(slip(talk, filed), case_id=filed.closest.id, card=f"draft:{draft.id}", edit=False)
    talk.toast = talk.say("toast-sent")
    over(talk, draft)
    about.remember(talk, draft, filed.closest.id)
    after.offer(talk, filed)


async def _entered(talk: Talk, draft_id: int) -> Draft:
    draft = await drafting.own_draft(talk.uow, draft_id, talk.person.id)
    if draft.entry is None:
        raise Refused("stale")
    return draft


def _stamp(draft: Draft) -> str:
    """Return a few letters that are others where something else would be read out."""
    read_out = (draft.text, draft.category, draft.area_id, draft.place, draft.kind, draft.hide)
    return f"{zlib.crc32(repr(read_out).encode('utf-8', 'surrogatepass')):08x}"


async def _read_out(talk: Talk, draft: Draft, *, apart: bool) -> None:
    words = unmarked(draft.text).strip() or counted_in(talk.language, draft.text)
    if len(words) > _MOST_WORDS:
        for piece in split_message(words):
            talk.reply(piece)
        words = summary(words, draft_card.SUMMARY)
    way = draft.entry.way if draft.entry is not None else Way.PHONE
    text = talk.say(
        "read-back-letter" if way is Way.LETTER else "read-back",
        words=words,
        category=category_label(talk.language, draft_card.known_category(draft.category)),
        place=draft_card.place_of(talk, draft) or talk.say("place-unsaid"),
    )
    if draft.accuses:
        text = f"{text}\n{talk.say('draft-hidden-entry' if draft.hide else 'draft-open')}"
    argument = f"{_stamp(draft)}.{draft_card.APART}" if apart else _stamp(draft)
    buttons = (
        talk.button(
            "button-read-right-letter" if way is Way.LETTER else "button-read-right", f"d.heard.{draft.id}.{argument}"
        ),
        talk.button("button-change", f"d.change.{draft.id}"),
    )
    talk.reply(text, (buttons,), card=f"draft:{draft.id}")


def slip(talk: Talk, filed: filing.Filed) -> str:
    """Return what is read out, copied by hand or shown to whoever has no chat: the number, the code, who has it."""

    def facts(case: Case) -> dict[str, str]:
        unit, date = unit_label(talk.uow, case, talk.language), day(talk.uow, talk.language, case.limit_at)
        words = summary(summary_label(talk.language, case), draft_card.LINE)
        return {"number": case.label, "unit": unit, "date": date, "summary": words}

    lines = [talk.say("slip-head", number=filed.petition.number, code=filed.code)]
    key = "slip-matter" if len(filed.cases) == 1 else "slip-matters"
    lines += [talk.say(key, **facts(case)) for case in filed.cases]
    lines += held_words(talk.language, filed)
    lines += first_day_lines(talk.uow, talk.language, filed)
    lines.append(talk.say("slip-ask"))
    if not all(speaks_for(talk.uow, case, talk.person.id) for case in filed.cases):
        lines += ["", talk.say("slip-out-of-it")]
    return "\n".join(lines)


DRAFT_TAPS: Final[Mapping[str, TapHandler]] = {"read": read, "heard": heard}
