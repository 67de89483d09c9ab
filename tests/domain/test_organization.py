"""What is known of an organization."""

import pytest

from infoview_desktop.domain.organization import comparable, web_address


@pytest.mark.parametrize(
    ("website", "address"),
    [
        ("https://oxfam.org", "https://oxfam.org"),
        ("HTTP://oxfam.org/jobs", "HTTP://oxfam.org/jobs"),
        ("oxfam.org", "https://oxfam.org"),
        (" www.oxfam.org/lima ", "https://www.oxfam.org/lima"),
        ("", ""),
        ("none yet", ""),
        ("oxfam", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("ssh://oxfam.org", ""),
        ("https://", ""),
        ("mailto:x@oxfam.org", ""),
        ("ana@oxfam.org", ""),
        ("C:.exe", ""),
    ],
)
def test_only_an_address_of_the_web_can_be_opened(website, address):
    assert web_address(website) == address


def test_capitals_and_spaces_make_no_other_organization():
    assert comparable(" Open  HARBOUR") == comparable("open harbour")
    assert comparable("Nestlé") != comparable("Nestle")
