"""The vault: what is in it is whole, known by its bytes alone, and there once."""

import asyncio
import hashlib
import io
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot.files import pictures
from bot.files.types import UNKNOWN
from bot.files.vault import TooLarge, Vault
from casework.files import LARGEST, Kept
from tests.bot.files import samples

WORDS = "灯坏了".encode()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "a" / "files")


async def pieces(content: bytes, size: int = 10) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder / "a" / "files")) for path in folder.rglob("*") if path.is_file())


async def test_bytes_are_kept_under_their_digest(vault: Vault, tmp_path: Path) -> None:
    kept = await vault.keep(WORDS)
    digest = hashlib.sha256(WORDS).hexdigest()
    assert kept == Kept(digest, len(WORDS), "text/plain")
    assert files_in(tmp_path) == [f"{digest[:2]}/{digest[2:]}"]
    with vault.open(digest) as file:
        assert file.read() == WORDS
    assert os.stat(vault.path(digest)).st_mode & 0o077 == 0
    assert os.stat(vault.path(digest).parent).st_mode & 0o077 == 0


async def test_the_same_is_kept_once_however_it_comes(vault: Vault, tmp_path: Path) -> None:
    raw = samples.photo(orientation=6)
    first, *others = await asyncio.gather(
        *(vault.keep(pieces(raw, size)) for size in (7, 100, 100_000)), vault.keep(raw)
    )
    assert others == [first] * 3
    assert len(files_in(tmp_path)) == 1
    assert first.size == vault.path(first.digest).stat().st_size
    assert samples.SECRET.encode() not in vault.path(first.digest).read_bytes()


async def test_what_is_too_large_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(TooLarge):
        await vault.keep(pieces(bytes(LARGEST + 1), 1_000_000))
    assert files_in(tmp_path) == []
    assert (await vault.keep(pieces(bytes(LARGEST), 1_000_000))).size == LARGEST


async def test_what_breaks_off_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"half of it"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await vault.keep(broken())
    assert files_in(tmp_path) == []


async def test_what_is_cancelled_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    begun = asyncio.Event()

    async def endless() -> AsyncIterator[bytes]:
        yield b"half of it"
        begun.set()
        await asyncio.Event().wait()

    keeping = asyncio.create_task(vault.keep(endless()))
    await begun.wait()
    keeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await keeping
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "AB" * 32, "ab" * 31 + "/.", "ab" * 33])
async def test_only_a_digest_is_a_path(vault: Vault, digest: str) -> None:
    with pytest.raises(ValueError, match="not a digest"):
        vault.path(digest)
    with pytest.raises(ValueError, match="not a digest"):
        await vault.thumbnail(digest)


async def test_what_was_never_kept_is_not_found(vault: Vault) -> None:
    with pytest.raises(FileNotFoundError):
        vault.open("ab" * 32)
    with pytest.raises(FileNotFoundError):
        await vault.thumbnail("ab" * 32)


# Smaller copies.


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_a_picture_has_a_smaller_copy(vault: Vault, tmp_path: Path, kind: str) -> None:
    kept = await vault.keep(samples.photo(kind, 6, (3200, 2000)))
    first, second = await asyncio.gather(vault.thumbnail(kept.digest), vault.thumbnail(kept.digest))
    assert first == second == await vault.thumbnail(kept.digest)
    assert first is not None
    with Image.open(first) as small:
        assert (small.format, small.size) == ("JPEG", (1000, 1600))
    assert len(files_in(tmp_path)) == 2


async def test_a_small_picture_is_not_made_larger_and_what_is_seen_through_is_white(vault: Vault) -> None:
    saved = io.BytesIO()
    Image.new("RGBA", (30, 20), (0, 0, 0, 0)).save(saved, "PNG")
    small = await vault.thumbnail((await vault.keep(saved.getvalue())).digest)
    assert small is not None
    with Image.open(small) as shown:
        assert (shown.size, shown.getpixel((5, 5))) == ((30, 20), (255, 255, 255))


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16"])
async def test_every_kind_of_picture_has_one(vault: Vault, mode: str) -> None:
    saved = io.BytesIO()
    samples.picture().convert("L" if mode == "I;16" else mode).convert(mode).save(
        saved, "JPEG" if mode == "CMYK" else "PNG", icc_profile=b"a profile"
    )
    kept = await vault.keep(saved.getvalue())
    assert kept.mime.startswith("image/")
    small = await vault.thumbnail(kept.digest)
    assert small is not None
    with Image.open(small) as shown:
        assert shown.size == (60, 40)


async def test_what_is_no_picture_has_none(vault: Vault) -> None:
    assert await vault.thumbnail((await vault.keep(WORDS)).digest) is None
    assert await vault.thumbnail((await vault.keep(samples.still())).digest) is None


async def test_a_broken_picture_is_kept_as_what_nobody_shows(vault: Vault) -> None:
    kept = await vault.keep(samples.photo(size=(600, 400))[:900])
    assert kept.mime == UNKNOWN
    assert await vault.thumbnail(kept.digest) is None


async def test_a_picture_that_would_unfold_without_end_is_not_opened(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 1000)
    kept = await vault.keep(samples.photo(size=(100, 11)))
    assert kept.mime == UNKNOWN
    assert await vault.thumbnail(kept.digest) is None
    # What the camera noted goes all the same.
    assert samples.SECRET.encode() not in vault.path(kept.digest).read_bytes()


async def test_a_real_bomb_is_not_opened(vault: Vault) -> None:
    saved = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(saved, "PNG")
    assert len(saved.getvalue()) < 100_000
    kept = await vault.keep(saved.getvalue())
    assert (kept.mime, await vault.thumbnail(kept.digest)) == (UNKNOWN, None)


# Tidying up.


async def test_what_is_removed_is_gone_with_its_smaller_copy(vault: Vault, tmp_path: Path) -> None:
    kept = await vault.keep(samples.photo())
    await vault.thumbnail(kept.digest)
    await vault.remove([kept.digest, "ab" * 32], datetime.now(UTC) + timedelta(days=1))
    assert files_in(tmp_path) == []


async def test_keeping_again_makes_a_file_young(vault: Vault) -> None:
    now = datetime.now(UTC)
    kept = await vault.keep(WORDS)
    await vault.thumbnail(kept.digest)
    old = (now - timedelta(days=3)).timestamp()
    os.utime(vault.path(kept.digest), (old, old))
    assert await vault.kept_before(now - timedelta(days=2)) == [kept.digest]
    await vault.keep(WORDS)
    assert await vault.kept_before(now - timedelta(days=2)) == []


async def test_what_a_dead_process_has_begun_is_removed(vault: Vault, tmp_path: Path) -> None:
    kept = await vault.keep(WORDS)
    begun = tmp_path / "a" / "files" / "unfinished" / "0"
    begun.write_bytes(b"half of it")
    await vault.remove_unfinished(datetime.now(UTC) - timedelta(days=1))
    assert begun.exists()
    await vault.remove_unfinished(datetime.now(UTC) + timedelta(days=1))
    assert not begun.exists()
    assert vault.path(kept.digest).exists()


async def test_a_folder_is_the_first_ones_that_claims_it(vault: Vault) -> None:
    assert await vault.claim("one") == "one"
    assert await vault.claim("two") == "one"
    assert await vault.claim("one") == "one"
