"""What other routes would have done with the cases that came in."""

from dataclasses import replace

from casework.organisation import Organisation
from casework.rerouting import Filed, Rerouted, reroute
from tests.casework.service import BUREAU, EAST, EAST_OFFICE, RIVER, WEST, organisation

CAME_IN = [Filed("roads", RIVER, 5), Filed("roads", EAST, 2), Filed("housing", RIVER, 3), Filed("roads", WEST, 4)]


def with_routes(routes: dict[tuple[str, int], int]) -> Organisation:
    return replace(organisation(), routes=routes)


def test_the_same_routes_move_nothing_and_name_what_has_none() -> None:
    assert reroute(organisation(), organisation(), CAME_IN) == [Rerouted("roads", None, None, 4)]


def test_what_goes_elsewhere_is_counted_by_category_and_units_the_most_first() -> None:
    after = with_routes({("roads", EAST): BUREAU, ("roads", WEST): BUREAU})
    assert reroute(organisation(), after, CAME_IN) == [
        Rerouted("roads", EAST_OFFICE, BUREAU, 7),
        Rerouted("roads", None, BUREAU, 4),
        Rerouted("housing", EAST_OFFICE, None, 3),
    ]
