import re
from dataclasses import astuple

import pytest

from infoview_desktop.ui.theme.tokens import DARK, LIGHT, Tokens, contrast

GROUNDS = ("window", "pane", "field", "hover", "quiet", "selection")
PAIRS = [
    *((ink, ground) for ink in ("ink", "ink2", "ink3", "accent") for ground in GROUNDS),
    *((colour, f"{colour}_ground") for colour in ("blue", "violet", "amber", "green", "red")),
    *((colour, "pane") for colour in ("blue", "violet", "amber", "green", "red")),
    ("ink", "amber_ground"),
    ("ink", "hairline"),
    ("ink2", "hairline"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
]

both_schemes = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@both_schemes
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read(tokens: Tokens, ink: str, ground: str):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@both_schemes
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_ring_can_be_seen(tokens: Tokens, ground: str):
    assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


@both_schemes
def test_every_token_is_a_colour(tokens: Tokens):
    assert all(re.fullmatch("#[0-9a-f]{6}", token) for token in astuple(tokens))


@both_schemes
def test_a_tone_is_an_ink_on_its_ground(tokens: Tokens):
    assert tokens.tone("red") == (tokens.red, tokens.red_ground)
    assert tokens.tone("quiet") == (tokens.ink2, tokens.quiet)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0f766e", "#0f766e") == 1
