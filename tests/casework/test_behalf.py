"""What is written for another one is theirs by their yes alone, and no line of the timeline names them."""

import pytest

from casework.actions import drafting, filing
from casework.errors import NotYours
from casework.petitions import Agreed, Behalf, Petition, Relative
from tests.casework.service import Service

NAME = "周奶奶"


@pytest.mark.parametrize("agreed", Agreed)
async def test_it_is_filed_for_whoever_has_said_yes(agreed: Agreed) -> None:
    service = Service()
    draft = await service.draft()
    behalf = Behalf(NAME, Relative.NEIGHBOUR, agreed)
    await service.do(drafting.set_behalf, draft.id, service.resident, behalf)
    filed = await service.do(filing.file, draft.id, service.resident)
    petition: Petition = service.memory.rows["Petition", filed.petition.id]
    yes = agreed is not Agreed.UNASKED
    assert petition.behalf == (behalf if yes else None)
    assert petition.resident_id == service.resident
    assert service.timeline(filed.case.id).count("behalf") == int(yes)
    assert not any(NAME in str(event.data) for event in service.events(filed.case.id))


async def test_only_its_writer_says_for_whom_a_draft_is() -> None:
    service = Service()
    draft = await service.draft()
    with pytest.raises(NotYours):
        await service.do(drafting.set_behalf, draft.id, service.person(), None)
