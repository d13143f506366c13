"""That a matter is not accepted, in words: why, by which article, and where it belongs. For the resident, and for
whoever decides it and reads first what the resident will.
"""

from typing import Final

from casework.not_accepting import NoReason
from casework.petitions import Case
from handlers import texts

REASONS: Final = tuple(NoReason)
"""The closed list of reasons, in the order in which they are offered."""


def reason_label(language: str, reason: str) -> str:
    """Return a reason in a few words."""
    return texts.plain(language, f"no-reason-{reason}")


def not_accepted_text(language: str, number: str, reason: str, body: str, words: str) -> str:
    """Return what a resident is told: kindly, with the reason first and the way on last."""
    named = {"number": number, "body": body, "words": words, "article": texts.plain(language, f"no-article-{reason}")}
    return texts.say(language, f"no-told-{reason}", named)


def not_accepted_words(language: str, case: Case) -> str:
    """Return why a case was not accepted; "" where it was, or nobody has decided."""
    found = case.not_accepted
    if found is None or not found.decided:
        return ""
    return not_accepted_text(language, case.label, found.reason.value, found.body, found.words)


def doubt_line(language: str, case: Case) -> list[str]:
    """Return the line of a card that says that somebody would not accept a case, and why; nothing else."""
    found = case.not_accepted
    if found is None or not (case.is_open or found.decided):
        return []
    key = "staff-card-not-accepted" if found.decided else "staff-card-doubted"
    named = {"reason": reason_label(language, found.reason.value), "body": found.body, "words": found.words}
    return [texts.say(language, key, named)]
