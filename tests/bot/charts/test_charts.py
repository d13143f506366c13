"""Charts: what is written fits, what a font lacks is said beside the picture, fonts are found or named as missing."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.charts import fonts
from bot.charts.canvas import PAPER, TONES, WALL, WIDTH, Canvas
from bot.charts.drawing import drawn
from bot.charts.fonts import LATIN, NoFont, Typeface, typeface
from handlers.charts import Bar, Bars, Grid, Pairs, Parts, Picture, Tile, Tiles, Tone

PICTURE = Picture(
    "Egret County",
    "2 to 8 March",
    (
        Tiles((Tile("128", "came in"), Tile("23", "late", Tone.BAD))),
        Pairs("Weeks", ("in", "ended"), (("1/3", 10, 8), ("8/3", 0, 3))),
        Parts("How they ended", (Bar("Solved", 60, "60", Tone.GOOD), Bar("Withdrawn", 0, "0"))),
        Grid("By unit", ("in time", "solved"), (("Roads", "in 9", (0.5, None)),)),
        Bars("What grew", (Bar("Roads, Willow Town", 9, "9"), Bar("Water", None, "–"))),
    ),
    "Counted without what is kept from somebody.",
)
CHINESE = Picture("白鹭县", "3月2日至8日", (Tiles((Tile("128件", "新来"),)), Bars("增长", (Bar("柳河镇", 9, "9件"),))))


def opened(png: bytes) -> Image.Image:
    """Return a PNG as a picture."""
    return Image.open(BytesIO(png)).convert("RGB")


def ink(image: Image.Image) -> set[tuple[int, ...]]:
    """Return the colours that stand in a picture."""
    return {colour for _, colour in image.getcolors(1 << 24) or () if isinstance(colour, tuple)}


def rgb(colour: str) -> tuple[int, ...]:
    """Return a colour as its three parts."""
    return tuple(bytes.fromhex(colour[1:]))


def test_a_picture_has_every_panel_on_its_paper() -> None:
    image = opened(drawn(PICTURE, LATIN).png)
    assert image.width == WIDTH
    assert {rgb(WALL), rgb(PAPER), rgb(TONES[Tone.BAD]), rgb(TONES[Tone.GOOD])} <= ink(image)
    # Nothing is written outside of the margins, whatever its length.
    assert {image.getpixel((x, y)) for x in (2, WIDTH - 3) for y in range(image.height)} == {rgb(WALL)}


def test_a_font_that_has_the_letters_needs_no_words_beside() -> None:
    assert drawn(PICTURE, LATIN).words == ""


def test_chinese_without_a_font_comes_as_words_under_the_numbers_of_the_picture() -> None:
    shown = drawn(CHINESE, LATIN)
    assert shown.words.splitlines() == [
        "白鹭县",
        "3月2日至8日",
        "",
        "1",
        "1.1 新来: 128件",
        "",
        "2 增长",
        "2.1 柳河镇: 9件",
    ]
    # No box stands in place of a character: the picture is that of the same figures under numbers.
    numbered = Picture("", "", (Tiles((Tile("128", "1.1"),)), Bars("2", (Bar("2.1", 9, "9"),))))
    assert shown.png == drawn(numbered, LATIN).png


def test_a_part_of_nothing_is_left_out() -> None:
    assert list(PICTURE.panels[2].words()) == ["How they ended", "Solved: 60"]


@pytest.mark.parametrize("text", ["Egret Roads Bureau of a very long name " * 4, "白鹭县交通运输局" * 12, "x" * 300])
def test_words_are_broken_into_lines_that_fit(text: str) -> None:
    canvas = Canvas(typeface("") if typeface("").covers(text) else LATIN, 10)
    lines = canvas.wrapped(text, 34, 400, most=3)
    assert len(lines) == 3
    assert all(canvas.width_of(line, 34) <= 400 for line in lines)
    assert lines[-1].endswith("…")


def test_words_and_numbers_are_not_broken_within() -> None:
    lines = Canvas(LATIN, 10).wrapped("answered in time 100,000", 34, 200, most=4)
    assert " ".join(lines) == "answered in time 100,000"
    assert {word for line in lines for word in line.split()} == {"answered", "in", "time", "100,000"}


def test_a_path_without_a_font_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "font.ttf").write_bytes(b"no font")
    with pytest.raises(NoFont, match="no font that has Chinese"):
        typeface(str(tmp_path / "font.ttf"))


def test_without_any_font_only_latin_is_covered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "PLACES", (str(tmp_path), str(tmp_path / "missing")))
    assert typeface("") == LATIN
    assert LATIN.covers("Egret County – 83%")
    assert not LATIN.covers("白鹭县")


def test_the_face_for_simplified_chinese_is_taken() -> None:
    found = typeface("")
    if found == LATIN:
        pytest.skip("this machine has no font with Chinese")
    assert found.covers("白鹭县")
    assert bytes(found.size(40).getmask("村")) != bytes(found.size(40).getmask("\U0010ffff"))


def test_a_file_in_a_usual_place_is_taken_by_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = typeface("")
    if found.path is None:
        pytest.skip("this machine has no font with Chinese")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / found.path.name).symlink_to(found.path)
    monkeypatch.setattr(fonts, "PLACES", (str(tmp_path),))
    assert typeface("") == Typeface(tmp_path / "deeper" / found.path.name, found.face)
