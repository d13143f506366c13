"""Who answered what in a survey with names: what is read of one person, and by whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from casework.organisation import Organisation
from casework.people import Post
from casework.staff import Staff
from casework.surveys.model import Survey
from casework.surveys.rights import may_see, post_there


@dataclass(frozen=True, slots=True)
class Respondent:
    """One person's answers by the number of the ask, from a place and a group; `name` is as they gave it, "" for none.

    The name stands here as long as it is known who took part (`survey_days` of the settings).
    """

    name: str
    area_id: int | None
    team: int | None
    answers: Mapping[int, str]


def respondents(rows: Sequence[Sequence[Any]]) -> list[Respondent]:
    """Return the people of rows (person, name, area, group, ask, value); those of one person stand together."""
    found = []
    for _, group in groupby(rows, key=itemgetter(0)):
        own = list(group)
        _, name, area_id, team, *_ = own[0]
        found.append(Respondent(name, area_id, team, {row[4]: row[5] for row in own}))
    return found


def reader(staff: Staff, org: Organisation, person_id: int, survey: Survey) -> Post | None:
    """Return the post by which somebody may read who answered what: its author, and those who may approve it.

    None for everybody else, for an anonymous survey, and for one whose people were promised that nobody would.
    """
    if survey.anonymous or not survey.tells_names or not may_see(staff, org, person_id, survey):
        return None
    return post_there(staff, org, person_id, survey.area_id)
