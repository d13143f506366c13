"""Texts in an office's own words: looked at before they are said, counted over what was said, refused where wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import own_texts
from bot.clock import machine_now
from bot.settings import Service, Settings
from bot.settings_errors import SettingsError
from handlers import texts
from tests.bot.plain import arrive, open_desk, says
from tests.bot.terminal import Office


@pytest.fixture(autouse=True)
def _ours_again() -> Iterator[None]:
    yield
    texts.use_own({})


def write(folder: Path, language: str, words: str) -> Path:
    """Write a file of texts, and return its folder."""
    (folder / language).mkdir(parents=True, exist_ok=True)
    (folder / language / "own.ftl").write_text(words, encoding="utf-8")
    return folder


def test_own_texts_are_said_instead_of_ours_and_all_others_as_before(tmp_path: Path) -> None:
    write(tmp_path, "en", "# Our words.\nbutton-skip = Not now\nnotice-digest =\n    Good morning.\n    { $numbers }\n")
    own_texts.take(Settings(service=Service(texts=str(tmp_path))))
    assert texts.plain("en", "button-skip") == "Not now"
    assert texts.say("en", "notice-digest", {"numbers": "3 late"}) == "Good morning.\n3 late"
    assert texts.plain("zh", "button-skip") != "Not now"
    texts.use_own({})
    assert texts.plain("en", "button-skip") != "Not now"


@pytest.mark.parametrize(
    ("language", "words", "problem"),
    [
        ("en", "button-skip Not now\n", "cannot be read: button-skip Not now"),
        ("en", "no-such-text = Hello\n", "there is no text no-such-text"),
        ("en", "button-skip = { $name }, skip\n", "asks for $name, which it is not given (it is given none)"),
        ("zh", "button-skip = { button-yes }\n", "refers to button-yes"),
        ("en", "button-skip =\n    .label = Skip\n", "button-skip has no words"),
        ("fr", "button-skip = Plus tard\n", "a file lies in a folder of its language, zh or en"),
    ],
)
def test_a_text_that_cannot_be_said_ends_the_start_with_one_line(
    tmp_path: Path, language: str, words: str, problem: str
) -> None:
    write(tmp_path, language, words)
    with pytest.raises(SettingsError) as refused:
        own_texts.take(Settings(service=Service(texts=str(tmp_path))))
    assert problem in str(refused.value)
    assert texts.plain("en", "button-skip") != "Not now"


def test_what_stands_twice_a_folder_that_is_missing_and_one_without_texts_are_said(tmp_path: Path) -> None:
    assert "there is no folder" in own_texts.read(tmp_path / "none")[1][0]
    assert "has no files" in own_texts.read(tmp_path)[1][0]
    write(tmp_path, "zh", "button-skip = 以后再说\n")
    (tmp_path / "zh" / "more.ftl").write_text("button-skip = 不用\n", encoding="utf-8")
    assert own_texts.read(tmp_path)[1] == ["zh/own.ftl: button-skip stands twice"]
    (tmp_path / "zh" / "more.ftl").write_bytes("choice-no = 不\n".encode("gb18030"))
    assert own_texts.read(tmp_path)[1] == ["zh/more.ftl: is not a text in UTF-8"]


async def test_the_preview_counts_what_was_said_and_shows_nothing_that_people_wrote(office: Office) -> None:
    assert (await office.types("org", "import", office.file)).status == 0
    desk = await open_desk(office.url, machine_now())
    await arrive(
        desk,
        says("ann", "芦汀镇的路灯坏了半年，没人修"),
        says("bo", "路"),
        says("bo", "/help"),
        says("cy", "路"),
        says("cy", "/help"),
    )
    while await desk.handle():
        pass
    await desk.store.close()
    folder = write(
        office.folder / "own",
        "zh",
        f"help-resident = 您好，直接写就行\nbutton-skip = {texts.plain('zh', 'button-skip')}\n",
    )
    said = await office.types("texts", folder)
    assert said.status == 0, said.err
    assert "said 2 times in 2 chats in the last 30 days" in said.out
    assert "您好" in said.out
    assert "路灯" not in said.out
    assert "button-skip" not in said.out  # It stays as it is.


async def test_the_preview_says_what_is_wrong_and_what_was_not_said(office: Office) -> None:
    assert (await office.types("org", "import", office.file)).status == 0
    wrong = await office.types("texts", write(office.folder / "wrong", "en", "no-such-text = x\n"))
    assert wrong.status == 1
    assert "there is no text no-such-text" in wrong.out
    same = write(office.folder / "same", "en", f"button-skip = {texts.plain('en', 'button-skip')}\n")
    assert "Nothing would be said otherwise" in (await office.types("texts", same)).out
    never = write(office.folder / "never", "en", "help-supervisor = Late cases are at /overdue.\nchoice-no = No.\n")
    said = (await office.types("texts", never)).out
    assert "help-supervisor (en): not said in the last 30 days" in said
    assert "choice-no (en): too short to be known again" in said


async def test_the_doctor_names_a_text_that_is_wrong(office: Office) -> None:
    assert (await office.types("org", "import", office.file)).status == 0
    folder = write(office.folder / "wrong", "en", "no-such-text = x\n")
    settings = (office.folder / "config.toml").read_text(encoding="utf-8")
    office.write("config.toml", f'{settings}\n[service]\ntexts = "{folder}"\n')
    assert "there is no text no-such-text" in (await office.types("doctor")).out
