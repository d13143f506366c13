"""Whether charts can be written on: Chinese needs a font."""

from bot.charts.fonts import LATIN, NoFont, typeface
from bot.doctor.findings import Finding


def look_at_charts(font: str) -> list[Finding]:
    """Look for the font at the path of the settings, or for one that this machine has."""
    try:
        found = typeface(font)
    except NoFont as none:
        return [Finding(f"{none}.", 'Name a font file in [charts] font, or leave it "" to take one that is installed.')]
    if found != LATIN:
        return []
    return [
        Finding(
            "No font with Chinese characters was found: the words of charts stand beside the pictures.",
            "Install one (Debian, Ubuntu: apt install fonts-noto-cjk), or name its file in [charts] font.",
        )
    ]
