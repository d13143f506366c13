"""Not accepting a case: a cadre proposes it, a head decides. Whoever gives a reason reads first what the resident
will.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from casework.actions import not_accepting
from casework.errors import NotYours
from casework.not_accepting import NoReason, OwnBody, likely_bodies
from casework.petitions import Case
from casework.words import clean
from handlers import reading
from handlers.button_data import choice_of
from handlers.messages import Button, Incoming, Kind
from handlers.not_accepted_words import REASONS, doubt_line, not_accepted_text, reason_label
from handlers.notices import Renderer, Scene, View
from handlers.router import Tap, TapHandler
from handlers.staff import group
from handlers.staff.flows import CaseFlow, OnCase, about, check, does, done
from handlers.staff.notices import offered, telling, view, with_holder, words_of
from handlers.steps import Choice, Confirm, FreeText, Mistake, Option, Step, choice_data
from handlers.talk import Talk, rows

UNCLEAR: Final = "unclear"
"""No reason, but what stands beside them: name or address unclear. Then the resident is asked (article 23)."""

_BODY: Final = 80
_WORDS: Final = 200


class No(OnCase, frozen=True, kw_only=True):
    """The reason, where it belongs (FINAL: what ended it), and the words to the resident; or the question to them."""

    reason: str = ""
    body: str = ""
    words: str = ""


def _unclear(data: No) -> bool:
    return data.reason == UNCLEAR


def _clear(data: No) -> bool:
    return not _unclear(data)


def _reasonless(data: No) -> bool:
    return not data.reason


def _wordless(data: No) -> bool:
    return _clear(data) and not data.words


@dataclass(frozen=True)
class Where:
    """The question to which body it belongs: a likely one as a button, any other typed."""

    id: str = "body"

    async def ask(self, talk: Talk, data: No) -> None:
        """Put the question, with the bodies that this kind and category are mostly for."""
        labels = await _bodies(talk, data)
        buttons = [Button(label, choice_data(talk, self.id, body.value)) for body, label in labels.items()]
        layout = (*rows(buttons), (talk.button("button-cancel", "m.cancel"),))
        key = "staff-ask-no-final" if data.reason == NoReason.FINAL else "staff-ask-no-body"
        talk.reply(talk.say(key, **await about(talk, data)), layout)

    async def take(self, talk: Talk, data: No, incoming: Incoming) -> No:
        """Take the body. Raises Mistake for what names none, and for too many words."""
        if incoming.kind is Kind.TAP:
            value = choice_of(incoming)
            chosen = [label for body, label in (await _bodies(talk, data)).items() if body.value == value]
            if not chosen:
                raise Mistake("mistake-choice")
            return msgspec.structs.replace(data, body=chosen[0])
        if incoming.kind is not Kind.TEXT or not clean(incoming.text):
            raise Mistake("mistake-words")
        if len(clean(incoming.text)) > _BODY:
            raise Mistake("mistake-long", limit=_BODY)
        return msgspec.structs.replace(data, body=clean(incoming.text))

    def wanted(self, data: No) -> bool:
        """Return whether there is a reason, and no body yet."""
        return _clear(data) and not data.body


async def _bodies(talk: Talk, data: No) -> dict[OwnBody, str]:
    case = await talk.uow.get(Case, data.case_id)
    if case is None:
        raise NotYours
    words = await reading.words_of(talk.uow, case, talk.person.id)
    likely = likely_bodies(NoReason(data.reason), case.kind, case.category, words)
    return {body: talk.say(f"own-body-{body.value}") for body in likely}


async def _reasons(talk: Talk, data: No) -> Sequence[Option]:
    return [Option(each, reason_label(talk.language, each)) for each in (*(each.value for each in REASONS), UNCLEAR)]


async def _shown(talk: Talk, data: No) -> str:
    """Return what the resident will read, under a line that says so."""
    case = await talk.uow.get(Case, data.case_id)
    number = case.label if case is not None else ""
    text = not_accepted_text(talk.language, number, data.reason, data.body, data.words)
    return f"{talk.say('staff-no-shown')}\n\n{text}"


async def _doubt(talk: Talk, data: No) -> None:
    if _unclear(data):
        await _ask_who(talk, data)
        return
    reason = NoReason(data.reason)
    case = await not_accepting.doubt(talk.uow, data.case_id, talk.person.id, data.epoch, reason, data.body, data.words)
    done(talk, "staff-doubted", case)


async def _not_accept(talk: Talk, data: No) -> None:
    if _unclear(data):
        await _ask_who(talk, data)
        return
    reason = NoReason(data.reason)
    case = await not_accepting.not_accept(
        talk.uow, data.case_id, talk.person.id, data.epoch, reason, data.body, data.words
    )
    done(talk, "staff-not-accepted", case)


async def _ask_who(talk: Talk, data: No) -> None:
    question = data.words or talk.say("ask-who-you-are")
    case = await not_accepting.ask_who(talk.uow, data.case_id, talk.person.id, data.epoch, question)
    done(talk, "staff-asked", case)


def _flow(name: str, finish: Callable[[Talk, No], Awaitable[None]], verb: str) -> CaseFlow[No]:
    steps: list[Step[No]] = [
        Choice("reason", "staff-ask-no", "reason", _reasons, when=_reasonless, facts=about, cancel=True),
        FreeText("who", "staff-ask-who", "words", _WORDS, skip="staff-button-who", when=_unclear, cancel=True),
        Where(),
        FreeText("words", "staff-ask-no-words", "words", _WORDS, when=_wordless, cancel=True),
        Confirm("send", _shown, "staff-button-no-send", when=_clear),
    ]
    return CaseFlow(name, No, steps, finish, verb)


DOUBT: Final = _flow("staff-doubt", _doubt, "doubt")
NOT_ACCEPT: Final = _flow("staff-not-accept", _not_accept, "not_accept")


async def doubt(talk: Talk, tap: Tap) -> None:
    """Ask why a case should not be accepted."""
    await DOUBT.start(talk, No(case_id=tap.subject, epoch=tap.epoch or 0))


async def not_accept(talk: Talk, tap: Tap) -> None:
    """Decide it: as it was proposed, after one look, or with a reason of one's own."""
    case = await check(talk, "not_accept", tap.subject, tap.epoch)
    found = case.not_accepted
    proposed = {"reason": found.reason.value, "body": found.body, "words": found.words} if found is not None else {}
    await NOT_ACCEPT.start(talk, No(case_id=case.id, epoch=case.epoch, **proposed))


# ----- What is told -----


async def _doubted(scene: Scene) -> View:
    """The proposal, and the two answers to it."""
    case = scene.its_case
    lines = [scene.say("notice-doubted", **words_of(scene, case)), *doubt_line(scene.language, case)]
    return view(scene, case, "\n".join(lines), offered(scene, case, ("not_accept", "dismiss_doubt")))


async def _dismissed(scene: Scene) -> View:
    case = scene.its_case
    text = with_holder(scene, case, scene.say("notice-doubt_dismissed", **words_of(scene, case)))
    return view(scene, case, text, offered(scene, case, ("accept",)) or offered(scene, case, ("hand_to", "take_over")))


async def _due(scene: Scene) -> View:
    """The last days of registering and forwarding (article 22), or of the notice to the resident (article 23)."""
    case = scene.its_case
    key = "notice-notice_due-held" if case.unit_id is None else "notice-notice_due"
    text = with_holder(scene, case, scene.say(key, **words_of(scene, case)))
    lines = [text, *doubt_line(scene.language, case)]
    verbs = ("to_court", "not_court", "to_discipline", "accept", "not_accept", "doubt", "dismiss_doubt")
    buttons = offered(scene, case, ("send_to_unit", *verbs) if case.unit_id is None else verbs)
    return view(scene, case, "\n".join(lines), buttons or offered(scene, case, ("hand_to", "take_over")))


async def _group_closed(scene: Scene) -> View:
    """The group's card, brought up to date: nobody can take it any more."""
    case = scene.its_case
    text, buttons = group.card(scene.uow, scene.language, case)
    return View(text, buttons, card=f"case:{case.id}", edit=True)


FLOWS: Final = (DOUBT, NOT_ACCEPT)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "doubt": doubt,
    "not_accept": not_accept,
    "dismiss_doubt": does(not_accepting.dismiss_doubt, "staff-doubt-dismissed"),
}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "doubted": _doubted,
    "doubt_dismissed": _dismissed,
    "not_accepted_staff": telling(),
    "notice_due": _due,
    "paper_to_hand": telling(),
    "group_closed": _group_closed,
}
