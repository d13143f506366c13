"""What staff and groups are told, each kind with its words, its buttons, and its line among several."""

from collections.abc import Mapping, Sequence
from typing import Final

from casework.paths import path_of
from casework.petitions import Case, Held, State
from handlers import case_words, reading, texts
from handlers.case_facts import CaseFacts
from handlers.messages import Button
from handlers.notices import Renderer, Scene, View
from handlers.staff import cards, digest, dispatcher, group
from handlers.talk import rows

_SOON: Final = 4
"""Days before the limit from which "remind me" means tomorrow."""

_TO_CADRE: Final[Mapping[str, tuple[str, ...]]] = {
    "added": ("progress", "ask"),
    "answered": ("progress", "ask"),
    "urged": ("progress", "ask"),
    "promise_due": ("carry_out", "progress", "need_help"),
    "visit_tomorrow_cadre": ("visit",),
    "visit_over": ("progress", "propose", "visit"),
    "reopened": ("progress", "visit"),
    "as_request": ("progress", "visit"),
    "kind_mended": ("progress", "propose"),
    "kind_kept": ("progress", "propose"),
    "second_reopen": ("progress", "hand_to"),
    "parted": ("progress", "visit"),
    "supporter_added": ("progress", "ask"),
    "supporter_not_done": ("progress", "visit"),
    "hearing_over": ("end_hearing",),
}
"""Kinds that are for a case's cadre, and the buttons for what they may do then."""

_PLAIN: Final[Mapping[str, tuple[str, ...]]] = {
    "late_cadre": ("explain_late", "progress", "need_help"),
    "promise_late_cadre": ("carry_out", "explain_late", "need_help"),
    "closed_solved": ("offer_ledger",),
    "closed_settled": ("record_other_side", "ask_other_side", "offer_ledger"),
    "other_side_said": (),
    "other_side_denied": ("announce_meeting", "settle"),
    "closed_no_answer_cadre": (),
    "withdrawn": (),
    "pressed": (),
    "taken": (),
    "unreachable_resident": ("visit",),
    "help": ("hand_to", "take_over"),
    "declined": (),
    "promise_late_head": ("hand_to", "take_over"),
    "promise_kept": ("carry_out",),
    "merged_away": (),
    "merged_here": ("progress",),
    "same_cadre": ("hand_to", "take_over"),
    "reply_by_hand": ("hand_over", "visit"),
    "revoked_head": ("hand_to", "take_over"),
    "outside_decided": (),
    # Somebody has to call: the card has what the child wrote, and the name where it was told.
    "child_alone": ("see_name", "ask"),
    "guardian_denied": ("see_name", "ask"),
}
"""Kinds of a text alone, and the buttons for what the reader may do; every one has a button that opens the case."""

_INSTEAD_OF: Final[Mapping[str, frozenset[str]]] = {
    "late_cadre": frozenset({"progress_due", "limit"}),
    "promise_late_cadre": frozenset({"progress_due", "promise_due"}),
    "limit": frozenset({"progress_due"}),
    "late_head": frozenset({"nobody_accepts"}),
    "press_due": frozenset({"progress_due"}),
    "press_late": frozenset({"progress_due"}),
}
_SAID: Final = frozenset({"added", "answered"})
"""Kinds that pass on what the resident said, in words or by files alone."""

_DECIDE: Final = ("hand_to", "take_over", "set_date")
_LABELS: Final = {"hand_to": "reassign"}


def words_of(scene: Scene, case: Case) -> CaseFacts:
    """Return what a notice's text may name: the case's facts, and the notice's own arguments."""
    own = {name: value for name, value in scene.notice.args.items() if value is not None}
    return cards.facts(scene.uow, scene.language, case) | own


def offered(scene: Scene, case: Case, verbs: Sequence[str], labels: Mapping[str, str] = _LABELS) -> list[Button]:
    """Return the buttons of those verbs that the reader may do with the case now."""
    reader = scene.reader.id if scene.reader is not None else None
    may = cards.possible(scene.uow, case, reader, verbs)
    return [cards.button(scene.language, verb, case, labels.get(verb, "")) for verb in verbs if verb in may]


def view(scene: Scene, case: Case, text: str, buttons: Sequence[Button]) -> View:
    """Return a notice of a case: its text, its buttons with one that opens the case, and its line."""
    text = "\n".join(each for each in (text, _gap(scene, case)) if each)
    show = Button(scene.say("button-open"), f"c.show.{case.id}.{case.epoch}")
    return View(text, rows([*buttons, show], 2), _line(scene, case), instead_of=_instead_of(scene))


def _briefly(renderer: Renderer) -> Renderer:
    """Return a renderer that gives the line alone where nobody would see the text and the buttons.

    In the morning, many follow-ups come to one reader.
    """

    async def told(scene: Scene) -> View:
        if scene.brief:
            return View("", (), _line(scene, scene.its_case), instead_of=_instead_of(scene))
        return await renderer(scene)

    return told


def _line(scene: Scene, case: Case) -> str:
    """Return the line of a follow-up; "" for any other notice, which is never one of several."""
    if not scene.notice.follow_up:
        return ""
    said = digest.short(scene, case, scene.notice.kind)
    return scene.say("staff-short", cards.names(scene.uow, scene.language, case) | {"what": said})


def _instead_of(scene: Scene) -> frozenset[str]:
    return _INSTEAD_OF.get(scene.notice.kind, frozenset())


def _gap(scene: Scene, case: Case) -> str:
    """Return the line that says in whose stead the reader is told; "" where nobody was passed over."""
    if "gap" not in scene.notice.args:
        return ""
    role, unit_id, vacant = scene.notice.args["gap"]
    words = case_words.post_words(scene.uow, case, scene.language, role, unit_id)
    return scene.say("gap-vacant" if vacant else "gap-away", **words)


def with_holder(scene: Scene, case: Case, text: str) -> str:
    """Return a cadre's text, with a line that says whose case it is where somebody else reads it instead."""
    if scene.reader is None or case.cadre_id in {None, scene.reader.id}:
        return text
    return "\n".join((text, scene.say("staff-card-with", **cards.facts(scene.uow, scene.language, case))))


def telling(*verbs: str) -> Renderer:
    """Return the renderer of a notice that is one text, with the buttons of those verbs that its reader may do."""

    async def told(scene: Scene) -> View:
        case = scene.its_case
        key = texts.of_kind(scene.language, f"notice-{scene.notice.kind}", case.kind)
        return view(scene, case, scene.say(key, **words_of(scene, case)), offered(scene, case, verbs))

    return told


def _to_cadre(*verbs: str) -> Renderer:
    """Return the renderer of a text to the cadre; whoever reads it in the cadre's absence can give the case to somebody
    else.
    """

    async def told(scene: Scene) -> View:
        case, kind = scene.its_case, scene.notice.kind
        wordless = scene.notice.args.get("files") and not scene.notice.args.get("words")
        key = f"notice-{kind}-files" if wordless and kind in _SAID else f"notice-{kind}"
        key = texts.of_kind(scene.language, key, case.kind)
        text = with_holder(scene, case, scene.say(key, **words_of(scene, case)))
        return view(scene, case, text, offered(scene, case, verbs) or offered(scene, case, _DECIDE[:2]))

    return told


async def _card(scene: Scene) -> View:
    """The whole card under a line that says why it comes."""
    return await _under(scene, f"notice-{scene.notice.kind}")


async def _under(scene: Scene, key: str) -> View:
    case = scene.its_case
    reader = scene.reader.id if scene.reader is not None else None
    text, buttons = await cards.card(scene.uow, scene.language, case, reader)
    head = scene.say(key, **words_of(scene, case))
    return View(f"{head}\n{text}", buttons, _line(scene, case), card=f"case:{case.id}")


async def _more_files(scene: Scene) -> View:
    """Nothing but the files: what they belong to has been told with the first of them."""
    return View("")


async def _gone(scene: Scene) -> View:
    """A text about a case that its reader does not have any more, and cannot open."""
    case = scene.its_case
    text = scene.say(f"notice-{scene.notice.kind}", **words_of(scene, case))
    return View(text, (), _line(scene, case))


async def _nudge(scene: Scene) -> View:
    """The nudge: working, remind me, need help."""
    case, uow = scene.its_case, scene.uow
    calendar = uow.rules.calendar
    left = calendar.days_left(case.limit_at, uow.now)
    day = calendar.add_working_days(calendar.day(uow.now), 3 if left > _SOON else 1)
    date = case_words.day(uow, scene.language, calendar.at(day, uow.rules.profile.times.digest_at))
    text = scene.say(f"notice-{scene.notice.kind}", **words_of(scene, case) | {"date": date})
    buttons = offered(scene, case, ("progress",), {"progress": "working"})
    if offered(scene, case, ("wait",)):
        label = scene.say("staff-button-remind", date=date)
        buttons.append(Button(label, f"c.remind.{case.id}.{case.epoch}.{day.isoformat()}"))
    buttons += offered(scene, case, ("need_help",))
    return view(scene, case, with_holder(scene, case, text), buttons or offered(scene, case, _DECIDE[:2]))


async def _details(scene: Scene) -> View:
    """What the resident has answered to the questions of the category."""
    case = scene.its_case
    head = with_holder(scene, case, scene.say("notice-details", **words_of(scene, case)))
    added = await reading.details(scene.uow, case, scene.reader.id if scene.reader is not None else None)
    lines = [head, *(case_words.detail_line(scene.language, each) for each in added)]
    return view(scene, case, "\n".join(lines), offered(scene, case, ("progress", "ask")))


async def _judged(scene: Scene) -> View:
    """The resident's word on the outcome, and the resident's words."""
    case, words = scene.its_case, scene.notice.args
    key = texts.of_kind(scene.language, f"notice-judged-{words['verdict']}", case.kind)
    lines = [scene.say(key, **cards.facts(scene.uow, scene.language, case))]
    if words.get("words"):
        lines.append(scene.say("notice-judged-words", words=words["words"]))
    return view(scene, case, "\n".join(lines), offered(scene, case, ("progress", "visit")))


async def _needs_unit(scene: Scene) -> View:
    """The card with the likely units as buttons: one tap sends it there. What waits for a court goes there first."""
    case = scene.its_case
    if court := offered(scene, case, ("to_court", "not_court")):
        whole = await _under(scene, "notice-needs_court")
        show = Button(scene.say("button-open"), f"c.show.{case.id}.{case.epoch}")
        return View(whole.text, rows([*court, show], 2), whole.line, whole.card)
    whole = await _under(scene, "notice-needs_review" if case.held is Held.REVIEW else "notice-needs_unit")
    if not offered(scene, case, ("send_to_unit",)):
        return whole
    buttons = dispatcher.unit_buttons(scene.uow.org, scene.language, case)
    buttons += offered(scene, case, ("to_discipline", "set_kind", "decide_outside"))
    return View(whole.text, rows(buttons, 2), whole.line, whole.card)


async def _nobody_accepts(scene: Scene) -> View:
    """Nobody has taken it: a head assigns or takes it; above that it may go to another unit.

    The likely units stand under the first word of it only: the schedule repeats it each working day.
    """
    case = scene.its_case
    text = scene.say("notice-nobody_accepts", **words_of(scene, case))
    if scene.notice.follow_up or not offered(scene, case, ("send_to_unit",)):
        return view(scene, case, text, offered(scene, case, ("hand_to", "take_over", "send_to_unit"), {}))
    buttons = offered(scene, case, ("hand_to", "take_over"), {})
    return view(scene, case, text, [*buttons, *dispatcher.unit_buttons(scene.uow.org, scene.language, case)])


async def _late_head(scene: Scene) -> View:
    """Late, to the head: reassign, take it, and for a request set a date (article 34)."""
    case = scene.its_case
    key = "notice-late_head" if case.late_why else "notice-late_head-unsaid"
    if not path_of(case.kind).reviews:
        key += "-no-more"
    if case.state is State.WAITING:
        key = "notice-late_head-waiting"
    text = scene.say(texts.of_kind(scene.language, key, case.kind), **_late(scene, case))
    return view(scene, case, text, offered(scene, case, _DECIDE))


async def _late_above(scene: Scene) -> View:
    """Late, to those above the head: who has it, what they say, and the case."""
    case = scene.its_case
    words = _late(scene, case)
    key = "notice-says" if case.late_why else "notice-says-nothing"
    if case.state is State.WAITING:
        key = "notice-says-nobody"
    text = scene.say(f"notice-{scene.notice.kind}", **words | {"says": scene.say(key, **words)})
    return view(scene, case, text, offered(scene, case, ("hand_to", "send_to_unit")))


def _late(scene: Scene, case: Case) -> CaseFacts:
    late = scene.say("days-late", days=scene.notice.args["days"])
    return cards.facts(scene.uow, scene.language, case) | {"late": late, "reason": case.late_why}


async def _group(scene: Scene) -> View:
    """The group's card: new, or with the title of who has it."""
    case = scene.its_case
    text, buttons = group.card(scene.uow, scene.language, case)
    return View(text, buttons, card=f"case:{case.id}", edit=scene.notice.kind == "group_accepted")


async def _group_moved(scene: Scene) -> View:
    case = scene.its_case
    text = scene.say("notice-group_moved", number=case.label)
    return View(text, card=f"case:{case.id}", edit=True)


RENDERERS: Final[Mapping[str, Renderer]] = {
    **{kind: _briefly(_to_cadre(*verbs)) for kind, verbs in _TO_CADRE.items()},
    **{kind: _briefly(telling(*verbs)) for kind, verbs in _PLAIN.items()},
    "assigned": _card,
    "handed": _card,
    "accept_reminder": _briefly(_card),
    "more_files": _more_files,
    "progress_due": _briefly(_nudge),
    "limit": _briefly(_nudge),
    "judged": _judged,
    "nobody_accepts": _briefly(_nobody_accepts),
    "needs_unit": _briefly(_needs_unit),
    "needs_words": _briefly(_card),
    "unwritten": _briefly(_card),
    "late_head": _briefly(_late_head),
    "late_supervisor": _briefly(_late_above),
    "late_leader": _briefly(_late_above),
    "details": _briefly(_details),
    "review_asked": _gone,
    "digest": digest.render,
    "group_case": _group,
    "group_accepted": _group,
    "group_moved": _group_moved,
}
