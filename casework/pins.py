"""An optional PIN of four digits for one's own cases, on a phone that several people use.

It is made digit by digit, each step an HMAC over the one before: so nobody keeps the digits, not even while they are
being typed, and a copy of the rows gives up nothing without the secret.
"""

import hmac
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from casework.people import Person

LENGTH: Final = 4
TRIES: Final = 5
HOUR: Final = timedelta(hours=1)
OPEN_FOR: Final = timedelta(minutes=10)
"""How long one's own cases stay open after the PIN."""


def typed(secret: bytes, person_id: int, before: str, digit: str) -> str:
    """Return what stands for a PIN so far with one more `digit`; `before` is what stood for it, "" for none.

    64 hex digits; after four digits it is what is kept of the PIN. An empty secret raises ValueError.
    """
    if not secret:
        raise ValueError("a PIN needs a secret")
    return hmac.new(secret, f"pin:{person_id}:{before}:{digit}".encode(), sha256).hexdigest()


def is_locked(person: Person, now: datetime) -> bool:
    """Tell whether a person's own cases need the PIN now."""
    return bool(person.pin_digest) and (person.pin_until is None or person.pin_until <= now)


def has_tries(person: Person, now: datetime) -> bool:
    """Tell whether another PIN may be tried: five wrong ones within an hour are the end of it."""
    return person.pin_tries < TRIES or person.pin_since is None or now - person.pin_since >= HOUR


def fits(person: Person, digest: str) -> bool:
    """Tell whether this is the person's PIN."""
    return hmac.compare_digest(person.pin_digest, digest)
