"""What a resident is told of an own case, in words: news, questions, the answer, and the follow-ups."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from casework.instances import reopen_until
from casework.kinds import PetitionKind
from casework.paths import path_of
from casework.petitions import Draft, State, Verdict
from casework.replacing import replace
from handlers import texts
from handlers.case_words import (
    clock,
    day,
    kind_label,
    meeting_words,
    outcome_text,
)
from handlers.messages import Button, Rows
from handlers.notices import Renderer, Scene, View
from handlers.resident import review_notices, review_words
from handlers.resident.cases import again, asked, verdicts
from handlers.resident.draft_card import gist
from handlers.resident.notice_views import button, view_of
from handlers.resident.outcome import stars_row
from handlers.talk import rows

_INSTANT: Final = timedelta.resolution


async def _plain(scene: Scene) -> View:
    return view_of(scene, f"notice-{scene.notice.kind}")


async def _open(scene: Scene) -> View:
    return view_of(scene, f"notice-{scene.notice.kind}", ((button(scene, "button-open", "show"),),))


async def _merged(scene: Scene) -> View:
    shown = ((button(scene, "button-open", "show"),),)
    return view_of(scene, "notice-merged", shown, people=scene.notice.args["people"])


async def _reassigned(scene: Scene) -> View:
    """It is elsewhere now: with whom, where somebody has taken it over; and the way to have somebody else."""
    case = scene.its_case
    taken = case.cadre_id is not None and case.state is not State.WAITING
    key = "notice-reassigned-person" if taken else "notice-reassigned"
    buttons = [button(scene, "button-open", "show")]
    if case.cadre_id is not None:
        buttons.append(button(scene, "button-other-cadre", "another"))
    return view_of(scene, key, (tuple(buttons),))


async def _urgeable(scene: Scene) -> View:
    buttons = (button(scene, "button-open", "show"), button(scene, "button-urge", "urge"))
    return view_of(scene, f"notice-{scene.notice.kind}", (buttons,))


async def _asked(scene: Scene) -> View:
    question = scene.notice.args.get("question") or scene.its_case.question
    return view_of(scene, f"notice-{scene.notice.kind}", question=question)


async def _progress(scene: Scene) -> View:
    args = scene.notice.args
    said = args["news"] or scene.say("progress-files")
    news = view_of(scene, "notice-progress", ((button(scene, "button-open", "show"),),), news=said)
    step, when = args.get("step"), args.get("when")
    if not step:
        return news
    if when is None:
        follows = scene.say("progress-step", step=step)
    else:
        follows = scene.say("progress-step-when", step=step, date=_day(scene, when))
    return replace(news, text=texts.sentences(scene.language, news.text, follows))


async def _written_down(scene: Scene) -> View:
    """What the office has heard, read back."""
    words = scene.notice.args["words"]
    return view_of(scene, "notice-written_down", ((button(scene, "button-misheard", "misheard"),),), words=words)


async def _visit(scene: Scene) -> View:
    case = scene.its_case
    at: datetime | None = scene.notice.args.get("at") or case.visit_at
    if at is None:
        raise ValueError(f"the notice {scene.notice.kind} needs a visit")
    time = clock(scene.uow, at)
    key = f"notice-{scene.notice.kind}"
    shown = view_of(scene, key, date=day(scene.uow, scene.language, at + _INSTANT), time=time)
    note = scene.notice.args.get("note")
    return replace(shown, text=f"{shown.text}\n{scene.say('visit-note', note=note)}") if note else shown


async def _waiting(scene: Scene) -> View:
    args = scene.notice.args
    return view_of(scene, f"notice-{scene.notice.kind}", date=_day(scene, args["until"]), why=args["why"])


async def _because(scene: Scene) -> View:
    return view_of(scene, f"notice-{scene.notice.kind}", why=scene.notice.args["why"])


async def _outcome(scene: Scene) -> View:
    """The answer and the question what to make of it: one message, for the one is nothing without the other."""
    case = scene.its_case
    head = view_of(scene, "notice-outcome")
    lines = [head.text, await outcome_text(scene.uow, case, scene.language)]
    if path_of(case.kind).solves:
        lines.append(scene.say("hard-to-follow"))
    lines += ["", scene.say(asked(case, scene.language))]
    return View("\n".join(lines), verdicts(case, scene.language), head.line)


async def _settlement(scene: Scene) -> View:
    """What was agreed, read back, and the question whether that is it."""
    case = scene.its_case
    head = view_of(scene, "notice-settlement")
    lines = [head.text, await outcome_text(scene.uow, case, scene.language), "", scene.say("is-it-agreed")]
    return View("\n".join(lines), verdicts(case, scene.language), head.line)


async def _helped(scene: Scene) -> View:
    """What is recorded as given, for its receiver to read: what was not given must not stand anywhere."""
    args = scene.notice.args
    key = "notice-helped-amount" if args["amount"] else "notice-helped"
    return view_of(scene, key, help=args["what"], amount=args["amount"], giver=args["giver"])


async def _meeting(scene: Scene) -> View:
    """When and where, and the way to say that one can't come."""
    meeting = scene.its_case.meeting
    if meeting is None:
        raise ValueError(f"the notice {scene.notice.kind} needs a meeting")
    buttons = ((button(scene, "button-cannot-come", "cannot_come"),),)
    return view_of(scene, f"notice-{scene.notice.kind}", buttons, **meeting_words(scene.uow, scene.language, meeting))


async def _meeting_held(scene: Scene) -> View:
    meeting = scene.its_case.meeting
    if meeting is None:
        raise ValueError(f"the notice {scene.notice.kind} needs a meeting")
    held, result = scene.say(f"meeting-{meeting.kind}"), scene.notice.args["words"]
    return view_of(scene, "notice-meeting_held", meeting=held, result=result)


async def _passed_over(scene: Scene) -> View:
    """To which court or inspection it went; whether rightly is the resident's word, as of any outcome."""
    case = scene.its_case
    body = case.outcome.body if case.outcome is not None else ""
    settled, *others = path_of(case.kind).verdicts
    wrong = [verdict for verdict in others if verdict is not Verdict.DISAGREE][-1]
    buttons = (
        button(scene, "button-court-yes", "judge", settled.value),
        button(scene, "button-court-no", "judge", wrong.value),
    )
    key = f"notice-{scene.notice.kind}"
    return view_of(scene, key, (buttons,), body=body, when=_day(scene, scene.notice.args["at"]))


async def _handed_up(scene: Scene) -> View:
    up = scene.its_case.handed_up
    if up is None:
        raise ValueError("the notice handed_up needs what was handed up")
    key = "notice-handed_up-number" if up.number else "notice-handed_up"
    return view_of(scene, key, body=up.body, when=_day(scene, up.at), there=up.number)


async def _promised(scene: Scene) -> View:
    case, ask = scene.its_case, review_words.button(scene.uow, scene.its_case, scene.language)
    head = view_of(scene, "notice-promised")
    not_done = button(scene, "button-verdict-not_done", "judge", Verdict.NOT_DONE.value)
    answer = await outcome_text(scene.uow, case, scene.language)
    lines = [head.text, answer]
    if ask is not None:
        lines.append(review_words.right(scene.uow, case, scene.language))
    buttons = ((button(scene, "button-explain", "explain"), not_done), *(((ask,),) if ask is not None else ()))
    return View("\n".join(lines), buttons, head.line)


async def _reminded(scene: Scene) -> View:
    return view_of(scene, f"notice-{scene.notice.kind}", verdicts(scene.its_case, scene.language))


async def _closed_no_answer(scene: Scene) -> View:
    case, rules = scene.its_case, scene.uow.rules
    fired = case.fired.get("confirm")
    times = 1 + (fired.count if fired is not None else len(rules.profile.times.confirm_days))
    until = day(scene.uow, scene.language, reopen_until(case, scene.uow.rules))
    shown = view_of(scene, "notice-closed_no_answer", _again(scene), count=times, date=until)
    right = review_words.right(scene.uow, case, scene.language)
    return replace(shown, text=f"{shown.text}\n{right}") if right else shown


async def _contested(scene: Scene) -> View:
    """The right to a review of a request (article 35), and what there is for the other kinds."""
    case = scene.its_case
    if path_of(case.kind).reviews:
        return await review_notices.contested(scene)
    last = day(scene.uow, scene.language, reopen_until(case, scene.uow.rules))
    return view_of(scene, "notice-contested", _again(scene), date=last)


async def _status(scene: Scene) -> View:
    key = "notice-status" if scene.notice.args.get("changed") else "notice-status-same"
    buttons = (button(scene, "button-open", "show"), button(scene, "button-urge", "urge"))
    return view_of(scene, key, (buttons,))


async def _stars_again(scene: Scene) -> View:
    return view_of(scene, "notice-stars_again", (stars_row(scene.its_case),))


async def _still_solved(scene: Scene) -> View:
    buttons = (button(scene, "button-still-solved", "solved"), *again(scene.uow, scene.its_case, scene.language))
    return view_of(scene, "notice-still_solved", rows(buttons, 2))


async def _kind_changed(scene: Scene) -> View:
    """Taken for something else: what, by which day, and the one tap that takes it back."""
    kind = kind_label(scene.language, PetitionKind(scene.notice.args["own"]))
    case = scene.its_case
    button = Button(scene.say("button-keep-kind", kind=kind), f"c.keep_kind.{case.id}.{case.epoch}")
    return view_of(scene, "notice-kind_changed", ((button,),), kind=kind_label(scene.language, case.kind))


def _again(scene: Scene) -> Rows:
    return rows(again(scene.uow, scene.its_case, scene.language), 2)


async def _petition_over(scene: Scene) -> View:
    return view_of(scene, "notice-petition_over", number=scene.its_case.number, count=scene.notice.args["count"])


async def _draft(scene: Scene) -> View:
    draft_id: int = scene.notice.args["draft_id"]
    draft = await scene.uow.get(Draft, draft_id)
    words = gist(scene.language, draft.text) if draft is not None else ""
    key = f"notice-{scene.notice.kind}"
    if scene.reader is not None and scene.reader.pin_digest:
        key = f"{key}-hushed"
    text = scene.say(key, summary=words, days=scene.uow.rules.profile.times.draft_days)
    buttons = (
        Button(scene.say("button-go-on"), f"d.show.{draft_id}"),
        Button(scene.say("button-throw-away"), f"d.drop.{draft_id}"),
    )
    return View(text, (buttons,))


def _day(scene: Scene, moment: datetime) -> str:
    return day(scene.uow, scene.language, moment)


RENDERERS: Final[Mapping[str, Renderer]] = {
    **review_notices.RENDERERS,
    "asked": _asked,
    "question_again": _asked,
    "progress": _progress,
    "written_down": _written_down,
    "visit": _visit,
    "visit_tomorrow": _visit,
    "waiting": _waiting,
    "extended": _waiting,
    "another_refused": _because,
    "outcome": _outcome,
    "promised": _promised,
    "reminded_confirm": _reminded,
    "reminded_settlement": _reminded,
    "settlement": _settlement,
    "helped": _helped,
    "visited_home": _plain,
    "meeting": _meeting,
    "meeting_tomorrow": _meeting,
    "meeting_held": _meeting_held,
    "closed_no_answer": _closed_no_answer,
    "contested": _contested,
    "status": _status,
    "late_resident": _urgeable,
    "stars_again": _stars_again,
    "still_solved": _still_solved,
    "draft_left": _draft,
    "draft_shelved": _draft,
    "reassigned": _reassigned,
    "to_court": _passed_over,
    "to_discipline": _passed_over,
    "not_court": _open,
    "asked_above_ok": _open,
    "handed_up": _handed_up,
    "withdrawn_ok": _plain,
    "petition_over": _petition_over,
    "kind_changed": _kind_changed,
    "reopened_ok": _open,
    "settlement_off": _open,
    "merged": _merged,
    "split": _open,
}
