"""A policy in words: what a reader sees of it, and the few lines that answer a question."""

from typing import Final

from casework.actions.finding_policies import Found
from casework.policies.documents import LONGEST_TEXT
from casework.policies.passages import excerpt, passages
from casework.policies.policy import Policy, PolicyState
from casework.unit_of_work import UnitOfWork
from handlers import texts
from handlers.case_words import area_label, category_label
from handlers.dates import word_day

SHORT: Final = 140
"""Characters of what is shown of a policy beside its title: the rest is one tap away."""


def whole(uow: UnitOfWork, language: str, policy: Policy, page: int = 0) -> tuple[str, bool]:
    """Return a page of a policy for a reader, and whether another one follows.

    The first page says in plain words what it is about, for whom, from when and until when, and who says so.
    """
    spoken = policy.content.language(language)
    pages = [each.text for each in passages(policy.content) if each.language == spoken and not each.document]
    said = policy.content.words[spoken]
    follows = page + 1 < len(pages)
    if page:
        return (pages[page] if page < len(pages) else ""), follows
    lines = [texts.say(language, "policy-head", {"title": said.title, "plain": said.plain})]
    if spoken != language:
        lines.append(texts.plain(language, "policy-other-language"))
    lines += ["", pages[0], ""] if said.text else [""]
    return "\n".join([*lines, *_facts(uow, language, policy)]), follows


def short(language: str, policy: Policy) -> str:
    """Return a policy in one line: its title, and from whom it is."""
    return texts.say(language, "policy-line", {"title": policy.label(language), "source": policy.content.source})


def answer(language: str, found: Found, question: str) -> str:
    """Return what a policy says to a question, in the reader's language where it speaks it, and who says so."""
    content = found.policy.content
    spoken = content.language(language)
    text = found.passage.text if found.passage.language == spoken else content.words[spoken].plain
    shown = excerpt(text, question, SHORT, found.policy.label(language))
    lines = [texts.say(language, "answer-shown", {"title": found.policy.label(language), "text": shown})]
    if found.passage.document and found.passage.language == spoken:
        lines.append(texts.say(language, "answer-document", {"title": found.passage.document}))
    lines += [
        texts.say(language, "answer-source", {"source": content.source}),
    ]
    if spoken != language:
        lines.append(texts.plain(language, "policy-other-language"))
    return "\n".join(lines)


def areas(uow: UnitOfWork, language: str, policy: Policy) -> str:
    """Return where a policy holds, as a line; "" where it holds in the whole service."""
    names = [name for each in policy.content.areas if (name := area_label(uow, each, language))]
    joined = texts.plain(language, "staff-and").join(names)
    return texts.say(language, "policy-areas", {"areas": joined}) if names else ""


def state(language: str, policy: Policy) -> str:
    """Return where a policy stands, with what was said when it was sent back or withdrawn."""
    key = f"policy-state-{policy.state.value}"
    line = texts.plain(language, key)
    return texts.say(language, "policy-why", {"state": line, "why": policy.why}) if policy.why else line


def _facts(uow: UnitOfWork, language: str, policy: Policy) -> list[str]:
    content, today = policy.content, uow.rules.calendar.day(uow.now)
    lines = [texts.say(language, "answer-source", {"source": content.source})]
    if content.link:
        lines.append(texts.say(language, "policy-link", {"link": content.link}))
    if content.documents:
        lines.append(texts.say(language, "policy-documents", {"count": len(content.documents)}))
        long = any(len(each.text or "") >= LONGEST_TEXT for each in content.enclosed)
        if long and policy.state is not PolicyState.SHOWN:
            lines.append(texts.say(language, "policy-document-long", {"most": LONGEST_TEXT}))
    if holds_in := areas(uow, language, policy):
        lines.append(holds_in)
    if content.topics:
        topics = [category_label(language, each) for each in content.topics]
        lines.append(texts.say(language, "policy-topics", {"topics": texts.plain(language, "staff-and").join(topics)}))
    for name, day in (("since", content.since), ("until", content.until)):
        if day is not None:
            lines.append(texts.say(language, f"policy-{name}", {"date": word_day(language, day, today)}))
    if policy.state is not PolicyState.SHOWN:
        if content.public:
            lines.append(texts.plain(language, "policy-goes-public"))
        lines.append(state(language, policy))
    elif not policy.holds_on(today):
        lines.append(texts.plain(language, "policy-not-now"))
    return lines
