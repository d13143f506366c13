"""Nothing that a camera notes is kept, and nothing else is touched."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.files.boxes import Malformed
from bot.files.pictures import cleaned
from bot.files.traces import without_traces
from bot.files.types import UNKNOWN, sniff
from tests.bot.files import samples

KINDS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
FILMS = {b"isom": "video/mp4", b"qt  ": "video/quicktime", b"M4A ": "audio/mp4", b"3gp4": "video/3gpp"}
SECRETS = (samples.SECRET.encode(), b"xmpmeta", b"Exif", b"EXIF", b"eXIf")


def keeps_quiet(content: bytes) -> bool:
    return not any(secret in content for secret in SECRETS)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", KINDS)
def test_a_photo_is_upright_and_says_nothing_of_its_camera(kind: str, orientation: int) -> None:
    raw = samples.photo(kind, orientation, quality=95) if kind != "PNG" else samples.photo(kind, orientation)
    assert not keeps_quiet(raw)
    with Image.open(io.BytesIO(raw)) as before:
        before.load()
        content, mime = cleaned(raw, KINDS[kind])
    assert (mime, keeps_quiet(content)) == (KINDS[kind], True)
    with Image.open(io.BytesIO(content)) as after:
        assert not after.getexif()
        assert after.size == ((60, 40) if orientation < 5 else (40, 60))
        # Where the red half is once the picture stands as the camera meant it.
        corners = {1: (5, 5), 2: (55, 5), 3: (55, 35), 4: (5, 35), 5: (5, 5), 6: (35, 5), 7: (35, 55), 8: (5, 55)}
        seen = after.convert("RGB").getpixel(corners[orientation])
        assert isinstance(seen, tuple)
        assert seen[0] > 200 > 60 > seen[2]


@pytest.mark.parametrize("kind", KINDS)
def test_an_upright_photo_is_the_same_to_the_last_pixel(kind: str) -> None:
    raw = samples.photo(kind)
    content, _ = cleaned(raw, KINDS[kind])
    with Image.open(io.BytesIO(raw)) as before, Image.open(io.BytesIO(content)) as after:
        assert before.tobytes() == after.tobytes()
    assert cleaned(content, KINDS[kind]) == (content, KINDS[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_colours_keep_their_profile(kind: str) -> None:
    for orientation in (1, 6):
        content, _ = cleaned(samples.photo(kind, orientation, icc_profile=b"a profile" * 9), KINDS[kind])
        with Image.open(io.BytesIO(content)) as after:
            assert after.info["icc_profile"] == b"a profile" * 9


def test_a_progressive_photo_of_many_scans_stays_whole() -> None:
    raw = samples.photo(progressive=True, size=(300, 200))
    content = without_traces(raw, "image/jpeg")
    with Image.open(io.BytesIO(raw)) as before, Image.open(io.BytesIO(content)) as after:
        assert before.tobytes() == after.tobytes()


@pytest.mark.parametrize("behind", [b"MotionPhoto" + samples.film(), b"\xff\xd8\xff\xe1 another one"])
def test_what_is_hidden_behind_a_photo_goes(behind: bytes) -> None:
    content, mime = cleaned(samples.photo() + behind, "image/jpeg")
    assert (mime, content[-2:], keeps_quiet(content)) == ("image/jpeg", b"\xff\xd9", True)
    assert behind[:11] not in content


def test_of_several_pictures_in_one_the_first_is_kept() -> None:
    content, mime = cleaned(samples.several(), "image/jpeg")
    assert (mime, keeps_quiet(content)) == ("image/jpeg", True)
    with Image.open(io.BytesIO(content)) as after:
        assert (after.format, after.size) == ("JPEG", (40, 60))


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_what_moves_goes_on_moving(kind: str) -> None:
    content, _ = cleaned(samples.moving(kind), f"image/{kind.lower()}")
    with Image.open(io.BytesIO(content)) as after:
        assert getattr(after, "n_frames", 1) == 2


@pytest.mark.parametrize("brand", FILMS)
def test_a_film_forgets_where_it_was_made_and_nothing_in_it_moves(brand: bytes) -> None:
    raw = samples.film(brand)
    assert sniff(raw) == FILMS[brand]
    content, mime = cleaned(raw, FILMS[brand])
    assert (mime, keeps_quiet(content), len(content)) == (FILMS[brand], True, len(raw))
    assert content.index(b"pictures and sound") == raw.index(b"pictures and sound")


@pytest.mark.parametrize("method", [0, 1])
@pytest.mark.parametrize("brand", [b"heic", b"avif"])
def test_a_picture_of_a_new_phone_forgets_without_being_opened(brand: bytes, method: int) -> None:
    raw = samples.still(brand, method)
    mime = f"image/{brand.decode()}"
    assert (sniff(raw), keeps_quiet(raw)) == (mime, False)
    content, kept = cleaned(raw, mime)
    assert kept == mime
    assert samples.SECRET.encode() not in content
    assert b"xmpmeta" not in content
    assert b"how it looks" in content
    assert len(content) == len(raw)


BROKEN = {
    "a film within films": ("video/mp4", samples.box(b"moov", b"") * 2 + b"\0\0\0\xffmoov"),
    "films all the way down": ("video/mp4", b"".join((8 * n).to_bytes(4) + b"moov" for n in range(5000, 0, -1))),
    "an item of nothing": ("image/heic", samples.still().replace(b"\x44\x00", b"\x40\x00")),
    "an item beyond the end": ("image/heic", samples.still()[:-10]),
    "no end": ("image/png", samples.photo("PNG")[:-12]),
    "half of it": ("image/webp", samples.photo("WEBP")[:90]),
    "no part": ("image/jpeg", b"\xff\xd8\xff"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_does_not_follow_its_format_is_malformed(name: str) -> None:
    mime, content = BROKEN[name]
    with pytest.raises(Malformed):
        without_traces(content, mime)
    assert cleaned(content, mime) == (content, UNKNOWN)


WHOLE = [*(samples.photo(kind) for kind in KINDS), samples.film(), samples.still(), samples.still(method=1)]


@settings(max_examples=300)
@given(
    whole=st.sampled_from(WHOLE),
    at=st.floats(0, 1, exclude_max=True),
    length=st.integers(0, 40),
    put=st.binary(max_size=40),
)
def test_no_bytes_raise_anything_else(whole: bytes, at: float, length: int, put: bytes) -> None:
    start = int(at * len(whole))
    broken = whole[:start] + put + whole[start + length :]
    content, _ = cleaned(broken, sniff(broken))
    assert content
