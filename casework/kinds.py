"""The kinds of petitions, and which of them a text is likely to be."""

from enum import StrEnum


class PetitionKind(StrEnum):
    """What a petition is: its path, its clock, its closing question and its place in the statistics follow."""

    QUESTION = "question"
    SUGGESTION = "suggestion"  # article 29: studied and answered
    REQUEST = "request"  # article 31(6): the only kind with sixty days, an extension and reviews
    REPORT = "report"  # of a violation by a company or a private person
    ACCUSATION = "accusation"  # article 30: of an official or a public unit
    THANKS = "thanks"
