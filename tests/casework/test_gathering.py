"""Joint petitions: what the record says of them."""

from casework.actions import gathering
from tests.casework.service import Service


async def test_another_text_for_the_neighbours_is_recorded_as_the_first_one_was() -> None:
    service = Service()
    service.cadre()
    case_id = await service.file()
    for text in ("The road", "The road, and its lamps"):
        await service.do(gathering.gather, case_id, service.resident, None, text)
    assert service.timeline(case_id).count("gathered") == 2
    joint = service.case(case_id).joint
    assert joint is not None
    assert joint.text == "The road, and its lamps"
