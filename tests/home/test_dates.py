"""Dates and times in words, as each language writes them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils.translation import override

from home import dates

HELSINKI = ZoneInfo("Europe/Helsinki")
START = datetime(2026, 12, 9, 9, 0, tzinfo=HELSINKI)
END = datetime(2026, 12, 9, 15, 30, tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "keskiviikko 9.12.2026 klo\u00a09.00–15.30"),
        ("sv", "onsdag 9.12.2026 kl.\u00a09.00–15.30"),
        ("en", "Wednesday 9 December 2026, 9:00–15:30"),
    ],
)
def test_a_span_of_one_day(language, text):
    assert dates.when_text(START, END, language=language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "keskiviikko 9.12.2026 klo\u00a09.00 – torstai 10.12.2026 klo\u00a015.30"),
        ("sv", "onsdag 9.12.2026 kl.\u00a09.00 – torsdag 10.12.2026 kl.\u00a015.30"),
        ("en", "Wednesday 9 December 2026, 9:00 – Thursday 10 December 2026, 15:30"),
    ],
)
def test_a_span_of_two_days(language, text):
    assert dates.when_text(START, END.replace(day=10), language=language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "keskiviikko 9.12.2026 – torstai 10.12.2026"),
        ("sv", "onsdag 9.12.2026 – torsdag 10.12.2026"),
        ("en", "Wednesday 9 December 2026 – Thursday 10 December 2026"),
    ],
)
def test_days_without_a_time(language, text):
    assert dates.when_text(date(2026, 12, 9), date(2026, 12, 10), language=language) == text
    assert dates.when_text(START, END.replace(day=10), all_day=True, language=language) == text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_day_that_ends_on_itself_is_one_day(language):
    assert dates.when_text(date(2026, 12, 9), date(2026, 12, 9), language=language) == dates.day_text(
        date(2026, 12, 9), language=language
    )


@pytest.mark.parametrize(
    ("language", "text"), [("fi", "tammikuu 2022"), ("sv", "januari 2022"), ("en", "January 2022")]
)
def test_a_month(language, text):
    assert dates.month_text(date(2022, 1, 1), language=language) == text


@pytest.mark.parametrize(
    ("utc", "clock", "offset"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "2.59", "+02:00"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "4.00", "+03:00"),  # summer time begins
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "3.30", "+03:00"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "3.30", "+02:00"),  # summer time has ended
        (datetime(2026, 12, 31, 22, 5, tzinfo=UTC), "0.05", "+02:00"),
    ],
)
def test_times_are_those_of_the_project_also_when_summer_time_changes(utc, clock, offset):
    assert dates.clock_text(utc, language="fi") == clock
    assert dates.iso_text(utc).endswith(offset)


def test_a_moment_late_in_the_evening_of_utc_is_on_the_next_day():
    assert dates.day_text(datetime(2026, 12, 31, 22, 5, tzinfo=UTC), language="fi") == "perjantai 1.1.2027"


def test_a_night_over_the_change_of_summer_time_keeps_both_clocks():
    start = datetime(2026, 10, 24, 22, 0, tzinfo=HELSINKI)
    end = datetime(2026, 10, 25, 6, 0, tzinfo=HELSINKI)
    assert (
        dates.when_text(start, end, language="en") == "Saturday 24 October 2026, 22:00 – Sunday 25 October 2026, 6:00"
    )


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("day", '<time datetime="2026-12-09">keskiviikko 9.12.2026</time>'),
        ("short", '<time datetime="2026-12-09">9.12.2026</time>'),
    ],
)
def test_the_filter_writes_a_time_that_machines_read_too(form, expected):
    with override("fi"):
        assert (
            Template(f'{{% load dates %}}{{{{ value|when:"{form}" }}}}').render(Context({"value": START})) == expected
        )


def test_the_day_of_a_moment_is_the_local_one_for_machines_and_readers_alike():
    """22.05 UTC on New Year's Eve is the next year in Helsinki."""
    late = datetime(2026, 12, 31, 22, 5, tzinfo=UTC)
    with override("fi"):
        text = Template('{% load dates %}{{ value|when:"short" }}').render(Context({"value": late}))
    assert text == '<time datetime="2027-01-01">1.1.2027</time>'


def test_an_empty_value_stays_empty():
    template = Template('{% load dates %}{{ value|when:"day" }}{{ value|when_words:"month" }}')
    assert template.render(Context({"value": None})) == ""
