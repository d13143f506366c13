"""A question is answered from what the service has, where an answer fits; the office is one tap away all the same."""

from casework.actions import drafting, filing
from casework.answers import Answer
from casework.petitions import Draft
from handlers.resident import draft_card, service_answers, writing
from handlers.router import Tap
from handlers.talk import Talk


async def show(talk: Talk, draft: Draft, *, instead: bool = False) -> None:
    """Show what answers the new words, or else their card; with `instead` in place of the question before."""
    answer = fitting(talk, draft)
    if answer is None:
        await draft_card.show(talk, draft, ask_to_share=True, instead=instead)
        return
    buttons = (
        talk.button("button-answered", f"d.answered.{draft.id}"),
        talk.button("button-ask-office", f"d.ask.{draft.id}"),
    )
    talk.reply(
        f"{_words(talk, answer)}\n{talk.say('answer-enough')}", (buttons,), card=f"draft:{draft.id}", edit=instead
    )


def fitting(talk: Talk, draft: Draft) -> Answer | None:
    """Return the answer that fits a draft: only where it is one question and nothing else, and accuses nobody.

    What a clerk writes down gets none: whoever asks has come to a person.
    """
    uow = talk.uow
    if not drafting.may_be_question(draft) or draft.accuses or draft.files or draft.entry is not None:
        return None
    if len(filing.matters(uow.org, draft)) > 1:
        return None
    area = uow.org.areas.get(draft.area_id) if draft.area_id is not None else None
    # The place says nothing of what is asked.
    words = draft.text.replace(draft.place, " ") if draft.place else draft.text
    books = (uow.org.answer_book, service_answers.book(uow.rules.profile.limits))
    found = [each.find(words, talk.language, draft.category, area) for each in books]
    best = max((each for each in found if each is not None), key=lambda each: each.share, default=None)
    return best.answer if best is not None else None


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
