"""Pictures of people, made small and square.

A picture from outside is not to be trusted: it may be no picture, or one that unpacks to gigabytes, and it
tells where and with what it was taken. Only the picture itself is kept.
"""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import catch_warnings

from infoview_desktop.system.regular_file import UnreadableFile, open_regular, shown_name, unreadable

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 256
"""Pixels of the small picture; one that is smaller stays so."""

MOST_BYTES = 25 * 1024 * 1024
_MOST_PIXELS = 64_000_000
_MOST_UNPACKED = 25_000_000
"""Pixels of a picture that has to be unpacked whole: few bytes of a file may be a gigabyte of them."""
_REDUCED_TO = 4 * SIDE
_SHORTEST_SIDE = 8
_QUALITY = 85
_COLOURS = frozenset({"L", "LA", "RGB", "RGBA"})
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP")
"""What cameras, telephones and the web make; each further one is a further reader that can be tricked."""


class NoPictureError(Exception):
    """These bytes are no picture that can be read; `reason` is the fragment of a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read(path: Path) -> bytes:
    """Give the picture in a file as `square_jpeg` does.

    Raises:
        UnreadableFile: It is out of reach, too large or no picture.
    """
    name = shown_name(path)
    try:
        with open_regular(path) as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(unreadable(name, error)) from error
    if len(content) > MOST_BYTES:
        raise UnreadableFile(f"“{name}” has more than {MOST_BYTES // 1024 // 1024} MB; choose a smaller picture.")
    try:
        return square_jpeg(content)
    except NoPictureError as error:
        raise UnreadableFile(f"“{name}” is {error.reason}; choose a picture such as a JPEG or a PNG.") from error


def square_jpeg(content: bytes) -> bytes:
    """Give the middle of a picture as a small JPEG, upright, with nothing else that the file told.

    Raises:
        NoPictureError: It is no picture that can be read in little time and memory.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only who has a picture needs it

    try:
        # A warning is of no use to anybody here: what is wrong is either passed over or told below.
        with catch_warnings(action="ignore"), Image.open(BytesIO(content), formats=_FORMATS) as picture:
            return _squared(picture)
    except UnidentifiedImageError as error:
        raise NoPictureError("no picture") from error
    except (Image.DecompressionBombError, MemoryError) as error:
        raise NoPictureError(_TOO_LARGE) from error
    # What its many readers raise for files that were made to break them.
    except (
        OSError,
        SyntaxError,
        ValueError,
        TypeError,
        LookupError,
        ArithmeticError,
        AttributeError,
        NotImplementedError,
        struct.error,
        zlib.error,
    ) as error:
        raise NoPictureError("a damaged picture") from error


_TOO_LARGE = "a picture of too many pixels"


def _squared(picture: "Image") -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415 - as above

    width, height = picture.size
    if width * height > _MOST_PIXELS:
        raise NoPictureError(_TOO_LARGE)
    if min(width, height) < _SHORTEST_SIDE:
        raise NoPictureError("a picture of too few pixels")
    # A JPEG can be unpacked at a part of its size, which takes a part of the time.
    picture.draft("RGB", (2 * SIDE, 2 * SIDE))
    width, height = picture.size
    if width * height > _MOST_UNPACKED:
        raise NoPictureError(_TOO_LARGE)
    # What follows takes several copies of it.
    reduced = picture if picture.mode in _COLOURS else picture.convert("RGBA")
    reduced = reduced.reduce(max(1, min(width, height) // _REDUCED_TO))
    upright = ImageOps.exif_transpose(reduced)
    side = min(SIDE, *upright.size)
    small = ImageOps.fit(upright.convert("RGBA"), (side, side), Image.Resampling.LANCZOS)
    ground = Image.new("RGB", small.size, "white")
    ground.paste(small, mask=small)
    written = BytesIO()
    ground.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return written.getvalue()
