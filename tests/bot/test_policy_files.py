"""Policies in files: read, refused with the file and the key, and waiting for approval once they are taken over."""

from pathlib import Path

import pytest

from bot.file_problems import FileError
from bot.policy_files import read_policies
from casework.policies.policy import Words
from tests.bot.terminal import Office

WHOLE = """+++
title = "高龄津贴"
plain = "满八十岁每月一百元。"
title_en = "Old-age allowance"
plain_en = "100 yuan a month from eighty on."
source = "民政局〔2026〕3号"
topics = ["eldercare"]
areas = ["99"]
words = ["老人补贴"]
until = 2027-12-31
+++
到村委会登记。

# en

Register at the village office.
"""


def folder_of(path: Path, **files: str) -> Path:
    folder = path / "policies"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_a_file_holds_both_languages(tmp_path: Path) -> None:
    (file,) = read_policies(folder_of(tmp_path, allowance=WHOLE))
    content = file.content((7,))
    assert file.key == "allowance"
    assert content.words["zh"] == Words("高龄津贴", "满八十岁每月一百元。", "到村委会登记。")
    assert content.words["en"].text == "Register at the village office."
    assert (content.topics, content.areas, content.said) == (("eldercare",), (7,), ("老人补贴",))
    assert str(content.until) == "2027-12-31"


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("no head", "begins with no head", "开头要有"),
        ("+++\ntitle = \n+++\n", "line 2 can't be read", "第2行读不懂"),
        ('+++\ntitle = "a"\nplain = "b"\n+++\n', "source: is missing", "source：没有写"),
        (
            WHOLE.replace("words =", "wrods ="),
            "wrods: there is no such key; did you mean words?",
            "wrods：没有这一项，是不是想写 words？",
        ),
        (WHOLE.replace("2027-12-31", '"soon"'), "until: needs a day without quotes", "until：要写成日期"),
        (
            WHOLE.replace("until =", "document = 5\nuntil ="),
            "document: needs the name of a file in quotes",
            "document：要写成引号里的文件名",
        ),
        (WHOLE.replace("until =", 'public = "yes"\nuntil ='), "public: needs true or false", "public：要写 true"),
        (
            WHOLE.replace("eldercare", "elders"),
            "topics: no category is called “elders”",
            "topics：没有“elders”这个类别",
        ),
        (WHOLE.replace('plain = "满八十岁每月一百元。"\n', ""), "plain: is missing", "plain：没有写"),
        (WHOLE.replace("高龄津贴", "长" * 61), "title: has 61 characters, 60 at most", "title：有61个字，最多60个"),
        (
            WHOLE.replace("Register", "Register " * 6000),
            r"the text (en) has 54,0",
            "全文（en）有54,0",
        ),
        (WHOLE.replace("until =", "since = 2028-01-01\nuntil ="), "until: lies before since", "until：比 since 还早"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key_in_the_readers_language(
    tmp_path: Path, text: str, en: str, zh: str
) -> None:
    with pytest.raises(FileError) as error:
        read_policies(folder_of(tmp_path, one=text, two=WHOLE))
    for language, said in (("en", f"one.md: {en}"), ("zh", f"one.md：{zh}")):
        assert error.value.text(language).startswith(said)
        assert "\n" not in error.value.text(language)


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"holds no \.md file"):
        read_policies(folder_of(tmp_path))


async def test_they_wait_for_approval_and_the_same_again_changes_nothing(office: Office) -> None:
    await office.types("org", "import", office.file)
    folder = folder_of(office.folder, allowance=WHOLE)
    said = await office.types("policies", "import", folder, "--language", "en")
    assert (said.status, said.out) == (0, "Policies that wait for approval now: 1. Known as they are: 0.\n")
    again = await office.types("policies", "import", folder, "--language", "en")
    assert again.out == "Policies that wait for approval now: 0. Known as they are: 1.\n"
    folder_of(office.folder, allowance=WHOLE.replace("一百元", "二百元"))
    changed = await office.types("policies", "import", folder, "--language", "en")
    assert changed.out == "Policies that wait for approval now: 1. Known as they are: 0.\n"


async def test_an_area_that_nothing_has_is_refused_and_nothing_is_taken_over(office: Office) -> None:
    await office.types("org", "import", office.file)
    folder = folder_of(office.folder, allowance=WHOLE, other=WHOLE.replace('"99"', '"42"'))
    said = await office.types("policies", "import", folder, "--language", "en")
    assert said.status == 2
    assert said.err == "other.md: areas: there is no area with the code “42”\n"
    said = await office.types("policies", "import", folder, "--language", "zh")
    assert said.err == "other.md：areas：没有代码是“42”的地方\n"


# Documents beside them.

PDF = b"%PDF-1.4\n%a page\n"
NAMING = WHOLE.replace("until =", 'document = "papers/notice.pdf"\nuntil =')


def test_what_is_wrong_with_a_document_is_named_in_the_readers_language(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, one=NAMING)
    papers = folder / "papers"
    papers.mkdir()

    def said(document: str = "papers/notice.pdf", language: str = "en") -> str:
        folder_of(tmp_path, one=NAMING.replace("papers/notice.pdf", document))
        with pytest.raises(FileError) as error:
            read_policies(folder)
        return error.value.text(language)

    assert said() == "one.md: document: “papers/notice.pdf” is not there"
    assert said(language="zh") == "one.md：document：没有“papers/notice.pdf”这个文件"
    (papers / "notice.pdf").write_bytes(b"")
    assert said().endswith("is empty")
    assert said(language="zh").endswith("”是空的")
    (papers / "notice.pdf").write_bytes(b"PK\x03\x04 no archive")
    assert said().endswith("is neither PDF nor Word (.docx) nor plain text nor a picture")
    assert said(language="zh").endswith("也不是图片")
    with (papers / "notice.pdf").open("wb") as large:
        large.truncate(21 * 2**20)
    assert said().endswith("has 21.0 MB, 20 at most")
    assert said(language="zh").endswith("有21.0 MB，最多20 MB")
    (tmp_path / "secret.pdf").write_bytes(PDF)
    (papers / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    for outside in ("../secret.pdf", str(tmp_path / "secret.pdf"), "papers/link.pdf"):
        assert said(outside).endswith("lies outside of the folder of its policy")
        assert said(outside, "zh").endswith("”不在这个文件夹里")
    (papers / "notice.pdf").write_bytes(PDF)
    assert read_policies(folder_of(tmp_path, one=NAMING))[0].head.documents == ("papers/notice.pdf",)


def test_several_documents_are_a_list_and_not_too_long(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, one=NAMING.replace('"papers/notice.pdf"', '["a.pdf", "b.pdf"]'))
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_bytes(PDF)
    assert read_policies(folder)[0].head.documents == ("a.pdf", "b.pdf")
    folder_of(tmp_path, one=NAMING.replace('"papers/notice.pdf"', str(["a.pdf"] * 6).replace("'", '"')))
    with pytest.raises(FileError, match="names 6 files, 5 at most"):
        read_policies(folder)


def test_what_is_for_everybody_names_nobody(tmp_path: Path) -> None:
    text = WHOLE.replace("until =", "public = true\nuntil =").replace("满八十岁每月一百元。", "联系人：李小明。")
    with pytest.raises(FileError, match="public: it names a person"):
        read_policies(folder_of(tmp_path, one=text))


async def test_a_document_is_kept_once_and_another_one_is_a_new_version(office: Office) -> None:
    await office.types("org", "import", office.file)
    folder = folder_of(office.folder, allowance=NAMING)
    (folder / "papers").mkdir()
    (folder / "papers" / "notice.pdf").write_bytes(PDF)
    said = await office.types("policies", "import", folder, "--language", "en")
    assert (said.status, said.out) == (0, "Policies that wait for approval now: 1. Known as they are: 0.\n")
    again = await office.types("policies", "import", folder, "--language", "en")
    assert again.out == "Policies that wait for approval now: 0. Known as they are: 1.\n"
    assert [path.read_bytes() for path in kept_files(office)] == [PDF]
    (folder / "papers" / "notice.pdf").write_bytes(PDF + b"mended")
    changed = await office.types("policies", "import", folder, "--language", "en")
    assert changed.out == "Policies that wait for approval now: 1. Known as they are: 0.\n"
    assert len(kept_files(office)) == 2


def kept_files(office: Office) -> list[Path]:
    return sorted(path for path in office.files.glob("??/*") if path.is_file())
