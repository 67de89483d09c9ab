"""Which backups are kept: the rules, for any backups at any time."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.backup import (
    KEEP_ALL,
    KEEP_DAILY,
    KEEP_HOURLY,
    KEEP_WEEKLY,
    MOST_BYTES,
    Backup,
    to_let_go,
)

NOW = datetime(2026, 6, 7, 12, 0, tzinfo=UTC)


def backups(*ages, size=1):
    return [Backup(NOW - age, f"backup {age}", size) for age in ages]


some = st.lists(
    st.builds(
        Backup,
        st.timedeltas(timedelta(days=-1), timedelta(days=900)).map(lambda age: NOW - age),
        st.uuids().map(str),
        st.sampled_from([1, MOST_BYTES // 7, MOST_BYTES // 2, MOST_BYTES, 2 * MOST_BYTES]),
    ),
    max_size=40,
)


def kept_of(found):
    return sorted(set(found) - set(to_let_go(found, NOW)), reverse=True)


@given(some)
def test_what_is_let_go_is_among_what_there_is_and_the_newest_never_is(found):
    gone = to_let_go(found, NOW)
    assert set(gone) <= set(found)
    assert len(set(gone)) == len(gone)
    if found:
        assert max(found) not in gone


@given(some)
def test_what_is_kept_besides_the_newest_fits_into_500_mb(found):
    newest, *others = kept_of(found) or [None]
    assert not others or newest.size + sum(other.size for other in others) <= max(MOST_BYTES, newest.size)


@given(some)
def test_what_was_kept_once_is_kept_again_at_the_same_time(found):
    assert to_let_go(kept_of(found), NOW) == []


small = some.map(lambda found: [Backup(one.made_at, one.name, 1) for one in found])


@given(small)
def test_all_of_the_last_two_hours_are_kept(found):
    moments = Counter(one.made_at for one in kept_of(found))
    assert all(one.made_at in moments for one in found if NOW - one.made_at < KEEP_ALL)


@given(small)
def test_each_hour_day_week_and_month_keeps_its_newest_and_no_other(found):
    for youngest, oldest, slot in (
        (KEEP_ALL, KEEP_HOURLY, "%Y-%m-%d %H"),
        (KEEP_HOURLY, KEEP_DAILY, "%Y-%m-%d"),
        (KEEP_DAILY, KEEP_WEEKLY, "%G %V"),
        (KEEP_WEEKLY, timedelta.max, "%Y-%m"),
    ):

        def newest_of_each(those, youngest=youngest, oldest=oldest, slot=slot):
            within = sorted(one for one in those if youngest <= NOW - one.made_at < oldest)
            return {f"{one.made_at:{slot}}": one.made_at for one in within}

        kept = [one for one in kept_of(found) if youngest <= NOW - one.made_at < oldest and one != max(found)]
        assert newest_of_each(kept_of(found)) == newest_of_each(found)
        assert len({f"{one.made_at:{slot}}" for one in kept}) == len(kept)


def test_two_years_of_backups_every_three_hours_come_to_a_few_dozen():
    found = backups(*(timedelta(hours=3 * number) for number in range(2 * 365 * 8)))
    assert 40 <= len(kept_of(found)) <= 70
    assert NOW - kept_of(found)[-1].made_at > timedelta(days=690)


def test_a_large_one_that_does_not_fit_makes_room_for_smaller_ones():
    ages = (timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=3))
    newest, large, small = (*backups(ages[0]), *backups(ages[1], size=MOST_BYTES), *backups(ages[2]))
    assert to_let_go([newest, large, small], NOW) == [large]


def test_a_clock_that_was_set_back_costs_no_backup():
    found = backups(timedelta(hours=-30), timedelta(hours=-29), timedelta(0))
    assert to_let_go(found, NOW) == []
