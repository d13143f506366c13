"""The right to a review in words: who looks at a decision again, until when, and what is left after that."""

from casework.instances import is_final, may_ask_review, next_instance, review_until
from casework.petitions import Case
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import body_above_label, day
from handlers.messages import Button


def button(uow: UnitOfWork, case: Case, language: str) -> Button | None:
    """Return the button that asks for a review of a decision; None where that is over, or never was."""
    instance = next_instance(case)
    if instance is None or not may_ask_review(case, uow.rules, uow.now):
        return None
    label = texts.plain(language, f"button-ask-{instance.value}")
    return Button(label, f"c.ask_review.{case.id}.{case.epoch}")


def promise(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return that what was promised goes on while others look at it; "" where nothing does, or it has been decided."""
    last = case.decisions[-1] if case.decisions and case.outcome is None else None
    by = last.outcome.by if last is not None and last.task_id is not None else None
    return texts.say(language, "review-promise-goes-on", {"date": day(uow, language, by)}) if by is not None else ""


def right(uow: UnitOfWork, case: Case, language: str) -> str:
    """Return what a resident may still do who is not content: ask whom, until when; that it is final; "" else."""
    until = review_until(case, uow.rules)
    if until is not None and uow.now < until:
        words = {"body": body_above_label(uow, case, language), "date": day(uow, language, until)}
        return texts.say(language, "case-may-ask-promise" if case.is_open else "case-may-ask", words)
    if may_ask_review(case, uow.rules, uow.now):
        days = uow.rules.profile.limits.review_days
        words = {"body": body_above_label(uow, case, language), "count": str(days)}
        return texts.say(language, "promise-may-ask", words)
    return texts.plain(language, "case-final") if is_final(case, uow.rules, uow.now) else ""
