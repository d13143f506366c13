"""The work on a case, each as a short flow: decline, ask, progress, visit, wait, help, and why it is late."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, time
from typing import Final

from casework.actions import accepting, working
from casework.petitions import Case
from casework.plans.appointments import evening_before
from casework.unit_of_work import UnitOfWork
from handlers import case_words
from handlers.dates import parse_day
from handlers.file_steps import NOTHING, Sent, WithFiles
from handlers.router import Tap, TapHandler
from handlers.staff.canned import WithCanned
from handlers.staff.examples import solved_words
from handlers.staff.flows import CaseFlow, OnCase, about, begins, done, present
from handlers.steps import Choice, Day, FreeText, Option, end_of
from handlers.talk import Talk

_HALVES: Final = {"morning": time(9), "afternoon": time(14, 30)}
_SHORT: Final = 500
_LINE: Final = 200


class Because(OnCase, frozen=True, kw_only=True):
    """A flow of one line: a reason, a call for help."""

    words: str = ""


class Question(OnCase, frozen=True, kw_only=True):
    """A question to the resident, and what is shown with it."""

    words: str = ""
    sent: Sent = NOTHING


class Progress(OnCase, frozen=True, kw_only=True):
    """What was done, what comes next, and about when (ISO day); the last two may be empty, and the first with files."""

    news: str = ""
    sent: Sent = NOTHING
    step: str = ""
    day: str = ""


class Visit(OnCase, frozen=True, kw_only=True):
    """A visit: the ISO day, which half of it, and a note for the resident."""

    day: str = ""
    half: str = ""
    note: str = ""
    sent: Sent = NOTHING


class Wait(OnCase, frozen=True, kw_only=True):
    """Until which ISO day nothing is expected, and why."""

    day: str = ""
    why: str = ""


async def _ask(talk: Talk, data: Question) -> None:
    words = data.sent.with_words(data.words)
    case = await working.ask(talk.uow, data.case_id, talk.person.id, data.epoch, words, data.sent.files)
    done(talk, "staff-asked", case)


async def _progress(talk: Talk, data: Progress) -> None:
    when = end_of(talk, data.day) if data.day else None
    news = data.sent.with_words(data.news)
    case = await working.progress(
        talk.uow, data.case_id, talk.person.id, data.epoch, news, data.step, when, data.sent.files
    )
    done(talk, "staff-told", case)


async def _visit(talk: Talk, data: Visit) -> None:
    at = talk.uow.rules.calendar.at(date.fromisoformat(data.day), _HALVES[data.half])
    note = data.sent.with_words(data.note)
    case = await working.visit(talk.uow, data.case_id, talk.person.id, data.epoch, at, note, data.sent.files)
    reminded = evening_before(at, talk.uow.rules) > talk.uow.now
    key = "staff-visit-set" if reminded else "staff-visit-set-soon"
    done(talk, key, case, date=case_words.day(talk.uow, talk.language, at))


async def _wait(talk: Talk, data: Wait) -> None:
    until = talk.uow.rules.calendar.at(date.fromisoformat(data.day), _HALVES["morning"])
    case = await working.wait(talk.uow, data.case_id, talk.person.id, data.epoch, until, data.why)
    done(talk, "staff-waiting", case, date=case_words.day(talk.uow, talk.language, until))


async def _halves(talk: Talk, data: Visit) -> Sequence[Option]:
    """Morning and afternoon; for today only what is still to come."""
    calendar, now = talk.uow.rules.calendar, talk.uow.now
    options = [Option(half, talk.say(f"staff-{half}")) for half in _HALVES]
    if data.day == calendar.day(now).isoformat() and now > calendar.at(calendar.day(now), time(12)):
        return options[1:]
    return options


def one_line(question: str, limit: int) -> list[FreeText[Because]]:
    """Return the one step of a flow that asks for a line of words."""
    return [FreeText("why", question, "words", limit, facts=about, cancel=True)]


def because(
    verb: str,
    name: str,
    question: str,
    act: Callable[[UnitOfWork, int, int, int | None, str], Awaitable[Case]],
    said: str,
    limit: int = _LINE,
) -> CaseFlow[Because]:
    """Return the flow `name` of one `question` for a line of words: they go with the verb, and the text `said` answers.

    `act` takes the case, who acts, the epoch of the button, and the words: `limit` characters at most.
    """

    async def finish(talk: Talk, data: Because) -> None:
        done(talk, said, await act(talk.uow, data.case_id, talk.person.id, data.epoch, data.words))

    return CaseFlow(name, Because, one_line(question, limit), finish, verb)


DECLINE: Final = because("decline", "staff-decline", "staff-ask-decline", accepting.decline, "staff-declined")
ASK: Final = CaseFlow(
    "staff-ask",
    Question,
    [WithCanned[Question]("question", "staff-ask-question", "words", _SHORT, facts=about, cancel=True, alone=False)],
    _ask,
    "ask",
)
HELP: Final = because("need_help", "staff-help", "staff-ask-help", working.need_help, "staff-help-called", _SHORT)
LATE: Final = because("explain_late", "staff-late", "staff-ask-late", working.explain_late, "staff-late-noted")
PROGRESS: Final = CaseFlow(
    "staff-progress",
    Progress,
    [
        WithCanned[Progress]("news", "staff-ask-news", "news", facts=about, cancel=True),
        FreeText("step", "staff-ask-step", "step", _SHORT, skip="button-skip", cancel=True),
        Day(
            "when",
            "staff-ask-step-day",
            "day",
            skip="button-skip",
            when=lambda data: bool(data.step),
            cancel=True,
        ),
    ],
    _progress,
    "progress",
)
VISIT: Final = CaseFlow(
    "staff-visit",
    Visit,
    [
        Day("day", "staff-ask-visit-day", "day", offers=(1, 2, 3, 7), facts=about, cancel=True),
        Choice("half", "staff-ask-visit-half", "half", _halves, width=2),
        WithFiles("note", "staff-ask-visit-note", "note", _SHORT, skip="button-skip"),
    ],
    _visit,
    "visit",
)
WAIT: Final = CaseFlow(
    "staff-wait",
    Wait,
    [
        Day("day", "staff-ask-wait-day", "day", when=lambda data: not data.day, facts=about, cancel=True),
        FreeText("why", "staff-ask-wait-why", "why", _LINE, cancel=True),
    ],
    _wait,
    "wait",
)


async def accept(talk: Talk, tap: Tap) -> None:
    """Accept in private: the card changes to the case at work; then what was done about others like it."""
    case = await accepting.accept(talk.uow, tap.subject, talk.person.id, tap.epoch)
    talk.toast = talk.say("staff-yours")
    await present(talk, case, edit=True)
    if words := await solved_words(talk.uow, talk.language, case):
        talk.reply(words, case_id=case.id)


async def remind(talk: Talk, tap: Tap) -> None:
    """Wait until the day on the button ("Remind me DATE"). A day that has passed, or none, is asked for."""
    today = talk.uow.rules.calendar.day(talk.uow.now)
    day = parse_day(tap.argument, today)
    iso = day.isoformat() if day is not None and day > today else ""
    await WAIT.start(talk, Wait(case_id=tap.subject, epoch=tap.epoch or 0, day=iso))


FLOWS: Final = (DECLINE, ASK, HELP, LATE, PROGRESS, VISIT, WAIT)
CASE_TAPS: Final[Mapping[str, TapHandler]] = {
    "accept": accept,
    "remind": remind,
    "decline": begins(DECLINE),
    "ask": begins(ASK),
    "need_help": begins(HELP),
    "explain_late": begins(LATE),
    "progress": begins(PROGRESS),
    "visit": begins(VISIT),
    "wait": begins(WAIT),
}
