"""What is due for a survey: somebody's word that it goes out, asking, one reminder, its end."""

from datetime import datetime, timedelta

from casework.petitions import times_fired
from casework.plans.due import Due, any_day, working_day
from casework.surveys.model import Survey, SurveyState
from casework.unit_of_work import Rules


def plan_survey(survey: Survey, rules: Rules) -> list[Due]:
    """Return a survey's plan. Never empty while it is open.

    Residents are asked, and reminded, some at a time: each round begins where the one before has ended.
    """
    figures = rules.profile.research
    if survey.state is SurveyState.DRAFT:
        return [working_day(rules, "survey_left", 0, survey.created_at + timedelta(days=figures.draft_days))]
    if survey.state is SurveyState.WAITING:
        day = rules.calendar.add_working_days(
            rules.calendar.day(_last(survey, "survey_waits")), figures.approve_working_days
        )
        at = rules.calendar.at(day, rules.profile.times.digest_at)
        return [working_day(rules, "survey_waits", times_fired(survey, "survey_waits"), at)]
    if survey.state is not SurveyState.OPEN or survey.closes_at is None:
        return []
    wanted = [any_day(rules, "survey_close", times_fired(survey, "survey_close"), survey.closes_at)]
    if survey.asking is not None:
        wanted.append(any_day(rules, "survey_ask", times_fired(survey, "survey_ask"), _last(survey, "survey_ask")))
    elif survey.reminding is not None:
        # One reminder, some days before the end; a survey that is open for less than twice that has none.
        at = survey.closes_at - timedelta(days=figures.remind_days)
        if at - survey.epoch_at >= timedelta(days=figures.remind_days):
            wanted.append(any_day(rules, "survey_remind", times_fired(survey, "survey_remind"), at))
    return wanted


def _last(survey: Survey, kind: str) -> datetime:
    fired = survey.fired.get(kind)
    return fired.at if fired is not None else survey.epoch_at
