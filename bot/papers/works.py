"""The job "paper": a notice as a document, for one reader."""

import asyncio
from functools import partial

from bot.files.vault import Vault
from bot.jobs import Hopeless, Verb, Work
from bot.papers.document import document
from casework.actions import papers
from casework.errors import NotYours
from casework.files import File
from casework.papers import PAPER, Paper, key_in
from handlers.sheets import Sheet, sheet
from storage.codec import from_micros
from storage.store import Store


def paper_works(store: Store, vault: Vault) -> dict[str, Work]:
    """Return what makes documents of notices: the subject is the file that it becomes."""

    async def make(file_id: int) -> Verb:
        paper, page = await _read(store, file_id)
        kept = await vault.keep(await asyncio.to_thread(document, page, paper.at))
        return lambda uow: papers.copied(uow, file_id, kept.digest, kept.size, kept.mime)

    return {PAPER: Work(make, lambda file_id: partial(papers.not_copied, file_id=file_id))}


async def _read(store: Store, file_id: int) -> tuple[Paper, Sheet]:
    """Return the notice that a file is to show, as its reader may have it. Raises Hopeless where they may not."""
    async with store.turn(from_micros(0)) as uow:
        file = await uow.get(File, file_id)
        if file is None:
            raise Hopeless("the file is gone")
        try:
            paper, case = await papers.own(uow, key_in(file.source), file.person_id)
        except NotYours:
            raise Hopeless("it is not for that reader any more") from None
        return paper, await sheet(uow, paper, case, file.person_id)
