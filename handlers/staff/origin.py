"""How a petition came, as its staff read it: written down by a clerk, or by one person for another."""

from casework.petitions import Case, Petition, Way
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import relative_label
from handlers.reading import reads_names


async def lines(uow: UnitOfWork, language: str, case: Case, reader_id: int | None) -> list[str]:
    """Return what a card says of how the case came; nothing for one that its resident has written here themselves."""
    petition = await uow.get(Petition, case.petition_id)
    if petition is None:
        return []
    said = []
    if petition.way is Way.VISIT and petition.clerk_id is None:
        said.append(texts.plain(language, "staff-card-said-there"))
    elif petition.way is not Way.CHAT:
        clerk = uow.staff.title(petition.clerk_id, language) or texts.plain(language, "nobody-yet")
        said.append(texts.say(language, f"staff-card-entered-{petition.way.value}", {"person": clerk}))
    if petition.behalf is not None:
        known = petition.behalf.relation if await reads_names(uow, case, reader_id) else None
        said.append(texts.say(language, "staff-card-behalf", {"relation": relative_label(language, known)}))
    return said
