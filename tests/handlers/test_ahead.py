"""What a message is known to need before it is taken: guessed from what anybody may have sent."""

from dataclasses import replace

import pytest

from casework.conversations import Conversation
from handlers.ahead import case_of, sends_draft
from handlers.messages import Incoming, Kind

TAP = Incoming(Kind.TAP, "plain:ann", "plain:ann")


@pytest.mark.parametrize(
    ("data", "case_id"),
    [
        ("c.accept.7.0", 7),
        ("c.judge.7.2.solved", 7),
        ("c.accept", None),
        ("c.accept.", None),
        ("c.accept.seven.0", None),
        ("c", None),
        ("d.send.7", None),
        ("", None),
    ],
)
def test_a_button_of_a_case_names_it(data: str, case_id: int | None) -> None:
    assert case_of(replace(TAP, data=data), None) == case_id


@pytest.mark.parametrize(
    ("state", "case_id"),
    [
        ('{"case_id":9,"epoch":1}', 9),
        ('{"case":9}', 9),
        ('{"case":null}', None),
        ('{"draft":9}', None),
        ('{"case_id":"nine"}', None),
        ("[]", None),
        ("{", None),
        ("", None),
    ],
)
def test_an_open_question_is_about_the_case_of_its_state(state: str, case_id: int | None) -> None:
    said, talk = replace(TAP, kind=Kind.TEXT, text="Repaired"), Conversation("plain:ann", 1, data=state)
    assert case_of(said, talk) == case_id
    assert case_of(replace(TAP, data="s.1.send.yes"), talk) == case_id
    assert case_of(replace(TAP, data="c.show.7.0"), talk) == 7


def test_only_the_tap_that_sends_a_draft_does() -> None:
    assert sends_draft(replace(TAP, data="d.send.3"))
    assert not sends_draft(replace(TAP, data="d.change.3"))
    assert not sends_draft(replace(TAP, kind=Kind.TEXT, data="d.send.3"))
