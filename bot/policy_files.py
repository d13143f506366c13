"""Policies in files: Markdown with a head in TOML between two lines of +++.

    +++
    title = "高龄津贴"
    plain = "满八十岁的老人，每月领一百元。"
    source = "民政局〔2026〕3号"
    topics = ["eldercare"]
    +++
    The full text.

A part that begins with a line `# en` (or `# zh`) holds the full text in that language.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from bot import policy_documents
from bot.settings_errors import explain
from casework.actions.policies import PLAIN, SOURCE, TEXT, TITLE
from casework.broadcasts.public import tells_who
from casework.categories import CATEGORY_BY_ID
from casework.policies.policy import Content, Words

_HEAD: Final = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_PART: Final = re.compile(r"^# *(zh|en) *$", re.MULTILINE)


class PolicyFileError(Exception):
    """Files that can't be taken over: one line for each problem, which names the file and the key."""

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__("\n".join(problems))


class Head(msgspec.Struct, forbid_unknown_fields=True):
    """The head of a file. `title` and `plain` are in Chinese, those with `_en` in English; one of the two is needed.

    `areas` are codes of areas, `topics` ids of categories, `words` phrases that people use for it, `document` is a path
    or several, from the file's folder on. `public` asks for the county's public channel.
    """

    source: str
    title: str = ""
    plain: str = ""
    title_en: str = ""
    plain_en: str = ""
    topics: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    link: str = ""
    document: str | tuple[str, ...] = ()
    public: bool = False

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of the documents, one or several."""
        return (self.document,) if isinstance(self.document, str) else self.document


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A policy as its file has it: under the file's name, its areas not looked up yet."""

    key: str
    head: Head
    texts: Mapping[str, str]

    def content(self, areas: tuple[int, ...]) -> Content:
        """Return what is written of the policy, for these areas."""
        head = self.head
        said = {
            "zh": Words(head.title, head.plain, self.texts.get("zh", "")),
            "en": Words(head.title_en, head.plain_en, self.texts.get("en", "")),
        }
        return Content(
            {language: words for language, words in said.items() if words.title},
            head.source,
            head.topics,
            areas,
            head.words,
            head.since,
            head.until,
            head.link,
            public=head.public,
        )


def read_policies(folder: Path) -> list[PolicyFile]:
    """Read all .md files of a folder, by name. Raises PolicyFileError with every problem found."""
    if not folder.is_dir():
        raise PolicyFileError([f"{folder}: no such folder"])
    paths = sorted(folder.glob("*.md"))
    if not paths:
        raise PolicyFileError([f"{folder}: holds no .md file"])
    found: list[PolicyFile] = []
    problems: list[str] = []
    for path in paths:
        read = _read(path)
        if isinstance(read, str):
            problems.append(f"{path.name}: {read}")
            continue
        problems += [
            f"{path.name}: {problem}"
            for problem in (*_problems(read), *policy_documents.problems(folder, read.head.documents))
        ]
        found.append(read)
    if problems:
        raise PolicyFileError(problems)
    return found


def _read(path: Path) -> PolicyFile | str:
    """Return what a file holds, or why it can't be read."""
    try:
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return "is not UTF-8"
    match = _HEAD.match(text)
    if match is None:
        return "begins with no head: a line +++, the keys, and another line +++"
    try:
        head = msgspec.convert(tomllib.loads(match[1]), Head)
    except tomllib.TOMLDecodeError as error:
        return f"the head is no TOML: {error}"
    except msgspec.ValidationError as error:
        return str(explain(str(error), Head))
    return PolicyFile(path.stem, head, dict(_texts(text[match.end() :], head)))


def _texts(body: str, head: Head) -> Iterator[tuple[str, str]]:
    """Give each language's full text: what stands before any heading of a language is in that of the first title."""
    first = "zh" if head.title else "en"
    pieces = _PART.split(body)
    if pieces[0].strip():
        yield first, pieces[0].strip()
    for language, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if text.strip():
            yield language, text.strip()


def _problems(file: PolicyFile) -> Iterator[str]:
    """Give what is wrong with a file that could be read, each with its key."""
    head = file.head
    if not head.title and not head.title_en:
        yield "title: is missing"
    for title, plain, language in (("title", "plain", "zh"), ("title_en", "plain_en", "en")):
        named, said = getattr(head, title), getattr(head, plain)
        if bool(named) != bool(said):
            yield f"{plain if named else title}: is missing"
        if file.texts.get(language) and not named:
            yield f"{title}: is missing, and there is a text in that language"
    lengths = [("source", head.source, SOURCE), ("title", head.title, TITLE), ("title_en", head.title_en, TITLE)]
    lengths += [("plain", head.plain, PLAIN), ("plain_en", head.plain_en, PLAIN)]
    lengths += [(f"the text in {language}", text, TEXT) for language, text in file.texts.items()]
    for name, value, most in lengths:
        if len(value) > most:
            yield f"{name}: has {len(value)} characters, {most} at most"
    if not head.source.strip():
        yield "source: is empty"
    for topic in head.topics:
        if topic not in CATEGORY_BY_ID:
            yield f"topics: no category is called {topic!r}; there are {', '.join(CATEGORY_BY_ID)}"
    for title, plain in ((head.title, head.plain), (head.title_en, head.plain_en)):
        if head.public and tells_who(f"{title}\n{plain}"):
            yield "public: it names a person, and the public channel is read by everybody"
    if head.since is not None and head.until is not None and head.until < head.since:
        yield "until: lies before since"
