"""Requests and objects held against the Bot API's description for machines (see ../shared/data/README.md)."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

SPEC_FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "telegram-bot-api.json"

_ARRAY = "Array of "


class _Field(msgspec.Struct):
    name: str
    types: list[str]
    required: bool


class _Method(msgspec.Struct):
    returns: list[str] = []
    fields: list[_Field] = []


class _Type(msgspec.Struct):
    fields: list[_Field] = []
    subtypes: list[str] = []


class _File(msgspec.Struct):
    methods: dict[str, _Method]
    types: dict[str, _Type]


@dataclass(frozen=True)
class Spec:
    """The methods and types of the Bot API."""

    methods: dict[str, _Method]
    types: dict[str, _Type]

    @classmethod
    @functools.cache
    def load(cls, path: Path = SPEC_FILE) -> "Spec":
        """Read the description. Raises FileNotFoundError where the data folder is missing."""
        file = msgspec.json.decode(path.read_bytes(), type=_File)
        return cls(file.methods, file.types)

    def method_names(self) -> dict[str, str]:
        """Names in lower case to names as documented: Telegram does not mind the case."""
        return {name.lower(): name for name in self.methods}

    def returns_only_true(self, method: str) -> bool:
        return self.methods[method].returns == ["Boolean"]

    def from_form(self, method: str, form: Mapping[str, str]) -> dict[str, Any]:
        """The parameters of a form or a query, where everything is text, in their documented types."""
        types = {field.name: field.types for field in self.methods[method].fields}
        return {name: _from_text(text, types.get(name, ["String"])) for name, text in form.items()}

    def check_call(self, method: str, params: Mapping[str, Any], uploads: Mapping[str, Any]) -> list[str]:
        """What is wrong with the parameters of a known method, in words; empty where nothing is."""
        return self._check_fields(self.methods[method].fields, {**dict.fromkeys(uploads, uploads), **params})

    def check_object(self, type_name: str, value: Any) -> list[str]:
        """What is wrong with an object of a documented type, in words."""
        return self._check(type_name, value, type_name)

    def _check_fields(self, fields: list[_Field], values: Mapping[str, Any], place: str = "") -> list[str]:
        known = {field.name: field for field in fields}
        wrong = [f"{place}{name} is unknown" for name in values if name not in known]
        wrong += [f"{place}{f.name} is missing" for f in fields if f.required and f.name not in values]
        for name, value in values.items():
            if name in known:
                wrong += self._check_any(known[name].types, value, place + name)
        return wrong

    def _check_any(self, types: list[str], value: Any, place: str) -> list[str]:
        findings = [self._check(name, value, place) for name in types]
        return min(findings, key=len, default=[])

    def _check(self, name: str, value: Any, place: str) -> list[str]:
        if name.startswith(_ARRAY):
            if not isinstance(value, list):
                return [f"{place} is not an array"]
            part = name.removeprefix(_ARRAY)
            return [wrong for n, item in enumerate(value) for wrong in self._check(part, item, f"{place}[{n}]")]
        if name in _PLAIN:
            right = isinstance(value, _PLAIN[name]) and (name == "Boolean" or not isinstance(value, bool))
            return [] if right else [f"{place} is not {name}"]
        if name == "InputFile":
            # An upload stands here as the mapping of uploads; a text is an id, an address or attach://.
            return [] if isinstance(value, str | dict) else [f"{place} is not a file"]
        if name == "KeyboardButton" and isinstance(value, str):
            return []
        described = self.types[name]
        if described.subtypes:
            return self._check_any(described.subtypes, value, place)
        if not isinstance(value, dict):
            return [f"{place} is not {name}"]
        return self._check_fields(described.fields, value, f"{place}.")


_PLAIN: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
}


def _from_text(text: str, types: list[str]) -> Any:
    if "Integer" in types and text.removeprefix("-").isdecimal():
        return int(text)
    if "String" in types or types == ["InputFile"]:
        return text
    if types == ["Boolean"]:
        return {"true": True, "1": True, "false": False, "0": False}.get(text.lower(), text)
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
