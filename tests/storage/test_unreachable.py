"""A PostgreSQL that cannot be reached: whoever looks after it reads why, and no address, user or password."""

from urllib.parse import urlsplit

import pytest

from storage.dialects import Unavailable, open_database
from tests.databases import postgres_server


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("postgresql://nobody_at_all:hush@{server}", "the server does not take this user or password"),
        ("postgresql://{user}@{host}/nothing_at_all", "the server has no database of this name"),
        ("postgresql://me:hush@nowhere.invalid/doorstep", "there is no server of this name"),
        ("postgresql://me:hush@127.0.0.1:1/doorstep", "no server answers at this address and port"),
    ],
)
async def test_why_it_cannot_be_reached_is_said(url: str, why: str) -> None:
    server = urlsplit(postgres_server())
    user, _, host = server.netloc.rpartition("@")
    with pytest.raises(Unavailable) as unavailable:
        await open_database(url.format(server=f"{host}{server.path}", user=user, host=host))
    assert str(unavailable.value) == f"PostgreSQL cannot be reached: {why}"
