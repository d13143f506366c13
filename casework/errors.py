"""What a verb refuses, as data: a code for the text files and the fields that the text needs."""

from typing import Any


class Refused(Exception):
    """A verb was refused. `code` names the text that the person gets (`refused-CODE`), `fields` what stands in it."""

    def __init__(self, code: str, **fields: Any) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields


class NotYours(Refused):
    """Not visible to this person. The same answer as for a case that does not exist."""

    def __init__(self) -> None:
        super().__init__("not-found")


class Stale(Refused):
    """The button or the question belongs to an earlier state of the case; the present state is shown instead."""

    def __init__(self, case_id: int) -> None:
        super().__init__("stale")
        self.case_id = case_id
