"""A PIN: made digit by digit, tried five times an hour, open for ten minutes, and taken off by those who may."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.actions import filing, pins
from casework.errors import NotYours, Refused
from casework.people import Role
from casework.pins import LENGTH, fits, has_tries, is_locked, typed
from tests.casework.service import TEXT, Service

SECRET = b"secret"


def pin(digits: str, person: int, secret: bytes = SECRET) -> str:
    digest = ""
    for digit in digits:
        digest = typed(secret, person, digest, digit)
    return digest


async def with_pin(service: Service, digits: str = "2580") -> str:
    digest = pin(digits, service.resident)
    await service.do(pins.set_pin, service.resident, digest)
    return digest


@given(st.text("0123456789", min_size=LENGTH, max_size=LENGTH), st.text("0123456789", min_size=LENGTH, max_size=LENGTH))
def test_what_is_kept_is_the_same_for_the_same_digits_alone(one: str, other: str) -> None:
    assert (pin(one, 7) == pin(other, 7)) == (one == other)
    assert pin(one, 7) != pin(one, 8)
    assert pin(one, 7) != pin(one, 7, b"another")
    assert one not in pin(one, 7)


def test_without_a_secret_there_is_no_pin() -> None:
    with pytest.raises(ValueError, match="secret"):
        typed(b"", 7, "", "1")


async def test_it_opens_for_ten_minutes() -> None:
    service = Service()
    digest = await with_pin(service)
    assert not is_locked(service.someone(service.resident), service.now)
    service.now += timedelta(minutes=10)
    assert is_locked(service.someone(service.resident), service.now)
    assert await service.do(pins.right, service.resident, digest)
    assert is_locked(service.someone(service.resident), service.now)
    await service.do(pins.opened, service.resident)
    assert not is_locked(service.someone(service.resident), service.now + timedelta(minutes=9))
    assert is_locked(service.someone(service.resident), service.now + timedelta(minutes=10))


async def test_nobody_changes_or_removes_what_they_cannot_open() -> None:
    service = Service()
    digest = await with_pin(service)
    service.now += timedelta(hours=1)
    with pytest.raises(Refused, match="pin-locked"):
        await service.do(pins.set_pin, service.resident, pin("1111", service.resident))
    with pytest.raises(Refused, match="pin-locked"):
        await service.do(pins.remove_pin, service.resident)
    assert fits(service.someone(service.resident), digest)


async def test_five_wrong_ones_end_it_for_an_hour_and_a_right_one_begins_afresh() -> None:
    service = Service()
    digest = await with_pin(service)
    for _ in range(4):
        await service.do(pins.missed, service.resident)
        service.now += timedelta(minutes=5)
    await service.do(pins.opened, service.resident)
    for _ in range(5):
        assert has_tries(service.someone(service.resident), service.now)
        await service.do(pins.missed, service.resident)
    with pytest.raises(Refused, match="pin-tries"):
        await service.do(pins.right, service.resident, digest)
    service.now += timedelta(hours=1)
    assert await service.do(pins.right, service.resident, digest)
    await service.do(pins.missed, service.resident)
    assert service.someone(service.resident).pin_tries == 1


async def test_a_query_code_takes_off_the_pin_of_its_own_resident_alone() -> None:
    service = Service()
    await with_pin(service)
    draft = await service.draft()
    own = (await service.do(filing.file, draft.id, service.resident)).code
    other = service.person()
    draft = await service.draft(TEXT, other)
    others = (await service.do(filing.file, draft.id, other)).code
    assert not await service.do(pins.forgotten, service.resident, others)
    assert not await service.do(pins.forgotten, other, own)
    assert service.someone(service.resident).pin_digest
    assert await service.do(pins.forgotten, service.resident, own)
    assert not service.someone(service.resident).pin_digest


async def test_the_intake_office_takes_it_off_and_nobody_else() -> None:
    service = Service()
    office, cadre, head = service.over(Role.DISPATCHER), service.cadre(), service.head()
    case_id = await service.file()
    with pytest.raises(Refused, match="pin-none"):
        await service.do(pins.reset_pin, case_id, office, None)
    await with_pin(service)
    for person, error in ((cadre, Refused), (head, Refused), (service.resident, Refused), (service.person(), NotYours)):
        with pytest.raises(error):
            await service.do(pins.reset_pin, case_id, person, None)
    service.listen()
    await service.do(pins.reset_pin, case_id, office, None)
    assert not service.someone(service.resident).pin_digest
    assert service.told(service.resident) == ["pin_reset"]
    assert (service.events(case_id)[-1].kind, service.events(case_id)[-1].role) == ("pin_reset", "dispatcher")


async def test_a_person_without_a_pin_is_never_locked() -> None:
    service = Service()
    person = service.someone(service.resident)
    assert not is_locked(person, service.now)
    assert not is_locked(replace(person, pin_until=service.now), service.now)
