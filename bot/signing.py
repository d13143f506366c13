"""The jobs that make links to joint petitions, and to what somebody is to agree to: a code that is kept nowhere, its
addresses, and a picture of them.

The picture is a QR code of the first address, to be printed and put up, or passed on.
"""

import asyncio
import io
import secrets
from typing import Final

import segno

from bot.files.vault import Vault
from bot.jobs import Verb, Work
from bot.telegram.links import bot_link
from casework.actions import consents, gathering
from casework.actions.links import Made
from casework.links import Purpose
from casework.numbers import new_invite
from storage.store import Store

CODE_BYTES: Final = 10
"""Random bytes of a link's code: 80 bits, so that nobody guesses one."""

_SCALE, _BORDER = 10, 4
"""Pixels of a module, and the empty modules around, as readers of QR codes need them."""


def sign_works(store: Store, vault: Vault, web: str) -> dict[str, Work]:
    """Return what makes links, by the kinds of the jobs. `web` is the address under which the web chat is opened."""
    return {purpose.job: _making(store, vault, web, purpose) for purpose in Purpose}


def _making(store: Store, vault: Vault, web: str, purpose: Purpose) -> Work:
    """Return the work of making a link: the subject is the case."""
    verbs = gathering if purpose in gathering.JOINING else consents

    async def make(case_id: int) -> Verb:
        code = new_invite(secrets.token_bytes(CODE_BYTES))
        addresses = await addresses_of(store, code, web)
        kept = await vault.keep(await asyncio.to_thread(picture, addresses[0]))
        made = Made(code, addresses, kept)
        return lambda uow: verbs.link_made(uow, case_id, made, purpose)

    return Work(make, lambda case_id: lambda uow: verbs.no_link(uow, case_id, purpose))


async def addresses_of(store: Store, code: str, web: str) -> tuple[str, ...]:
    """Return the addresses that open a code: the web chat's, which needs no account, and the Telegram bot's.

    In the web chat's the code stands behind "#": browsers send that to no server, so it is in nobody's log.
    """
    telegram = await bot_link(store, code)
    return (f"{web}/#join={code}", *([telegram] if telegram else []))


def picture(address: str) -> bytes:
    """Return the QR code of an address as a PNG, with a fifth of it to spare for stains and folds."""
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(drawn, kind="png", scale=_SCALE, border=_BORDER)
    return drawn.getvalue()
