"""The question for a policy's document: one file or several, and nothing in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from casework.policies.documents import MOST, may_fit
from casework.replacing import replace
from handlers.button_data import choice_of
from handlers.file_steps import DONE, NOTHING, acknowledge, gathered, sent_of
from handlers.media import brings_files
from handlers.messages import Button, Incoming
from handlers.steps import Mistake, More, always, choice_data
from handlers.talk import Talk, rows

D = TypeVar("D", bound=msgspec.Struct)

_NONE = "none"


@dataclass(frozen=True)
class DocumentStep(Generic[D]):
    """A question answered by files alone, and ended by Done; `without` is the label of the button for none.

    The flow's state has a field `sent` for them.
    """

    id: str
    question: str
    without: str
    when: Callable[[D], bool] = always

    async def ask(self, talk: Talk, data: D) -> None:
        """Put the question; where there are files already, one can end it with them."""
        done = [self._done(talk)] if sent_of(data).files else []
        none = talk.button(self.without, choice_data(talk, self.id, _NONE))
        talk.reply(talk.say(self.question), rows([*done, none, talk.button("button-cancel", "m.cancel")], 2))

    async def take(self, talk: Talk, data: D, incoming: Incoming) -> D:
        """Take files, or the end of them. Raises More after files, Mistake for what can't be a policy's document."""
        if brings_files(incoming):
            self._check(data, incoming)
            # What stands under a file is no part of the policy.
            data, together = gathered(talk, data, replace(incoming, text=""))
            if sent_of(data).files:
                await acknowledge(talk, data, (self._done(talk),), edit=together)
            raise More(data)
        chosen = choice_of(incoming)
        if chosen == _NONE:
            return msgspec.structs.replace(data, sent=NOTHING)
        if chosen == DONE and sent_of(data).files:
            return data
        raise Mistake("policy-mistake-document")

    def wanted(self, data: D) -> bool:
        """Return whether the question arises."""
        return self.when(data)

    def _done(self, talk: Talk) -> Button:
        return talk.button("button-done", choice_data(talk, self.id, DONE))

    def _check(self, data: D, incoming: Incoming) -> None:
        """Refuse a message whole where one of its files is none that everybody can open: nothing of it is lost, for
        its sender has it still.
        """
        if not all(may_fit(each.kind, each.mime) for each in incoming.files):
            raise Mistake("policy-mistake-document")
        if any(each.digest and not each.size for each in incoming.files):
            raise Mistake("policy-mistake-document-empty")
        if len(sent_of(data).files) + len(incoming.files) > MOST:
            raise Mistake("refused-policy-documents", limit=MOST)
