"""Which dataclass lives in which table, in the order in which a flush writes them: parents first."""

from dataclasses import dataclass
from typing import Any

from casework.alarms import Alarm
from casework.briefs.brief import Brief
from casework.broadcasts.broadcast import Broadcast
from casework.broadcasts.subscriptions import Subscription
from casework.callbacks import Callback
from casework.canned import CannedReply
from casework.conversations import Card, Conversation, Message
from casework.files import File, Job
from casework.joining import Supporter
from casework.ledger import LedgerEntry
from casework.links import Link
from casework.notebook import Note, NoteTerm
from casework.onsite.outings import Outing, OutingItem, OutingPlace
from casework.papers import Paper
from casework.parts import Part
from casework.people import Address, Group, Invite, Person, Post
from casework.petitions import Case, DigestItem, Draft, Event, Petition, Rating, Shield
from casework.policies.policy import Policy
from casework.reception.days import Booking, Reception
from casework.reception.series import Series
from casework.surveys.model import Answer, Guest, NamedAnswer, Survey
from casework.tasks import Task
from casework.themes import Theme
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
    _table("links", Link, "digest"),
    _table("callbacks", Callback, "id"),
    _table("tasks", Task, "id"),
    _table("surveys", Survey, "id"),
    _table("survey_guests", Guest, "key"),
    _table("survey_answers", Answer, "id", kept=False),
    _table("survey_named", NamedAnswer, "key"),
    _table("notes", Note, "id"),
    _table("note_terms", NoteTerm, "id", kept=False),
    _table("themes", Theme, "id"),
    _table("reception_series", Series, "id"),
    _table("receptions", Reception, "id"),
    _table("bookings", Booking, "key"),
    _table("outing_places", OutingPlace, "area_id"),
    _table("outings", Outing, "id"),
    _table("outing_items", OutingItem, "id"),
    _table("briefs", Brief, "id"),
    _table("ledger", LedgerEntry, "case_id"),
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
    _table("policies", Policy, "id"),
    _table("canned_replies", CannedReply, "id"),
)

TABLE_OF = {table.kind: table for table in TABLES}
