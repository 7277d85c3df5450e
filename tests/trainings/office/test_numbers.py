"""The funder's report: who came where, counted rightly, in few queries, by period, for those who may see people."""

import io
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override
from openpyxl import load_workbook

from tests.factories import fresh, make_municipality, make_training, make_user, sign_up, training_of
from tests.trainings.crowds import people_in, staff
from trainings import registration
from trainings.models import Registration, Training
from trainings.office import numbers

pytestmark = pytest.mark.django_db

REPORT = "/cms/reports/trainings/"
LONG_AGO = date(2021, 3, 4)


@pytest.fixture
def client(client):
    client.force_login(staff("view_registration"))
    return client


@pytest.fixture
def page():
    """A training of long ago, so that a period holds it alone."""
    return make_training(title="Kohtaamisen taito", registration="here", starts_on=LONG_AGO, capacity=20)


def fill(page, *people):
    """Registrations with these values, the status confirmed unless they say another."""
    rows = []
    for number, values in enumerate(people, start=1):
        values = {"status": "confirmed", "language": "fi", **values}
        if values["status"] == "cancelled":
            values["cancelled_at"] = timezone.now()
        rows.append(Registration(training=training_of(page), number=number, name=f"Osallistuja {number}", **values))
    return Registration.objects.bulk_create(rows)


def of_page(page):
    return Training.objects.filter(pk=training_of(page).pk)


def counts(page):
    row = numbers.with_numbers(of_page(page)).get()
    return {name: getattr(row, name) for name, _label in numbers.COUNTS}


def period(start, end=None):
    end = end or start
    return f"?starts_from={start:%d.%m.%Y}&starts_to={end:%d.%m.%Y}"


def test_everybody_is_counted_by_what_became_of_them(page):
    fill(
        page,
        *[{"attendance": "present"}] * 3,
        {"attendance": "absent"},
        *[{}] * 2,
        *[{"status": "waitlisted"}] * 2,
        {"status": "cancelled"},
    )
    assert counts(page) == {
        "capacity": 20,
        "registered": 9,
        "confirmed": 6,
        "present": 3,
        "cancelled": 1,
        "queue": 2,
        "participants": 3,
    }


@pytest.mark.parametrize(
    ("people", "is_cancelled", "participants"),
    [
        ([{}, {}, {"status": "waitlisted"}], False, 2),
        ([{"attendance": "absent"}, {}], False, 0),
        ([{"attendance": "present"}, {}], False, 1),
        ([{"status": "waitlisted", "attendance": "present"}, {}], False, 1),
        ([{}, {}], True, 0),
        ([], False, 0),
    ],
    ids=["nobody marked", "all absent", "one marked", "one from the queue", "cancelled", "nobody"],
)
def test_participants_are_those_who_were_there_or_else_have_a_seat(page, people, is_cancelled, participants):
    fill(page, *people)
    of_page(page).update(is_cancelled=is_cancelled)
    assert counts(page)["participants"] == participants
    assert numbers.participants_of(of_page(page)).count() == participants


def test_participants_are_told_by_municipality_and_type_of_organisation(page):
    places = {name: make_municipality(title=name) for name in ("Öölä", "Aala")}
    fill(
        page,
        {"municipality": places["Öölä"], "organisation_type": "parish"},
        {"municipality": places["Aala"], "organisation_type": "municipality"},
        {"municipality": places["Aala"], "organisation_type": ""},
        {"organisation_type": "parish"},
        {"status": "waitlisted", "municipality": places["Öölä"]},
    )
    with override("en"):
        assert numbers.by_municipality(of_page(page)) == [
            ("Aala", 2),
            ("Öölä", 1),
            ("Another municipality, or not told", 1),
        ]
        assert numbers.by_organisation_type(of_page(page)) == [
            ("Municipality or town", 1),
            ("Parish", 2),
            ("Not told", 1),
        ]


def test_the_numbers_outlive_the_people_s_data(page):
    place = make_municipality(title="Aala")
    fill(page, {"municipality": place, "organisation_type": "parish", "attendance": "present"}, {})
    before = counts(page), numbers.by_municipality(of_page(page)), numbers.by_organisation_type(of_page(page))
    training_of(page).registrations.update(
        name="", name_folded="", email="", telephone="", organisation="", nonce=None, anonymised_at=timezone.now()
    )
    assert before == (
        counts(page),
        numbers.by_municipality(of_page(page)),
        numbers.by_organisation_type(of_page(page)),
    )


def test_the_report_shows_the_trainings_of_a_period_with_totals(client, page):
    fill(page, {}, {}, {"status": "cancelled"})
    other = make_training(title="Toinen aika", registration="here", starts_on=LONG_AGO + timedelta(days=40))
    text = client.get(REPORT + period(LONG_AGO)).content.decode()
    assert page.title in text
    assert "4.3.2021" in text
    assert other.title not in text
    assert "Osallistuja 1" not in text
    response = client.get(REPORT + period(LONG_AGO, LONG_AGO + timedelta(days=60)))
    totals = [number for _name, number in response.context["sections"][0][1]]
    assert totals == [2, 20, 3, 2, 0, 1, 0, 2]
    assert other.title in response.content.decode()


def test_a_day_is_the_project_s_day_and_both_ends_of_a_period_belong_to_it(client):
    training = make_training(title="Yön hiljaisuus", registration="here", starts_on=LONG_AGO)
    for local in (datetime(2021, 3, 4, 0, 10), datetime(2021, 3, 4, 23, 50)):
        moment = timezone.make_aware(local, timezone.get_default_timezone())
        of_page(training).update(starts=moment, ends=moment)
        assert training.title in client.get(REPORT + period(LONG_AGO)).content.decode()
        for day in (LONG_AGO - timedelta(days=1), LONG_AGO + timedelta(days=1)):
            assert training.title not in client.get(REPORT + period(day)).content.decode()


@pytest.mark.parametrize("query", ["?starts_from=eilen", "?starts_from=31.2.2021&starts_to=x", "?p=999", "?export=csv"])
def test_bad_input_is_no_error(client, query):
    assert client.get(REPORT + query, follow=True).status_code == 200


def test_a_period_without_trainings_says_so(client):
    response = client.get(REPORT + period(date(1999, 1, 1)))
    assert response.status_code == 200
    assert not response.context["object_list"]


def test_a_training_that_is_no_longer_public_stays_while_people_were_in_it(client, page):
    empty = make_training(title="Tyhjä luonnos", registration="here", starts_on=LONG_AGO)
    fill(page, {})
    for item in (page, empty):
        fresh(item).unpublish()
    text = client.get(REPORT + period(LONG_AGO)).content.decode()
    assert page.title in text
    assert empty.title not in text


def test_the_same_numbers_come_as_a_file_of_tables(client, page):
    of_page(page).update(name='=HYPERLINK("http://x","y")')
    fill(page, {"municipality": make_municipality(title="Aala"), "organisation_type": "parish"}, {})
    response = client.get(REPORT + period(LONG_AGO) + "&export=xlsx")
    book = load_workbook(io.BytesIO(response.getvalue()))
    trainings, totals, municipalities, kinds = book.worksheets
    row = next(trainings.iter_rows(min_row=2))
    assert row[0].value == datetime(2021, 3, 4)
    assert row[0].is_date
    assert (row[1].value, row[1].data_type) == ('=HYPERLINK("http://x","y")', "s")
    with override("fi"):
        assert [cell.value for cell in row[2:]] == [20, 2, 2, gettext("Not marked"), 0, 0, 2]
    assert [cell.value for cell in totals["B"]][-8:] == [1, 20, 2, 2, 0, 0, 0, 2]
    assert next((a.value, b.value) for a, b in municipalities.iter_rows(min_row=4)) == ("Aala", 1)
    assert [b.value for _a, b in kinds.iter_rows(min_row=4)] == [1, 1]
    assert "Osallistuja 1" not in {cell.value for sheet in book for line in sheet.iter_rows() for cell in line}


def test_there_is_no_csv(client, page):
    response = client.get(REPORT)
    assert "export=xlsx" in response.content.decode()
    assert "export=csv" not in response.content.decode()


def test_the_results_alone_are_refreshed(client, page):
    fill(page, {})
    text = client.get(f"{REPORT}results/{period(LONG_AGO)}").content.decode()
    assert page.title in text
    assert "<html" not in text


class TestWhoMaySeeIt:
    def test_whoever_may_see_people_finds_it_in_the_menu(self, client):
        assert REPORT in client.get("/cms/").content.decode()

    @pytest.mark.parametrize("group", ["Editors", None])
    def test_others_neither_see_nor_reach_it(self, client, group):
        client.force_login(make_user(group) if group else staff())
        assert REPORT not in client.get("/cms/").content.decode()
        for address in (REPORT, f"{REPORT}results/", f"{REPORT}?export=xlsx"):
            assert client.get(address).status_code in (302, 403)


@pytest.mark.parametrize("query", ["", "?export=xlsx"])
def test_many_trainings_cost_as_many_queries_as_few(client, django_assert_max_num_queries, query):
    for number in range(12):
        training = make_training(registration="here", starts_on=LONG_AGO + timedelta(days=number))
        people_in(training, 5)
    client.get(REPORT)
    with django_assert_max_num_queries(20):
        client.get(REPORT + query)


def test_a_promotion_moves_a_person_from_the_queue_to_the_seats():
    page = make_training(registration="here", capacity=1)
    first = sign_up(page)
    sign_up(page)
    registration.cancel(first)
    told = counts(page)
    assert (told["confirmed"], told["queue"], told["cancelled"], told["registered"]) == (1, 0, 1, 2)


def test_how_participants_are_counted_is_said_in_words(client, page):
    fill(page, {})
    with override("fi"):
        assert str(numbers.HOW_COUNTED)[:40] in client.get(REPORT + period(LONG_AGO)).content.decode()
