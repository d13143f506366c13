"""How a case ends, and begins again: the outcome is proposed by the cadre, and judged by the resident alone."""

from collections.abc import Sequence
from typing import Any, Final

from casework.actions import promises, receipts
from casework.actions.above import head_of, tell_above, tell_cadre
from casework.actions.assigning import aside, assign
from casework.actions.calling_back import draw
from casework.actions.changing import change, close, disband, new_epoch, part
from casework.actions.dates import refuse_past
from casework.actions.enclosing import as_data, as_told, enclose, sent_by
from casework.actions.papers import issue
from casework.actions.part_ends import answer_alone
from casework.actions.reviews import revoke
from casework.actions.superiors import tell_superior
from casework.actions.telling import tell, tell_resident
from casework.callbacks import drawn_from_stars
from casework.children import heard
from casework.enumerations import unnumbered
from casework.errors import Refused
from casework.files import File
from casework.instances import outcomes_of, reopen_until, still_promised, verdicts_of
from casework.kinds import PetitionKind
from casework.marks import unmarked
from casework.masking import mask
from casework.notices import Urgency
from casework.papers import PaperKind
from casework.paths import SUPPORTS, is_settlement, path_of
from casework.people import Role
from casework.permissions import allowed, role_in, voice
from casework.petitions import Case, Closing, Instance, Outcome, OutcomeKind, Petition, Rating, State, Verdict
from casework.relations import IN_UNIT, Relation, relations
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event
from casework.words import summary

REOPENED_DAYS: Final = 15
"""The most that a reopened case may take."""

REQUEST_LENGTH: Final = 200
"""Characters of what the resident has written that a written answer repeats; its author may put it in other words."""

_FIVE_STARS: Final = range(1, 6)
_WORKED: Final = frozenset({OutcomeKind.DONE, OutcomeKind.PROMISED})
_DATED: Final = frozenset({OutcomeKind.PROMISED, OutcomeKind.CHANGED})
"""What may still have to be carried out by a day."""


async def propose(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, outcome: Outcome, alone: str = "") -> Case:
    """Give the written answer (articles 31 and 32); the resident has the word then, and no cadre closes a case.

    A promise is followed until its day and can be answered by another outcome; its day must lie ahead, else
    Refused("date-past"). Of the outcome's files those count that `by` has sent for it. A review may uphold, change or
    revoke what was decided (articles 35 and 36); what is revoked goes back, and is done again.

    Raises Refused("wrong-kind") for an outcome that a case of this kind cannot have in its instance, and
    Refused("parts-open", count) for a final one while assisting units owe their parts, unless `alone` says why it does
    not wait for them.
    """
    case = await allowed(uow, "propose", case_id, by, epoch)
    if outcome.kind not in outcomes_of(case):
        raise Refused("wrong-kind")
    outcome = await complete(uow, case, outcome)
    await answer_alone(uow, case, by, outcome, alone)
    return await _give(uow, case, by, outcome)


async def carry_out(
    uow: UnitOfWork,
    case_id: int,
    by: int,
    epoch: int | None,
    done: str,
    files: Sequence[int] = (),
    unproved: str = "",
    alone: str = "",
) -> Case:
    """Report that what was promised is carried out, with what proves it; the resident has the word on it.

    Facts, decision and basis stay as they were given. `files` and `unproved` as in Outcome, `alone` and what it raises
    without that as in `propose`.
    """
    case = await allowed(uow, "carry_out", case_id, by, epoch)
    outcome = carried(case, done, tuple(files), unproved)
    await answer_alone(uow, case, by, outcome, alone)
    return await _give(uow, case, by, outcome)


def carried(case: Case, done: str, files: tuple[int, ...], unproved: str) -> Outcome:
    """Return the outcome that says that what a case has promised is carried out."""
    promised = case.outcome or Outcome(OutcomeKind.PROMISED, "", "", "")
    return replace(promised, kind=OutcomeKind.DONE, done=done, by=None, files=files, unproved=unproved)


async def complete(uow: UnitOfWork, case: Case, outcome: Outcome) -> Outcome:
    """Return the outcome with what its author has left to us: what was asked for, and how far it is granted.

    A promise that a review upholds is still to be carried out. Only a request is granted. Raises Refused("wrong-kind")
    where the outcome does not fit how far it is granted.
    """
    if outcome.kind is OutcomeKind.UPHELD:
        outcome = replace(outcome, by=still_promised(case, uow.rules, uow.now))
    elif outcome.kind not in _DATED:
        outcome = replace(outcome, by=None)
    if not path_of(case.kind).reviews or case.instance is not Instance.FIRST:
        return outcome
    may_be = SUPPORTS.get(outcome.kind, ())
    support = outcome.support or next(iter(may_be), None)
    if support is not None and support not in may_be:
        raise Refused("wrong-kind")
    return replace(outcome, request=outcome.request or await _asked_for(uow, case), support=support)


async def _asked_for(uow: UnitOfWork, case: Case) -> str:
    """Return what a case's resident has written, as a written answer repeats it: without names, and not at length."""
    petition = await uow.get(Petition, case.petition_id)
    words = case.text or (petition.text if petition is not None else "")
    # Masked first: half a number is none that would be known for one.
    return summary(mask(unnumbered(unmarked(words))), REQUEST_LENGTH) or mask(case.summary)


async def _give(uow: UnitOfWork, case: Case, by: int, outcome: Outcome) -> Case:
    files = await sent_by(uow, by, outcome.files)
    outcome = replace(outcome, files=tuple(file.id for file in files))
    if outcome.kind is OutcomeKind.PROMISED and outcome.by is None:
        raise Refused("date-past")
    if outcome.by is not None:
        refuse_past(uow, outcome.by)
    await promises.decided(uow, case, outcome)
    if outcome.kind is OutcomeKind.REVOKED:
        return await revoke(uow, enclose(uow, case, files), by, outcome, files)
    return await answer(uow, case, by, outcome, files, "outcome" if outcome.by is None else "promised")


async def answer(uow: UnitOfWork, case: Case, by: int, outcome: Outcome, files: Sequence[File], told: str) -> Case:
    """Put an outcome before the resident, who hears of it by a notice of the kind `told`."""
    promised = outcome.by is not None
    event(
        uow,
        case,
        "promised" if promised else "proposed",
        actor=by,
        role=role_in(uow, case, by),
        unproved=outcome.unproved,
        instance=case.instance.value,
        request=outcome.request,
        **_stated(outcome),
        **as_data(files),
    )
    case = await new_epoch(
        uow,
        enclose(uow, case, files),
        state=State.PROMISED if promised else State.PROPOSED,
        outcome=outcome,
        proposed_at=uow.now,
        promise_at=outcome.by,
        reply=await receipts.sending(uow, case),
        news_at=uow.now,
        question="",
        asked_at=None,
        visit_at=case.visit_at if promised else None,
        wait_until=None,
        wait_why="",
    )
    if not is_settlement(case):
        await issue(uow, case, PaperKind.REPLY, **_stated(outcome))
    case = await tell_resident(uow, case, told, **as_told(files))
    await receipts.sent(uow, case)
    for merged in await uow.get_all(Case, case.merged) if case.merged else ():
        # Each resident receives it for oneself, and has the days for a review from there.
        await receipts.sent(uow, await change(uow, merged, reply=await receipts.sending(uow, merged)))
    return case


def _stated(outcome: Outcome) -> dict[str, Any]:
    """Return what a written answer states (articles 31 and 32), as the timeline and the notice keep it."""
    return {
        "outcome": outcome.kind.value,
        "found": outcome.found,
        "done": outcome.done,
        "support": outcome.support.value if outcome.support is not None else "",
        "basis": outcome.basis,
        "body": outcome.body,
        "by": outcome.by.isoformat() if outcome.by is not None else "",
    }


async def judge(uow: UnitOfWork, case_id: int, by: int, epoch: int | None, verdict: Verdict, words: str = "") -> Case:
    """Take the resident's word on an outcome or a promise. Nothing else closes a case as solved.

    "Done" of an answer, a refusal or a matter passed on is closed as answered: what was not worked on must not count
    as solved. So is a question or a suggestion, whatever was done. "I disagree" closes it, for a request with the
    right of review (article 35); it needs an outcome, not a promise. What both sides agreed to is confirmed, or not:
    its end is one of its own.

    Raises Refused("wrong-kind") for a word that does not answer what is asked of this kind.
    """
    case = await allowed(uow, "judge", case_id, by, epoch)
    if verdict not in verdicts_of(case):
        raise Refused("wrong-kind")
    if verdict is Verdict.DISAGREE and case.state is State.PROMISED:
        raise Refused("wrong-state", state=case.state.value)
    case = replace(receipts.with_word(uow, case, by), child=heard(case.child, words))
    event(uow, case, "judged", actor=by, role=voice(case, by), verdict=verdict.value, words=words)
    if verdict.settles:
        worked = case.outcome is None or case.outcome.kind in _WORKED or case.state is State.PROMISED
        closing = Closing.SOLVED if path_of(case.kind).solves and worked else Closing.ANSWERED
        if is_settlement(case):
            closing = Closing.SETTLED
        case = await close(uow, case, closing, by=by, role=voice(case, by))
        await tell_cadre(uow, case, "closed_settled" if is_settlement(case) else "closed_solved", Urgency.PUSH)
        return await _tell_spoken_for(uow, case, by, verdict)
    told: dict[str, Any] = {"verdict": verdict.value, "words": words}
    if verdict is Verdict.DISAGREE:
        case = await close(uow, case, Closing.CONTESTED, by=by, role=voice(case, by))
        await tell_cadre(uow, case, "judged", Urgency.LIMIT, **told)
        case = await _tell_spoken_for(uow, case, by, verdict)
        return await tell_resident(uow, case, "contested")
    return await again(uow, case, "judged", **told)


async def _tell_spoken_for(uow: UnitOfWork, case: Case, by: int, verdict: Verdict) -> Case:
    """Tell the initiator of a joint petition what its representative has said for all; they can still reopen it."""
    if voice(case, by) != Relation.REPRESENTATIVE:
        return case
    return await tell_resident(uow, case, "spoken_for", verdict=verdict.value)


async def rate(uow: UnitOfWork, case_id: int, by: int, stars: int) -> None:
    """Take the resident's stars, 1 to 5, once. They stand apart, without a name, and no cadre is told of them.

    Stars come without words: words beside a case would tell its cadre who gave which.

    Raises Refused("rated-already") and Refused("stars-unknown").
    """
    case = await allowed(uow, "rate", case_id, by)
    if case.stars:
        raise Refused("rated-already")
    if stars not in _FIVE_STARS:
        raise Refused("stars-unknown")
    uow.put(Rating(uow.new_id(), case.id, case.unit_id, case.cadre_id, stars, uow.now))
    event(uow, case, "rated", actor=None, role=voice(case, by), public=False)
    await draw(uow, await change(uow, case, stars=True), drawn_from_stars(stars))


async def reopen(uow: UnitOfWork, case_id: int, by: int, words: str = "", files: Sequence[File] = ()) -> Case:
    """Take up a closed case at its resident's word, also where "still solved?" is answered with no.

    `words` and `files` say what is not done.

    Raises Refused("reopen-too-late", date) with the day until which it was possible.
    """
    case = await allowed(uow, "reopen", case_id, by)
    refuse_too_late(uow, case)
    event(uow, case, "reopened", actor=by, role=voice(case, by), words=words, **as_data(files))
    case = replace(enclose(uow, case, files), child=heard(case.child, words))
    return await again(uow, case, "reopened", **as_told(files))


async def as_request(uow: UnitOfWork, case_id: int, by: int) -> Case:
    """Take up a closed case as a request at its resident's word: no other kind has a review (article 35).

    Raises Refused("wrong-kind") for a request, and as `reopen` does.
    """
    case = await allowed(uow, "as_request", case_id, by)
    refuse_too_late(uow, case)
    event(uow, case, "as_request", actor=by, role=voice(case, by), to=PetitionKind.REQUEST.value, was=case.kind.value)
    case = replace(case, kind=PetitionKind.REQUEST)
    return await again(uow, case, "as_request")


def refuse_too_late(uow: UnitOfWork, case: Case) -> None:
    """Raise Refused("reopen-too-late", date) where the time is over in which a closed case can be taken up again."""
    until = reopen_until(case, uow.rules)
    if uow.now >= until:
        raise Refused("reopen-too-late", date=uow.rules.calendar.last_day(until))


async def again(uow: UnitOfWork, case: Case, kind: str, *, hears: str = "reopened_ok", **told: Any) -> Case:
    """Put a case back to work: with its cadre, from the second time with the head. `kind` is what the cadre is told,
    `hears` what its resident is.

    The limit is fifteen days from now, or fewer where the category's whole limit is shorter, or the old limit where
    it ends later: an answer that did not hold must neither win time nor be late at once through the resident's
    waiting.
    """
    rules, case = uow.rules, await part(uow, case)
    days = min(REOPENED_DAYS, rules.profile.limits.days_for(case.kind, case.category))
    was, often = case.cadre_id, case.reopened > 0
    # The post may be gone since, and a case withdrawn before anyone took it has nobody to return to.
    back = was is not None and case.accepted_at is not None and relations(uow.staff, uow.org, case, was) & IN_UNIT
    cadre_id = was if back else None
    if often and cadre_id is not None:
        cadre_id = await head_of(uow, case, case.unit_id, aside(uow, case)) or cadre_id
    case = await new_epoch(
        uow,
        await disband(uow, case),
        state=State.WORKING if cadre_id is not None else State.WAITING,
        closing=None,
        closed_at=None,
        outcome=None,
        reply=None,
        proposed_at=None,
        promise_at=None,
        cadre_id=cadre_id,
        clock_from=uow.now,
        limit_at=max(case.limit_at, rules.calendar.limit(uow.now, days)),
        reopened=case.reopened + 1,
        late_why="",
        tried=(),
    )
    if cadre_id is None:
        case = await assign(uow, case, case.unit_id, by=None)
    else:
        await tell_cadre(uow, case, kind, Urgency.LIMIT, **told)
    if often:
        await _tell_head(uow, case, was)
    if case.raised is not None and case.unit_id is not None:
        units = {case.raised.unit_id, case.unit_id}
        await tell_superior(uow, case, units, "difficulty_unsolved", Urgency.LIMIT, without={case.cadre_id or 0})
    return await tell_resident(uow, case, hears)


async def _tell_head(uow: UnitOfWork, case: Case, was: int | None) -> None:
    if case.cadre_id is not None and case.cadre_id != was:
        await tell(uow, case.cadre_id, "second_reopen", Urgency.LIMIT, case)
        await tell(uow, was, "taken", Urgency.PUSH, case, who=case.cadre_id)
    else:
        # The head has it already, or there is none: whoever stands above must know.
        await tell_above(uow, case, Role.HEAD, "second_reopen", Urgency.LIMIT)
