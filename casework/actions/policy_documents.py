"""The documents that go with a policy: whose they are, whether they can be shown, and those that files bring along."""

from collections.abc import Sequence

from casework.actions.files import SERVICE, keep_made
from casework.errors import NotYours, Refused
from casework.files import File
from casework.policies.documents import MOST, Enclosure, flaw_of
from casework.policies.policy import Content, Policy
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork


async def check_sent(uow: UnitOfWork, content: Content, by: int, before: Policy | None) -> None:
    """Raise NotYours for a document that its writer has not sent and the version `before` does not have, and
    Refused("policy-documents") for too many.
    """
    if len(content.documents) > MOST:
        raise Refused("policy-documents", limit=MOST)
    known = before.content.documents if before is not None else ()
    new = [each for each in content.documents if each not in known]
    files = await uow.get_all(File, new) if new else []
    loose = [file for file in files if file.person_id == by and not (file.case_id or file.draft_id or file.petition_id)]
    if len(loose) < len(new):
        raise NotYours


async def take_over(uow: UnitOfWork, policy: Policy) -> None:
    """Make the documents of a policy that is shown from now on the service's own: they stay when their sender goes.

    Raises Refused("policy-document-FLAW") for one that can't be shown: whoever approves it has not seen it.
    """
    files = {file.id: file for file in await uow.get_all(File, list(policy.content.documents))}
    for id_ in policy.content.documents:
        file = files.get(id_)
        if flaw := flaw_of(file):
            raise Refused(f"policy-document-{flaw.value}")
        if file is not None and file.person_id != SERVICE:
            uow.put(replace(file, person_id=SERVICE))


async def brought(uow: UnitOfWork, enclosures: Sequence[Enclosure], before: Policy | None) -> tuple[int, ...]:
    """Return the ids of the files for documents that stand beside a policy's file; those of the version `before` where
    they are the same.
    """
    known = list(before.content.documents) if before is not None else []
    files = {file.id: file for file in await uow.get_all(File, known)} if known else {}
    if len(known) == len(enclosures) and all(
        id_ in files and enclosure.is_in(files[id_]) for id_, enclosure in zip(known, enclosures, strict=True)
    ):
        return tuple(known)
    return tuple(keep_made(uow, SERVICE, enclosure.kind, enclosure.kept, enclosure.name).id for enclosure in enclosures)
