"""Which language a person gets at first: the channel's hint, else the script of the words."""

import re

_HAN = re.compile(r"[㐀-鿿]")


def first_language(hint: str, text: str, offered: tuple[str, ...]) -> str:
    """Return one of `offered`: Chinese for Chinese words or a "zh..." hint, else English if it is offered."""
    wanted = "zh" if _HAN.search(text) or hint.casefold().startswith("zh") else "en"
    if not text and not hint:
        return offered[0]
    return wanted if wanted in offered else offered[0]
