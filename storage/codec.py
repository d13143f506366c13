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
from typing import Any, Generic, TypeVar

import msgspec

from casework.replacing import unfrozen

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
    """Turns objects of one dataclass into column values and back.

    What it does is written out for the class and compiled: a case has nearly ninety columns.
    """

    def __init__(self, kind: type[T]) -> None:
        hints = typing.get_type_hints(kind)
        self.kind = kind
        self.names = tuple(field.name for field in dataclasses.fields(typing.cast(Any, kind)))
        scope: dict[str, Any] = {"kind": kind, "unfrozen": unfrozen(kind), "make": object.__new__}
        self._readers: list[Convert | None] = []
        writing, changing, reading = [], [], []
        for at, name in enumerate(self.names):
            value, column = f"value.{name}", f"c{at}"
            converters = _converters(hints[name])
            self._readers.append(converters[1] if converters else None)
            if converters:
                scope[f"write{at}"], scope[f"read{at}"] = converters
                value = f"write{at}(was) if (was := {value}) is not None else None"
                column = f"read{at}({column}) if {column} is not None else None"
            writing.append(f"{name!r}: {value}")
            changing += [
                f"    if value.{name} is not before.{name} and value.{name} != before.{name}:",
                f"        changed[{name!r}] = {value}",
            ]
            reading.append(f"    new.{name} = {column}")
        source = [
            "def encode(value):",
            f"    return {{{', '.join(writing)}}}",
            "def changes(before, value):",
            "    changed = {}",
            *changing,
            "    return changed",
            "def decode(row):",
            f"    {', '.join(f'c{at}' for at in range(len(self.names)))}, = row",
            "    new = make(unfrozen)",
            *reading,
            "    new.__class__ = kind",
            "    return new",
        ]
        exec("\n".join(source), scope)  # noqa: S102  # Made of the names of fields alone.
        self._encode: Callable[[T], dict[str, Any]] = scope["encode"]
        self._changes: Callable[[T, T], dict[str, Any]] = scope["changes"]
        self._decode: Callable[[Sequence[Any]], T] = scope["decode"]

    def encode(self, value: T) -> dict[str, Any]:
        """Return the column values by name."""
        return self._encode(value)

    def changes(self, before: T, value: T) -> dict[str, Any]:
        """Return the column values by name of the fields in which an object is another than before."""
        return self._changes(before, value)

    def decode(self, row: Sequence[Any]) -> T:
        """Return the object of a row whose columns stand in the order of the fields.

        The last ones may be missing: their fields have what the class gives them.
        """
        if len(row) == len(self.names):
            return self._decode(row)
        known = zip(self._readers, row, strict=False)
        return self.kind(*(each if read is None or each is None else read(each) for read, each in known))


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
