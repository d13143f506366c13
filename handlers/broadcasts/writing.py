"""Writing a broadcast: what it is about, for which area, in which words; then a preview exactly as it will look."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from casework.actions import broadcasting
from casework.areas import Area
from casework.broadcasts import rights
from casework.broadcasts.broadcast import Audience, Reach
from casework.broadcasts.topics import ids_of
from casework.errors import Refused
from handlers.broadcasts import cards
from handlers.broadcasts.public_step import YES, publics, unasked
from handlers.broadcasts.words import topic_label
from handlers.checked_step import Checked
from handlers.place_step import Placed, PlaceStep
from handlers.refusals import as_mistake
from handlers.steps import Choice, Flow, FreeText, Option, Step
from handlers.talk import Talk

EVERYTHING: Final = "everything"
LONGEST: Final = 600
"""Characters of what is sent to very many: short, and one message on every channel."""


class Written(Placed, frozen=True, kw_only=True):
    """A broadcast being written. `own` are its words in the writer's language, `other` those in the other one; the
    service may speak one language `alone`.
    """

    topic: str = ""
    own: str = ""
    other: str = ""
    public: str = ""
    alone: bool = False


async def _topics(talk: Talk, data: Written) -> Sequence[Option]:
    offered = ids_of(talk.uow.rules.profile.policies.topics)
    options = [Option(each, topic_label(talk.uow, talk.language, each)) for each in offered]
    return [*options, Option(EVERYTHING, talk.say("broadcast-everybody"))]


async def _own_areas(talk: Talk, data: Written) -> Sequence[Area]:
    return [talk.uow.org.areas[each] for each in rights.writes_for(talk.uow.org, talk.posts)]


def _may_write(talk: Talk, area: Area) -> bool:
    return rights.may_write(talk.uow.org, talk.posts, area.id)


def _other_language(talk: Talk) -> str:
    """Return the other language of the service; "" where it has one only."""
    return next((each for each in talk.uow.rules.languages if each != talk.language), "")


async def _about_other(talk: Talk, data: Written) -> Mapping[str, Any]:
    return {"language": talk.say(f"language-{_other_language(talk)}")}


def _words(talk: Talk, data: Written) -> Mapping[str, str]:
    return {talk.language: data.own} | ({_other_language(talk): data.other} if data.other else {})


async def _check(talk: Talk, data: Written) -> None:
    """Raise Mistake for the public channel where the words name somebody: /back leads to them."""
    with as_mistake(talk):
        broadcasting.refuse_named(_words(talk, data), public=data.public == YES)


async def _finish(talk: Talk, data: Written) -> None:
    """Put the broadcast down, and show it with whom it reaches."""
    uow, person_id = talk.uow, talk.person.id
    topics = () if data.topic == EVERYTHING else (data.topic,)
    audience = Audience(data.area_id, topics, data.public == YES)
    broadcast = await broadcasting.write(uow, person_id, audience, _words(talk, data))
    await cards.preview(talk, broadcast)
    cards.show(talk, broadcast, broadcast.reach or Reach(0, 0))


_STEPS: Final[Sequence[Step[Written]]] = [
    Choice("topic", "broadcast-ask-topic", "topic", _topics, cancel=True),
    PlaceStep("broadcast-ask-area", _own_areas, _may_write, "mistake-broadcast-area"),
    FreeText("own", "broadcast-ask-words", "own", limit=LONGEST, cancel=True),
    FreeText(
        "other",
        "broadcast-ask-other",
        "other",
        limit=LONGEST,
        skip="button-skip",
        when=lambda data: not data.alone,
        facts=_about_other,
        cancel=True,
    ),
    Checked(
        Choice("public", "broadcast-ask-public", "public", publics, when=lambda data: not data.public, cancel=True),
        _check,
    ),
]
WRITE: Final = Flow("broadcast-write", Written, _STEPS, _finish)


async def begin(talk: Talk) -> None:
    """Begin a broadcast. Raises Refused("broadcast-not-yours") for whoever speaks for no area."""
    own = rights.writes_for(talk.uow.org, talk.posts)
    if not own:
        raise Refused("broadcast-not-yours")
    await WRITE.start(talk, Written(public=unasked(talk), alone=not _other_language(talk)))


FLOWS: Final[tuple[Flow[Any], ...]] = (WRITE,)
