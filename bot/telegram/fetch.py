"""The job "fetch": brings a file from Telegram into the vault, and records where it lies."""

from collections.abc import Callable
from contextlib import aclosing
from datetime import datetime
from typing import Final

import msgspec

from bot.files.vault import TooLarge, Vault
from bot.jobs import Again, Hopeless, Verb, Work, nothing
from bot.telegram.api import TelegramApi
from bot.telegram.media import file_id_of
from bot.telegram.wire import Broken
from casework.actions import files
from casework.files import LARGEST, File, FileState
from storage.store import Store

_TOO_BIG: Final = "file is too big"


class _Found(msgspec.Struct):
    file_path: str = ""
    file_size: int = 0


_FOUND: Final = msgspec.json.Decoder(_Found)


def fetching(store: Store, api: TelegramApi, vault: Vault, wall: Callable[[], datetime]) -> Work:
    """Return the work of fetching files from Telegram: the subject is the file."""

    async def fetch(file_id: int) -> Verb:
        async with store.turn(wall()) as uow:
            file = await uow.get(File, file_id)
        if file is None or file.state is not FileState.WANTED:
            return nothing
        path = await _path(api, file_id_of(file.source))
        try:
            async with aclosing(api.download(path)) as pieces:
                kept = await vault.keep(pieces)
        except TooLarge:
            raise Hopeless(_TOO_BIG) from None
        except Broken as broken:
            raise Again(str(broken)) from None
        return lambda uow: files.kept(uow, file_id, kept.digest, kept.size, kept.mime)

    return Work(fetch, lambda file_id: lambda uow: files.lost(uow, file_id))


async def _path(api: TelegramApi, file_id: str) -> str:
    """Ask where a file lies. Telegram keeps that place open for an hour."""
    result = await api.call("getFile", {"file_id": file_id})
    if not result.ok:
        if _TOO_BIG in result.description.lower():
            raise Hopeless(_TOO_BIG)
        raise Again(f"getFile: {result.error_code or result.description}")
    found = _FOUND.decode(result.result)
    if found.file_size > LARGEST:
        raise Hopeless(_TOO_BIG)
    if not found.file_path:
        raise Again("getFile: no path")
    return found.file_path
