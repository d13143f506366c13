"""Standing behind a case of somebody else's: joining it instead of filing the same, adding a word, leaving again."""

from casework.actions.above import tell_cadre
from casework.actions.changing import change
from casework.actions.drafting import own_draft
from casework.actions.upward import propose_where_many
from casework.errors import NotYours, Refused
from casework.joining import Joining, Supporter, Word, supporter_key
from casework.likeness import comparable
from casework.marks import unmarked
from casework.notices import Urgency
from casework.permissions import allowed, behind
from casework.petitions import Case, Draft, DraftState
from casework.relations import Relation, relations
from casework.replacing import replace
from casework.unit_of_work import UnitOfWork, event


async def join(uow: UnitOfWork, draft_id: int, by: int, case_id: int) -> Case:
    """Join a case that was offered to a draft, instead of sending that; the draft is kept for the day on which its
    writer wants a case of their own.

    Raises as `own_draft` does, NotYours for a case that was not offered, and Refused("join-over") for one that has
    ended or must not be found any more.
    """
    draft = await own_draft(uow, draft_id, by)
    case = await uow.get(Case, case_id) if case_id in (draft.near or ()) else None
    if case is None:
        raise NotYours
    if not comparable(case) or relations(uow.staff, uow.org, case, by):
        raise Refused("join-over")
    case = await stand_behind(uow, case, by, Joining.JOINED, draft_id=draft.id)
    uow.put(replace(draft, state=DraftState.JOINED, epoch=draft.epoch + 1))
    return case


async def stand_behind(
    uow: UnitOfWork, case: Case, by: int, kind: Joining, *, draft_id: int | None = None, representative: bool = False
) -> Case:
    """Put somebody behind a case, or back behind it; whoever stands there already is not counted twice."""
    key = supporter_key(case.id, by)
    known = await uow.get(Supporter, key)
    new = known is None or known.left_at is not None
    supporter = known or Supporter(key, case.id, by, kind, uow.now)
    if new:
        supporter = replace(supporter, kind=kind, at=uow.now, left_at=None, answered=None, representative=False)
    speaks = representative or supporter.representative
    uow.put(replace(supporter, draft_id=draft_id or supporter.draft_id, representative=speaks))
    if not new:
        return case
    event(uow, case, kind.value, actor=by, role=Relation.SUPPORTER.value, public=False)
    return await propose_where_many(uow, await change(uow, case, supporters=case.supporters + 1))


async def pass_on_words(uow: UnitOfWork, draft_id: int, by: int, case_id: int) -> Case:
    """Add the words with which somebody joined a case, as `add_words` does. Raises NotYours for any other words."""
    supporter = await uow.get(Supporter, supporter_key(case_id, by))
    draft = await uow.get(Draft, draft_id)
    if supporter is None or draft is None or supporter.draft_id != draft.id or draft.person_id != by:
        raise NotYours
    return await add_words(uow, case_id, by, unmarked(draft.text))


async def add_words(uow: UnitOfWork, case_id: int, by: int, words: str) -> Case:
    """Add a word to a case that one has joined or signed. Its officers read it; its resident does not."""
    case = await allowed(uow, "add_words", case_id, by)
    event(uow, case, "supporter_added", actor=by, role=Relation.SUPPORTER.value, public=False, words=words)
    await tell_cadre(uow, case, "supporter_added", Urgency.LIMIT, words=words)
    return case


async def leave(uow: UnitOfWork, case_id: int, by: int) -> Case:
    """Stand behind a case no more: nothing is told of it from here on. Whoever spoke for it does not any more."""
    case = await allowed(uow, "leave", case_id, by)
    supporter = await _supporter(uow, case, by)
    uow.put(replace(supporter, left_at=uow.now, representative=False))
    event(uow, case, "left", actor=by, role=Relation.SUPPORTER.value, public=False)
    joint = case.joint
    if joint is not None and by in joint.representatives:
        joint = replace(joint, representatives=tuple(each for each in joint.representatives if each != by))
    return await change(uow, case, supporters=case.supporters - 1, joint=joint)


async def say(uow: UnitOfWork, case_id: int, by: int, word: Word) -> tuple[Case, Draft | None]:
    """Say whether an outcome holds for oneself. It closes and reopens nothing: the case is its resident's.

    Whoever says that it is not done gets back the words with which they came, to send them as a case of their own;
    None where there are none. The officers hear of it.
    """
    case = await allowed(uow, "say", case_id, by)
    supporter = await _supporter(uow, case, by)
    event(uow, case, "supporter_said", actor=by, role=Relation.SUPPORTER.value, public=False, word=word.value)
    uow.put(replace(supporter, answered=word))
    more = (word is Word.NOT_DONE) - (supporter.answered is Word.NOT_DONE)
    case = await change(uow, case, not_done=case.not_done + more)
    if word is Word.DONE:
        return case, None
    await tell_cadre(uow, case, "supporter_not_done", Urgency.PUSH)
    draft = await uow.get(Draft, supporter.draft_id) if supporter.draft_id is not None else None
    if draft is None or draft.state is not DraftState.JOINED or not draft.text:
        return case, None
    # It has been looked around for: what was offered then has not helped.
    draft = replace(draft, state=DraftState.OPEN, epoch=draft.epoch + 1, fired={}, touched_at=uow.now)
    uow.put(draft)
    return case, draft


async def standing_behind(uow: UnitOfWork, case_id: int, by: int) -> tuple[Case, Supporter]:
    """Return a case that somebody has joined or signed, and their row. Raises NotYours for any other."""
    case = await allowed(uow, "follow", case_id, by)
    return case, await _supporter(uow, case, by)


async def is_behind(uow: UnitOfWork, case: Case, person_id: int) -> bool:
    """Tell whether somebody has joined or signed a case, and may still hear of it."""
    return bool(await behind(uow, case, person_id))


async def _supporter(uow: UnitOfWork, case: Case, by: int) -> Supporter:
    found = await uow.get(Supporter, supporter_key(case.id, by))
    if found is None:
        raise NotYours
    return found
