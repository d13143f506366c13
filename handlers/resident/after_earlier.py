"""The question after filing whether one has written before, and how the petition of then stood."""

from dataclasses import dataclass

import msgspec

from casework.actions import details, earlier
from casework.numbers import looks_like_number, parse_number
from casework.short_answers import a_few_words, says_nothing, yes_or_no
from handlers.case_words import category_label, day, outcome_text, state_label, unit_label
from handlers.media import brings_files, take
from handlers.messages import Incoming, Kind
from handlers.resident.after_steps import After, caption, case_of, skip_button, typed
from handlers.steps import Mistake, SomethingElse
from handlers.talk import Talk


@dataclass(frozen=True)
class WrittenBefore:
    """The question for an earlier petition: its number, here or elsewhere, a photo of the reply, or a few words."""

    id: str = "earlier"

    async def ask(self, talk: Talk, data: After) -> None:
        """Put the question, with the way past it."""
        talk.reply(talk.say("ask-earlier"), ((skip_button(talk, self.id),),))

    async def take(self, talk: Talk, data: After, incoming: Incoming) -> After:
        """Link what was written before, and show how it stood."""
        if incoming.kind is Kind.TAP:
            return data
        case = await case_of(talk, data)
        photos = brings_files(incoming)
        words = caption(case, incoming) if photos else typed(talk, incoming)
        if says_nothing(words) or yes_or_no(words) == "no":
            return data
        if looks_like_number(words) and parse_number(words) is None:
            raise Mistake("number-wrong")
        if not photos and not a_few_words(words, case.category):
            raise SomethingElse
        if parse_number(words) is None:
            words = details.with_marks(case, words, [each.kind for each in incoming.files])
        linked = await earlier.tell_earlier(talk.uow, case.id, talk.person.id, words)
        if photos:
            await details.add_files(talk.uow, case.id, talk.person.id, take(talk, incoming).files)
        talk.reply("\n".join(await _history(talk, linked)), case_id=case.id)
        return msgspec.structs.replace(data, album=incoming.album)

    def wanted(self, data: After) -> bool:
        """Return whether the writer has said that they wrote before."""
        return data.earlier


async def _history(talk: Talk, linked: earlier.Linked) -> list[str]:
    lines = [talk.say("earlier-noted")] if not linked.cases else []
    for case in linked.cases:
        facts = {
            "number": case.label,
            "category": category_label(talk.language, case.category),
            "date": day(talk.uow, talk.language, case.filed_at),
            "unit": unit_label(talk.uow, case, talk.language),
            "state": state_label(talk.language, case, resident=True),
        }
        lines.append(talk.say("earlier-found", **facts))
        if answer := await outcome_text(talk.uow, case, talk.language):
            lines.append(answer)
    if linked.another:
        lines.append(talk.say("earlier-another"))
    if linked.head_asked:
        lines.append(talk.say("earlier-head"))
    return lines
