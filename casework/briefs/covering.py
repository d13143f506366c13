"""What the public may read of figures: no small group, and none that can be worked out from the others."""

from collections.abc import Sequence


def covered(counts: Sequence[int], least: int) -> list[int | None]:
    """Return parts of a whole that is known, with None for those that must not be shown.

    Groups of 1 to `least` - 1 are covered. Whoever knows the whole could work out what is covered where it is one group
    alone, or where all covered ones together are few: so the next smallest ones are covered, too. 0 says of nobody
    anything, and stands.
    """
    hidden = {at for at, count in enumerate(counts) if 0 < count < least}
    others = sorted((count, at) for at, count in enumerate(counts) if count >= least)
    while hidden and others and (len(hidden) < 2 or sum(counts[at] for at in hidden) < least):
        hidden.add(others.pop(0)[1])
    return [None if at in hidden else count for at, count in enumerate(counts)]
