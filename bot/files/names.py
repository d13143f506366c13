"""Names of files as people gave them, made fit for a header, a message and a disk that is not ours."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

LONGEST: Final = 100
"""Characters of a name; its end, such as ".docx", is always among them."""

_ENDS: Final[Mapping[str, str]] = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "image/avif": ".avif",
    "audio/ogg": ".ogg",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/amr": ".amr",
    "audio/webm": ".webm",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
    "video/3gpp": ".3gp",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}
# Folders and whatever has a meaning in a header or to some disk.
_UNFIT: Final = re.compile(r'[/\\:*?"<>|;%]+')
_UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def file_name(name: str, mime: str) -> str:
    """Return a name without folders, line ends, and signs that are not seen or turn the writing around.

    A nameless file is called "file", with the end that its media type `mime` has.
    """
    seen = "".join(each for each in name if unicodedata.category(each) not in _UNSEEN)
    whole = _UNFIT.sub("_", seen.replace("\\", "/").rpartition("/")[2]).strip(" .")
    if not whole:
        return f"file{_ENDS.get(mime, '')}"
    end = PurePosixPath(whole).suffix[:16]
    return whole[: LONGEST - len(end)].removesuffix(end) + end
