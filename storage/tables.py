"""Which dataclass lives in which table, in the order in which a flush writes them: parents first."""

from dataclasses import dataclass
from typing import Any

from casework.alarms import Alarm
from casework.broadcasts.broadcast import Broadcast
from casework.broadcasts.subscriptions import Subscription
from casework.callbacks import Callback
from casework.conversations import Card, Conversation, Message
from casework.files import File, Job
from casework.joining import SignLink, Supporter
from casework.papers import Paper
from casework.parts import Part
from casework.people import Address, Group, Invite, Person, Post
from casework.petitions import Case, DigestItem, Draft, Event, Petition, Rating, Shield
from casework.tasks import Task
from casework.trail import Trail
from storage.codec import Codec


@dataclass(frozen=True)
class Table:
    """One table: its codec, the names of its queries, and the field that is its key.

    `kept` tables are read by key and updated under a guard of the version; the others are only written.
    """

    name: str
    kind: type[Any]
    key: str
    kept: bool
    codec: Codec[Any]


def _table(name: str, kind: type[Any], key: str, *, kept: bool = True) -> Table:
    return Table(name, kind, key, kept, Codec(kind))


TABLES = (
    _table("people", Person, "id"),
    _table("addresses", Address, "key"),
    _table("posts", Post, "id"),
    _table("groups", Group, "key"),
    _table("invites", Invite, "digest"),
    _table("drafts", Draft, "id"),
    _table("petitions", Petition, "id"),
    _table("cases", Case, "id"),
    _table("parts", Part, "id"),
    _table("alarms", Alarm, "id"),
    _table("supporters", Supporter, "key"),
    _table("sign_links", SignLink, "digest"),
    _table("callbacks", Callback, "id"),
    _table("tasks", Task, "id"),
    _table("subscriptions", Subscription, "key"),
    _table("broadcasts", Broadcast, "id"),
    _table("shields", Shield, "id", kept=False),
    _table("papers", Paper, "key"),
    _table("files", File, "id"),
    _table("jobs", Job, "id"),
    _table("trails", Trail, "case_id"),
    _table("events", Event, "id", kept=False),
    _table("ratings", Rating, "id", kept=False),
    _table("digest_items", DigestItem, "id"),
    _table("conversations", Conversation, "key"),
    _table("messages", Message, "id", kept=False),
    _table("cards", Card, "key"),
)

TABLE_OF = {table.kind: table for table in TABLES}
