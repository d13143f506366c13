"""Rows and objects: each field of a dataclass is one column, in order, changed by its type alone.

datetime <-> microseconds since 1970 (UTC), date <-> ISO text, bool <-> 0 and 1, enums <-> their value, everything
composed (tuples, mappings, outcomes) <-> JSON text.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")
Convert = Callable[[Any], Any]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Return an aware moment as microseconds since 1970, UTC."""
    return (moment - EPOCH) // MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return microseconds since 1970 as an aware UTC moment."""
    return EPOCH + timedelta(microseconds=micros)


def to_json(value: Any) -> str:
    """Return plain values, dataclasses and moments as JSON text."""
    return msgspec.json.encode(value).decode()


class Codec(Generic[T]):
    """Turns objects of one dataclass into column values and back."""

    def __init__(self, kind: type[T]) -> None:
        self.kind = kind
        hints = typing.get_type_hints(kind)
        self.names = tuple(field.name for field in dataclasses.fields(typing.cast(Any, kind)))
        converters = [_converters(hints[name]) for name in self.names]
        self._values = attrgetter(*self.names)
        self._encoders = [(name, pair[0]) for name, pair in zip(self.names, converters, strict=True) if pair]
        self._decoders = [(at, pair[1]) for at, pair in enumerate(converters) if pair]

    def encode(self, value: T) -> dict[str, Any]:
        """Return the column values by name."""
        row: dict[str, Any] = dict(zip(self.names, self._values(value), strict=True))
        for name, convert in self._encoders:
            if row[name] is not None:
                row[name] = convert(row[name])
        return row

    def decode(self, row: Sequence[Any]) -> T:
        """Return the object of a row whose columns stand in the order of the fields."""
        values = list(row)
        for at, convert in self._decoders:
            if values[at] is not None:
                values[at] = convert(values[at])
        return self.kind(*values)


def _converters(hint: Any) -> tuple[Convert, Convert] | None:
    """Return how a field's type is written and read; None where the column holds the value as it is."""
    if isinstance(hint, types.UnionType):
        (hint,) = [each for each in typing.get_args(hint) if each is not type(None)]
    if hint in (int, str, float):
        return None
    if hint is datetime:
        return to_micros, from_micros
    if hint is date:
        return date.isoformat, date.fromisoformat
    if hint is bool:
        return int, bool
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str, hint
    if typing.get_origin(hint) is Mapping or hint is Mapping:
        inner = dict[str, Any] if hint is Mapping else dict[*typing.get_args(hint)]  # type: ignore[misc]
        decoder = msgspec.json.Decoder(inner)
        return (lambda value: to_json(dict(value)) if value else "{}"), (
            lambda text: {} if text == "{}" else decoder.decode(text)
        )
    whole = msgspec.json.Decoder(hint)
    if typing.get_origin(hint) is tuple:
        return (lambda value: to_json(value) if value else "[]"), (
            lambda text: () if text == "[]" else whole.decode(text)
        )
    return to_json, whole.decode
