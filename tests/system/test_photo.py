"""Pictures from outside: small and square in the book, or refused by name."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from infoview_desktop.system import photo
from infoview_desktop.system.photo import NoPictureError, square_jpeg
from infoview_desktop.system.regular_file import UnreadableFile
from tests.pictures import picture


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "WEBP"])
@pytest.mark.parametrize(("size", "side"), [((400, 300), 256), ((300, 900), 256), ((40, 30), 30)])
def test_a_picture_becomes_a_small_square_jpeg(kind, size, side):
    small = opened(square_jpeg(picture("red", size, kind)))
    assert (small.format, small.mode, small.size) == ("JPEG", "RGB", (side, side))
    assert small.getpixel((side // 2, side // 2))[0] > 200


def test_the_middle_is_kept():
    wide = Image.new("RGB", (300, 100), "red")
    wide.paste("blue", (100, 0, 200, 100))
    content = BytesIO()
    wide.save(content, "PNG")
    small = opened(square_jpeg(content.getvalue()))
    assert all(small.getpixel((x, 50))[2] > 200 for x in (5, 50, 95))


def test_it_stands_upright_and_tells_nothing_else():
    lying = Image.new("RGB", (200, 200), "red")
    lying.paste("blue", (0, 0, 200, 100))  # the upper half
    told = Image.Exif()
    told[0x0112] = 6  # turned to the right when it is shown
    told[0x010F] = "A Camera"
    content = BytesIO()
    lying.save(content, "JPEG", exif=told, comment=b"taken at home")
    small = square_jpeg(content.getvalue())
    right, left = opened(small).getpixel((180, 100)), opened(small).getpixel((20, 100))
    assert right[2] > 200 > left[2]
    assert not opened(small).getexif()
    assert b"Camera" not in small
    assert b"home" not in small


def test_what_can_be_seen_through_is_white():
    content = BytesIO()
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(content, "PNG")
    assert opened(square_jpeg(content.getvalue())).getpixel((32, 32)) == (255, 255, 255)


def test_a_photo_of_a_large_camera_is_taken():
    """It is unpacked at a part of its size."""
    small = opened(square_jpeg(picture("red", (6000, 5000), "JPEG")))
    assert small.size == (256, 256)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16", "CMYK"])
def test_a_large_picture_of_any_kind_of_colour_is_made_small(mode):
    content = BytesIO()
    Image.new(mode, (2100, 1500)).save(content, "JPEG" if mode == "CMYK" else "PNG")
    assert opened(square_jpeg(content.getvalue())).size == (256, 256)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no picture"),
        (b"MZ" + bytes(1000), "no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "no picture"),
        (picture(size=(400, 300), kind="JPEG")[:300], "a damaged picture"),
        (picture(size=(400, 300))[:80], "a damaged picture"),
        (picture(size=(3, 300)), "a picture of too few pixels"),
        (picture(size=(8100, 8000)), "a picture of too many pixels"),
        (picture(size=(5100, 5000)), "a picture of too many pixels"),
        (picture(size=(13_000, 5_000), kind="GIF"), "a picture of too many pixels"),
    ],
    ids=range(10),
)
def test_what_is_no_picture_that_can_be_read_is_told(content, reason):
    with pytest.raises(NoPictureError) as refused:
        square_jpeg(content)
    assert refused.value.reason == reason


@given(
    kind=st.sampled_from(["PNG", "JPEG", "GIF", "BMP", "WEBP"]),
    at=st.integers(0, 400),
    other=st.binary(min_size=1, max_size=20),
)
def test_no_bytes_break_the_reader(kind, at, other):
    content = picture("red", (40, 30), kind)
    at %= len(content)
    try:
        square_jpeg(content[:at] + other + content[at + len(other) :])
    except NoPictureError as refused:
        assert refused.reason.startswith(("no ", "a "))  # noqa: PT017 - it may be a picture still


def test_a_file_is_refused_by_name(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Ana")
    with (tmp_path / "film.jpg").open("wb") as file:
        file.truncate(photo.MOST_BYTES + 1)
    for name, sentence in (
        ("letter.txt", "“letter.txt” is no picture; choose a picture such as a JPEG or a PNG."),
        ("film.jpg", "“film.jpg” has more than 25 MB; choose a smaller picture."),
        ("nothing", "“nothing” is no longer there; choose the file anew."),
        (".", f"“{tmp_path.name}” is a folder; choose the file in it."),
    ):
        with pytest.raises(UnreadableFile) as refused:
            photo.read(tmp_path / name)
        assert refused.value.reason == sentence
