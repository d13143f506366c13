"""Each verb over a case, found by its signature: called by somebody to whom the case is nothing, it says so and does
nothing; and what it asks of the table of permissions stands there.
"""

import ast
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from casework import actions
from casework.callbacks import Answer
from casework.children import Said
from casework.errors import NotYours
from casework.files import File
from casework.joining import Word
from casework.kinds import PetitionKind
from casework.meetings import MeetingKind
from casework.not_accepting import NoReason
from casework.papers import Handed
from casework.people import Role
from casework.permissions import ALLOWED
from casework.petitions import Draft, Naming, Outcome, OutcomeKind, Receipt, State, Verdict
from tests.casework.service import BUREAU, EAST_OFFICE, MONDAY, WEST, WEST_OFFICE, Service

Verb = Callable[..., Awaitable[Any]]
ROOT = Path(__file__).parents[2]


def verbs() -> dict[str, Verb]:
    """Return every public coroutine of casework.actions that takes a case and who does it."""
    found: dict[str, Verb] = {}
    for module_info in pkgutil.iter_modules(actions.__path__):
        module = importlib.import_module(f"{actions.__name__}.{module_info.name}")
        for name, function in vars(module).items():
            if name.startswith("_") or not inspect.iscoroutinefunction(function):
                continue
            parameters = inspect.signature(function).parameters.keys()
            if function.__module__ == module.__name__ and {"case_id", "by"} <= parameters:
                found[f"{module_info.name}.{name}"] = function
    return found


SILENT = frozenset({"receipts.opened"})
"""What the router notes of every tap, whoever it is of: nothing for a stranger, without a word."""

VERBS = {name: verb for name, verb in verbs().items() if name not in SILENT}
VALUES: dict[Any, Any] = {
    str: "words",
    str | None: "words",
    int: 5,
    int | None: None,
    bool: True,
    datetime: MONDAY,
    datetime | None: None,
    PetitionKind: PetitionKind.QUESTION,
    Naming: Naming.OPEN,
    Receipt: Receipt.PHONE,
    Verdict: Verdict.DONE,
    Outcome: Outcome(OutcomeKind.DONE, "found", "done", "basis"),
    Answer: Answer.SOLVED,
    Handed: Handed.POST,
    MeetingKind: MeetingKind.MEDIATION,
    NoReason: NoReason.OTHER_BODY,
    Said: Said.ALONE,
    Word: Word.NOT_DONE,
    Sequence[int]: (),
    Sequence[File]: (),
}
"""What a verb is given, by the type of its parameter."""


def arguments(verb: Verb, named: dict[str, int]) -> dict[str, Any]:
    """Return something for each parameter that has no default; a type that is new to VALUES has to be added there."""
    hints = typing.get_type_hints(verb)
    wanted = list(inspect.signature(verb).parameters.values())[1:]
    return {
        each.name: named[each.name] if each.name in named else VALUES[hints[each.name]]
        for each in wanted
        if each.default is inspect.Parameter.empty or each.name in named
    }


def picture(service: Service) -> tuple[Any, ...]:
    """Return everything that a verb could have changed."""
    memory = service.memory
    return dict(memory.rows), list(memory.events), list(memory.notices)


@pytest.mark.parametrize("name", VERBS)
async def test_a_verb_called_by_a_stranger_says_not_yours_and_changes_nothing(name: str) -> None:
    service = Service()
    service.cadre()
    service.head(BUREAU)
    case_id = await service.file()
    plain = service.case(case_id)
    strangers = [
        service.person(),
        service.cadre(WEST_OFFICE),
        service.head(WEST_OFFICE),
        *(service.over(role, WEST) for role in (Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.ADMIN, Role.DUTY)),
    ]
    # Of those whom it accuses nobody has anything to do with it, whatever else they are.
    accused = [service.cadre(), service.head()]
    for each in accused:
        service.over(Role.LEADER)
        service.serve(Role.SUPERVISOR, area=1, person=each)
    shielded = replace(plain, shielded=True, accused=(EAST_OFFICE,))
    for state in State:
        tries = [(each, replace(plain, state=state)) for each in strangers]
        tries += [(each, replace(shielded, state=state, cadre_id=each)) for each in accused]
        for by, case in tries:
            service.memory.add(case)
            draft: Draft = service.memory.add(Draft(9, by, "tg:1|tg:1", "words", MONDAY, MONDAY))
            before = picture(service)
            given = arguments(VERBS[name], {"case_id": case_id, "by": by, "draft_id": draft.id})
            with pytest.raises(NotYours):
                await service.do(VERBS[name], **given)
            assert picture(service) == before


@pytest.mark.parametrize("name", sorted(SILENT))
async def test_what_is_noted_of_every_tap_changes_nothing_for_a_stranger(name: str) -> None:
    service = Service()
    service.cadre()
    case_id = await service.accepted()
    await service.propose(case_id)
    for by in (service.person(), service.cadre(), service.over(Role.LEADER)):
        before = picture(service)
        await service.do(verbs()[name], case_id, by)
        assert picture(service) == before


@pytest.mark.parametrize("name", VERBS)
async def test_a_case_that_does_not_exist_gets_the_same_answer(name: str) -> None:
    service = Service()
    service.memory.add(Draft(9, service.resident, "tg:1|tg:1", "words", MONDAY, MONDAY))
    given = arguments(VERBS[name], {"case_id": 424242, "by": service.resident, "draft_id": 9})
    with pytest.raises(NotYours):
        await service.do(VERBS[name], **given)


def test_there_are_verbs_to_walk() -> None:
    assert len(VERBS) > 30


def asked(folder: str) -> set[str]:
    """Return the verbs that stand as such in calls of `allowed` and `check`, and in flows over a case."""
    found: set[str] = set()
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"allowed", "check"}:
                found.update(str(each.value) for each in node.args[1:2] if isinstance(each, ast.Constant))
    return found


def test_the_table_has_every_verb_that_is_asked_for_and_no_other() -> None:
    assert asked("casework") == ALLOWED.keys()
    assert asked("handlers") <= ALLOWED.keys()
