"""A policy is written in chat, step by step, put into the other language, and changed; somebody else approves it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import msgspec

from casework.actions import policies
from casework.categories import CATEGORIES
from casework.errors import NotYours, Refused
from casework.policies.policy import Content, Policy, PolicyState, Words
from casework.policies.rights import WRITERS, may_write
from casework.reach import seats
from casework.replacing import replace
from handlers import policy_words
from handlers.button_data import number_of
from handlers.case_words import area_name
from handlers.router import Command, Tap, TapHandler
from handlers.steps import Choice, Confirm, Day, Flow, FreeText, Option
from handlers.talk import Talk

_ANY: Final = "any"
_LINE: Final = 120
_TEXT: Final = 4000
_LISTED: Final = 30
_FIELDS: Final = ("title", "plain", "text", "source", "until")


class Writing(msgspec.Struct, frozen=True):
    """A policy being written; `area` is an id as text, `until` an ISO day. `policy_id` is the one that is put into
    the other language, 0 for a new one.
    """

    policy_id: int = 0
    title: str = ""
    plain: str = ""
    text: str = ""
    source: str = ""
    topic: str = ""
    area: str = ""
    until: str = ""


class Change(msgspec.Struct, frozen=True):
    """One thing that is changed: which policy, which of the fields, and what stands there from now on."""

    policy_id: int = 0
    field: str = ""
    words: str = ""
    until: str = ""


async def write(talk: Talk, words: str) -> None:
    """Begin a new policy. Raises Refused("staff-only") for somebody without such a post."""
    if not talk.uow.staff.roles(talk.person.id) & WRITERS:
        raise Refused("staff-only")
    await WRITE.start(talk, Writing())


async def translate(talk: Talk, tap: Tap) -> None:
    """Put a policy into the language that it lacks. Raises Refused("stale") where it has both by now."""
    policy = await _mine(talk, tap.subject)
    _lacking(policy)
    await TRANSLATE.start(talk, Writing(policy_id=policy.id))


async def change(talk: Talk, tap: Tap) -> None:
    """Change one thing of a policy."""
    policy = await _mine(talk, tap.subject)
    await CHANGE.start(talk, Change(policy_id=policy.id))


async def _mine(talk: Talk, policy_id: int) -> Policy:
    """Return a policy to be changed. Raises NotYours for whoever could not write it: it is asked again later."""
    policy = await policies.read(talk.uow, policy_id, talk.person.id)
    if not may_write(talk.uow.org, talk.uow.staff, talk.person.id, policy.content):
        raise NotYours
    return policy


def _lacking(policy: Policy) -> str:
    """Return the language that a policy lacks. Raises Refused("stale") where it has both: the button is an old one."""
    for language in ("zh", "en"):
        if language not in policy.content.words:
            return language
    raise Refused("stale")


async def _topics(talk: Talk, data: Writing) -> Sequence[Option]:
    return [
        Option(_ANY, talk.say("policy-any-topic")),
        *(Option(each.id, each.label(talk.language)) for each in CATEGORIES),
    ]


async def _areas(talk: Talk, data: Writing) -> Sequence[Option]:
    """Return the areas that the writer's posts reach, and those right below them, the widest first."""
    org = talk.uow.org
    reached = seats(org, talk.posts, WRITERS)
    found = [area for area in org.areas.values() if area.active and {area.id, area.parent_id} & set(reached)]
    found.sort(key=lambda area: (area.path.count("/"), area.code))
    return [Option(str(area.id), area_name(talk.uow, area.id, talk.language)) for area in found[:_LISTED]]


async def _shown(talk: Talk, data: Writing) -> str:
    """Return the policy as its readers will see it."""
    policy = _draft(talk, await _content(talk, data))
    text, _ = policy_words.whole(talk.uow, talk.language, policy)
    return talk.say("policy-shown", policy=text)


async def _content(talk: Talk, data: Writing) -> Content:
    said = Words(data.title, data.plain, data.text)
    if data.policy_id:
        policy = await _mine(talk, data.policy_id)
        content = policy.content
        return replace(content, words={**content.words, _lacking(policy): said})
    area = talk.uow.org.areas.get(number_of(data.area) or 0)
    return Content(
        {talk.language: said},
        data.source,
        () if data.topic in {"", _ANY} else (data.topic,),
        () if area is None or area.parent_id is None else (area.id,),
        until=date.fromisoformat(data.until) if data.until else None,
    )


def _draft(talk: Talk, content: Content) -> Policy:
    """Return a policy that is nowhere yet, to be looked at."""
    return Policy(0, content, PolicyState.WAITING, talk.person.id, talk.uow.now, talk.uow.now)


async def _write(talk: Talk, data: Writing) -> None:
    content = await _content(talk, data)
    policy = await policies.write(talk.uow, talk.person.id, content, data.policy_id or None)
    _written(talk, policy)


async def _change(talk: Talk, data: Change) -> None:
    policy = await _mine(talk, data.policy_id)
    content = policy.content
    if data.field == "source":
        content = replace(content, source=data.words)
    elif data.field == "until":
        content = replace(content, until=date.fromisoformat(data.until) if data.until else None)
    elif data.field in _FIELDS:
        spoken = content.language(talk.language)
        said = replace(content.words[spoken], **{data.field: data.words})
        content = replace(content, words={**content.words, spoken: said})
    else:
        raise NotYours
    _written(talk, await policies.write(talk.uow, talk.person.id, content, policy.id))


def _written(talk: Talk, policy: Policy) -> None:
    key = "policy-written" if talk.uow.notices else "policy-written-nobody"
    talk.reply(
        talk.say(key, title=policy.label(talk.language)),
        ((talk.button("button-policy-whole", f"y.show.{policy.id}"),),),
    )


async def _fields(talk: Talk, data: Change) -> Sequence[Option]:
    return [Option(each, talk.say(f"policy-field-{each}")) for each in _FIELDS]


def _is_new_day(data: Change) -> bool:
    return data.field == "until"


WRITE: Final = Flow(
    "policy-write",
    Writing,
    [
        FreeText("title", "policy-ask-title", "title", policies.TITLE, cancel=True),
        FreeText("plain", "policy-ask-plain", "plain", policies.PLAIN, cancel=True),
        FreeText("text", "policy-ask-text", "text", _TEXT, skip="button-skip", cancel=True),
        FreeText("source", "policy-ask-source", "source", _LINE, cancel=True),
        Choice("topic", "policy-ask-topic", "topic", _topics, width=2, cancel=True),
        Choice("area", "policy-ask-area", "area", _areas, width=2, cancel=True),
        Day("until", "policy-ask-until", "until", (30, 90, 365), skip="policy-no-end", cancel=True, most_days=3660),
        Confirm("send", _shown, "button-policy-send"),
    ],
    _write,
)
TRANSLATE: Final = Flow(
    "policy-translate",
    Writing,
    [
        FreeText("title", "policy-ask-title-other", "title", policies.TITLE, cancel=True),
        FreeText("plain", "policy-ask-plain-other", "plain", policies.PLAIN, cancel=True),
        FreeText("text", "policy-ask-text-other", "text", _TEXT, skip="button-skip", cancel=True),
        Confirm("send", _shown, "button-policy-send"),
    ],
    _write,
)
CHANGE: Final = Flow(
    "policy-change",
    Change,
    [
        Choice("field", "policy-ask-field", "field", _fields, width=2, cancel=True),
        FreeText("words", "policy-ask-words", "words", _TEXT, when=lambda data: not _is_new_day(data), cancel=True),
        Day(
            "until",
            "policy-ask-until",
            "until",
            (30, 90, 365),
            skip="policy-no-end",
            when=_is_new_day,
            cancel=True,
            most_days=3660,
        ),
    ],
    _change,
)
FLOWS: Final = (WRITE, TRANSLATE, CHANGE)
COMMANDS: Final[Mapping[str, Command]] = {"policy": write}
POLICY_TAPS: Final[Mapping[str, TapHandler]] = {"translate": translate, "change": change}
