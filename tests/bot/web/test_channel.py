"""What stands in the inbox is read back as it was sent; what does not is refused."""

import msgspec
import pytest

from bot.web.channel import Sent, WebChannel, tap_id, tapped
from bot.web.inbox import update_id
from handlers.messages import Incoming, Kind, Outgoing

ANN = "web:0123456789ABCDEF"


def body(**fields: object) -> str:
    return msgspec.json.encode(
        msgspec.convert({"address": ANN, "client": "c", "language": "en", **fields}, Sent)
    ).decode()


@pytest.mark.parametrize(
    ("stored", "incoming"),
    [
        (body(kind="text", text="渠"), Incoming(Kind.TEXT, ANN, ANN, text="渠", ref="c", language="en")),
        (
            body(kind="tap", data="m.zh", message=7),
            Incoming(Kind.TAP, ANN, ANN, data="m.zh", ref="7", language="en", tap_id=f"{ANN}#7"),
        ),
        (
            body(kind="place", place=(27.5, 118)),
            Incoming(Kind.PLACE, ANN, ANN, ref="c", language="en", place=(27.5, 118.0)),
        ),
    ],
)
def test_a_body_is_read(stored: str, incoming: Incoming) -> None:
    assert WebChannel().parse(stored) == incoming


@pytest.mark.parametrize(
    "stored", ["", "{}", "[]", '{"kind": "blocked"}', body(kind="text").replace("text", "removed")]
)
def test_a_body_that_is_none_of_ours_is_an_error(stored: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        WebChannel().parse(stored)


def test_nothing_goes_over_a_network() -> None:
    assert WebChannel().encode(Outgoing(ANN, "x")) == ()


def test_a_tap_names_its_message() -> None:
    assert tapped(tap_id(ANN, 7)) == (ANN, 7)


def test_numbers_of_messages_fit_a_bigint_and_stay_the_same() -> None:
    numbers = {update_id(ANN, str(each)) for each in range(1000)}
    assert len(numbers) == 1000
    assert all(0 <= number < 2**63 for number in numbers)
    assert update_id(ANN, "1") == update_id(ANN, "1") != update_id(ANN[:-1], "F1")
