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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from bot import policy_documents
from bot.file_problems import FileError, Key, Problem, are_texts, is_day, is_text, is_yes_or_no, of_keys, unreadable
from casework.actions.policies import PLAIN, SOURCE, TEXT, TITLE
from casework.broadcasts.public import tells_who
from casework.categories import CATEGORY_BY_ID
from casework.policies.policy import Content, Words

_HEAD: Final = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_PART: Final = re.compile(r"^# *(zh|en) *$", re.MULTILINE)


class Head(msgspec.Struct):
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


def _are_names(value: object) -> bool:
    return is_text(value) or are_texts(value)


_KEYS: Final[Mapping[str, Key]] = {
    "source": Key(is_text, "file-text"),
    **dict.fromkeys(("title", "plain", "title_en", "plain_en", "link"), Key(is_text, "file-text", optional=True)),
    **dict.fromkeys(("topics", "areas", "words"), Key(are_texts, "file-texts", optional=True)),
    **dict.fromkeys(("since", "until"), Key(is_day, "file-day", optional=True)),
    "document": Key(_are_names, "policy-file-document", optional=True),
    "public": Key(is_yes_or_no, "file-yes-no", optional=True),
}


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
    """Read all .md files of a folder, by name. Raises FileError with every problem found."""
    if not folder.is_dir():
        raise FileError({str(folder): [Problem("policy-file-folder")]})
    paths = sorted(folder.glob("*.md"))
    if not paths:
        raise FileError({str(folder): [Problem("policy-file-nothing")]})
    found: list[PolicyFile] = []
    problems: dict[str, list[Problem]] = {}
    for path in paths:
        read, wrong = _read(path)
        if read is not None:
            wrong = [*_problems(read), *policy_documents.problems(folder, read.head.documents)]
            found.append(read)
        if wrong:
            problems[path.name] = wrong
    if problems:
        raise FileError(problems)
    return found


def _read(path: Path) -> tuple[PolicyFile | None, list[Problem]]:
    """Return what a file holds; None, and why, for one that can't be read."""
    try:
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None, [Problem("file-utf8")]
    match = _HEAD.match(text)
    if match is None:
        return None, [Problem("policy-file-head")]
    try:
        raw = tomllib.loads(match[1])
    except tomllib.TOMLDecodeError as error:
        return None, [unreadable(error, before=1)]
    if wrong := list(of_keys(raw, _KEYS)):
        return None, wrong
    head = msgspec.convert(raw, Head)
    return PolicyFile(path.stem, head, dict(_texts(text[match.end() :], head))), []


def _texts(body: str, head: Head) -> Iterator[tuple[str, str]]:
    """Give each language's full text: what stands before any heading of a language is in that of the first title."""
    first = "zh" if head.title else "en"
    pieces = _PART.split(body)
    if pieces[0].strip():
        yield first, pieces[0].strip()
    for language, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if text.strip():
            yield language, text.strip()


def _problems(file: PolicyFile) -> Iterator[Problem]:
    """Give what is wrong with a file that could be read, each with its key."""
    head = file.head
    if not head.title and not head.title_en:
        yield Problem("file-missing", "title")
    for title, plain, language in (("title", "plain", "zh"), ("title_en", "plain_en", "en")):
        named, said = getattr(head, title), getattr(head, plain)
        if bool(named) != bool(said):
            yield Problem("file-missing", plain if named else title)
        if file.texts.get(language) and not named:
            yield Problem("policy-file-title", title)
    yield from _too_long(file)
    if not head.source.strip():
        yield Problem("file-missing", "source")
    for topic in head.topics:
        if topic not in CATEGORY_BY_ID:
            yield Problem("policy-file-topic", "topics", fields={"topic": topic, "topics": ", ".join(CATEGORY_BY_ID)})
    for title, plain in ((head.title, head.plain), (head.title_en, head.plain_en)):
        if head.public and tells_who(f"{title}\n{plain}"):
            yield Problem("file-public", "public")
    if head.since is not None and head.until is not None and head.until < head.since:
        yield Problem("policy-file-until", "until")


def _too_long(file: PolicyFile) -> Iterator[Problem]:
    head = file.head
    lengths = [("source", head.source, SOURCE), ("title", head.title, TITLE), ("title_en", head.title_en, TITLE)]
    lengths += [("plain", head.plain, PLAIN), ("plain_en", head.plain_en, PLAIN)]
    for key, value, most in lengths:
        if len(value) > most:
            yield Problem("policy-file-long", key, fields={"count": len(value), "most": most})
    for language, text in file.texts.items():
        if len(text) > TEXT:
            facts = {"language": language, "count": len(text), "most": TEXT}
            yield Problem("policy-file-long-text", fields=facts)
