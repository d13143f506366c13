"""150 real letters, labelled by reading them, so that what is told from words alone can be measured.

The letters are rows of ../shared/data/complaints-zh/messages.jsonl and stay there; replay_labels.csv holds ids and
labels alone. One reader set them, without a look at any detector, and read the rows with an accusation, with danger or
of another kind than a request twice.

The sample is not unseen any more: the threshold of casework.accusing was chosen by its recall on it, and some thirty
variants of the weights of casework.kinds were looked at on it. A fresh draw is needed for a figure of unseen letters.
The tables of casework.letter_words were fitted to other letters, twice, and looked at on it once each time.

The draw (see `draw`), by one random.Random(20260302):

- 110 of all ids, in the order of the file: only these say how common something is;
- 25 of the other letters with any of DANGER_WORDS, then 15 of what is left with any of ACCUSATION_WORDS: so that what
  is rare occurs. The lists are broad on purpose; most letters with such a word are no case of danger or accusation.

The labels:

kind
    what the letter is for, by its core.
    question: to know a rule, a procedure, a date, or whether something applies, while nothing has to be set right.
    suggestion: how something public could be better for others too, with no grievance of the writer's own to settle.
    request: something concrete to be done, stopped, paid, repaired or settled for those who write; the most common.
    report: a company or a private person breaks rules (pollution by a plant, fraud, charges without ground), the
    authorities shall act, and the writer's own claim is not the centre.
    accusation: misconduct of an official, a public body or its staff is the core. Where a claim of the writer's own is
    the core, it is a request with accusation = 1.
    thanks: nothing but thanks. None was drawn.
accusation
    whatever the kind, an official, a public unit, or the leadership or staff of a public school or hospital is said to
    have broken rules, deceived, coerced, favoured, withheld or taken money, so that this unit must not get the text.
    Not: "nobody answered", "nothing was repaired", a decision that is contested and no more. In doubt whether a
    concrete unit is accused: 1.
unit_blamed
    the unit that would normally handle or answer the matter is itself criticised: also for idleness, rudeness or a
    decision, which is no accusation. A public school or hospital counts, where the matter is its own doing.
danger
    a careful reader would ask "Is someone in danger now?": acute danger to life or health, violence or threats that
    go on, a sick person without help, or words of despair that are meant. Not: chronic pollution, a crossing or a lift
    that is unsafe in general, harm that is over, idioms.
matters
    how many matters would each need an outcome of their own; arguments for one matter are not counted.
earlier
    the writers say that they turned to authorities about it before, and not merely asked or applied.
court
    a court, a lawsuit, a verdict or an execution plays a part; the bare threat to sue does not count.
for_other
    written for somebody else: a parent, a wife, a sister, neighbours. Not: one's own child in what concerns parents.
own_data
    the writer's own name, telephone or identity number stands in it, masked or not.
collective
    several people write together, or one writes in the name of a group that is told ("we, the owners of ...").
"""

import csv
import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from casework.kinds import PetitionKind

FILE = Path(__file__).with_name("replay_labels.csv")
SEED = 20260302
DANGER_WORDS = (
    "死 命 危 塌 淹 困 自杀 跳 救 火 爆 毒 失踪 打人 被打 殴 威胁 恐吓 砍 刀 血 坠 泄漏 触电 高压 煤气 燃气 洪 滑坡 "
    "绝望 轻生 想不开 活不 逃生 抢救 病危 伤 枪 绑 黑社会 生命"
)
ACCUSATION_WORDS = (
    "举报 贪 腐败 局长 书记 渎职 勾结 受贿 索贿 克扣 挪用 滥用 以权谋私 包庇 保护伞 乱收费 官 村干部 不作为 纪委 "
    "村长 村主任 校长 院长"
)
BITS = {"0": False, "1": True}


@dataclass(frozen=True)
class Label:
    """What a careful reader says of one letter; the words are explained above."""

    id: int
    kind: str
    accusation: bool
    unit_blamed: bool
    danger: bool
    matters: int
    earlier: bool
    court: bool
    for_other: bool
    own_data: bool
    collective: bool


def read_labels() -> list[Label]:
    """Return the labels in the order of their ids. Raises KeyError or ValueError at a value that is none."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [_label(row) for row in csv.DictReader(file)]


def _label(row: Mapping[str, str]) -> Label:
    if row["kind"] not in set(PetitionKind):
        raise ValueError(f"{row['id']}: {row['kind']!r} is no kind")
    return Label(
        id=int(row["id"]),
        kind=row["kind"],
        accusation=BITS[row["accusation"]],
        unit_blamed=BITS[row["unit_blamed"]],
        danger=BITS[row["danger"]],
        matters=int(row["matters"]),
        earlier=BITS[row["earlier"]],
        court=BITS[row["court"]],
        for_other=BITS[row["for_other"]],
        own_data=BITS[row["own_data"]],
        collective=BITS[row["collective"]],
    )


def draw(letters: Mapping[int, str]) -> tuple[list[int], list[int], list[int]]:
    """Draw the sample anew from title and text by id, in the order of the file.

    Returns the 110 ids of the plain sample, the 25 with a word of danger and the 15 with a word of accusation.
    """
    chance = random.Random(SEED)
    plain = chance.sample(list(letters), 110)
    danger = chance.sample(_with_words(letters, DANGER_WORDS, without=plain), 25)
    accusation = chance.sample(_with_words(letters, ACCUSATION_WORDS, without=plain + danger), 15)
    return plain, danger, accusation


def _with_words(letters: Mapping[int, str], words: str, *, without: list[int]) -> list[int]:
    wanted, drawn = words.split(), frozenset(without)
    return [number for number, text in letters.items() if number not in drawn and any(word in text for word in wanted)]
