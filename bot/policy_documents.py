"""Documents of policies: those beside a file are found, looked at and kept in the vault; the text of any is read."""

import asyncio
import os
from collections.abc import Iterator, Sequence
from errno import ENOENT
from functools import partial
from pathlib import Path
from typing import Final

from bot.files.names import file_name
from bot.files.types import kind_of, sniff
from bot.files.vault import Vault
from bot.jobs import Again, Verb, Work
from casework.actions import policy_documents
from casework.files import LARGEST, File, FileState
from casework.policies.documents import MOST, PLAIN_TEXT, Enclosure, fits, readable
from casework.policies.policy import Policy
from storage.codec import from_micros
from storage.store import Store

_MB: Final = 2**20


def place_of(folder: Path, name: str) -> Path | None:
    """Return where a document named in a policy of a folder lies; None for what lies outside of the folder."""
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder.resolve()) else None


def problems(folder: Path, names: Sequence[str]) -> Iterator[str]:
    """Give what is wrong with the documents of a policy, each with its name."""
    if len(names) > MOST:
        yield f"document: names {len(names)} files, {MOST} at most"
    for name in names:
        if problem := _problem(place_of(folder, name)):
            yield f"document: {name!r} {problem}"


async def kept(vault: Vault, folder: Path, names: Sequence[str]) -> list[Enclosure]:
    """Keep the documents of a policy in the vault, and return them. They are such as `problems` finds nothing with;
    raises OSError for one that is gone since.
    """
    enclosures: list[Enclosure] = []
    for name in names:
        path = place_of(folder, name)
        if path is None:
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT), name)
        content = path.read_bytes()
        keeping = await vault.keep(content)
        called = file_name(path.name, keeping.mime)
        enclosures.append(Enclosure(keeping, kind_of(keeping.mime), called, text_of(content, keeping.mime, path.name)))
    return enclosures


def text_of(content: bytes, mime: str, name: str) -> str:
    """Return the text of a document as it is searched; "" for what is no plain text."""
    if mime != PLAIN_TEXT:
        return ""
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return readable(content.decode(encoding), name)
        except UnicodeDecodeError:
            continue
    return ""


def policy_works(store: Store, vault: Vault) -> dict[str, Work]:
    """Return what reads the text of documents that were sent in chat: the subject is the policy."""

    async def read(policy_id: int) -> Verb:
        async with store.turn(from_micros(0)) as uow:
            policy = await uow.get(Policy, policy_id)
            unread = [each.file_id for each in policy.content.enclosed if each.text is None] if policy else []
            files = await uow.get_all(File, unread) if unread else []
        if any(file.state is FileState.WANTED for file in files):
            raise Again("a document is still on its way")
        texts = {file.id: await asyncio.to_thread(_read, vault, file) for file in files}
        return lambda uow: policy_documents.were_read(uow, policy_id, texts)

    return {policy_documents.READ: Work(read, lambda id_: partial(policy_documents.were_not_read, policy_id=id_))}


def _read(vault: Vault, file: File) -> str:
    if file.state is not FileState.KEPT:
        return ""
    with vault.open(file.digest) as content:
        return text_of(content.read(), file.mime, file.name)


def _problem(path: Path | None) -> str:
    """Return what is wrong with one; "" for nothing."""
    if path is None:
        return "lies outside of the folder of its policy"
    if not path.is_file():
        return "is not there"
    size = path.stat().st_size
    if not size:
        return "is empty"
    if size > LARGEST:
        return f"has {size / _MB:.1f} MB, {LARGEST // _MB} at most"
    mime = sniff(path.read_bytes())
    if not fits(kind_of(mime), mime):
        return "is neither PDF nor Word (.docx) nor plain text nor a picture"
    return ""
