"""`replace` gives what that of dataclasses gives, for every dataclass that is kept, and leaves what it was given."""

import dataclasses
from dataclasses import dataclass, field
from typing import Any

import pytest

from casework.replacing import replace
from storage.tables import TABLES
from tests.casework.service import CALENDAR


def _any(kind: type[Any]) -> Any:
    """Return an object of a dataclass with a value of its own in every field; types do not matter to a copy."""
    return kind(*(f"{name.name}'s" for name in dataclasses.fields(kind)))


@pytest.mark.parametrize("kind", [table.kind for table in TABLES])
def test_a_copy_has_each_field_and_the_changes(kind: type[Any]) -> None:
    before = _any(kind)
    for changed in dataclasses.fields(kind):
        after = replace(before, **{changed.name: "new"})
        assert after == dataclasses.replace(before, **{changed.name: "new"})
        assert type(after) is kind
    assert before == _any(kind)


def test_a_copy_is_as_frozen() -> None:
    @dataclass(frozen=True, slots=True)
    class Stone:
        weight: int

    after = replace(Stone(1), weight=2)

    with pytest.raises(dataclasses.FrozenInstanceError):
        after.weight = 3  # type: ignore[misc]
    assert hash(after) == hash(Stone(2))


def test_what_has_no_slots_or_inherits_fields_is_copied() -> None:
    @dataclass(frozen=True)
    class Place:
        name: str

    @dataclass(frozen=True)
    class Village(Place):
        people: list[int] = field(default_factory=list)

    before = Village("Xintang", [1])
    after = replace(before, name="Shangjinbei")

    assert after == Village("Shangjinbei", [1])
    assert after.people is before.people


def test_a_field_that_there_is_not_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Stone:
        weight: int

    with pytest.raises(AttributeError):
        replace(Stone(1), colour="grey")  # type: ignore[call-arg]


def test_what_the_class_checks_is_checked() -> None:
    with pytest.raises(ValueError, match="working day"):
        replace(CALENDAR, weekend=frozenset(range(7)))
