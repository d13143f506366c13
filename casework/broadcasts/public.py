"""What may be posted in the county's public channel: nothing that tells who somebody is."""

from typing import Final

from casework.masking import traces

_WHO: Final = frozenset({"name", "identity"})
"""An office's telephone and address are no traces of a person: they stand in most notices."""


def tells_who(text: str) -> bool:
    """Tell whether a text names a person, or gives somebody's identity number."""
    return any(trace.what in _WHO for trace in traces(text))
