"""Policies in files: read, refused with the file and the key, and waiting for approval once they are taken over."""

from pathlib import Path

import pytest

from bot.policy_files import PolicyFileError, read_policies
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
    ("text", "problem"),
    [
        ("no head", "one.md: begins with no head"),
        ("+++\ntitle = \n+++\n", "one.md: the head is no TOML"),
        ('+++\ntitle = "a"\nplain = "b"\n+++\n', "one.md: source: is missing"),
        (WHOLE.replace("words =", "wrods ="), "one.md: wrods: there is no such key; did you mean words?"),
        (WHOLE.replace("2027-12-31", '"soon"'), "one.md: until: needs a day without quotes, as in 2026-03-01"),
        (
            WHOLE.replace("until =", "document = 5\nuntil ="),
            "one.md: document: needs a text in quotes or a list in [ ], not",
        ),
        (
            WHOLE.replace("until =", 'public = "yes"\nuntil ='),
            "one.md: public: needs true or false, not a text",
        ),
        (WHOLE.replace("eldercare", "elders"), "one.md: topics: no category is called 'elders'"),
        (WHOLE.replace('plain = "满八十岁每月一百元。"\n', ""), "one.md: plain: is missing"),
        (WHOLE.replace("高龄津贴", "长" * 61), "one.md: title: has 61 characters, 60 at most"),
        (WHOLE.replace("until =", "since = 2028-01-01\nuntil ="), "one.md: until: lies before since"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(PolicyFileError) as error:
        read_policies(folder_of(tmp_path, one=text, two=WHOLE))
    assert str(error.value).startswith(problem)
    assert "\n" not in str(error.value)


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(PolicyFileError, match=r"holds no \.md file"):
        read_policies(folder_of(tmp_path))


async def test_they_wait_for_approval_and_the_same_again_changes_nothing(office: Office) -> None:
    await office.types("org", "import", office.file)
    folder = folder_of(office.folder, allowance=WHOLE)
    said = await office.types("policies", "import", folder)
    assert (said.status, said.out) == (0, "Policies that wait for approval now: 1. Known as they are: 0.\n")
    again = await office.types("policies", "import", folder)
    assert again.out == "Policies that wait for approval now: 0. Known as they are: 1.\n"
    folder_of(office.folder, allowance=WHOLE.replace("一百元", "二百元"))
    changed = await office.types("policies", "import", folder)
    assert changed.out == "Policies that wait for approval now: 1. Known as they are: 0.\n"


async def test_an_area_that_nothing_has_is_refused_and_nothing_is_taken_over(office: Office) -> None:
    await office.types("org", "import", office.file)
    folder = folder_of(office.folder, allowance=WHOLE, other=WHOLE.replace('"99"', '"42"'))
    said = await office.types("policies", "import", folder)
    assert said.status == 2
    assert said.err == "other.md: areas: no area has the code '42'\n"


# Documents beside them.

PDF = b"%PDF-1.4\n%a page\n"
NAMING = WHOLE.replace("until =", 'document = "papers/notice.pdf"\nuntil =')


def test_what_is_wrong_with_a_document_is_named(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, one=NAMING)
    papers = folder / "papers"
    papers.mkdir()

    def said(document: str = "papers/notice.pdf") -> str:
        folder_of(tmp_path, one=NAMING.replace("papers/notice.pdf", document))
        with pytest.raises(PolicyFileError) as error:
            read_policies(folder)
        return str(error.value)

    assert said() == "one.md: document: 'papers/notice.pdf' is not there"
    (papers / "notice.pdf").write_bytes(b"")
    assert said().endswith("is empty")
    (papers / "notice.pdf").write_bytes(b"PK\x03\x04 no archive")
    assert said().endswith("is neither PDF nor Word (.docx) nor plain text nor a picture")
    with (papers / "notice.pdf").open("wb") as large:
        large.truncate(21 * 2**20)
    assert said().endswith("has 21.0 MB, 20 at most")
    (tmp_path / "secret.pdf").write_bytes(PDF)
    (papers / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    for outside in ("../secret.pdf", str(tmp_path / "secret.pdf"), "papers/link.pdf"):
        assert said(outside).endswith("lies outside of the folder of its policy")
    (papers / "notice.pdf").write_bytes(PDF)
    assert read_policies(folder_of(tmp_path, one=NAMING))[0].head.documents == ("papers/notice.pdf",)


def test_several_documents_are_a_list_and_not_too_long(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, one=NAMING.replace('"papers/notice.pdf"', '["a.pdf", "b.pdf"]'))
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_bytes(PDF)
    assert read_policies(folder)[0].head.documents == ("a.pdf", "b.pdf")
    folder_of(tmp_path, one=NAMING.replace('"papers/notice.pdf"', str(["a.pdf"] * 6).replace("'", '"')))
    with pytest.raises(PolicyFileError, match="names 6 files, 5 at most"):
        read_policies(folder)


def test_what_is_for_everybody_names_nobody(tmp_path: Path) -> None:
    text = WHOLE.replace("until =", "public = true\nuntil =").replace("满八十岁每月一百元。", "联系人：李小明。")
    with pytest.raises(PolicyFileError, match="public: it names a person"):
        read_policies(folder_of(tmp_path, one=text))


async def test_a_document_is_kept_once_and_another_one_is_a_new_version(office: Office) -> None:
    await office.types("org", "import", office.file)
    folder = folder_of(office.folder, allowance=NAMING)
    (folder / "papers").mkdir()
    (folder / "papers" / "notice.pdf").write_bytes(PDF)
    said = await office.types("policies", "import", folder)
    assert (said.status, said.out) == (0, "Policies that wait for approval now: 1. Known as they are: 0.\n")
    again = await office.types("policies", "import", folder)
    assert again.out == "Policies that wait for approval now: 0. Known as they are: 1.\n"
    assert [path.read_bytes() for path in kept_files(office)] == [PDF]
    (folder / "papers" / "notice.pdf").write_bytes(PDF + b"mended")
    changed = await office.types("policies", "import", folder)
    assert changed.out == "Policies that wait for approval now: 1. Known as they are: 0.\n"
    assert len(kept_files(office)) == 2


def kept_files(office: Office) -> list[Path]:
    return sorted(path for path in office.files.glob("??/*") if path.is_file())
