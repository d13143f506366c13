"""The documents that go with a policy: whose they are, whether they can be shown, what they are found by, and those
that files bring along.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.actions.files import AT_ONCE, SERVICE, keep_made
from casework.errors import NotYours, Refused
from casework.files import File, Job
from casework.policies.documents import MOST, Enclosure, Flaw, flaw_of, may_be_read, title_of
from casework.policies.policy import Content, Enclosed, Policy, PolicyState
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork

READ: Final = "policy_documents"
"""The kind of the job that reads the text of a policy's documents: its subject is the policy."""


async def titled(uow: UnitOfWork, content: Content, before: Policy | None) -> Content:
    """Return a policy's content with the titles of its documents; what was read of those of the version `before` stays
    read, and the text of others is None where it can be read.
    """
    if not content.documents:
        return replace(content, enclosed=())
    known = {each.file_id: each for each in before.content.enclosed} if before is not None else {}
    files = await uow.get_all(File, list(content.documents))
    found = (
        known.get(file.id) or Enclosed(file.id, title_of(file.name), None if may_be_read(file) else "")
        for file in files
    )
    return replace(content, enclosed=tuple(found))


def ask_to_read(uow: UnitOfWork, policy: Policy) -> None:
    """Have the text of a policy's documents read, where it was not."""
    if any(each.text is None for each in policy.content.enclosed):
        uow.put(Job(uow.new_id(), READ, policy.id, uow.now, AT_ONCE))


async def were_read(uow: UnitOfWork, policy_id: int, texts: Mapping[int, str]) -> None:
    """Note what stands in the documents of a policy that is not approved yet, by their ids; "" for those of which only
    the title is searched. What was put in place of them meanwhile is read by a job of its own.
    """
    policy = await uow.get(Policy, policy_id)
    if policy is None or policy.state not in {PolicyState.WAITING, PolicyState.RETURNED}:
        return
    enclosed = tuple(
        replace(each, text=texts[each.file_id]) if each.text is None and each.file_id in texts else each
        for each in policy.content.enclosed
    )
    uow.put(replace(policy, content=replace(policy.content, enclosed=enclosed)))


async def were_not_read(uow: UnitOfWork, policy_id: int) -> None:
    """Note that what was not read never will be: titles are searched, and the policy can be approved."""
    policy = await uow.get(Policy, policy_id)
    if policy is not None:
        await were_read(uow, policy_id, {each.file_id: "" for each in policy.content.enclosed})


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

    Raises Refused("policy-document-FLAW") for one that can't be shown: whoever approves it has not seen it. One that
    was not read yet is still coming: what is approved is found from then on, and never changes.
    """
    unread = {each.file_id for each in policy.content.enclosed if each.text is None}
    files = {file.id: file for file in await uow.get_all(File, list(policy.content.documents))}
    for id_ in policy.content.documents:
        file = files.get(id_)
        if flaw := flaw_of(file):
            raise Refused(f"policy-document-{flaw.value}")
        if file is not None and id_ in unread and may_be_read(file):
            raise Refused(f"policy-document-{Flaw.COMING.value}")
    for file in files.values():
        if file.person_id != SERVICE:
            uow.put(replace(file, person_id=SERVICE))


async def with_brought(
    uow: UnitOfWork, content: Content, enclosures: Sequence[Enclosure], before: Policy | None
) -> Content:
    """Return a policy's content with the documents that stand beside its file: the files of the version `before` where
    they are the same.
    """
    known = list(before.content.documents) if before is not None else []
    files = {file.id: file for file in await uow.get_all(File, known)} if known else {}
    if len(known) != len(enclosures) or not all(
        id_ in files and enclosure.is_in(files[id_]) for id_, enclosure in zip(known, enclosures, strict=True)
    ):
        known = [keep_made(uow, SERVICE, each.kind, each.kept, each.name).id for each in enclosures]
    enclosed = (Enclosed(id_, title_of(each.name), each.text) for id_, each in zip(known, enclosures, strict=True))
    return replace(content, documents=tuple(known), enclosed=tuple(enclosed))
