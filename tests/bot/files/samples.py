"""Small files of every kind, made here: pictures with what a camera notes in them, and boxes as phones write them."""

import io
import zipfile
from typing import Any, Final

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

SECRET: Final = "SECRET-phone-of-Ann"
XMP: Final = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><who>{SECRET}</who></x:xmpmeta>'.encode()
PLACE: Final = (34.0, 15.0, 7.0)


def picture(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    """Return a picture whose left half is red, so that it can be seen which way it is turned."""
    image = Image.new(mode, size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    return image


def exif(orientation: int = 1) -> Image.Exif:
    """Return what a phone notes: device, place and how the picture is turned."""
    noted = Image.Exif()
    noted[Base.Make] = SECRET
    noted[Base.Orientation] = orientation
    noted.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = PLACE
    return noted


def photo(kind: str = "JPEG", orientation: int = 1, size: tuple[int, int] = (60, 40), **others: Any) -> bytes:
    """Return a picture as a camera saves it, with all the traces that its format has room for."""
    saved = io.BytesIO()
    if kind == "PNG":
        told = PngInfo()
        told.add_text("Author", SECRET)
        told.add_itxt("XML:com.adobe.xmp", XMP.decode())
        others["pnginfo"] = told
    else:
        others["xmp"] = XMP
    if kind == "JPEG":
        others["comment"] = SECRET
    picture(size).save(saved, kind, exif=exif(orientation), **others)
    return saved.getvalue()


def several() -> bytes:
    """Return a JPEG with a second picture behind the first, as phones of some makes write them."""
    saved = io.BytesIO()
    picture().save(saved, "MPO", save_all=True, append_images=[picture((30, 20))], exif=exif(6))
    return saved.getvalue()


def moving(kind: str) -> bytes:
    """Return a picture of two frames."""
    saved = io.BytesIO()
    frames = [picture(), picture().rotate(180)]
    frames[0].save(saved, kind, save_all=True, append_images=frames[1:])
    return saved.getvalue()


def box(kind: bytes, *parts: bytes) -> bytes:
    """Return a box of an ISO base media file."""
    body = b"".join(parts)
    return (8 + len(body)).to_bytes(4) + kind + body


def film(brand: bytes = b"isom") -> bytes:
    """Return the boxes of a film that notes the place where it was made, in the film and in its track."""
    note = box(b"udta", box(b"\xa9xyz", SECRET.encode()))
    track = box(b"trak", box(b"tkhd", bytes(84)), box(b"meta", bytes(4), SECRET.encode()))
    start = box(b"ftyp", brand, bytes(4), brand)
    return start + box(b"moov", box(b"mvhd", bytes(100)), track, note) + box(b"mdat", b"pictures and sound")


def still(brand: bytes = b"heic", method: int = 0) -> bytes:
    """Return the boxes of a HEIC with an EXIF and an XMP item: by offsets in the file (0), or within `idat` (1)."""
    noted, shown = [SECRET.encode(), XMP], b"how it looks"
    start = box(b"ftyp", brand, bytes(4), b"mif1", brand)
    kinds = [b"hvc1", b"Exif", b"mime"]
    infos = [
        box(b"infe", bytes((2, 0, 0, 0)), (number + 1).to_bytes(2), bytes(2), kind, b"\0")
        for number, kind in enumerate(kinds)
    ]
    iinf = box(b"iinf", bytes(4), len(infos).to_bytes(2), *infos)
    pieces = [shown, *noted]

    def meta(first: int) -> bytes:
        entries = []
        at = first
        for number, piece in enumerate(pieces):
            place = [(number + 1).to_bytes(2), method.to_bytes(2), bytes(2), (1).to_bytes(2)]
            entries.append(b"".join((*place, at.to_bytes(4), len(piece).to_bytes(4))))
            at += len(piece)
        iloc = box(b"iloc", bytes((1, 0, 0, 0)), b"\x44\x00", len(pieces).to_bytes(2), *entries)
        held = [box(b"idat", *pieces)] if method == 1 else []
        return box(b"meta", bytes(4), iinf, iloc, *held)

    if method == 1:
        return start + meta(0)
    first = len(start) + len(meta(0)) + 8
    return start + meta(first) + box(b"mdat", *pieces)


def archive(*names: str) -> bytes:
    """Return a zip that holds files of these names."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as held:
        for name in names:
            held.writestr(name, "")
    return saved.getvalue()


def office(folder: str, *more: str) -> bytes:
    """Return what a document of an office program looks like from the outside."""
    return archive("[Content_Types].xml", f"{folder}/document.xml", *more)
