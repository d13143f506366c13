"""A photo such as a resident takes, drawn: the channel between the fields has caved in. It holds where it was taken."""

from io import BytesIO
from random import Random
from typing import Final

from PIL import Image, ImageDraw, ImageFilter
from PIL.ExifTags import GPS, IFD

WIDTH: Final = 1600
HEIGHT: Final = 1200
_HORIZON: Final = 430
_FAR_HILLS: Final = [(0, 430), (0, 300), (260, 210), (560, 350), (830, 250), (1210, 380), (1600, 270), (1600, 430)]
_NEAR_HILLS: Final = [(0, 440), (0, 390), (420, 330), (900, 410), (1300, 350), (1600, 400), (1600, 440)]
_GAP: Final = [(925, 720), (1180, 700), (1480, 980), (1290, 1110), (760, 1080), (640, 830), (760, 760)]
_SLABS: Final = ((840, 850, 24), (1010, 930, -17), (930, 1010, 40), (1150, 870, 61), (760, 960, -38))
"""Where slabs lie, and how they are turned, in degrees."""


def caved_in_channel() -> bytes:
    """Return the photo as a JPEG, the same at every call."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), "#7d9a52")
    draw = ImageDraw.Draw(picture)
    chance = Random(7)
    _landscape(draw, chance)
    _channel(draw)
    _gap(draw, chance)
    for x, y, turn in _SLABS:
        slab = Image.new("RGBA", (210, 96), "#c3c0b4")
        ImageDraw.Draw(slab).line((0, 90, 210, 90), fill="#85827a", width=12)
        turned = slab.rotate(turn, expand=True, resample=Image.Resampling.BICUBIC)
        picture.paste(turned, (x - 100, y - 60), turned)
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (27.0, 0.0, 36.0)
    saved = BytesIO()
    picture.filter(ImageFilter.GaussianBlur(1.4)).save(saved, "JPEG", quality=86, exif=exif)
    return saved.getvalue()


def _landscape(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    for row in range(_HORIZON):
        light = row / _HORIZON
        draw.line((0, row, WIDTH, row), fill=(int(150 + 75 * light), int(186 + 44 * light), int(214 + 22 * light)))
    draw.polygon(_FAR_HILLS, "#7f9a95")
    draw.polygon(_NEAR_HILLS, "#647f5c")
    for _ in range(9000):
        x, y = chance.uniform(0, WIDTH), _HORIZON + 8 + (HEIGHT - _HORIZON) * chance.random() ** 2
        tip = (x + chance.uniform(-4, 4), y - 3 - (y - _HORIZON) / 34)
        shade = chance.randint(-22, 22)
        draw.line((x, y, *tip), fill=(112 + shade, 142 + shade, 62 + shade // 2), width=2)


def _channel(draw: ImageDraw.ImageDraw) -> None:
    """Draw banks of concrete that come towards whoever looks, with water between them."""
    draw.polygon([(770, 432), (850, 432), (1330, 1200), (330, 1200)], "#b7b4a8")
    draw.polygon([(784, 432), (836, 432), (1180, 1200), (480, 1200)], "#8d8a7e")
    draw.polygon([(792, 432), (828, 432), (1010, 800), (600, 800)], "#5f7f8c")
    for y in range(470, 1200, 66):
        half = 40 + (y - 432) * 0.6
        draw.line((810 - half, y, 810 - half * 0.72, y), fill="#8f8c81", width=3)
        draw.line((810 + half, y, 810 + half * 0.72, y), fill="#8f8c81", width=3)


def _gap(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    """Draw earth where the right bank was."""
    draw.polygon(_GAP, "#6e553b")
    for _ in range(1500):
        x, y = chance.gauss(1010, 190), chance.gauss(900, 90)
        if 660 < x < 1400 and 735 < y < 1080:
            size, shade = chance.uniform(3, 17), chance.randint(-26, 26)
            draw.ellipse((x, y, x + size, y + size * 0.7), fill=(116 + shade, 90 + shade, 62 + shade))
