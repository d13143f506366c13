"""Who announces and runs a reception day, and who may know of a visit.

A leader and the intake office of an area, and of every area above it. Of a visit that accuses a unit nobody learns who
serves in it or below it, nor whoever stands no higher than it does (articles 30 and 46).
"""

from collections.abc import Iterable
from typing import Final

from casework.areas import Area
from casework.organisation import Organisation
from casework.people import Post, Role
from casework.reach import over
from casework.reception.days import Booking, Reception
from casework.reception.series import Series
from casework.shielding import is_accused, watch_area
from casework.staff import Staff

OFFICE: Final = frozenset({Role.LEADER, Role.DISPATCHER})
"""The posts over an area that receive: the leader, and the office that does it for them."""


def may_announce(posts: Iterable[Post], area: Area) -> bool:
    """Tell whether somebody with these posts announces reception days in an area."""
    return over(posts, OFFICE, area.path)


def runs(posts: Iterable[Post], held: Reception | Series) -> bool:
    """Tell whether somebody with these posts is of the office that receives on a day, or on those of a series."""
    return over(posts, OFFICE, held.area_path)


def office_of(staff: Staff, reception: Reception) -> list[int]:
    """Return the ids of those who are of the office that receives on a day, each once."""
    return list(dict.fromkeys(post.person_id for post in staff.all() if runs((post,), reception)))


def answering(staff: Staff, held: Reception | Series) -> list[int]:
    """Return who is told what becomes of a day or a series: the leader, and whoever has announced it, each once and as
    long as they still run it.
    """
    people = dict.fromkeys((held.host_id, held.published_by))
    return [person_id for person_id in people if runs(staff.of(person_id), held)]


def reads(org: Organisation, posts: Iterable[Post], booking: Booking) -> bool:
    """Tell whether somebody with these posts, who runs the day, may know of a visit."""
    posts = tuple(posts)
    if is_accused(org, booking, posts):
        return False
    seen_from = watch_area(org, booking.accused) if booking.shielded else None
    return seen_from is None or over(posts, OFFICE, org.areas[seen_from].path)


def reads_names(posts: Iterable[Post], reception: Reception) -> bool:
    """Tell whether somebody with these posts reads visitors' names on a day, and words as they were written: its intake
    office alone, not whoever is of the intake office of another area.
    """
    return over(posts, frozenset({Role.DISPATCHER}), reception.area_path)
