"""Links to joint petitions: the code is made and told once, and its picture can be read."""

from pathlib import Path

import pytest
from PIL import Image

from bot.files.vault import Vault
from bot.signing import addresses_of, picture, sign_works
from bot.telegram.links import BOT_USERNAME
from casework.unit_of_work import Rules
from tests.casework.service import CALENDAR
from tests.databases import KINDS
from tests.storage.raw import open_store

CODE = "ABCD1234EFGH5678"


@pytest.mark.parametrize("kind", KINDS)
async def test_a_code_has_an_address_in_each_channel_that_runs(kind: str, tmp_path: Path) -> None:
    async with open_store(kind, tmp_path, Rules(CALENDAR)) as store:
        assert await addresses_of(store, CODE, "https://town.example") == (f"https://town.example/#join={CODE}",)
        async with store.database.transaction() as session:
            await session.write("fact_add", [{"key": BOT_USERNAME, "value": "@town_bot"}])
        *_, telegram = await addresses_of(store, CODE, "https://town.example")
        assert telegram == f"https://t.me/town_bot?start={CODE}"


def test_the_picture_is_a_square_png_with_a_border(tmp_path: Path) -> None:
    file = tmp_path / "code.png"
    file.write_bytes(picture(f"https://town.example/#join={CODE}"))
    with Image.open(file) as image:
        assert image.format == "PNG"
        assert image.width == image.height > 300
        assert image.convert("L").getpixel((5, 5)) == 255


async def test_the_job_keeps_the_picture_and_tells_nobody_the_code_but_its_verb(tmp_path: Path) -> None:
    async with open_store("sqlite", tmp_path, Rules(CALENDAR)) as store:
        works = sign_works(store, Vault(tmp_path / "files"), "https://town.example")
        assert set(works) == {"sign_link", "speaker_link", "settlement_link", "guardian_link"}
        await works["sign_link"].do(7)
    (kept,) = (tmp_path / "files").glob("??/*")
    assert kept.read_bytes().startswith(b"\x89PNG")
