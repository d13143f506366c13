"""The pass of a visit: a code in a QR code, which the office reads at the door.

It proves itself, so nothing of it is kept: whoever makes one up does not have the service's secret.
"""

import hashlib
import hmac
import re
from typing import Final

from casework.reception.days import booking_key

_PASS: Final = re.compile(r"pass_(\d{1,18})_(\d{1,18})_(\d{1,4})_([0-9a-f]{20})")
_DIGITS: Final = 20


def pass_code(secret: bytes, key: str) -> str:
    """Return the code of the visit `key`: letters, digits and "_" only, so that every channel carries it in a link."""
    return f"pass_{key.replace(':', '_')}_{_proof(secret, key)}"


def is_pass(code: str) -> bool:
    """Tell whether a code is written as passes are."""
    return _PASS.fullmatch(code) is not None


def key_of_pass(secret: bytes, code: str) -> str:
    """Return the key of the visit that a code is the pass of; "" for what is none."""
    found = _PASS.fullmatch(code)
    if found is None:
        return ""
    key = booking_key(int(found[1]), int(found[2]), int(found[3]))
    return key if hmac.compare_digest(_proof(secret, key), found[4]) else ""


def _proof(secret: bytes, key: str) -> str:
    return hmac.new(secret, f"reception:{key}".encode(), hashlib.sha256).hexdigest()[:_DIGITS]
