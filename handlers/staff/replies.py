"""A reply to a message about a case, in words or by files, while no question is open: offered to be sent to the
resident. One to what units write to each other goes to them at once, one to a message about an alarm there; and whoever
works the case on the spot that day notes what they answer.
"""

from collections.abc import Sequence
from typing import Final

from casework import permissions
from casework.actions import noting, working
from casework.petitions import Case
from casework.relations import Relation, relations
from casework.words import clean
from handlers.file_steps import NOTHING, ChoiceAfterFiles, Sent, sent_with
from handlers.media import brings_files, take
from handlers.messages import Incoming, Kind
from handlers.staff import alarms, outing_spot, thread
from handlers.staff.flows import CaseFlow, OnCase, about, done
from handlers.steps import Option
from handlers.talk import Talk


class Reply(OnCase, frozen=True, kw_only=True):
    """What the cadre wrote or sent, and as what it goes to the resident."""

    words: str = ""
    kind: str = ""
    sent: Sent = NOTHING


async def _kinds(talk: Talk, data: Reply) -> Sequence[Option]:
    """A question needs words; files alone are news."""
    kinds = ["ask", "progress"] if data.sent.with_words(data.words) else ["progress"]
    case = await talk.uow.get(Case, data.case_id)
    if case is not None and case.assisting:
        kinds.append("note")
    return [Option(kind, talk.say(f"staff-reply-{kind}")) for kind in kinds]


async def _send(talk: Talk, data: Reply) -> None:
    uow, person_id = talk.uow, talk.person.id
    words, files = data.sent.with_words(data.words), data.sent.files
    if data.kind == "ask":
        case = await working.ask(uow, data.case_id, person_id, data.epoch, words, files)
        done(talk, "staff-asked", case)
    elif data.kind == "note":
        case = await noting.note(uow, data.case_id, person_id, words, files)
        done(talk, "staff-noted-units", case)
    else:
        case = await working.progress(uow, data.case_id, person_id, data.epoch, words, files=files)
        done(talk, "staff-told", case)


REPLY: Final = CaseFlow(
    "staff-reply",
    Reply,
    [ChoiceAfterFiles("kind", "staff-ask-reply", "kind", _kinds, width=2, facts=about, cancel=True)],
    _send,
    "progress",
)


async def listen(talk: Talk, incoming: Incoming) -> bool:
    """Take a reply to a message about an alarm, or a cadre's to one about a case at work; return whether it was one.

    Anything else is for the caller: a cadre may have a complaint of their own, or pass on somebody's words.
    """
    words = clean(incoming.text) if incoming.kind is Kind.TEXT else ""
    if not (words or brings_files(incoming)) or not incoming.reply_to or not talk.posts:
        return False
    if await alarms.listen(talk, incoming):
        return True
    case_id = await talk.uow.case_of_message(incoming.chat, incoming.reply_to)
    case = await talk.uow.get(Case, case_id) if case_id is not None else None
    if case is None:
        return False
    if await outing_spot.listen(talk, incoming, case.id):
        return True
    may = permissions.possible(talk.uow.staff, talk.uow.org, case, talk.person.id, ["note", "progress"])
    among = await talk.uow.is_among_units(incoming.chat, incoming.reply_to)
    if "note" in may and (among or "progress" not in may):
        if said := take(talk, incoming):
            await thread.reply(talk, case, said)
        return True
    if "progress" in may:
        sent = sent_with(take(talk, incoming)) if not words else NOTHING
        if words or sent.files or sent.captions:
            await REPLY.start(talk, Reply(case_id=case.id, epoch=case.epoch, words=words, sent=sent))
        return True
    found = relations(talk.uow.staff, talk.uow.org, case, talk.person.id)
    if found - {Relation.RESIDENT} and found != {Relation.AGENT}:
        # Words meant for this case must not become a complaint of the cadre's own.
        done(talk, "staff-reply-not-now", case)
        return True
    return False


FLOWS: Final = (REPLY,)
