"""How a petition came, as its staff read it: written down by a clerk."""

from casework.petitions import Case, Petition, Way
from casework.unit_of_work import UnitOfWork
from handlers import texts


async def lines(uow: UnitOfWork, language: str, case: Case) -> list[str]:
    """Return what a card says of how the case came; nothing for one that its resident has written here."""
    petition = await uow.get(Petition, case.petition_id)
    if petition is None or petition.way is Way.CHAT:
        return []
    clerk = uow.staff.title(petition.clerk_id, language) or texts.plain(language, "nobody-yet")
    return [texts.say(language, f"staff-card-entered-{petition.way.value}", {"person": clerk})]
