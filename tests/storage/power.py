"""A file layer that remembers what SQLite writes and syncs, so that the power can be cut at any moment of it.

    with recorded(path) as course:
        ...                         # the service works on the database at `path`
        course.confirm("filed")
    for disk in course.disks(): ...     # what a disk may hold after a cut

The layer is a VFS (https://www.sqlite.org/vfs.html) around the usual one, made in the library that Python has loaded:
it notes write, truncate and sync of each file, and carries them out. A cut may lose what was written and not synced.
"""

import _sqlite3
import ctypes
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Final

SECTOR: Final = 512
"""Bytes that a disk writes whole or not at all."""

_library = ctypes.CDLL(_sqlite3.__file__)
_pointer, _int, _int64 = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_OPEN = ctypes.CFUNCTYPE(_int, _pointer, _pointer, _pointer, _int, _pointer)
_WRITE = ctypes.CFUNCTYPE(_int, _pointer, _pointer, _int, _int64)
_TRUNCATE = ctypes.CFUNCTYPE(_int, _pointer, _int64)
_SYNC = ctypes.CFUNCTYPE(_int, _pointer, _int)


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, up to its third version."""

    _fields_ = [
        ("version", _int),
        ("close", _pointer),
        ("read", _pointer),
        ("write", _pointer),
        ("truncate", _pointer),
        ("sync", _pointer),
        ("others", _pointer * 13),
    ]


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, as far as it is touched; the rest is copied as it is."""

    _fields_ = [
        ("version", _int),
        ("file_size", _int),
        ("longest_path", _int),
        ("next", _pointer),
        ("name", ctypes.c_char_p),
        ("app_data", _pointer),
        ("open", _pointer),
        ("others", _pointer * 15),
    ]


@dataclass(frozen=True)
class Done:
    """Something done to a file: bytes written at a place, its size cut, or (neither) everything synced."""

    name: str
    at: int = 0
    written: bytes | None = None
    size: int | None = None


@dataclass
class Course:
    """What was done, in order; and after how much of it what was confirmed to people."""

    start: dict[str, bytes]
    done: list[Done] = field(default_factory=list)
    confirmed: list[tuple[int, Any]] = field(default_factory=list)

    def confirm(self, what: Any) -> None:
        """Note that from now on this must be there, whatever happens."""
        self.confirmed.append((len(self.done), what))

    def disks(self, rng: Random) -> Iterator[tuple[dict[str, bytes], list[Any]]]:
        """Yield what the files may hold, and what was confirmed, for a cut just before and just after each sync.

        Of what was not synced either nothing is left, or some, in sectors.
        """
        for number, each in enumerate(self.done):
            if each.written is None and each.size is None:
                for end in (number, number + 1):
                    known = [what for at, what in self.confirmed if at <= end]
                    yield self._disk(end, None), known
                    yield self._disk(end, rng), known

    def _disk(self, end: int, rng: Random | None) -> dict[str, bytes]:
        files = {name: bytearray(content) for name, content in self.start.items()}
        waiting: dict[str, list[Done]] = defaultdict(list)
        for each in self.done[:end]:
            waiting[each.name].append(each)
            if each.written is None and each.size is None:
                for step in waiting.pop(each.name):
                    _carry_out(files.setdefault(step.name, bytearray()), step)
        for name, steps in waiting.items():
            file = files.setdefault(name, bytearray())
            for step in steps if rng is not None else ():
                for piece in _sectors(step):
                    if rng is not None and rng.random() < 0.5:
                        _carry_out(file, piece)
        return {name: bytes(content) for name, content in files.items()}


def _sectors(step: Done) -> Iterator[Done]:
    if step.written is None:
        yield step
        return
    for start in range(0, len(step.written), SECTOR):
        yield Done(step.name, step.at + start, step.written[start : start + SECTOR])


def _carry_out(file: bytearray, step: Done) -> None:
    if step.size is not None:
        del file[step.size :]
    elif step.written is not None:
        file.extend(bytes(max(0, step.at - len(file))))
        file[step.at : step.at + len(step.written)] = step.written


class _Layer:
    """The VFS: the usual one, whose open files also tell the course what is done to them."""

    def __init__(self, usual: int, course: Course, folder: Path) -> None:
        self._course = course
        self._folder = folder
        self._names: dict[int, str] = {}
        self._methods: dict[int, _Methods] = {}
        self.usual = _Vfs.from_address(usual)
        self.vfs = _Vfs()
        # The whole of it, whatever version it is of: its other functions stay the usual ones.
        ctypes.memmove(ctypes.addressof(self.vfs), usual, ctypes.sizeof(_Vfs))
        self.vfs.name = b"recorded"
        self._usual_open = _OPEN(self.usual.open)
        self._kept: list[Any] = [opened := _OPEN(self._open)]
        self.vfs.open = ctypes.cast(opened, _pointer)

    def _open(self, vfs: int, path: int | None, file: int, flags: int, out: int) -> int:
        # The path is passed on as it is: SQLite reads on behind its end.
        status: int = self._usual_open(vfs, path, file, flags, out)
        where = Path(ctypes.string_at(path).decode()) if path else None
        if status == 0 and where is not None and where.parent == self._folder:
            self._names[file] = where.name
            held = _pointer.from_address(file)
            assert held.value is not None
            held.value = ctypes.addressof(self._noting(held.value))
        return status

    def _noting(self, usual: int) -> _Methods:
        """Return the methods of an open file that note what they do; one set for each of the usual ones."""
        if usual not in self._methods:
            methods = _Methods()
            ctypes.memmove(ctypes.addressof(methods), usual, ctypes.sizeof(_Methods))
            write, truncate, sync = _WRITE(methods.write), _TRUNCATE(methods.truncate), _SYNC(methods.sync)

            def note_write(file: int, data: int, size: int, at: int) -> int:
                self._course.done.append(Done(self._names[file], at, ctypes.string_at(data, size)))
                return int(write(file, data, size, at))

            def note_truncate(file: int, size: int) -> int:
                self._course.done.append(Done(self._names[file], size=size))
                return int(truncate(file, size))

            def note_sync(file: int, flags: int) -> int:
                self._course.done.append(Done(self._names[file]))
                return int(sync(file, flags))

            noting = (_WRITE(note_write), _TRUNCATE(note_truncate), _SYNC(note_sync))
            methods.write, methods.truncate, methods.sync = (ctypes.cast(each, _pointer) for each in noting)
            self._kept += noting
            self._methods[usual] = methods
        return self._methods[usual]


@contextmanager
def recorded(database: Path) -> Iterator[Course]:
    """Record what is done to a database and the files beside it, for connections that are opened within the block."""
    start = {each.name: each.read_bytes() for each in database.parent.iterdir() if each.is_file()}
    course = Course(start)
    find, register, unregister = (
        getattr(_library, f"sqlite3_vfs_{each}") for each in ("find", "register", "unregister")
    )
    find.restype, find.argtypes = _pointer, [ctypes.c_char_p]
    register.argtypes, unregister.argtypes = [_pointer, _int], [_pointer]
    layer = _Layer(find(None), course, database.parent)
    assert register(ctypes.byref(layer.vfs), 1) == 0
    try:
        yield course
    finally:
        unregister(ctypes.byref(layer.vfs))
        register(ctypes.byref(layer.usual), 1)
