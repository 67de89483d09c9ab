"""Pictures such as people choose."""

from io import BytesIO

from PIL import Image


def picture(colour: str = "red", size: tuple[int, int] = (40, 30), kind: str = "PNG", **told: object) -> bytes:
    """A picture of one colour, as the bytes of its file."""
    content = BytesIO()
    Image.new("RGB", size, colour).save(content, kind, **told)
    return content.getvalue()
