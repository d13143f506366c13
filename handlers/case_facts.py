"""What texts may name of a case, put into words once a text names it: of ten facts, most texts name one or two."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from casework.petitions import Case
from casework.unit_of_work import UnitOfWork

Way = Callable[[UnitOfWork, str, Case], Any]
"""How a fact of a case is found, in a language."""

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class CaseFacts(Mapping[str, Any]):
    """Facts of a case by name: each is found by its way when it is first asked for; `known` are there already."""

    def __init__(
        self,
        ways: Mapping[str, Way],
        uow: UnitOfWork,
        language: str,
        case: Case,
        known: Mapping[str, Any] = _NOTHING,
    ) -> None:
        self._ways = ways
        self._about = uow, language, case
        self._known = dict(known)

    def __getitem__(self, name: str) -> Any:
        if name not in self._known:
            self._known[name] = self._ways[name](*self._about)
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in self._known or name in self._ways

    def __iter__(self) -> Iterator[str]:
        return iter(self._ways.keys() | self._known.keys())

    def __len__(self) -> int:
        return len(self._ways.keys() | self._known.keys())

    def __bool__(self) -> bool:
        return True

    def __or__(self, others: Mapping[str, Any]) -> "CaseFacts":
        """Return these facts with others, which count where both have one."""
        return CaseFacts(self._ways, *self._about, {**self._known, **others})
