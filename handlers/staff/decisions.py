"""What was decided before, on the card of who looks at it again; and how the reply of now comes to its resident."""

from casework.actions.receipts import BY_HAND
from casework.masking import mask
from casework.petitions import Case, Decision
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork
from handlers import case_words, texts
from handlers.reading import reads_names


def lines(uow: UnitOfWork, language: str, case: Case) -> list[str]:
    """Return the lines of a card: which decision is looked at, a hearing, and a reply that has to be handed over."""
    found = []
    if again := case_words.instance_label(language, case):
        words = {"instance": again, "unit": _whose(uow, language, case.decisions[-1]), "what": ""}
        words["what"] = texts.plain(language, f"decided-{case.decisions[-1].outcome.kind.value}")
        found.append(texts.say(language, "staff-card-again", words))
    if case.hearing is not None and not case.hearing.over:
        until = case_words.day(uow, language, case.hearing.until)
        found.append(texts.say(language, "staff-card-hearing", {"date": until}))
    if case.is_open and case.reply is not None and case.reply.waits_for_hand:
        found.append(texts.plain(language, "staff-card-by-hand"))
    return found


async def receipt(uow: UnitOfWork, language: str, case: Case, reader_id: int | None) -> list[str]:
    """Return the line that says how a reply was handed over, and, to who may read names, to whom."""
    reply = case.reply
    if reply is None or reply.received_at is None or reply.how not in BY_HAND:
        return []
    to = reply.to if await reads_names(uow, case, reader_id) else mask(reply.to)
    how, date = texts.plain(language, f"how-{reply.how}"), case_words.day(uow, language, reply.received_at)
    return [texts.say(language, "staff-card-handed", {"how": how, "date": date, "to": to})]


async def replies(uow: UnitOfWork, language: str, case: Case) -> list[str]:
    """Return the written replies of before, each under the unit that gave it and its day."""
    found = []
    for each in case.decisions:
        head = {"unit": _whose(uow, language, each), "date": case_words.day(uow, language, each.at)}
        text = await case_words.outcome_text(uow, replace(case, outcome=each.outcome), language)
        found += ["", texts.say(language, "staff-decided-before", head), text]
    return found


def _whose(uow: UnitOfWork, language: str, decision: Decision) -> str:
    unit = uow.org.units.get(decision.unit_id or 0)
    if unit is not None:
        return unit.label(language)
    return decision.outcome.body or texts.plain(language, "body-above")
