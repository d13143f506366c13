"""Hearing, mediation and settlement in chat: invite to it, and record who took part and what came of it."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Final

from casework.actions import consents, meeting
from casework.conditions import waits_for_other_side
from casework.meetings import MeetingKind
from casework.petitions import Case
from casework.plans.appointments import evening_before
from handlers import case_words
from handlers.file_steps import NOTHING, Document, Sent, WithFiles
from handlers.notices import Renderer, Scene, View
from handlers.router import Tap, TapHandler
from handlers.staff import cards, notices
from handlers.staff.flows import CaseFlow, OnCase, about, begins, check, does, done
from handlers.steps import Choice, Day, FreeText, Option
from handlers.talk import Talk

_TIMES: Final = (time(9), time(10, 30), time(14, 30), time(16))
_MINUTES: Final = (30, 60, 120, 240)
_ELSE: Final[Mapping[str, Sequence[str]]] = {
    "other_side_silent": ("record_other_side", "ask_other_side"),
    "guardian_unheard": ("see_name", "record_guardian"),
}
"""What can be done where a link is not answered, by the notice that says so."""
_LONG: Final = 1000
_SHORT: Final = 200


class Invitation(OnCase, frozen=True, kw_only=True):
    """To which meeting both sides are invited: the ISO day, the time ("14:30") and the place."""

    kind: str = ""
    day: str = ""
    time: str = ""
    place: str = ""


class Record(OnCase, frozen=True, kw_only=True):
    """How a meeting went: how many minutes it took, who took part, what came of it.

    `of` is what it was; `agreed` is "yes" where both sides agreed to the words of `result`.
    """

    of: str = ""
    minutes: str = ""
    parties: str = ""
    agreed: str = ""
    result: str = ""
    sent: Sent = NOTHING


class Signed(OnCase, frozen=True, kw_only=True):
    """The paper that the other side has signed."""

    words: str = ""
    sent: Sent = NOTHING


async def _kinds(talk: Talk, data: Invitation) -> Sequence[Option]:
    return [Option(each, talk.say(f"meeting-{each}")) for each in (MeetingKind.HEARING, MeetingKind.MEDIATION)]


async def _times(talk: Talk, data: Invitation) -> Sequence[Option]:
    """The usual times; for today only what is still to come."""
    calendar, now = talk.uow.rules.calendar, talk.uow.now
    today = date.fromisoformat(data.day) == calendar.day(now)
    ahead = [each for each in _TIMES if not today or calendar.at(calendar.day(now), each) > now]
    return [Option(f"{each:%H:%M}", f"{each:%H:%M}") for each in ahead]


async def _lengths(talk: Talk, data: Record) -> Sequence[Option]:
    return [Option(str(each), talk.say(f"staff-minutes-{each}")) for each in _MINUTES]


async def _agreed(talk: Talk, data: Record) -> Sequence[Option]:
    return [Option(each, talk.say(f"staff-agreed-{each}")) for each in ("yes", "no")]


def _is_mediation(data: Record) -> bool:
    return data.of == MeetingKind.MEDIATION


def _has_terms(data: Record) -> bool:
    return data.agreed == "yes"


async def _announce(talk: Talk, data: Invitation) -> None:
    at = talk.uow.rules.calendar.at(date.fromisoformat(data.day), time.fromisoformat(data.time))
    case = await meeting.announce_meeting(
        talk.uow, data.case_id, talk.person.id, data.epoch, MeetingKind(data.kind), at, data.place
    )
    reminded = evening_before(at, talk.uow.rules) > talk.uow.now
    key = "staff-meeting-set" if reminded else "staff-meeting-set-soon"
    done(talk, key, case, date=case_words.day(talk.uow, talk.language, at))


async def _record(talk: Talk, data: Record) -> None:
    case = await talk.uow.get(Case, data.case_id)
    began = case.meeting.at if case is not None and case.meeting is not None else talk.uow.now
    # Recorded before it was to end, it ends now.
    ended = min(began + timedelta(minutes=int(data.minutes)), talk.uow.now)
    words = data.sent.with_words(data.result)
    case = await meeting.record_meeting(
        talk.uow,
        data.case_id,
        talk.person.id,
        data.epoch,
        ended,
        data.parties,
        words,
        agreed=_has_terms(data),
        files=data.sent.files,
    )
    done(talk, "staff-settlement-sent" if _has_terms(data) else "staff-meeting-recorded", case)
    _offer_other_side(talk, case)


async def _settle(talk: Talk, data: Record) -> None:
    words = data.sent.with_words(data.result)
    case = await meeting.settle(
        talk.uow, data.case_id, talk.person.id, data.epoch, data.parties, words, data.sent.files
    )
    done(talk, "staff-settlement-sent", case)
    _offer_other_side(talk, case)


def _offer_other_side(talk: Talk, case: Case) -> None:
    """Ask how the other side says yes to what was agreed, where something was."""
    if waits_for_other_side(case):
        buttons = [cards.button(talk.language, verb, case) for verb in ("record_other_side", "ask_other_side")]
        talk.reply(talk.say("staff-settlement-other"), (tuple(buttons),), case_id=case.id)


_TERMS: Final = WithFiles[Record](
    "terms", "staff-ask-terms", "result", _LONG, when=_has_terms, cancel=True, alone=False
)

ANNOUNCE: Final = CaseFlow(
    "staff-meeting",
    Invitation,
    [
        Choice("kind", "staff-ask-meeting", "kind", _kinds, width=2, facts=about, cancel=True),
        Day("day", "staff-ask-meeting-day", "day", offers=(3, 5, 7, 10), cancel=True),
        Choice("time", "staff-ask-meeting-time", "time", _times, width=4),
        FreeText("place", "staff-ask-meeting-place", "place", _SHORT, cancel=True),
    ],
    _announce,
    "announce_meeting",
)
RECORD: Final = CaseFlow(
    "staff-meeting-held",
    Record,
    [
        Choice("minutes", "staff-ask-meeting-length", "minutes", _lengths, width=2, facts=about, cancel=True),
        FreeText("parties", "staff-ask-meeting-parties", "parties", _SHORT, cancel=True),
        Choice("agreed", "staff-ask-agreed", "agreed", _agreed, width=2, when=_is_mediation),
        _TERMS,
        WithFiles(
            "result",
            "staff-ask-meeting-result",
            "result",
            _LONG,
            when=lambda data: not _has_terms(data),
            cancel=True,
            alone=False,
        ),
    ],
    _record,
    "record_meeting",
)
SETTLE: Final = CaseFlow(
    "staff-settle",
    Record,
    [FreeText("parties", "staff-ask-settle-parties", "parties", _SHORT, facts=about, cancel=True), _TERMS],
    _settle,
    "settle",
)


async def _signed(talk: Talk, data: Signed) -> None:
    case = await consents.record_other_side(talk.uow, data.case_id, talk.person.id, data.epoch, data.sent.files)
    done(talk, "staff-other-side-recorded", case)


OTHER_SIDE: Final = CaseFlow(
    "staff-other-side",
    Signed,
    [Document[Signed]("paper", "staff-ask-other-side", "words", facts=about, cancel=True)],
    _signed,
    "record_other_side",
)


async def _how_it_went(talk: Talk, tap: Tap) -> None:
    """Ask how the announced meeting went."""
    case = await check(talk, "record_meeting", tap.subject, tap.epoch)
    kind = case.meeting.kind if case.meeting is not None else ""
    await RECORD.start(talk, Record(case_id=case.id, epoch=case.epoch, of=kind))


async def _settled(talk: Talk, tap: Tap) -> None:
    """Ask for the terms of a settlement."""
    await SETTLE.start(talk, Record(case_id=tap.subject, epoch=tap.epoch or 0, agreed="yes"))


async def _about_meeting(scene: Scene) -> View:
    """The reminder before, the question after, or that the resident can't come."""
    case = scene.its_case
    if case.meeting is None:
        raise LookupError(f"a notice {scene.notice.kind} without a meeting")
    words = notices.words_of(scene, case) | case_words.meeting_words(scene.uow, scene.language, case.meeting)
    text = notices.with_holder(scene, case, scene.say(f"notice-{scene.notice.kind}", **words))
    verbs = ("record_meeting",) if scene.notice.kind == "meeting_over" else ("announce_meeting",)
    return notices.view(scene, case, text, notices.offered(scene, case, verbs))


async def _unanswered(scene: Scene) -> View:
    """That nobody has answered a link yet, until when it serves, and what does as well."""
    case, kind = scene.its_case, scene.notice.kind
    date = case_words.day(scene.uow, scene.language, scene.notice.args["until"])
    text = scene.say(f"notice-{kind}", **notices.words_of(scene, case) | {"date": date})
    return notices.view(scene, case, notices.with_holder(scene, case, text), notices.offered(scene, case, _ELSE[kind]))


FLOWS: Final = (ANNOUNCE, RECORD, SETTLE, OTHER_SIDE)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "announce_meeting": begins(ANNOUNCE),
    "record_meeting": _how_it_went,
    "settle": _settled,
    "ask_other_side": does(consents.ask_other_side, "staff-other-side-link"),
    "record_other_side": begins(OTHER_SIDE),
    "record_guardian": does(consents.record_guardian, "staff-guardian-recorded"),
}
RENDERERS: Final[Mapping[str, Renderer]] = {
    "meeting_tomorrow_cadre": _about_meeting,
    "meeting_over": _about_meeting,
    "cannot_come": _about_meeting,
    **dict.fromkeys(_ELSE, _unanswered),
}
