"""What is like a case that is final: its last reply is shown, and what is still possible; with new facts it is filed.

The same facts and reasons are not accepted again after the last instance (article 36), or once the days for a review
have passed (article 35). Nobody is turned away: whoever has something new says what, and whoever means something else
sends it as it is.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from casework.actions import drafting
from casework.errors import NotYours, Refused
from casework.instances import is_final, last_reply, next_instance
from casework.petitions import Case, Draft, Petition
from casework.repeats import final_like
from casework.replacing import replace
from handlers.button_data import number_of
from handlers.case_words import outcome_text
from handlers.file_steps import NOTHING, Sent, WithFiles, loose
from handlers.media import Said
from handlers.resident import draft_card, writing
from handlers.router import Tap
from handlers.steps import Flow
from handlers.talk import Talk

ANOTHER: Final = "another"
"""What the button says that sends a draft all the same: it is about something else."""


async def note(talk: Talk, known: Sequence[Case]) -> None:
    """Note on the draft which of one's own cases, as far as they are `known`, is final and alike.

    This comes with the words, for which the cases have been looked up, and not with the sending, which looks up none.
    """
    draft = await draft_card.current(talk)
    over = [case for case in known if is_final(case, talk.uow.rules, talk.uow.now)]
    if draft is None or draft.entry is not None or not over:
        return
    petitions = {each.id: each for each in await talk.uow.get_all(Petition, [case.petition_id for case in over])}
    before = [(case, case.text or petitions[case.petition_id].text) for case in over if case.petition_id in petitions]
    case = final_like(draft.text, draft.category, before)
    if (case.id if case is not None else None) != draft.alike:
        talk.uow.put(replace(draft, alike=case.id if case is not None else None))


async def stops(talk: Talk, draft: Draft, apart: str) -> bool:
    """Show the last reply instead of sending, where a draft is like an own case that is final; return whether it is.

    Not where it brings something new to one already, nor on a phone on which the person is locked: somebody else may
    hold it. `apart` is what the button to send it said.
    """
    if draft.alike is None or draft.follows is not None or talk.locked:
        return False
    case = await talk.uow.get(Case, draft.alike)
    outcome = last_reply(case) if case is not None else None
    if case is None or outcome is None:
        return False
    key = "final-lapsed" if next_instance(case) is not None else "final-last"
    reply = await outcome_text(talk.uow, replace(case, outcome=outcome), talk.language)
    buttons = (
        (talk.button("button-anew", f"d.anew.{draft.id}.{case.id}"),),
        (
            talk.button("button-another", f"d.{ANOTHER}.{draft.id}{apart and f'.{apart}'}"),
            talk.button("button-dont-send", f"d.drop.{draft.id}"),
        ),
    )
    talk.reply(f"{talk.say(key, number=case.label)}\n{reply}\n{talk.say('final-possible')}", buttons)
    return True


class New(msgspec.Struct):
    """What is new in a draft, beside the case that it follows."""

    draft: int = 0
    case: int = 0
    words: str = ""
    sent: Sent = NOTHING


async def anew(talk: Talk, tap: Tap) -> None:
    """Ask what is new."""
    draft = await drafting.own_draft(talk.uow, tap.subject, talk.person.id)
    case = await talk.uow.get(Case, number_of(tap.argument) or 0)
    if case is None:
        raise Refused("stale")
    if case.resident_id != talk.person.id:
        raise NotYours
    await NEW.start(talk, New(draft.id, case.id))


async def _follow(talk: Talk, data: New) -> None:
    """Put what is new to the draft, let it follow the case, and show its card: it can be sent now."""
    draft = await drafting.follow(talk.uow, data.draft, talk.person.id, data.case)
    said = Said(data.sent.with_words(data.words), tuple(await loose(talk, data.sent)))
    talk.end()
    talk.move(draft_id=draft.id)
    await draft_card.show(talk, await writing.add(talk, draft, said))


NEW: Final = Flow("final-new", New, (WithFiles[New]("words", "final-what-is-new", "words"),), _follow)
