"""A large database out of a small one: every case that was lived is copied again and again, with all its rows.

A story is what belongs to one resident's case: the person, the chat, the case, its timeline, messages and follow-ups. A
copy has new ids, another chat and number, and a trail that is chained anew, so that the service finds nothing wrong
with it. What is over and done with is moved back by up to three years. Organisation and staff stay as they are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from benchmarks.seeds import FIRST_RESIDENT
from benchmarks.stage import FIRST_ID
from casework.numbers import new_number
from casework.trail import NOTHING, commitment, link
from storage import bulk
from storage.codec import EPOCH

Row = tuple[Any, ...]

COPIED: Final = (
    *("people", "addresses", "conversations", "drafts", "petitions", "cases", "alarms", "callbacks", "trails"),
    *("events", "ratings", "messages", "cards", "followups", "digest_items", "alike"),
)
"""The tables with rows of stories, those first by which the others are known to belong to one."""

SPAN: Final = 1_000_000
"""How far the ids of a copy lie from those of the one before."""

MESSAGES: Final = 5
"""How many messages of a story are copied."""

_RESIDENTS: Final = 10_000  # as SPAN, for the ids of Telegram
_BELONGS: Final = ("case_id", "person_id", "resident_id", "petition_id", "draft_id", "subject", "chat", "key")
_TOKEN: Final = re.compile(r"(?<![0-9])(?:[12][0-9]{9}|[0-9]{6}-[0-9]{7})(?![0-9])")
_MICROSECONDS: Final = 10**15  # whatever is larger is a moment
_DAY: Final = 86_400 * 1_000_000
_THREE_YEARS: Final = 3 * 365


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A row to copy: which of its columns are ids of its story or moments, and which texts have such ids in them."""

    values: Row
    ids: tuple[int, ...]
    moments: tuple[int, ...]
    texts: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Story:
    """All rows of one case, by table. `words` are the ids and the number that stand in texts, as they are there."""

    number: str = ""
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    patterns: dict[str, list[_Pattern]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    is_open: bool = False
    due: list[int] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Whether nothing of it is open and nothing more will come."""
        return not self.is_open and not self.due


class Stories:
    """The stories of a database, with the columns of its tables."""

    def __init__(self, columns: Mapping[str, Sequence[str]]) -> None:
        self.columns = columns
        self.all: list[Story] = []
        self._of: dict[int, Story] = {}

    @classmethod
    async def read(cls, url: str) -> "Stories":
        """Read the stories of the database at `url`."""
        async with bulk.source(url) as source:
            tables = await source.tables()
            stories = cls({name: tables[name] for name in COPIED})
            for table in COPIED:
                async for rows in source.rows(table, tables[table]):
                    for row in rows:
                        stories._add(table, row)
        for story in stories.all:
            stories._finish(story)
        return stories

    def _add(self, table: str, row: Row) -> None:
        named = dict(zip(self.columns[table], row, strict=True))
        if table == "people":
            if row[0] >= FIRST_ID:
                self._of[row[0]] = new = Story()
                self.all.append(new)
                new.rows[table].append(row)
            return
        story = self._owner(named)
        if story is None or (table == "messages" and len(story.rows[table]) == MESSAGES):
            return
        story.rows[table].append(row)
        if isinstance(row[0], int) and row[0] >= FIRST_ID:
            self._of.setdefault(row[0], story)
        if table == "addresses":
            self._of[int(row[0].removeprefix("tg:"))] = story
        elif table == "petitions":
            story.number = named["number"]
        elif table == "cases":
            story.is_open = story.is_open or named["state"] != "closed"
        elif table == "followups" and named["state"] == "pending":
            story.due.append(named["due_at"])

    def _owner(self, named: Mapping[str, Any]) -> Story | None:
        for column in _BELONGS:
            value = named.get(column)
            for token in _TOKEN.findall(value) if isinstance(value, str) else [value]:
                if isinstance(token, int) or (token is not None and "-" not in token):
                    found = self._of.get(int(token))
                    if found is not None:
                        return found
        return None

    def _finish(self, story: Story) -> None:
        """Find what has to change in a copy."""
        words: dict[str, int] = {}

        def place(match: re.Match[str]) -> str:
            word = match[0]
            own = word == story.number or ("-" not in word and self._of.get(int(word)) is story)
            return f"{{{words.setdefault(word, len(words))}}}" if own else word

        for table, rows in story.rows.items():
            patterns = []
            for row in rows:
                ids, moments, texts = [], [], []
                for at, value in enumerate(row):
                    if isinstance(value, str):
                        if _TOKEN.search(value):
                            safe = value.replace("{", "{{").replace("}", "}}")
                            if (text := _TOKEN.sub(place, safe)) != safe:
                                texts.append((at, text))
                    elif isinstance(value, int) and value >= FIRST_ID:
                        if value > _MICROSECONDS:
                            moments.append(at)
                        elif self._of.get(value) is story:
                            ids.append(at)
                patterns.append(_Pattern(row, tuple(ids), tuple(moments), tuple(texts)))
            story.patterns[table] = patterns
        story.words = list(words)


class Copier:
    """Makes copies; each has a serial of its own, from 1, by which its ids are told from those of all others."""

    def __init__(self, stories: Stories, rng: Random) -> None:
        self._rng = rng
        self._stories = stories
        self._given: set[str] = {story.number for story in stories.all}
        self._code = stories.columns["petitions"].index("code_digest")
        self._filed = stories.columns["petitions"].index("filed_at")
        self._events = stories.columns["events"]
        self._link = stories.columns["trails"].index("link")

    def copy(self, story: Story, serial: int, days: int = 0) -> dict[str, list[Row]]:
        """Return the rows of a copy by table, with moments so many days earlier."""
        shift, earlier = serial * SPAN, days * _DAY
        words = [self._word(story, word, serial, earlier) for word in story.words]
        made: dict[str, list[Row]] = {}
        for table, patterns in story.patterns.items():
            rows: list[Any] = []
            for pattern in patterns:
                row = list(pattern.values)
                for at in pattern.ids:
                    row[at] += shift
                for at, text in pattern.texts:
                    row[at] = text.format(*words)
                if earlier:
                    for at in pattern.moments:
                        row[at] -= earlier
                rows.append(row)
            made[table] = rows
        for petition in made.get("petitions", ()):
            petition[self._code] = f"{self._rng.getrandbits(256):064x}"  # type: ignore[index]
        self._chain(made)
        return made

    def _word(self, story: Story, word: str, serial: int, earlier: int) -> str:
        if word == story.number:
            filed = story.rows["petitions"][0][self._filed] - earlier
            return self._new_number((EPOCH + timedelta(microseconds=filed, hours=8)).date())
        number = int(word)
        return str(number + serial * (_RESIDENTS if number >= FIRST_RESIDENT else SPAN))

    def _new_number(self, day: date) -> str:
        while (number := new_number(day, self._rng)) in self._given:
            pass
        self._given.add(number)
        return number

    def _chain(self, made: dict[str, list[Any]]) -> None:
        """Tie the lines of a copy together as `storage.trails` does, with the salts of the original."""
        before = NOTHING
        for row in made.get("events", ()):
            named = dict(zip(self._events, row, strict=True))
            named["digest"] = commitment(named["salt"], named["data"])
            named["link"] = before = link(before, named)
            row[:] = named.values()
        for trail in made.get("trails", ()):
            trail[self._link] = before


def chosen(stories: Stories, cases: int, open_share: float, rng: Random) -> Iterator[tuple[Story, int]]:
    """Yield so many stories to copy, each with the days that it is moved back: in turn, open ones and others by share.

    Of what is closed but has still something to come there are as many to an open one as there were in the original.
    """
    with_case = [story for story in stories.all if story.number]
    running = [story for story in with_case if story.is_open]
    recent = [story for story in with_case if not story.is_open and not story.over]
    over = [story for story in with_case if story.over]
    wanted = round(cases * open_share)
    lately = min(cases - wanted, round(wanted * len(recent) / max(1, len(running)))) if recent else 0
    for group, count in ((running, wanted), (recent, lately)):
        for at in range(count):
            yield group[at % len(group)], 0
    for at in range(cases - wanted - lately):
        yield over[at % len(over)], rng.randrange(1, _THREE_YEARS)
