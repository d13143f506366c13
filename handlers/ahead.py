"""What a message is known to need before it is taken: the desk looks that up for a whole batch by a few queries.

Nothing but a guess, from what anybody may have sent: it gives no right to anything, and what it leaves out is looked up
when it is asked for.
"""

from typing import Final

import msgspec

from casework.conversations import Conversation
from handlers.button_data import number_of
from handlers.messages import Incoming, Kind

_CASE: Final = "c"
_SENDS: Final = "d.send."


class _Open(msgspec.Struct):
    """What the states of open questions call the case that they are about."""

    case_id: int = 0
    case: int | None = 0


_OPEN: Final = msgspec.json.Decoder(_Open)


def case_of(incoming: Incoming, conversation: Conversation | None) -> int | None:
    """Return the id of the case that a tapped button names, or that the open question is about; None for neither."""
    scheme, _, rest = incoming.data.partition(".")
    if incoming.kind is Kind.TAP and scheme == _CASE:
        return number_of(rest.split(".", 2)[1]) if "." in rest else None
    if conversation is None or not conversation.data:
        return None
    try:
        open_ = _OPEN.decode(conversation.data)
    except msgspec.DecodeError:
        return None
    return open_.case_id or open_.case or None


def sends_draft(incoming: Incoming) -> bool:
    """Tell whether a message is the tap that sends a draft: whether its writer has a case that runs is asked then."""
    return incoming.kind is Kind.TAP and incoming.data.startswith(_SENDS)
