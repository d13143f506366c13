"""A question is answered from what the service has, where an answer fits; the office is one tap away all the same."""

from collections.abc import Sequence

import msgspec

from casework.actions import drafting, filing
from casework.actions.finding_policies import find
from casework.answers import Answer, tells_own_case
from casework.kinds import PetitionKind
from casework.petitions import Draft
from handlers import policy_words
from handlers.messages import Button
from handlers.resident import draft_card, memory, service_answers, writing
from handlers.router import Tap
from handlers.talk import Talk


async def show(talk: Talk, draft: Draft, *, instead: bool = False) -> None:
    """Show what answers the new words, or else their card; with `instead` in place of the question before."""
    answer = await _answer(talk, draft) if _may_be_answered(talk, draft) else None
    if answer is None:
        await draft_card.show(talk, draft, ask_to_share=True, instead=instead)
        return
    words, more = answer
    buttons = (
        talk.button("button-answered", f"d.answered.{draft.id}"),
        *more,
        talk.button("button-ask-office", f"d.ask.{draft.id}"),
    )
    talk.reply(f"{words}\n{talk.say('answer-enough')}", (buttons,), card=f"draft:{draft.id}", edit=instead)
    memory.keep(talk, msgspec.structs.replace(memory.recall(talk), asking=False, enough=True))


def _may_be_answered(talk: Talk, draft: Draft) -> bool:
    """Tell whether a draft may get an answer: only where it is one question and nothing else, and accuses nobody.

    What a clerk writes down gets none: whoever asks has come to a person.
    """
    if not drafting.may_be_question(draft) or draft.accuses or draft.files or draft.entry is not None:
        return False
    return len(filing.matters(talk.uow.org, draft)) <= 1


async def _answer(talk: Talk, draft: Draft) -> tuple[str, Sequence[Button]] | None:
    """Return what answers a draft, and the button to read on: what the service or the office has said once and for all,
    else the policy that speaks of it. That one is looked for only where it is a question by its kind: half of the
    complaints ask something, and none of them waits for a search.
    """
    known = _fitting(talk, draft)
    if known is not None:
        return _words(talk, known), ()
    question, least = _question(draft), talk.uow.rules.profile.policies.answers
    if draft.kind is not PetitionKind.QUESTION or tells_own_case(question):
        return None
    found = await find(talk.uow, question, draft.area_id, most=1, least=least)
    if not found:
        return None
    whole = talk.button("button-policy-whole", f"y.show.{found[0].policy.id}")
    return policy_words.answer(talk.language, found[0], question), (whole,)


def _fitting(talk: Talk, draft: Draft) -> Answer | None:
    """Return the answer, of those that are kept as they are, that fits a draft."""
    uow = talk.uow
    area = uow.org.areas.get(draft.area_id) if draft.area_id is not None else None
    words = _question(draft)
    books = (uow.org.answer_book, service_answers.book(uow.rules.profile.limits))
    found = [each.find(words, talk.language, draft.category, area) for each in books]
    best = max((each for each in found if each is not None), key=lambda each: each.share, default=None)
    return best.answer if best is not None else None


def _question(draft: Draft) -> str:
    """Return what a draft asks: the place says nothing of that."""
    return draft.text.replace(draft.place, " ") if draft.place else draft.text


async def answered(talk: Talk, tap: Tap) -> None:
    """Let the question end here, at its writer's word. The way to the office stays open."""
    draft = await drafting.settle(talk.uow, tap.subject, talk.person.id)
    writing.set_aside(talk, draft)
    ask = talk.button("button-ask-office", f"d.ask.{draft.id}")
    talk.reply(talk.say("answer-was-enough"), ((ask,),), card=f"draft:{draft.id}")


async def ask(talk: Talk, tap: Tap) -> None:
    """Ask the office all the same: the card, to be sent."""
    draft = await drafting.ask_all_the_same(talk.uow, tap.subject, talk.person.id)
    talk.move(draft_id=draft.id)
    await draft_card.show(talk, draft, ask_to_share=True, instead=True)


def _words(talk: Talk, answer: Answer) -> str:
    text = talk.say("answer-shown", title=answer.label(talk.language), text=answer.body(talk.language))
    return f"{text}\n{talk.say('answer-source', source=answer.source)}" if answer.source else text
