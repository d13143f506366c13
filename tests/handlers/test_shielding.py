"""Nobody whom a case accuses, and nobody below them, ever sees or changes anything of it, whatever they try.

Random organisations, people with several posts, cases that accuse from the start or turn out to: then weeks pass, and
each accused person tries every command, button, reply and verb (articles 30 and 46).
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from casework.actions import above, telling
from casework.errors import NotYours, Refused
from casework.unit_of_work import Rules
from handlers import service
from storage.store import Store
from tests.casework.service import CALENDAR
from tests.casework.test_every_verb_asks import VERBS, arguments
from tests.databases import KINDS
from tests.handlers.dialogue import Actor
from tests.handlers.shield_world import Plan, World, plans
from tests.storage.raw import open_store

RULES = Rules(CALENDAR, secret=b"s" * 32)
EXAMPLES = {"sqlite": 10, "postgres": 3}


async def hold(world: World) -> None:
    """Hold a world to it."""
    assert world.leaks == [], "they were told of it"
    for at in await world.kept_from():
        await tries_everything(world, world.actors[at], world.people[at])


async def tries_everything(world: World, actor: Actor, person_id: int) -> None:
    before, lines, heard = await world.case(), await world.timeline(), len(world.town.log)
    earlier = [shown for shown in actor.chat.messages if shown.case_id == world.case_id]
    for name, function in VERBS.items():
        tried = arguments(function, {"case_id": world.case_id, "by": person_id})
        if "draft_id" not in tried:
            await is_refused(world, name, function, tried)
    for words in ("/cases", "/overdue", "/unit", "/waiting", f"/case {world.number}", world.number, world.code, "/my"):
        await actor.says(words)
    for shown in earlier[-2:]:
        await actor.says("这件怎么样了", reply_to=shown)
    for verb in service.ROUTES.case_taps:
        for epoch in {before.epoch, 0}:
            await actor.sends_data(f"c.{verb}.{world.case_id}.{epoch}")
    for group in world.groups.values():
        for verb in (*service.ROUTES.group_case_taps, "show"):
            await actor.sends_data(f"c.{verb}.{world.case_id}.{before.epoch}", group=group)
    shown_now = [each for each in world.town.log[heard:] if world.gives_away(each) and each.text != world.number]
    assert shown_now == [], "they were shown it"
    assert await world.case() == before, "they have changed it"
    assert await world.timeline() == lines, "they have left a line in it"


async def is_refused(world: World, name: str, verb: Callable[..., Any], tried: dict[str, Any]) -> None:
    try:
        await world.town.act(lambda uow: verb(uow, **tried))
    except NotYours:
        return
    except Refused as refused:
        raise AssertionError(f"{name}: they have learnt by {refused.code!r} that it exists") from None
    raise AssertionError(f"{name} was not refused: they have changed it")


def run(kind: str, folder: Path, examples: int, plant: Callable[[Store], Any] | None = None) -> None:
    """Try random worlds; with `plant` a defect is put into each of them."""
    with asyncio.Runner() as runner:
        opened = open_store(kind, folder, RULES)
        store = runner.run(opened.__aenter__())

        async def example(plan: Plan) -> None:
            world = await World.begin(store, plan)
            if plant is not None:
                await plant(store)
            await hold(world)

        # Made smaller, a world that fails would take minutes.

        @settings(
            max_examples=max(examples, settings().max_examples * examples // 100),
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
            phases=(Phase.explicit, Phase.generate),
        )
        @given(plan=plans())
        def shielded(plan: Plan) -> None:
            runner.run(example(plan))

        try:
            shielded()
        finally:
            runner.run(opened.__aexit__(None, None, None))


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_whom_it_accuses_ever_sees_or_changes_anything_of_it(kind: str, tmp_path: Path) -> None:
    run(kind, tmp_path, EXAMPLES[kind])


async def nothing(store: Store) -> None:
    """Plant nothing into the database."""


async def forget_the_shields(store: Store) -> None:
    await store.database.script("delete from shields")


def test_it_would_be_seen_if_a_query_forgot_the_shield(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="shown it"):
        run("sqlite", tmp_path, 40, forget_the_shields)


def test_it_would_be_seen_if_the_table_of_permissions_forgot_the_shield(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casework.relations.is_accused", lambda *_: False)
    with pytest.raises(AssertionError):
        run("sqlite", tmp_path, 40, nothing)


def test_it_would_be_seen_if_a_notice_forgot_the_shield(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "is_accused", lambda *_: False)
    monkeypatch.setattr(above, "hidden_from", lambda *_: frozenset())
    with pytest.raises(AssertionError, match="told of it"):
        run("sqlite", tmp_path, 40, nothing)
