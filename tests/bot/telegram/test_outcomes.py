import pytest

from bot.telegram.api import Result
from bot.telegram.outcomes import RETRY_AFTER_DEFAULT, ROWS, Kind, Outcome, classify
from bot.telegram.wire import Delivery


def refusal(code: int, text: str, retry_after: float | None = None, migrate_to: int | None = None) -> Result:
    return Result(code, False, code, text, retry_after, migrate_to, Delivery.SENT)


def no_answer(sent: Delivery, status: int | None = None, retry_after: float | None = None) -> Result:
    return Result(status, False, None, "words of the network", retry_after, None, sent)


NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"

REFUSALS = [
    (400, NOT_MODIFIED, Kind.DONE),
    (400, TOO_OLD, Kind.GONE),
    (400, "Bad Request: message to edit not found", Kind.GONE),
    (400, "Bad Request: message can't be edited", Kind.GONE),
    (400, "Bad Request: message to delete not found", Kind.GONE),
    (400, "Bad Request: MESSAGE_ID_INVALID", Kind.GONE),
    (400, "Bad Request: chat not found", Kind.UNREACHABLE),
    (400, "Bad Request: PEER_ID_INVALID", Kind.UNREACHABLE),
    (400, "Bad Request: not enough rights to send text messages to the chat", Kind.UNREACHABLE),
    (400, "Bad Request: message text is empty", Kind.REFUSED),
    (400, "Bad Request: can't parse entities: unsupported start tag", Kind.REFUSED),
    (400, "Bad Request: BUTTON_DATA_INVALID", Kind.REFUSED),
    (401, "Unauthorized", Kind.WRONG_TOKEN),
    (403, "Forbidden: bot was blocked by the user", Kind.UNREACHABLE),
    (403, "Forbidden: user is deactivated", Kind.UNREACHABLE),
    (403, "Forbidden: bot was kicked from the supergroup chat", Kind.UNREACHABLE),
    (403, "Forbidden: MESSAGE_DELETE_FORBIDDEN", Kind.REFUSED),
    (404, "Not Found", Kind.WRONG_TOKEN),
    (404, "Not Found: method not found", Kind.REFUSED),
    (409, "Conflict: terminated by other getUpdates request", Kind.NEVER_SENT),
    (413, "Request Entity Too Large", Kind.REFUSED),
    (421, "Misdirected Request: unallowed token specified", Kind.WRONG_TOKEN),
    (500, "Internal Server Error", Kind.PERHAPS_SENT),
    (502, "Bad Gateway", Kind.PERHAPS_SENT),
]


@pytest.mark.parametrize(("code", "text", "kind"), REFUSALS)
def test_an_error_of_telegram_has_one_meaning(code: int, text: str, kind: Kind) -> None:
    assert classify(refusal(code, text)) == Outcome(kind)


def test_a_taken_message_is_done() -> None:
    assert classify(Result(200, True, None, "", None, None, Delivery.SENT)) == Outcome(Kind.DONE)


def test_too_many_requests_says_how_long_to_wait() -> None:
    result = refusal(429, "Too Many Requests: retry after 17", retry_after=17)
    assert classify(result) == Outcome(Kind.RETRY_AFTER, seconds=17)


def test_too_many_requests_without_a_figure_waits_a_little() -> None:
    assert classify(refusal(429, "Too Many Requests")).seconds == RETRY_AFTER_DEFAULT
    assert classify(no_answer(Delivery.NOT_SENT, 429, retry_after=6)) == Outcome(Kind.RETRY_AFTER, seconds=6)


def test_a_group_that_became_a_supergroup_says_its_new_id() -> None:
    result = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to=-100123)
    assert classify(result) == Outcome(Kind.MIGRATED, chat=-100123)


@pytest.mark.parametrize(
    ("result", "kind"),
    [
        (no_answer(Delivery.NOT_SENT), Kind.NEVER_SENT),
        (no_answer(Delivery.MAYBE), Kind.PERHAPS_SENT),
        (no_answer(Delivery.MAYBE, 200), Kind.PERHAPS_SENT),
        (no_answer(Delivery.MAYBE, 502), Kind.PERHAPS_SENT),
        (no_answer(Delivery.NOT_SENT, 407), Kind.NEVER_SENT),
    ],
)
def test_a_lost_message_is_repeated_only_where_it_cannot_come_twice(result: Result, kind: Kind) -> None:
    assert classify(result).kind is kind


def test_a_403_of_a_proxy_does_not_count_as_blocked_by_the_resident() -> None:
    assert classify(no_answer(Delivery.NOT_SENT, 403)).kind is Kind.NEVER_SENT


def test_every_row_says_why() -> None:
    assert all(row.why.endswith(".") for row in ROWS)


def test_no_row_hides_behind_an_earlier_one() -> None:
    for place, row in enumerate(ROWS):
        text, code = (row.words or ("?",))[0], row.codes[-1]
        assert next(n for n, other in enumerate(ROWS) if other.holds(code, text)) == place
