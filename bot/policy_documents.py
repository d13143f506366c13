"""Documents of policies: those beside a file are found, looked at and kept in the vault; the text of any is read."""

import asyncio
import os
from codecs import getincrementaldecoder
from collections.abc import Iterator, Sequence
from errno import ENOENT
from functools import partial
from pathlib import Path
from typing import Final

from bot.file_problems import Problem
from bot.files.names import file_name
from bot.files.types import kind_of, sniff
from bot.files.vault import Vault
from bot.jobs import Again, Verb, Work
from casework.actions import policy_documents
from casework.files import LARGEST, File, FileState
from casework.policies.documents import LONGEST_TEXT, MOST, PLAIN_TEXT, Enclosure, fits, readable
from casework.policies.policy import Policy
from storage.codec import from_micros
from storage.store import Store

ENOUGH: Final = 8 * LONGEST_TEXT
"""Bytes of a document that are read for its text: a letter has four at most, and half may be signs of Markdown."""

_MB: Final = 2**20
_KEY: Final = "document"


def place_of(folder: Path, name: str) -> Path | None:
    """Return where a document named in a policy of a folder lies; None for what lies outside of the folder."""
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder.resolve()) else None


def problems(folder: Path, names: Sequence[str]) -> Iterator[Problem]:
    """Give what is wrong with the documents of a policy, each with its name."""
    if len(names) > MOST:
        yield Problem("policy-file-documents", _KEY, fields={"count": len(names), "most": MOST})
    for name in names:
        path = place_of(folder, name)
        size = path.stat().st_size if path is not None and path.is_file() else 0
        if why := _why_not(path):
            facts = {"name": name, "size": f"{size / _MB:.1f}", "most": LARGEST // _MB}
            yield Problem(f"policy-file-{why}", _KEY, fields=facts)


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
    """Return the text of a document as it is searched, of its first ENOUGH bytes; "" for what is no plain text."""
    if mime != PLAIN_TEXT:
        return ""
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        decoder = getincrementaldecoder(encoding)()
        try:
            # The last letter of a beginning may be cut in two.
            return readable(decoder.decode(content[:ENOUGH], final=len(content) < ENOUGH), name)
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
        return text_of(content.read(ENOUGH), file.mime, file.name)


def _why_not(path: Path | None) -> str:
    """Return in a word what is wrong with one; "" for nothing. Part of the keys of texts."""
    if path is None:
        return "outside"
    if not path.is_file():
        return "gone"
    size = path.stat().st_size
    if not size:
        return "empty"
    if size > LARGEST:
        return "large"
    mime = sniff(path.read_bytes())
    return "" if fits(kind_of(mime), mime) else "type"
