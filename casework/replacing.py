"""Changing what is frozen: `replace` does what that of `dataclasses` does, some ten times as fast.

A case has nearly ninety fields, and every verb changes one or two of them: to call its constructor, which sets a frozen
object's fields one by one in a slow way, would take most of the time of a follow-up.
"""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["replace", "unfrozen"]

T = TypeVar("T")


def unfrozen(kind: type[T]) -> type[T]:
    """Return a subclass whose objects can be written to, and then be made ones of `kind` by setting their class.

    Both methods are those of `object`: only then Python sets a slot without calling anything.
    """
    methods = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(kind.__name__, (kind,), {"__slots__": (), **methods})


if TYPE_CHECKING:
    # The type checker knows the fields that this one takes.
    from dataclasses import replace  # noqa: TID251
else:

    def replace(value: T, /, **changes: Any) -> T:
        """Return a copy of a dataclass's object with other values in some of its fields.

        Raises AttributeError for a field that there is not (with slots), and what its `__post_init__` raises.
        """
        return _copier(type(value))(value, changes)


@cache
def _copier(kind: type[Any]) -> Callable[[Any, dict[str, Any]], Any]:
    """Return the function that copies objects of a class; written out and compiled, as dataclasses are themselves."""
    names = [field.name for field in fields(kind)]
    source = [
        "def copy(old, changes):",
        "    new = make(unfrozen)",
        *(f"    new.{name} = old.{name}" for name in names),
        "    for name, value in changes.items():",
        "        write(new, name, value)",
        "    new.__class__ = kind",
        *(["    new.__post_init__()"] if hasattr(kind, "__post_init__") else []),
        "    return new",
    ]
    scope: dict[str, Any] = {"make": object.__new__, "write": setattr, "unfrozen": unfrozen(kind), "kind": kind}
    exec("\n".join(source), scope)  # noqa: S102  # Made of the names of fields alone.
    copier: Callable[[Any, dict[str, Any]], Any] = scope["copy"]
    return copier
