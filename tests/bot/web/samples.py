"""Files such as people send, made here; and a desk that takes them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from casework.actions.files import receive
from casework.files import File
from casework.people import Address
from casework.unit_of_work import UnitOfWork
from handlers import service
from handlers.messages import Incoming, Turn

Take = Callable[[UnitOfWork, Incoming], Awaitable[Turn]]

PDF = b"%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
VOICE = b"OggS\x00\x02" + bytes(20) + b"\x01\x13OpusHead\x01\x01" + bytes(400)
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + bytes(20) + b"V_VP8" + bytes(400)
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><title>x</title><script>alert(1)</script>"
PROGRAM = b"MZ\x90\x00" + bytes(200)
DEVICE = "A phone of nobody"


def photo(width: int = 800, height: int = 600, kind: str = "JPEG") -> bytes:
    """Return a picture that says where it was taken, and by what."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    exif = Image.Exif()
    exif[Base.Model] = DEVICE
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (27.0, 18.0, 3.0)
    saved = BytesIO()
    picture.save(saved, kind, exif=exif)
    return saved.getvalue()


def tells_where(picture: bytes) -> bool:
    """Return whether a picture says where or by what it was taken."""
    with Image.open(BytesIO(picture)) as opened:
        exif = opened.getexif()
        return Base.Model in exif or bool(exif.get_ifd(IFD.GPSInfo)) or DEVICE.encode() in picture


def size_of(picture: bytes) -> tuple[int, int]:
    """Return how wide and how high a picture is."""
    with Image.open(BytesIO(picture)) as opened:
        return opened.size


@pytest.fixture
def takes_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the conversations take files."""
    monkeypatch.setattr(service, "take", taking(service.take))


def taking(
    take: Callable[[UnitOfWork, Incoming], Awaitable[Turn]],
) -> Callable[[UnitOfWork, Incoming], Awaitable[Turn]]:
    """Return a way to answer messages that takes the files which they bring, where the conversations do not."""

    async def taken(uow: UnitOfWork, incoming: Incoming) -> Turn:
        turn = await take(uow, incoming)
        if turn.files:
            return turn
        address = await uow.get(Address, incoming.sender)
        assert address is not None
        files = [
            receive(
                uow,
                File(
                    uow.new_id(),
                    address.person_id,
                    each.kind,
                    number,
                    uow.now,
                    each.source,
                    incoming.ref,
                    each.name,
                    each.mime,
                    each.size,
                    each.seconds,
                    each.digest,
                ),
            )
            for number, each in enumerate(incoming.files, 1)
        ]
        return replace(turn, files=tuple(each.id for each in files))

    return taken
