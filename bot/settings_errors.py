"""What is wrong with a settings file, or another TOML file, in words for whoever runs the service."""

import difflib
import re
from typing import NamedTuple

import msgspec

_PLACE = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>.*)`", re.DOTALL)
_CHOICE = re.compile(r"Invalid enum value '(?P<value>.*)'", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<name>.*)`", re.DOTALL)
_TYPE = re.compile(r"Expected `(?P<wanted>[\w |]+)`, got `(?P<got>\w+)`")
_RANGE = re.compile(r"Expected `int` (?P<sign>[<>]=) (?P<bound>-?\d+)")
_NO_DAY = "Invalid RFC3339 encoded date"
_WORDS = {
    "array": "a list in [ ]",
    "bool": "true or false",
    "date": "a day without quotes",
    "dict": "a section",
    "float": "a number with a point",
    "int": "a whole number",
    "list": "a list in [ ]",
    "object": "a section",
    "str": "a text in quotes",
    "time": "a time of day in quotes",
}


class SettingsError(Exception):
    """The settings can't be used. The message is one line, names the key, and holds no secret."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


class Problem(NamedTuple):
    """What is wrong with one key, as "section.name"; "" for the whole."""

    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.key}: {self.reason}" if self.key else self.reason


def explain(message: str, root: type) -> Problem:
    """Turn the message of a msgspec.ValidationError about `root` into a problem in plain words."""
    place = _PLACE.search(message)
    what = message[: place.start()] if place else message
    key = re.sub(r"\[[^]]*]", "", place["path"]) if place else ""
    if unknown := _UNKNOWN.fullmatch(what):
        return _unknown(key, unknown["name"], root)
    if missing := _MISSING.fullmatch(what):
        return Problem(_under(key, missing["name"]), "is missing")
    if what == _NO_DAY:
        return Problem(key, f"needs {_WORDS['date']}, as in 2026-03-01")
    if choice := _CHOICE.fullmatch(what):
        return Problem(key, f'"{choice["value"]}" is not one of {", ".join(_choices(key, root))}')
    if type_ := _TYPE.fullmatch(what):
        return Problem(
            key, _of_type(type_["wanted"], type_["got"], listed=place is not None and place["path"][-1:] == "]")
        )
    if range_ := _RANGE.fullmatch(what):
        return Problem(key, f"needs {range_['bound']} or {'more' if range_['sign'] == '>=' else 'less'}")
    return Problem(key, what)


def _of_type(wanted: str, got: str, *, listed: bool) -> str:
    """Say which type is needed, `listed` for an entry of a list."""
    if listed and wanted == "object":
        needed = "keys in { } for each entry"
    else:
        needed = " or ".join(_WORDS.get(each, each) for each in wanted.split(" | ") if each != "null")
    return f"needs {needed}, not {_WORDS.get(got, got)}"


def _unknown(section: str, name: str, root: type) -> Problem:
    known = _type_at(section, root)
    names = [each.name for each in known.fields] if isinstance(known, msgspec.inspect.StructType) else []
    meant = difflib.get_close_matches(name, names, n=1)
    key = _under(section, name)
    return Problem(key, f"there is no such key; did you mean {meant[0]}?" if meant else "there is no such key")


def _under(section: str, name: str) -> str:
    return f"{section}.{name}" if section else name


def _choices(key: str, root: type) -> tuple[str, ...]:
    known = _type_at(key, root)
    if isinstance(known, msgspec.inspect.EnumType):
        return tuple(each.value for each in known.cls)
    return tuple(map(str, known.values)) if isinstance(known, msgspec.inspect.LiteralType) else ()


def _type_at(key: str, root: type) -> msgspec.inspect.Type:
    """Return the type of a key; of a list that of what stands in it."""
    known = msgspec.inspect.type_info(root)
    for name in filter(None, key.split(".")):
        if isinstance(known, msgspec.inspect.StructType):
            known = next(each.type for each in known.fields if each.name == name)
        if isinstance(known, msgspec.inspect.VarTupleType):
            known = known.item_type
    return known
