"""What is told by itself, as those get it who asked for such news: each with the button that opens it."""

from casework.actions.reception.access import read_day
from casework.broadcasts.broadcast import Broadcast
from casework.policies.policy import Policy
from casework.surveys.model import Survey
from casework.unit_of_work import UnitOfWork
from casework.words import summary
from handlers import policy_words, texts
from handlers.dates import word_day
from handlers.messages import Button
from handlers.notices import View
from handlers.reception import words as reception_words
from handlers.research import survey_words


async def reception(uow: UnitOfWork, broadcast: Broadcast, language: str) -> View:
    """Return a reception day: who receives, when and where; booked by a tap."""
    day = await read_day(uow, broadcast.subject)
    if day is None:
        raise LookupError("a broadcast without its reception day")
    facts = reception_words.facts(uow, language, day)
    about = texts.say(language, "reception-topics", {"topics": day.topics}) if day.topics else ""
    text = texts.say(language, "broadcast-reception", facts | {"about": about})
    return View(text, ((Button(texts.plain(language, "button-reception-another"), f"r.book.{day.id}"),),))


async def policy(uow: UnitOfWork, broadcast: Broadcast, language: str) -> View:
    """Return a policy: its title and how its plain words begin; read whole by a tap."""
    shown = await uow.get(Policy, broadcast.subject)
    if shown is None:
        raise LookupError("a broadcast without its policy")
    said, since, today = shown.content.in_language(language), shown.content.since, uow.rules.calendar.day(uow.now)
    facts = {"title": said.title, "plain": summary(said.plain, policy_words.SHORT)}
    lines = [texts.say(language, "broadcast-policy", facts)]
    if since is not None and today < since:
        lines.append(texts.say(language, "policy-since", {"date": word_day(language, since, today)}))
    if areas := policy_words.areas(uow, language, shown):
        lines.append(areas)
    if shown.content.language(language) != language:
        lines.append(texts.plain(language, "policy-other-language"))
    whole = Button(texts.plain(language, "button-policy-whole"), f"y.show.{shown.id}")
    return View("\n".join(lines), ((whole,),))


async def survey(uow: UnitOfWork, broadcast: Broadcast, language: str) -> View:
    """Return a survey as those read it whom it asks by itself; answered by a tap."""
    asked = await uow.get(Survey, broadcast.subject)
    if asked is None:
        raise LookupError("a broadcast without its survey")
    facts = {
        "title": asked.title,
        "date": survey_words.last_day(uow, asked, language),
        "promise": survey_words.promise(asked, language),
    }
    take = Button(texts.plain(language, "survey-button-take"), f"m.surveys.take.{asked.id}")
    return View(texts.say(language, "notice-survey_asked", facts), ((take,),))
