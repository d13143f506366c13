"""One thing of a policy is changed: the new version waits for somebody else to approve it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import msgspec

from casework.actions import policies
from casework.errors import NotYours
from casework.policies.policy import Content
from casework.replacing import replace
from handlers.broadcasts.public_step import NO, YES, publics, unasked
from handlers.checked_step import Checked
from handlers.file_steps import NOTHING, Sent
from handlers.policies.document_step import DocumentStep
from handlers.policies.writing import MOST_DAYS, TEXT, UNTIL, mine, written
from handlers.refusals import as_mistake
from handlers.router import Tap, TapHandler
from handlers.steps import Choice, Day, Flow, FreeText, Option
from handlers.talk import Talk

_SAID: Final = ("title", "plain", "text")
_FIELDS: Final = (*_SAID, "source", "until", "document", "public")
_TYPED: Final = frozenset({*_SAID, "source"})


class Change(msgspec.Struct, frozen=True):
    """One thing that is changed: which policy, which of the fields, and what stands there from now on."""

    policy_id: int = 0
    field: str = ""
    words: str = ""
    until: str = ""
    public: str = ""
    sent: Sent = NOTHING


async def change(talk: Talk, tap: Tap) -> None:
    """Change one thing of a policy."""
    policy = await mine(talk, tap.subject)
    await CHANGE.start(talk, Change(policy_id=policy.id))


async def _fields(talk: Talk, data: Change) -> Sequence[Option]:
    """Return what may be changed: whether it is posted for everybody only where the county has a channel for that."""
    shown = [each for each in _FIELDS if each != "public" or unasked(talk) != NO]
    return [Option(each, talk.say(f"policy-field-{each}")) for each in shown]


async def _change(talk: Talk, data: Change) -> None:
    written(talk, await policies.write(talk.uow, talk.person.id, await _content(talk, data), data.policy_id))


async def _content(talk: Talk, data: Change) -> Content:
    """Return what is written of the policy with the change."""
    return _changed((await mine(talk, data.policy_id)).content, talk.language, data)


async def _check(talk: Talk, data: Change) -> None:
    content = await _content(talk, data)
    with as_mistake(talk):
        policies.check(talk.uow, content)


def _changed(content: Content, language: str, data: Change) -> Content:
    """Return what is written of a policy with the change. Raises NotYours for a field that there is not."""
    match data.field:
        case "title" | "plain" | "text":
            spoken = content.language(language)
            said = replace(content.words[spoken], **{data.field: data.words})
            return replace(content, words={**content.words, spoken: said})
        case "source":
            return replace(content, source=data.words)
        case "until":
            return replace(content, until=date.fromisoformat(data.until) if data.until else None)
        case "document":
            return replace(content, documents=data.sent.files)
        case "public":
            return replace(content, public=data.public == YES)
    raise NotYours


CHANGE: Final = Flow(
    "policy-change",
    Change,
    [
        Choice("field", "policy-ask-field", "field", _fields, width=2, cancel=True),
        Checked(
            FreeText("words", "policy-ask-words", "words", TEXT, when=lambda data: data.field in _TYPED, cancel=True),
            _check,
        ),
        Day(
            "until",
            "policy-ask-until",
            "until",
            UNTIL,
            MOST_DAYS,
            skip="policy-no-end",
            when=lambda data: data.field == "until",
            cancel=True,
        ),
        DocumentStep(
            "document", "policy-ask-document", "policy-no-document", when=lambda data: data.field == "document"
        ),
        Checked(
            Choice(
                "public", "policy-ask-public", "public", publics, when=lambda data: data.field == "public", cancel=True
            ),
            _check,
        ),
    ],
    _change,
)
FLOWS: Final = (CHANGE,)
POLICY_TAPS: Final[Mapping[str, TapHandler]] = {"change": change}
