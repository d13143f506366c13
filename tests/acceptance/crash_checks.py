"""What must be true after all the crashes: the database and Telegram's side held against what people did."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import msgspec

from bot.telegram.window import RUSH
from casework.followups import plan
from casework.people import Address, Person
from casework.petitions import Case, Event, FollowUp, Petition
from storage.batch import SUBJECTS
from storage.codec import Codec
from storage.dialects import Session
from storage.store import Store
from tests.acceptance.crash_people import MARK, Deeds
from tests.standin.world import Call
from tests.storage.raw import every, select

FOLLOW_UP: Final = Codec(FollowUp)
SENDING: Final = frozenset({"sendMessage", "editMessageText"})
STRAGGLING: Final = 0.5
"""Seconds after a kill in which Telegram may still read what the dead process had written to the network."""
AT_ONCE: Final = 2_000_000
"""Microseconds: longer than a batch, from its first answer to its commit."""

_PARAMS: Final = msgspec.json.Decoder(dict[str, Any])

Shape = tuple[str, str, str]
"""A message as one sees it: chat, text, buttons. Numbers in it tell nearly every message from all others."""


@dataclass
class Found:
    """What was counted. Everything in `wrong` is to be nothing."""

    wrong: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    twice: Counter[int] = field(default_factory=Counter)
    """By how many messages it has doubled: the number of kills that have doubled any."""
    oldest_twice: float = 0.0
    """Seconds between the sending of a message that was doubled and the kill, at most."""


async def check(
    store: Store, updates: Iterable[int], deeds: Deeds, calls: Sequence[Call], kills: list[float], workers: int
) -> Found:
    """Count what is wrong. `updates` are the numbers of all updates that Telegram had; times are monotonic seconds."""
    found = Found()
    async with store.reading() as session:
        rows = await every(session, {*SUBJECTS.values(), Address, Petition, Event})
        await _updates(session, set(updates), found)
        _cases(rows, deeds, found)
        await _texts(session, rows, deeds, found)
        await _follow_ups(session, rows, store, found)
        await _messages(session, calls, kills, found, AT_ONCE if workers > 1 else 0)
    return found


def _of(rows: Iterable[Any], kind: type[Any]) -> list[Any]:
    return [row for row in rows if type(row) is kind]


async def _updates(session: Session, updates: set[int], found: Found) -> None:
    states = dict(map(tuple, await select(session, "select update_id, state from inbox")))
    found.counts["updates"] = len(updates)
    found.wrong["updates lost"] = len(updates - states.keys())
    found.wrong["updates not handled"] = sum(state != "done" for state in states.values())


def _cases(rows: Sequence[Any], deeds: Deeds, found: Found) -> None:
    people = {address.key: address.person_id for address in _of(rows, Address)}
    cases, petitions = _of(rows, Case), _of(rows, Petition)
    of_resident = Counter(petition.resident_id for petition in petitions)
    of_petition = Counter(case.petition_id for case in cases)
    senders = {people.get(f"tg:{number}", -number) for number in deeds.senders}
    events = Counter((event.case_id, event.kind) for event in _of(rows, Event))
    found.counts["cases"] = len(cases)
    found.counts["cases accepted"] = len(deeds.accepted)
    found.wrong["cases lost"] = (
        sum(not of_resident[each] for each in senders)
        + sum(not of_petition[petition.id] for petition in petitions)
        + sum(not events[case.id, "filed"] for case in cases)
    )
    found.wrong["cases doubled"] = (
        sum(count - 1 for count in of_resident.values())
        + sum(count - 1 for count in of_petition.values())
        + sum(resident not in senders for resident in of_resident)
        + len(petitions)
        - len({petition.number for petition in petitions})
    )
    found.wrong["acceptances lost"] = sum(not events[case, "accepted"] for case in deeds.accepted)
    found.wrong["acceptances doubled"] = sum(events[case.id, "accepted"] > 1 for case in cases)
    loads = Counter(case.cadre_id for case in cases if case.is_open and case.cadre_id is not None)
    wrong_loads = sum(person.open_cases != loads[person.id] for person in _of(rows, Person))
    found.wrong["loads miscounted"] = wrong_loads


async def _texts(session: Session, rows: Sequence[Any], deeds: Deeds, found: Found) -> None:
    """Every text stands in exactly one petition or addition, and once in the history."""
    kept = [petition.text for petition in _of(rows, Petition)]
    kept += [event.data["words"] for event in _of(rows, Event) if event.kind in {"added", "answered"}]
    heard = [text for (text,) in await select(session, "select text from messages where mine = 1")]
    found.counts["texts"] = len(deeds.marks)
    for where, texts in (("", kept), (" in the history", heard)):
        marks = Counter(mark for text in texts for mark in MARK.findall(text))
        found.wrong[f"texts lost{where}"] = sum(not marks[mark] for mark in deeds.marks)
        found.wrong[f"texts doubled{where}"] = sum(count - 1 for count in marks.values())


async def _follow_ups(session: Session, rows: Sequence[Any], store: Store, found: Found) -> None:
    columns = ", ".join(FOLLOW_UP.names)
    stored = await select(session, f"select {columns} from followups where state = 'pending'")
    pending = Counter(
        (row.subject, row.kind, row.epoch, row.round, row.due_at) for row in map(FOLLOW_UP.decode, stored)
    )
    wanted = Counter(
        (f"{prefix}:{subject.id}", due.kind, getattr(subject, "epoch", 0), due.round, due.at)
        for prefix, kind in SUBJECTS.items()
        for subject in _of(rows, kind)
        for due in plan(subject, store.rules)
    )
    found.counts["follow-ups"] = wanted.total()
    found.wrong["follow-ups lost"] = (wanted - pending).total()
    found.wrong["follow-ups beyond the plan"] = (pending - wanted).total()


async def _messages(session: Session, calls: Sequence[Call], kills: list[float], found: Found, at_once: int) -> None:
    columns = "id, chat, method, params, state, message_id, created_at"
    # The menu of commands stands in the same queue; no resident reads it.
    shown = "method in ('sendMessage', 'editMessageText')"
    outbox = await select(session, f"select {columns} from outbox where {shown} order by id")
    said = await select(session, "select id from messages where mine = 0 and chat like 'tg:%'")
    sent: dict[Shape, list[float]] = defaultdict(list)
    for call in calls:
        if call.method in SENDING:
            sent[_shape(f"tg:{call.chat}", call.params)].append(call.at)
    rows: dict[Shape, list[int]] = defaultdict(list)
    must: Counter[Shape] = Counter()
    for id_, chat, method, params, state, *_ in outbox:
        shape = _shape(chat, _PARAMS.decode(params))
        rows[shape].append(id_)
        if state == "sent":
            # An edit that is sent again changes nothing, and Telegram does not count it.
            must[shape] = must[shape] + 1 if method == "sendMessage" else max(must[shape], 1)
    edits = {row[0] for row in outbox if row[2] != "sendMessage"}
    states = Counter(row[4] for row in outbox)
    found.counts["messages"] = len(outbox)
    found.wrong["answers without a message to send"] = len({row[0] for row in said} - {row[5] for row in outbox})
    found.wrong["messages not sent"] = len(outbox) - states["sent"] - states["superseded"]
    found.wrong["messages that never arrived"] = sum(max(0, must[shape] - len(sent[shape])) for shape in must)
    found.wrong["messages out of order"] = _out_of_order(rows, edits, sent, {row[0]: row[6] for row in outbox}, at_once)
    found.wrong["messages from nowhere"] = sum(len(times) for shape, times in sent.items() if shape not in rows)
    _twice(rows, sent, kills, found)


def _shape(chat: str, params: Mapping[str, Any]) -> Shape:
    markup = msgspec.json.encode(params.get("reply_markup"), order="deterministic")
    return chat, str(params.get("text", "")), markup.decode()


def _out_of_order(
    rows: Mapping[Shape, list[int]],
    edits: set[int],
    sent: Mapping[Shape, list[float]],
    created: Mapping[int, int],
    at_once: int,
) -> int:
    """Count messages that arrived before an earlier one of their chat, for the first time or for the last.

    What two processes have written at once, within `at_once` microseconds, has no order. An edit comes once only: one
    that is sent again is none, for its message says so already.
    """
    count = 0
    for which, left_out in ((0, set[int]()), (-1, edits)):
        arrived: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for shape, ids in rows.items():
            if len(ids) == 1 and sent[shape] and ids[0] not in left_out:
                arrived[shape[0]].append((sent[shape][which], ids[0]))
        for chat in arrived.values():
            count += sum(
                before > after and created[before] - created[after] >= at_once
                for (_, before), (_, after) in pairwise(sorted(chat))
            )
    return count


def _twice(
    rows: Mapping[Shape, list[int]], sent: Mapping[Shape, list[float]], kills: Sequence[float], found: Found
) -> None:
    """Count messages sent twice, and those of them for which no kill is to blame."""
    by_kill: Counter[float] = Counter()
    unexplained = 0
    for shape, times in sent.items():
        beyond = max(0, len(times) - max(1, len(rows[shape])))
        for first, again in pairwise(times):
            blamed = next((kill for kill in kills if first - STRAGGLING <= kill < again), None)
            if beyond and blamed is not None:
                beyond -= 1
                by_kill[blamed] += 1
                found.oldest_twice = max(found.oldest_twice, blamed - first)
        unexplained += beyond
    found.counts["messages sent twice"] = by_kill.total()
    found.twice = Counter(by_kill.values())
    # A call whose answer had not come may have arrived; one at a time is under way but in a rush.
    found.wrong["messages sent twice beyond one a kill"] = max(0, by_kill.total() - len(kills))
    found.wrong["messages sent twice beyond a rush"] = sum(max(0, count - RUSH) for count in by_kill.values())
    found.wrong["messages sent twice without a kill"] = unexplained
