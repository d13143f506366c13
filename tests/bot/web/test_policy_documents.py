"""The document of a policy in the web chat: its very bytes, and for those alone to whom a message shows it."""

from casework.actions.files import SERVICE, keep_made
from casework.files import FileKind
from casework.policies.policy import Content, Policy, PolicyState, Words
from tests.bot.web.samples import PDF
from tests.bot.web.service import WebService


async def shown(service: WebService) -> tuple[int, int]:
    """Let a policy with a document be shown; return their ids."""
    kept = await service.vault.keep(PDF)
    async with service.store.turn(service.times.now()) as uow:
        file = keep_made(uow, SERVICE, FileKind.DOCUMENT, kept, "公告.pdf")
        content = Content({"zh": Words("高龄津贴", "每月一百元。")}, "民政局", documents=(file.id,))
        policy = Policy(uow.new_id(), content, PolicyState.SHOWN, None, uow.now, uow.now, decided_at=uow.now)
        uow.put(policy)
    return policy.id, file.id


async def test_a_resident_gets_it_by_a_tap_and_nobody_by_its_number(service: WebService) -> None:
    policy_id, file_id = await shown(service)
    ann, stranger = await service.browser(), await service.browser()
    assert (await ann.file(file_id)).status == 404
    await ann.says("/policies 高龄津贴")
    message = (await ann.hears(2))[-1]
    await ann.taps(message["id"], f"y.document.{policy_id}")
    file = (await ann.hears(3))[-1]["file"]
    assert (file["id"], file["kind"], file["name"]) == (file_id, "document", "公告.pdf")
    answer = await ann.file(file_id)
    assert (answer.status, answer.body) == (200, PDF)
    assert (await stranger.file(file_id)).status == 404
