"""How often somebody may do something: so many a minute, with some at once."""

from collections import OrderedDict


class Limit:
    """A limit kept for each key by itself, in memory. Times are seconds of a clock that never goes back, passed in.

    `burst` may come at once; after that one every `60 / per_minute` seconds. A key at rest is forgotten.
    """

    def __init__(self, per_minute: float, burst: int) -> None:
        self._interval = 60 / per_minute
        self._allowance = (burst - 1) * self._interval
        # When a key will be at rest again; the one that was used longest ago stands first.
        self._rest_at: OrderedDict[str, float] = OrderedDict()

    def __len__(self) -> int:
        """Return the number of keys remembered."""
        return len(self._rest_at)

    def take(self, key: str, now: float) -> float:
        """Count one more for `key` and return 0; or return the seconds to wait, and count nothing."""
        self._forget(now)
        rest_at = max(self._rest_at.get(key, now), now)
        wait = rest_at - now - self._allowance
        if wait > 0:
            return wait
        self._rest_at[key] = rest_at + self._interval
        self._rest_at.move_to_end(key)
        return 0.0

    def _forget(self, now: float) -> None:
        """Forget two keys at most: more than one that a call can add, so that the rest cannot grow."""
        for _ in range(2):
            key = next(iter(self._rest_at), None)
            if key is None or self._rest_at[key] > now:
                return
            del self._rest_at[key]
