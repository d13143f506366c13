"""The lines of a card about what is asked of those above, and what else is known of a case and shown to few."""

from casework import permissions
from casework.children import Child, Said
from casework.consents import Means
from casework.hardship import Hardship
from casework.petitions import Case, Petition
from casework.unit_of_work import UnitOfWork
from casework.upward import Upward
from handlers import case_words, reading, texts


async def lines(uow: UnitOfWork, language: str, case: Case, person_id: int | None) -> list[str]:
    """Return what waits for a decision, as this reader may know it."""
    found = []
    if case.extension is not None and case.extension.waits is not None:
        asked = {"days": case.extension.days, "why": case.extension.waits.why}
        found.append(texts.say(language, "staff-card-extension", asked))
    if case.is_open and case.meeting is not None and case.meeting.is_ahead:
        key = "staff-card-meeting-cannot" if case.meeting.cannot else "staff-card-meeting"
        found.append(texts.say(language, key, case_words.meeting_words(uow, language, case.meeting)))
    if case.child is not None and case.child.said is not Said.GROWN:
        found.append(await _child(uow, language, case, case.child, person_id))
    if case.hardship is not None:
        found.append(_hardship(uow, language, case.hardship))
    if case.upward is not None:
        found.append(await _upward(uow, language, case, case.upward, person_id))
    if case.recusal is not None and person_id is not None and _may_grant(uow, case, person_id):
        words = await reading.as_read(uow, case, person_id, case.recusal.plea.why)
        meant = {"person": case_words.cadre_label(uow, case, language), "words": words}
        found.append(texts.say(language, "staff-card-another", meant))
    return found


def _may_grant(uow: UnitOfWork, case: Case, person_id: int) -> bool:
    return bool(permissions.possible(uow.staff, uow.org, case, person_id, ["grant_another"]))


def _hardship(uow: UnitOfWork, language: str, hardship: Hardship) -> str:
    """Return that a household is in hardship, and by when it is visited, or that it was."""
    key = "staff-card-hardship-visited" if hardship.helped else "staff-card-hardship"
    why = hardship.why or texts.plain(language, "hardship-said")
    return texts.say(language, key, {"why": why, "date": case_words.day(uow, language, hardship.visit_by)})


async def _upward(uow: UnitOfWork, language: str, case: Case, upward: Upward, person_id: int | None) -> str:
    """Return what was reported upward, and whether a leader has seen it."""
    words = await reading.as_read(uow, case, person_id, upward.words)
    key = "staff-card-upward" if upward.seen_by is None else "staff-card-upward-seen"
    return texts.say(language, key, {"words": words, "person": uow.staff.title(upward.seen_by, language)})


async def _child(uow: UnitOfWork, language: str, case: Case, child: Child, person_id: int | None) -> str:
    """Return that a child wrote, and with whom; the guardian's name to whoever may read names."""
    petition = await uow.get(Petition, case.petition_id)
    if child.said is not Said.GUARDIAN or (child.guardian is not None and not child.guardian.agreed):
        return texts.plain(language, "staff-card-child")
    known = petition is not None and petition.guardian and await reading.reads_names(uow, case, person_id)
    who = petition.guardian if petition is not None and known else texts.plain(language, "guardian-unnamed")
    key = "staff-card-child-guardian" if child.guardian is not None else "staff-card-child-named"
    if child.guardian is not None and child.guardian.way is Means.BESIDE:
        key = "staff-card-child-beside"
    return texts.say(language, key, {"who": who})
