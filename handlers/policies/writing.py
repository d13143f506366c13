"""A policy is written in chat, step by step, and put into the other language; somebody else approves it."""

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
from handlers.broadcasts.public_step import YES, publics, unasked
from handlers.button_data import number_of
from handlers.case_words import area_name
from handlers.checked_step import Checked
from handlers.file_steps import NOTHING, Sent
from handlers.policies.document_step import DocumentStep
from handlers.refusals import as_mistake
from handlers.router import Command, Tap, TapHandler
from handlers.steps import Choice, Confirm, Day, Flow, FreeText, Option
from handlers.talk import Talk

_ANY: Final = "any"
LINE: Final = 120
TEXT: Final = 4000
"""Characters of a source, and of a text that is written in chat."""

UNTIL: Final = (30, 90, 365)
"""Last days that are offered, in days from today."""

MOST_DAYS: Final = 3660
_LISTED: Final = 30


class Writing(msgspec.Struct, frozen=True):
    """A policy being written; `area` is an id as text, `until` an ISO day, `sent` its documents. `policy_id` is the one
    that is put into the other language, 0 for a new one.
    """

    policy_id: int = 0
    title: str = ""
    plain: str = ""
    text: str = ""
    source: str = ""
    topic: str = ""
    area: str = ""
    until: str = ""
    public: str = ""
    sent: Sent = NOTHING


async def write(talk: Talk, words: str) -> None:
    """Begin a new policy. Raises Refused("staff-only") for somebody without such a post."""
    if not talk.uow.staff.roles(talk.person.id) & WRITERS:
        raise Refused("staff-only")
    await WRITE.start(talk, Writing(public=unasked(talk)))


async def translate(talk: Talk, tap: Tap) -> None:
    """Put a policy into the language that it lacks. Raises Refused("stale") where it has both by now."""
    policy = await mine(talk, tap.subject)
    _lacking(policy)
    await TRANSLATE.start(talk, Writing(policy_id=policy.id))


async def mine(talk: Talk, policy_id: int) -> Policy:
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
        policy = await mine(talk, data.policy_id)
        content = policy.content
        return replace(content, words={**content.words, _lacking(policy): said})
    area = talk.uow.org.areas.get(number_of(data.area) or 0)
    return Content(
        {talk.language: said},
        data.source,
        () if data.topic in {"", _ANY} else (data.topic,),
        () if area is None or area.parent_id is None else (area.id,),
        until=date.fromisoformat(data.until) if data.until else None,
        documents=data.sent.files,
        public=data.public == YES,
    )


async def _check(talk: Talk, data: Writing) -> None:
    content = await _content(talk, data)
    with as_mistake(talk):
        policies.check(talk.uow, content)


def _draft(talk: Talk, content: Content) -> Policy:
    """Return a policy that is nowhere yet, to be looked at."""
    return Policy(0, content, PolicyState.WAITING, talk.person.id, talk.uow.now, talk.uow.now)


async def _write(talk: Talk, data: Writing) -> None:
    content = await _content(talk, data)
    policy = await policies.write(talk.uow, talk.person.id, content, data.policy_id or None)
    written(talk, policy)


def written(talk: Talk, policy: Policy) -> None:
    """Say that a policy waits for somebody else."""
    key = "policy-written" if talk.uow.notices else "policy-written-nobody"
    talk.reply(
        talk.say(key, title=policy.label(talk.language)),
        ((talk.button("button-policy-whole", f"y.show.{policy.id}"),),),
    )


WRITE: Final = Flow(
    "policy-write",
    Writing,
    [
        FreeText("title", "policy-ask-title", "title", policies.TITLE, cancel=True),
        FreeText("plain", "policy-ask-plain", "plain", policies.PLAIN, cancel=True),
        FreeText("text", "policy-ask-text", "text", TEXT, skip="button-skip", cancel=True),
        DocumentStep("document", "policy-ask-document", "button-skip"),
        FreeText("source", "policy-ask-source", "source", LINE, cancel=True),
        Choice("topic", "policy-ask-topic", "topic", _topics, width=2, cancel=True),
        Choice("area", "policy-ask-area", "area", _areas, width=2, cancel=True),
        Day("until", "policy-ask-until", "until", UNTIL, MOST_DAYS, skip="policy-no-end", cancel=True),
        Checked(
            Choice("public", "policy-ask-public", "public", publics, when=lambda data: not data.public, cancel=True),
            _check,
        ),
        Confirm("send", _shown, "button-policy-send"),
    ],
    _write,
)
TRANSLATE: Final = Flow(
    "policy-translate",
    Writing,
    [
        FreeText("title", "policy-ask-title-other", "title", policies.TITLE, cancel=True),
        Checked(FreeText("plain", "policy-ask-plain-other", "plain", policies.PLAIN, cancel=True), _check),
        FreeText("text", "policy-ask-text-other", "text", TEXT, skip="button-skip", cancel=True),
        Confirm("send", _shown, "button-policy-send"),
    ],
    _write,
)
FLOWS: Final = (WRITE, TRANSLATE)
COMMANDS: Final[Mapping[str, Command]] = {"policy": write}
POLICY_TAPS: Final[Mapping[str, TapHandler]] = {"translate": translate}
