"""Files are taken in with a message, and kept or lost by a job."""

from dataclasses import replace
from typing import Any

import pytest

from casework.actions import files
from casework.files import LARGEST, File, FileKind, FileState, Job, JobState
from casework.unit_of_work import UnitOfWork
from tests.casework.service import MONDAY, Service

DIGEST = "ab" * 32


@pytest.fixture
def service() -> Service:
    return Service()


async def receive(service: Service, **fields: Any) -> File:
    async def verb(uow: UnitOfWork) -> File:
        file = File(uow.new_id(), service.resident, FileKind.PHOTO, 1, uow.now, mime="image/png", **fields)
        return files.receive(uow, file)

    return await service.do(verb)


def only(service: Service, kind: type[Any]) -> Any:
    (row,) = service.memory.of(kind)
    return row


async def test_a_file_that_a_channel_still_has_is_fetched(service: Service) -> None:
    file = await receive(service, source="tg:photo:A", size=LARGEST)
    assert (file.state, only(service, File)) == (FileState.WANTED, file)
    job = only(service, Job)
    assert (job.kind, job.subject_id, job.state) == ("fetch", file.id, JobState.READY)
    assert (job.created_at, job.not_before) == (MONDAY, files.AT_ONCE)


async def test_a_file_whose_bytes_are_here_is_kept(service: Service) -> None:
    file = await receive(service, digest=DIGEST, size=5)
    assert (file.state, service.memory.of(Job)) == (FileState.KEPT, [])


@pytest.mark.parametrize("fields", [{"source": "tg:photo:A", "size": LARGEST + 1}, {}])
async def test_a_file_that_nobody_can_fetch_is_lost(service: Service, fields: dict[str, Any]) -> None:
    file = await receive(service, **fields)
    assert (file.state, service.memory.of(Job)) == (FileState.LOST, [])


async def test_what_was_fetched_is_known_by_its_bytes(service: Service) -> None:
    file = await receive(service, source="tg:document:A", size=9)
    await service.do(files.kept, file.id, DIGEST, 7, "image/jpeg")
    after = only(service, File)
    assert after == replace(file, state=FileState.KEPT, digest=DIGEST, size=7, mime="image/jpeg", version=1)
    await service.do(files.kept, file.id, "cd" * 32, 8, "image/png")
    await service.do(files.lost, file.id)
    assert only(service, File) == after


async def test_who_sent_what_is_lost_is_asked_for_it(service: Service) -> None:
    case_id = await service.file()
    file = await receive(service, source="tg:photo:A", case_id=case_id)
    service.memory.notices.clear()
    await service.do(files.lost, file.id)
    await service.do(files.lost, file.id)
    assert only(service, File).state is FileState.LOST
    ((_, notice),) = service.memory.notices
    assert (notice.kind, notice.person_id, notice.case_id) == ("file_lost", service.resident, case_id)
    assert notice.args == {"what": "photo"}


async def test_a_file_that_is_gone_concerns_nobody(service: Service) -> None:
    await service.do(files.kept, 99, DIGEST, 7, "image/jpeg")
    await service.do(files.lost, 99)
    assert service.memory.of(File) == []
