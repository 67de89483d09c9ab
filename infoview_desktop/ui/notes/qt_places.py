"""Places in a text as Python counts them and as Qt does: for Qt a character beyond the first plane is two."""


def qt_place(text: str, place: int) -> int:
    """Python's place as Qt counts."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def python_place(text: str, place: int) -> int:
    """Qt's place as Python counts."""
    return (
        place
        if text.isascii()
        else len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))
    )
