"""Ids come in blocks, so that they are known before anything is flushed; a block lost in a crash leaves a gap."""

from storage.dialects import Database

SIZE = 20_000
LEAST = 5_000


class IdBlock:
    """The ids that this process may still give out."""

    def __init__(self) -> None:
        self._next = 0
        self._end = 0

    def take(self) -> int:
        """Return the next id. Raises RuntimeError where the block is used up in one batch."""
        if self._next >= self._end:
            raise RuntimeError("the block of ids is used up")
        self._next += 1
        return self._next - 1

    @property
    def mark(self) -> tuple[int, int]:
        """The block, known by its end, and the id that `take` gives next: to ask `given_since` later."""
        return self._end, self._next

    def given_since(self, mark: tuple[int, int], id_: int) -> bool:
        """Return whether this process gave out an id since `mark`. Another one's block may lie above this one's."""
        end, first = mark
        return end == self._end and first <= id_ < self._next

    async def fill(self, database: Database) -> None:
        """Take a new block where few ids are left."""
        if self._end - self._next < LEAST:
            await self.renew(database)

    async def renew(self, database: Database) -> None:
        """Take a new block: its ids lie above all that any process has taken until now."""
        end = await database.take_ids(SIZE)
        self._next, self._end = end - SIZE, end
