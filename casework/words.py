"""Hygiene of texts: cleaned coming in; going out, shortened and split where a reader would pause."""

import re
import unicodedata
from collections.abc import Iterable

# ----- Incoming -----

_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, halves of surrogate pairs (no database takes them), and what can't be seen: soft hyphens,
# zero-width characters, direction overrides and isolates, annotation marks, tags.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
    "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# A joiner has work to do between emoji (a family is one sign) and in the scripts of Persian, Uyghur, Hindi or
# Mongolian; anywhere else it only makes two equal words differ.
_JOINED = "\u0600-\u08ff\u0900-\u0dff\u1800-\u18af\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_IDLE_JOINER = re.compile(f"(?<![{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}])")
_MANY_BLANK_LINES = re.compile("\n{4,}")


def clean(text: str) -> str:
    """Return a text fit to store and to show: composed (NFC), without controls and characters nobody sees.

    No space at its ends or those of its lines, and at most two blank lines together. Full-width and other
    compatibility characters stay as they were written (no NFKC): names and quotes must not change.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        # One line without controls and formats: nearly all texts.
        return text.strip()
    seen = _UNSEEN.sub("", _LINE_BREAK.sub("\n", text))
    composed = unicodedata.normalize("NFC", _IDLE_JOINER.sub("", seen))
    lines = "\n".join(line.rstrip() for line in composed.split("\n"))
    return _MANY_BLANK_LINES.sub("\n\n\n", lines).strip()


# ----- Outgoing -----

_WIDE = "\u2e80-\uffef"  # Chinese letters and marks, after which no space follows a full stop.
_CLOSING = "”’」』）】》\"')\\]"
_PARAGRAPH = re.compile(r"(?=\n\n)")
_LINE = re.compile(r"(?=\n)")
# "No." and "St." end no sentence.
_SENTENCE = re.compile(rf"[。！？…]+[{_CLOSING}]*|(?<!\b[A-Z][a-z])[.!?]+[{_CLOSING}]*(?=[\s{_WIDE}])")
_CLAUSE = re.compile(rf"[，、；：]+[{_CLOSING}]*|[,;:]+[{_CLOSING}]*(?=[\s{_WIDE}])")
_SPACE = re.compile(r"(?=\s)")
_IDLE_SPACE = re.compile(r"(?<=[。！？；，、：]) ")

# Every third letter begins by addressing someone; a summary begins after it.
_GREETING = re.compile(
    r"""(?:(?:
        (?:尊敬|敬爱)的[^，。！？；：,.!?;:\s]{1,16}[，。！：,!:\s]
      | [^，。！？；：,.!?;:\s]{0,6}(?:您|你|你们|大家)好[，。！：,.!:\s]
      | [^，。！？；：,.!?;:\s]{0,4}(?:领导|书记|省长|市长|县长|区长|镇长|乡长|厅长|局长|主任)们?[：:！!]
      | dear\ [^,.!?:\n]{1,40}[,!:\n]
      | (?:hello|hi|good\ (?:morning|afternoon|evening))(?:\ \w+){0,2}[,.!\n]
      | to\ whom\ it\ may\ concern[,.:\n]
    )[，。！：,.!:\s]*){1,3}""",
    re.IGNORECASE | re.VERBOSE,
)
_ELLIPSIS = "…"
_JOINERS = "\u200c\u200d"


def summary(text: str, limit: int) -> str:
    """Return the beginning of a text on one line, without its greeting, in at most `limit` characters.

    What is too long ends after a sentence, else a clause, else a word; an ellipsis says that there is more.
    A boundary in the first half is passed over: "It happened again…" would tell nobody anything.
    """
    if limit < 1:
        raise ValueError("a summary needs at least one character")
    line = _IDLE_SPACE.sub("", " ".join(_without_greeting(text.strip()).split()))
    if len(line) <= limit:
        return line
    end = _natural_end(line, 0, limit - len(_ELLIPSIS), (_SENTENCE, _CLAUSE, _SPACE))
    return line[:end].rstrip("。，、；：….,;:—- ") + _ELLIPSIS


def split_message(text: str, limit: int = 4096) -> list[str]:
    """Split a text into stripped messages of at most `limit` UTF-16 code units; a blank text gives none.

    Telegram allows 4,096 characters once entities are parsed and counts offsets in UTF-16 code units, the
    measure that is safe whichever it means by characters. So `text` is plain, without markup.
    Cuts fall between paragraphs, lines, sentences, clauses or words, in this order, and never within a
    character that is made of several code points unless it alone exceeds the limit.
    """
    if limit < 2:
        raise ValueError("a message needs two code units, as one emoji does")
    pieces = []
    start = 0
    while start < len(text):
        end = _end_within(text, start, limit)
        if end < len(text):
            end = _natural_end(text, start, end, (_PARAGRAPH, _LINE, _SENTENCE, _CLAUSE, _SPACE))
        pieces.append(text[start:end].strip())
        start = end
    return [piece for piece in pieces if piece]


def utf16_length(text: str) -> int:
    """Count the UTF-16 code units of a text, as Telegram's offsets and lengths do."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fits_callback(data: str) -> bool:
    """Tell whether a string may be the callback data of a Telegram button: 1 to 64 bytes of UTF-8."""
    return 1 <= len(data.encode("utf-8", "surrogatepass")) <= 64


def _without_greeting(text: str) -> str:
    greeting = _GREETING.match(text)
    return text[greeting.end() :] or text if greeting else text


def _end_within(text: str, start: int, limit: int) -> int:
    """Return the furthest index so that text[start:index] has at most `limit` UTF-16 code units."""
    if 2 * (len(text) - start) <= limit:
        return len(text)
    for end in range(start, len(text)):
        limit -= 2 if text[end] > "\uffff" else 1
        if limit < 0:
            return end
    return len(text)


def _natural_end(text: str, start: int, end: int, boundaries: Iterable[re.Pattern[str]]) -> int:
    """Return where to cut text[start:end]: at the last match, in its second half, of the first such pattern.

    Without a match it is the end of the last whole character.
    """
    half = start + (end - start) // 2
    for boundary in boundaries:
        # One character more for what a boundary looks ahead to.
        ends = [found.end() for found in boundary.finditer(text, start, end + 1)]
        within = [place for place in ends if max(half, start + 1) <= place <= end]
        if within:
            return within[-1]
    place = end
    while place > start and not _separates(text, start, place):
        place -= 1
    return place if place > start else end


def _separates(text: str, start: int, place: int) -> bool:
    """Tell whether a character as people see it ends at `place`: Unicode's grapheme rules, made simple."""
    before, after = text[place - 1], text[place]
    if before == "\u200d" or after in _JOINERS or unicodedata.category(after) in ("Mn", "Mc", "Me"):
        return False
    if "\U0001f3fb" <= after <= "\U0001f3ff":  # The colour of a skin.
        return False
    if _is_regional(before) and _is_regional(after):  # Two letters make a flag.
        return _regionals_before(text, start, place) % 2 == 0
    return True


def _regionals_before(text: str, start: int, place: int) -> int:
    first = place
    while first > start and _is_regional(text[first - 1]):
        first -= 1
    return place - first


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
