"""The calendar files, read back by a parser of iCalendar."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from tests.factories import fresh, index_of, make_topic, make_training, stream, translate
from tests.reading import hrefs, soup_of
from trainings.models import Training, TrainingIndexPage

pytestmark = pytest.mark.django_db


def calendar_of(client, page, query=""):
    response = client.get(f"{page.url}calendar.ics{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def events_of(client, page, query=""):
    return list(calendar_of(client, page, query).walk("VEVENT"))


def session(day, starts, ends=None):
    return ("session", {"date": day, "starts": starts, "ends": ends, "title": "Osa", "trainer": ""})


def test_an_event_has_what_a_calendar_needs(client):
    page = make_training(
        title="Ääni, öljy; ja \\ merkit",
        starts_on=date(2030, 7, 1),
        starts_at=time(9),
        ends_at=time(15),
        venue="Kirjasto",
        address="Katu 1, Nivala",
    )
    calendar = calendar_of(client, page)
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["PRODID"] == "-//testserver//Trainings//EN"
    [event] = calendar.walk("VEVENT")
    assert event["SUMMARY"] == fresh(page).title
    assert event["LOCATION"] == "Kirjasto, Katu 1, Nivala"
    assert page.full_url in event["DESCRIPTION"]
    assert event["URL"] == page.full_url
    assert event["STATUS"] == "CONFIRMED"
    assert event["DTSTAMP"].dt.tzinfo is not None


def test_times_are_in_utc_in_summer_and_in_winter(client):
    for month, hour in ((7, 6), (12, 7)):
        [event] = events_of(client, make_training(starts_on=date(2030, month, 2), starts_at=time(9), ends_at=time(15)))
        assert event["DTSTART"].to_ical() == f"2030{month:02}02T{hour:02}0000Z".encode()
        assert event["DTSTART"].dt == datetime(2030, month, 2, hour, tzinfo=UTC)
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=6)


def test_a_day_without_a_time_is_an_event_of_the_whole_day(client):
    [event] = events_of(client, make_training(starts_on=date(2030, 7, 1)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2030, 7, 1), date(2030, 7, 2))


def test_days_without_a_time_are_one_event_whose_end_is_the_day_after(client):
    [event] = events_of(client, make_training(starts_on=date(2030, 7, 1), ends_on=date(2030, 7, 3)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2030, 7, 1), date(2030, 7, 4))


def test_several_days_with_a_programme_are_an_event_for_each_day(client):
    page = make_training(
        starts_on=date(2030, 7, 1), ends_on=date(2030, 7, 8), starts_at=time(9), ends_at=time(16),
        programme=stream(
            session("2030-07-01", "09:00", "12:00"), session("2030-07-01", "13:00", "15:00"),
            session("2030-07-08", "10:00", "16:00"),
        ),
    )  # fmt: skip
    first, second = events_of(client, page)
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (
        datetime(2030, 7, 1, 6, tzinfo=UTC), datetime(2030, 7, 1, 12, tzinfo=UTC),
    )  # fmt: skip
    assert second["DTSTART"].dt == datetime(2030, 7, 8, 7, tzinfo=UTC)
    uids = [first["UID"], second["UID"]]
    assert [uid.partition("@")[0] for uid in uids] == [f"{page.translation_key}-1", f"{page.translation_key}-2"]
    page = fresh(page)
    page.starts_on, page.ends_on = date(2030, 8, 1), date(2030, 8, 8)
    page.programme = stream(session("2030-08-01", "09:00", "12:00"), session("2030-08-08", "10:00", "16:00"))
    page.save_revision().publish()
    moved = events_of(client, page)
    assert [event["UID"] for event in moved] == uids  # no day of July stays in anybody's calendar
    assert moved[0]["DTSTART"].dt == datetime(2030, 8, 1, 6, tzinfo=UTC)


def test_a_start_without_an_end_is_a_moment(client):
    [event] = events_of(client, make_training(starts_on=date(2030, 7, 1), starts_at=time(9)))
    assert event["DTSTART"].dt == datetime(2030, 7, 1, 6, tzinfo=UTC)
    assert "DTEND" not in event


def test_the_uid_stays_when_time_title_and_address_change_and_in_every_language(client):
    page = make_training(starts_on=date(2030, 7, 1))
    [before] = events_of(client, page)
    translation = translate(page, "sv", title="Utbildning")
    page.title, page.slug, page.starts_on = "Uusi nimi", "uusi", date(2030, 8, 1)
    page.save_revision().publish()
    [after] = events_of(client, fresh(page))
    [other] = events_of(client, translation)
    assert before["UID"] == after["UID"] == other["UID"]
    assert str(page.translation_key) in before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"], other["SEQUENCE"]) == (0, 1, 1)
    assert other["SUMMARY"] == "Utbildning"
    assert other["DTSTART"].dt == date(2030, 8, 1)


def test_a_copy_has_a_uid_of_its_own(client):
    page = make_training()
    copy = fresh(page.copy(update_attrs={"title": "Kopio", "slug": "kopio"}))
    assert events_of(client, page)[0]["UID"] != events_of(client, copy)[0]["UID"]


def test_a_cancelled_training_is_cancelled_in_the_calendar(client):
    page = make_training()
    page.is_cancelled = True
    page.save_revision().publish()
    [event] = events_of(client, page)
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)


def test_a_place_of_many_lines_and_letters_is_folded_and_read_back(client):
    page = make_training(summary="Pitkä tiivistelmä, jossa on ääkkösiä. " * 7, venue="Åbo Akademi; sali \\ 3")
    response = client.get(f"{page.url}calendar.ics")
    assert max(len(line) for line in response.content.split(b"\r\n")) <= 75
    [event] = Calendar.from_ical(response.content).walk("VEVENT")
    assert page.summary.strip() in event["DESCRIPTION"]
    assert event["LOCATION"] == "Åbo Akademi; sali \\ 3"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_calendar_of_a_language_has_its_coming_trainings(client, language):
    index = index_of(TrainingIndexPage, language)
    page = make_training(language)
    gone = make_training(language, starts_on=timezone.localdate() - timedelta(days=3))
    uids = " ".join(str(event["UID"]) for event in events_of(client, index))
    assert str(page.translation_key) in uids
    assert str(gone.translation_key) not in uids
    keys = {key for key in map(str, Training.objects.upcoming().values_list("key", flat=True)) if key in uids}
    assert len(keys) == 4
    assert str(calendar_of(client, index)["X-WR-CALNAME"]) == index.title


def test_every_event_of_a_calendar_has_a_uid_of_its_own(client):
    uids = [str(event["UID"]) for event in events_of(client, index_of(TrainingIndexPage))]
    assert len(uids) == len(set(uids)) >= 3


def test_the_calendar_of_a_topic_has_its_trainings_alone(client):
    page = make_training(topics=[make_topic("Kalenteri")])
    make_training()
    [event] = events_of(client, index_of(TrainingIndexPage), "?topic=kalenteri")
    assert str(page.translation_key) in event["UID"]


def test_a_calendar_without_trainings_is_a_calendar(client):
    for page in index_of(TrainingIndexPage).get_children():
        page.delete()
    assert events_of(client, index_of(TrainingIndexPage)) == []


def test_pages_link_their_calendars(client):
    page = make_training()
    assert f"{page.url}calendar.ics" in hrefs(soup_of(client.get(page.url)).find("main"))
    index = index_of(TrainingIndexPage)
    assert f"{index.url}calendar.ics" in hrefs(soup_of(client.get(index.url)).find("main"))


def test_the_calendar_of_an_unpublished_training_is_gone(client):
    page = make_training()
    address = f"{page.url}calendar.ics"
    page.unpublish()
    assert client.get(address).status_code == 404


def test_the_file_has_a_name_that_can_be_kept(client):
    page = make_training(title="Hyvä päivä")
    assert client.get(f"{page.url}calendar.ics")["Content-Disposition"] == 'attachment; filename="hyva-paiva.ics"'
