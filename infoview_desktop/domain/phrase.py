"""A sentence for the user, kept apart from the values in it so that it can be translated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _plain_number(number: int) -> str:
    return f"{number:,}"


def _untranslated(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Phrase:
    """An English template with named places, and the values that go into them.

    `text` is a literal wherever a Phrase is made, so that a translator can find it. Values are plain
    text, counts, written with the reader's own thousands separator, or phrases themselves.
    """

    text: str
    values: Mapping[str, str | int | Phrase] = field(default_factory=dict)

    @classmethod
    def counted(cls, one: str, many: str, count: int, **values: str) -> Phrase:
        """Choose between the two templates by `count`, which both may name."""
        return cls(one if count == 1 else many, {"count": count, **values})

    def render(
        self,
        translate: Callable[[str], str] = _untranslated,
        number: Callable[[int], str] = _plain_number,
    ) -> str:
        """Return the sentence, in English and with `1,234` unless told otherwise."""
        shown = {}
        for name, value in self.values.items():
            match value:
                case Phrase():
                    shown[name] = value.render(translate, number)
                case int():
                    shown[name] = number(value)
                case _:
                    shown[name] = value
        return translate(self.text).format(**shown)

    def __str__(self) -> str:
        return self.render()
