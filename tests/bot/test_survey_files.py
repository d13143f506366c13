"""Surveys beside the chat: loaded from a file, and their results as a table."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from bot.charts.drawing import Charts
from bot.cli import app
from bot.desk import Desk
from bot.file_problems import FileError
from bot.files.vault import Vault
from bot.surveys.file import put_forward, read_survey
from bot.surveys.results import survey_works, written
from casework.actions.surveys import RESULTS
from casework.areas import Area
from casework.files import File, FileKind
from casework.people import Address, Person, Post, Role
from casework.surveys.model import Answer, Survey, SurveyState
from storage.snapshot import AREA
from tests.storage.raw import every

FILE = """
title = "Water"
area = "c"
closes = 2026-03-20
groups = ["Farmers", "Others"]

[[question]]
kind = "single"
text = "How do you get your water?"
options = ["Tap", "Well"]

[[question]]
kind = "text"
text = "What would help?"
"""
AREAS = (
    Area(1, "c", "白鹭县", "county", None, "/1/", name_en="Egret County"),
    Area(2, "t", "柳河镇", "town", 1, "/1/2/", name_en="Willow Town"),
    Area(3, "p", "松岗乡", "town", 1, "/1/3/", name_en="Pine Township"),
)


@pytest.fixture
def survey_file(tmp_path: Path) -> Path:
    path = tmp_path / "survey.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


async def loaded(desk: Desk, file: Path) -> Survey:
    """Return the survey of the file, put before a supervisor."""
    async with desk.store.batch() as batch:
        await batch.session.write("area_insert", [AREA.encode(area) for area in AREAS])
        await batch.session.write("organisation_changed", [{"id": 1}])
    entry, now = read_survey(file), desk.clock.now()
    async with desk.store.turn(now) as uow:
        uow.put(Person(12, "", "en", "plain:b", now))
        uow.put(Address("plain:b", 12))
        uow.put(Post(12, 12, Role.SUPERVISOR, None, 1, "", ""))
    closes_at = desk.store.rules.calendar.end_of(entry.closes)
    return await desk.act(lambda uow: put_forward(uow, entry, closes_at))


async def test_a_file_waits_for_the_word_of_somebody_in_chat(desk: Desk, survey_file: Path) -> None:
    survey = await loaded(desk, survey_file)
    assert (survey.state, survey.author_id, survey.anonymous) == (SurveyState.WAITING, None, True)
    async with desk.store.reading() as session:
        history = await session.rows("own_messages", chats=["plain:b"])
    assert any("waits for your word" in text for _, _, text in history)


@pytest.mark.parametrize(
    ("before", "after", "en", "zh"),
    [
        ('kind = "text"', 'kind = "photo"', "question 2: A photo shows who took it", "第2题：照片"),
        (
            'kind = "text"',
            'kind = "essay"',
            "question 2: kind: “essay” is none of these: single,",
            "第2题：kind：没有“essay”",
        ),
        ('kind = "text"', "kind = 3", "question 2: kind: needs a text in quotes", "第2题：kind：要写成引号里的文字"),
        ('kind = "text"', "", "question 2: kind: is missing", "第2题：kind：没有写"),
        ('["Tap", "Well"]', '["Tap"]', "question 1: There should be 2 to 8", "第1题："),
        ('["Tap", "Well"]', '["Tap", "Tap"]', "question 1: One of the choices stands there twice", "第1题："),
        ('["Tap", "Well"]', '"Tap"', "question 1: options: needs texts in quotes between", "第1题：options：要写成"),
        (
            '["Tap", "Well"]',
            '["Tap", 3]',
            "question 1: options: needs texts in quotes between",
            "第1题：options：要写成",
        ),
        ("options = [", "option = [", "question 1: option: there is no such key; did you mean options", "想写 options"),
        ('title = "Water"', 'title = ""', "title: needs 1 to 80 characters", "title：要1到80个字"),
        ("closes = 2026-03-20", "", "closes: is missing", "closes：没有写"),
        ("closes = 2026-03-20", 'closes = "20 March"', "closes: needs a day without quotes", "closes：要写成日期"),
        ("closes = 2026-03-20", "closes = 2026-03-20T09:00:00", "closes: needs a day", "closes：要写成日期"),
        ('["Farmers", "Others"]', '["Farmers", "Farmers"]', "groups: 8 at most", "groups：最多8组"),
        ("[[question]]", "[[question", "line 7 can't be read", "第7行读不懂"),
        ('"What would help?"', '"What would help?', "can't be read", "读不懂"),
        (
            'title = "Water"',
            'title = "Water"\nanonymous = "no"',
            "anonymous: needs true or false",
            "要写 true 或者 false",
        ),
        ('title = "Water"', 'title = "联系人：李小明"\npublic = true', "title: it names a person", "title：里面有人名"),
        ('title = "Water"', 'title = "Water"\nsecret = 1', "secret: there is no such key", "secret：没有这一项"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_in_one_line(
    survey_file: Path, before: str, after: str, en: str, zh: str
) -> None:
    survey_file.write_text(FILE.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(FileError) as raised:
        read_survey(survey_file)
    for language, said in (("en", en), ("zh", zh)):
        text = raised.value.text(language)
        assert said in text
        assert text.startswith("survey.toml")
        assert "\n" not in text


def test_all_that_is_wrong_is_said_at_once(survey_file: Path) -> None:
    survey_file.write_text(FILE.replace("title", "titel").replace('"single"', '"one"'), encoding="utf-8")
    with pytest.raises(FileError) as raised:
        read_survey(survey_file)
    assert raised.value.text("en").splitlines() == [
        "survey.toml: title: is missing",
        "survey.toml: titel: there is no such key; did you mean title?",
        "survey.toml: question 1: kind: “one” is none of these: single, several, scale, number, text, photo",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "title：没有写"),
        ('title = "Water"\narea = "c"\ncloses = 2026-03-20\nquestion = []', "有0题，应该是1到20题"),
        ('title = "Water"\narea = "c"\ncloses = 2026-03-20\nquestion = "How?"', "question：每一题要单独写"),
        ("title = [", "没写完"),
    ],
)
def test_a_file_without_questions_is_no_survey(survey_file: Path, content: str, said: str) -> None:
    survey_file.write_text(content, encoding="utf-8")
    with pytest.raises(FileError) as raised:
        read_survey(survey_file)
    assert said in raised.value.text("zh")


def test_what_is_no_text_or_not_there_is_said(survey_file: Path) -> None:
    survey_file.write_bytes('title = "用水"'.encode("gbk"))
    with pytest.raises(FileError, match="not UTF-8"):
        read_survey(survey_file)
    survey_file.unlink()
    with pytest.raises(FileError, match="no such file"):
        read_survey(survey_file)


def test_the_command_speaks_the_language_that_it_is_asked_for(
    survey_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[service]\nlanguages = ["zh", "en"]\n', encoding="utf-8")
    survey_file.write_text(FILE.replace('kind = "text"', 'kind = "essay"'), encoding="utf-8")
    for options, said in (([], "第2题"), (["--language", "en"], "question 2")):
        with pytest.raises(SystemExit) as ended:
            app(["survey", "import", str(survey_file), "--config", str(config), *options])
        assert ended.value.code == 2
        assert said in capsys.readouterr().err


async def test_unknown_places_and_days_that_are_over_are_refused(desk: Desk, survey_file: Path) -> None:
    await loaded(desk, survey_file)
    entry = read_survey(survey_file)
    far = desk.store.rules.calendar.end_of(entry.closes)
    for wrong, closes_at, problem in (
        (msgspec.structs.replace(entry, area="x"), far, "area"),
        (entry, desk.clock.now(), "day is over"),
    ):
        with pytest.raises(FileError, match=problem):
            async with desk.store.turn(desk.clock.now()) as uow:
                await put_forward(uow, wrong, closes_at)


async def results(desk: Desk, survey: Survey, tmp_path: Path) -> list[list[str]]:
    """Return the lines of the table that its approver gets."""
    vault = Vault(tmp_path / "files")
    async with desk.store.turn(desk.clock.now()) as uow:
        found = await uow.get(Survey, survey.id)
        assert found is not None
        uow.put(replace(found, state=SurveyState.CLOSED, approved_by=12))
    verb = await survey_works(desk.store, vault, Charts())[RESULTS].do(survey.id)
    await desk.act(verb)
    async with desk.store.reading() as session:
        (file,) = [each for each in await every(session, [File]) if each.kind is FileKind.DOCUMENT]
    with vault.open(file.digest) as content:
        return list(csv.reader(io.StringIO(content.read().decode("utf-8-sig"), newline="")))


async def test_results_by_place_and_group_come_as_a_table(desk: Desk, survey_file: Path, tmp_path: Path) -> None:
    survey = await loaded(desk, survey_file)
    async with desk.store.turn(desk.clock.now()) as uow:
        for number in range(24):
            area, value = (2, "0") if number < 12 else (3, "1")
            uow.put(Answer(1000 + number, survey.id, 0, value, area, number % 2))
            uow.put(Answer(2000 + number, survey.id, 1, f"=pump {number}" if number < 12 else "", area, number % 2))
    lines = await results(desk, survey, tmp_path)
    question = "How do you get your water?"
    async with desk.store.reading() as session:
        (picture,) = [each for each in await every(session, [File]) if each.kind is FileKind.PHOTO]
        history = await session.rows("own_messages", chats=["plain:b"])
    assert (picture.mime, picture.person_id) == ("image/png", 12)
    assert Vault(tmp_path / "files").path(picture.digest).read_bytes().startswith(b"\x89PNG")
    assert [text for _, _, text in history][-2] == "📊 Water (1 of 1)"
    assert [question, "", "everybody", "", "24"] in lines
    assert [question, "Tap", "everybody", "", "12"] in lines
    assert [question, "Tap", "place", "Willow Town", "12"] in lines
    assert [question, "Well", "place", "Willow Town", "0"] in lines
    assert ["What would help?", "'=pump 3", "in their words", "", ""] in lines, (
        "no program calculates what people wrote"
    )
    assert not [line for line in lines[1:] if line[4].isdigit() and 0 < int(line[4]) < 5]


async def test_of_four_people_nothing_is_shown(desk: Desk, survey_file: Path, tmp_path: Path) -> None:
    survey = await loaded(desk, survey_file)
    async with desk.store.turn(desk.clock.now()) as uow:
        for number in range(4):
            uow.put(Answer(1000 + number, survey.id, 0, "1", 2, None))
            uow.put(Answer(2000 + number, survey.id, 1, "a secret", 2, None))
    lines = await results(desk, survey, tmp_path)
    assert len(lines) == 2
    assert "Fewer than 5" in lines[1][0]
    assert "secret" not in str(lines)
    async with desk.store.reading() as session:
        assert [each.kind for each in await every(session, [File])] == [FileKind.DOCUMENT], "no picture of so few"


def test_cells_that_a_program_would_calculate_are_words() -> None:
    assert b"'=1+1" in written([("=1+1", "-2", "@x", "", "5")])
