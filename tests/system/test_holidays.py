"""Public holidays, as the library has them."""

from datetime import date

import pytest

from infoview_desktop.system.holidays import countries, days_off, parts


def test_countries_are_offered_by_names_as_one_writes_them():
    names = {one.code: one.name for one in countries()}
    assert names["IM"] == "Isle of Man"
    assert names["DE"] == "Germany"
    assert list(names.values()) == sorted(names.values())
    assert len(names) == len(countries())


def test_a_country_has_parts_with_holidays_of_their_own():
    assert ("DE-BY", "Bayern") in [(one.code, one.name) for one in parts("DE")]
    assert parts("XX") == []


def test_a_part_has_more_days_off_than_the_country():
    country, part = days_off("DE", [2026]), days_off("DE-BY", [2026])
    assert part.items() > country.items()
    assert part[date(2026, 1, 6)] == "Epiphany"


@pytest.mark.parametrize("region", ["", "XX", "DE-XX", "de", "../etc"])
def test_what_is_no_region_has_none(region):
    assert days_off(region, [2026]) is None
