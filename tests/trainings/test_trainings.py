"""Trainings: what a reader is told, in which state, and what an editor may enter."""

import json
from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.blocks import StructBlockValidationError

from home.models import Contact, Topic
from tests.factories import (
    LANGUAGES,
    fresh,
    home_of,
    make_municipality,
    make_topic,
    make_training,
    sign_up,
    stream,
    translate,
)
from tests.reading import hrefs, said, soup_of
from trainings.blocks import SessionBlock
from trainings.models import Training, TrainingPage

pytestmark = pytest.mark.django_db

NOW = timezone.now
STATES = {
    "past": {"starts": timedelta(days=-2), "ends": timedelta(days=-1), "registration": "contact"},
    "cancelled": {"is_cancelled": True, "registration": "contact"},
    "none": {"registration": "none"},
    "not_open": {"registration": "contact", "registration_opens": timedelta(days=1)},
    "closed": {"registration": "contact", "registration_closes": timedelta(days=-1)},
    "open": {"registration": "contact", "registration_opens": timedelta(days=-1)},
}


def row(**values):
    """A row of a published training next week; time spans count from now."""
    values = {"starts": timedelta(days=7), "ends": timedelta(days=7, hours=2), "is_published": True, **values}
    return Training(**{name: NOW() + item if isinstance(item, timedelta) else item for name, item in values.items()})


def coming(response):
    return [page.title for month in response.context["coming"] for page in month["items"]]


def past(response):
    return [page.title for page in response.context["listing"].items]


def jsonld(client, page):
    return json.loads(soup_of(client.get(page.url)).find("script", type="application/ld+json").string)


class TestState:
    @pytest.mark.parametrize("state", STATES)
    def test_the_first_state_that_holds_is_told(self, state):
        assert row(**STATES[state]).state == state

    @pytest.mark.parametrize(
        ("values", "state"),
        [
            ({"is_cancelled": True, "starts": timedelta(days=-9), "ends": timedelta(days=-8)}, "cancelled"),
            ({"registration": "contact", "is_published": False}, "closed"),
            ({"registration": "contact", "starts": timedelta(hours=-1), "ends": timedelta(hours=1)}, "closed"),
            (
                {
                    "registration": "contact",
                    "registration_opens": timedelta(days=1),
                    "registration_closes": timedelta(days=-1),
                },
                "closed",
            ),
            ({"registration": "elsewhere", "registration_closes": timedelta(days=1)}, "open"),
        ],
    )
    def test_states_that_meet(self, values, state):
        assert row(**values).state == state

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("state", STATES)
    def test_a_card_and_the_page_say_the_state_in_words(self, client, language, state):
        contact = Contact.objects.filter(locale__language_code=language).first()
        page = make_training(language, contact=contact)
        values = {name: NOW() + v if isinstance(v, timedelta) else v for name, v in STATES[state].items()}
        Training.objects.filter(key=page.translation_key).update(**values)
        words = said(WORDS[state], language)
        tag = soup_of(client.get(page.url)).select_one(f".page-head .tag--{state}")
        card = soup_of(client.get(page.get_parent().url)).find("a", href=page.url).find_parent("article")
        if state == "none":
            assert tag is None
            assert card.select_one(".tag") is None
        else:
            assert tag.get_text(strip=True) == words
            assert card.select_one(f".tag--{state}").get_text(strip=True) == words


WORDS = {
    "cancelled": "Cancelled",
    "past": "Past",
    "none": "No registration needed",
    "closed": "Registration has closed",
    "not_open": "Registration has not opened yet",
    "open": "Registration is open",
}


class TestSeats:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize(
        ("people", "state", "words", "availability"),
        [
            (0, "open", "Registration is open", "InStock"),
            (17, "few", "Few seats left", "LimitedAvailability"),
            (20, "queue", "Full – join the queue", "SoldOut"),
            (21, "full", "Full, and so is the queue", "SoldOut"),
        ],
    )
    def test_the_seats_are_told_on_card_page_and_to_search_engines(
        self, client, language, people, state, words, availability
    ):
        page = make_training(language, registration="here", capacity=20, waitlist_capacity=1)
        for _ in range(people):
            sign_up(page)
        soup = soup_of(client.get(page.url))
        card = soup_of(client.get(page.get_parent().url)).find("a", href=page.url).find_parent("article")
        for place in (soup.select_one(".page-head"), card):
            assert place.select_one(f".tag--{state}").get_text(strip=True) == said(words, language)
        form = f"{page.url}{ {'fi': 'ilmoittaudu', 'sv': 'anmalan', 'en': 'register'}[language] }/"
        assert (form in hrefs(soup.select_one(".page-head .buttons"))) is (state != "full")
        seats = soup.find("dt", string=said("Seats", language)).find_next("dd").get_text()
        assert {"open": "20", "few": "3", "queue": "0", "full": "1"}[state] in seats
        assert jsonld(client, page)["offers"] == {
            "@type": "Offer",
            "url": f"http://testserver{form}",
            "availability": f"https://schema.org/{availability}",
        }

    def test_the_button_of_a_full_training_says_that_one_joins_the_queue(self, client):
        page = make_training(registration="here", capacity=1)
        sign_up(page)
        button = soup_of(client.get(page.url)).select_one(".page-head .button")
        assert button.get_text() == said("Join the queue", "fi")

    def test_an_offer_is_made_only_where_one_signs_up_here_and_can(self, client):
        opens = NOW() + timedelta(days=1)
        page = make_training(registration="here", registration_opens=opens)
        offer = jsonld(client, page)["offers"]
        assert "availability" not in offer
        assert offer["validFrom"].startswith(f"{timezone.localtime(opens):%Y-%m-%dT%H:%M}")
        for values in ({"registration": "contact"}, {"registration": "none"}, {"is_cancelled": True}):
            other = make_training(registration="here")
            Training.objects.filter(key=other.translation_key).update(**values)
            assert "offers" not in jsonld(client, other)


class TestRegistration:
    def test_a_training_registered_elsewhere_leads_there_while_it_is_open(self, client):
        page = make_training(registration="elsewhere", registration_url="https://example.org/ilmoittaudu")
        buttons = soup_of(client.get(page.url)).select_one(".page-head .buttons")
        assert "https://example.org/ilmoittaudu" in hrefs(buttons)
        Training.objects.filter(key=page.translation_key).update(registration_closes=NOW() - timedelta(days=1))
        assert "https://example.org/ilmoittaudu" not in client.get(page.url).content.decode()

    def test_a_training_with_a_contact_shows_mail_and_telephone(self, client):
        contact = Contact.objects.create(
            name="Anna Aho", title="järjestäjä", email="anna@example.org", phone="040 123 4567", locale=home_of().locale
        )
        page = make_training(registration="contact", contact=contact)
        links = hrefs(soup_of(client.get(page.url)).find("main"))
        assert "mailto:anna@example.org" in links
        assert "tel:0401234567" in links

    def test_a_contact_with_a_telephone_alone_has_no_dead_button(self, client):
        contact = Contact.objects.create(title="Järjestäjä", phone="040 1", locale=home_of().locale)
        page = make_training(registration="contact", contact=contact)
        soup = soup_of(client.get(page.url))
        assert all(link.get("href") for link in soup.select(".page-head a"))
        assert "tel:0401" in hrefs(soup.find("main"))

    def test_the_contact_is_that_of_the_language(self, client):
        contact = Contact.objects.filter(locale__language_code="fi").first()
        swedish = Contact.objects.get(translation_key=contact.translation_key, locale__language_code="sv")
        page = make_training(registration="contact", contact=contact)
        text = soup_of(client.get(translate(page, "sv", title="Utbildning").url)).find("main").get_text()
        assert swedish.title in text
        assert contact.title not in text

    def test_one_can_register_with_a_contact_that_is_not_translated(self, client):
        contact = Contact.objects.create(title="Järjestäjä", email="anna@example.org", locale=home_of().locale)
        page = make_training(registration="contact", contact=contact)
        soup = soup_of(client.get(translate(page, "sv", title="Utbildning").url))
        assert "mailto:anna@example.org" in hrefs(soup.select_one(".page-head .buttons"))


def invalid(**values):
    page = make_training(live=False)
    for name, value in values.items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    return caught.value.message_dict


class TestBrokenInput:
    @pytest.mark.parametrize(
        ("values", "field"),
        [
            ({"starts_at": None, "ends_at": time(12)}, "starts_at"),
            ({"starts_on": date(2030, 1, 2), "ends_on": date(2030, 1, 1)}, "ends_on"),
            ({"starts_at": time(12), "ends_at": time(11)}, "ends_at"),
            ({"starts_at": time(12), "ends_at": time(12)}, "ends_at"),
            ({"registration": "elsewhere", "registration_url": ""}, "registration_url"),
            ({"registration": "contact", "contact": None}, "contact"),
            ({"starts_on": None}, "starts_on"),
            ({"capacity": -1}, "capacity"),
            ({"registration_url": "javascript:alert(1)"}, "registration_url"),
        ],
    )
    def test_it_is_told_at_the_field(self, values, field):
        assert set(invalid(**values)) == {field}

    def test_registration_that_closes_before_it_opens_is_told_at_the_field(self):
        errors = invalid(registration_opens=NOW(), registration_closes=NOW() - timedelta(days=1))
        assert set(errors) == {"registration_closes"}

    def test_registration_that_closes_after_the_training_has_begun_is_accepted(self):
        page = make_training(registration_closes=NOW() + timedelta(days=300))
        page.full_clean()
        assert fresh(page).training.state == "none"

    def test_several_faults_are_told_at_once(self):
        errors = invalid(ends_at=time(9), registration="contact", contact=None)
        assert set(errors) == {"starts_at", "contact"}

    @pytest.mark.parametrize(
        ("values", "field"),
        [
            ({"ends": time(10)}, "starts"),
            ({"starts": time(10), "ends": time(10)}, "ends"),
            ({"starts": time(10), "ends": time(9)}, "ends"),
        ],
    )
    def test_a_session_that_cannot_be_is_told_at_its_field(self, values, field):
        value = SessionBlock().to_python({"title": "Osa", "date": None, "starts": None, "ends": None, "trainer": ""})
        value.update(values)
        with pytest.raises(StructBlockValidationError) as caught:
            SessionBlock().clean(value)
        assert set(caught.value.block_errors) == {field}

    def test_a_day_on_which_summer_time_begins_has_its_times(self):
        page = make_training(starts_on=date(2027, 3, 28), starts_at=time(1, 0), ends_at=time(5, 0))
        assert page.training.ends - page.training.starts == timedelta(hours=3)

    def test_an_hour_that_does_not_exist_is_no_fault_of_the_site(self, client):
        page = make_training(starts_on=date(2027, 3, 28), starts_at=time(3, 30), ends_at=time(5, 0))
        assert client.get(page.url).status_code == 200
        assert client.get(f"{page.url}calendar.ics").status_code == 200


class TestIndex:
    def test_coming_trainings_stand_in_order_by_month_and_past_ones_after_them(self, client):
        today = timezone.localdate()
        make_training(title="Myöhempi", starts_on=today + timedelta(days=400))
        make_training(title="Pian", starts_on=today + timedelta(days=2))
        make_training(title="Eilen", starts_on=today - timedelta(days=1))
        make_training(title="Tänään", starts_on=today)
        response = client.get("/fi/valmennukset/")
        titles = coming(response)
        assert titles[:2] == ["Tänään", "Pian"]
        assert titles[-1] == "Myöhempi"
        assert past(response)[0] == "Eilen"
        months = [month["month"] for month in response.context["coming"]]
        assert months == sorted(set(months))

    def test_a_training_of_several_days_is_coming_until_its_last_day_ends(self, client):
        today = timezone.localdate()
        make_training(title="Kesken", starts_on=today - timedelta(days=3), ends_on=today)
        make_training(title="Ohi", starts_on=today - timedelta(days=3), ends_on=today - timedelta(days=1))
        response = client.get("/fi/valmennukset/")
        assert "Kesken" in coming(response)
        assert "Ohi" in past(response)

    def test_filters_narrow_coming_and_past_and_combine(self, client):
        topic, place, today = make_topic("Aihe"), make_municipality(title="Kuntala"), timezone.localdate()
        make_training(title="Tulossa", topics=[topic], municipalities=[place], mode="online")
        make_training(title="Mennyt", topics=[topic], starts_on=today - timedelta(days=9))
        response = client.get("/fi/valmennukset/?topic=aihe")
        assert (coming(response), past(response)) == (["Tulossa"], ["Mennyt"])
        response = client.get("/fi/valmennukset/?topic=aihe&municipality=kuntala&mode=online")
        assert (coming(response), past(response)) == (["Tulossa"], [])
        response = client.get("/fi/valmennukset/?topic=aihe&mode=on-site")
        assert (coming(response), past(response)) == ([], ["Mennyt"])

    @pytest.mark.parametrize("mode", ["on-site", "online", "hybrid"])
    def test_the_mode_is_that_of_the_row(self, client, mode):
        page = make_training(mode=mode.replace("-", "_"))
        TrainingPage.objects.filter(pk=page.pk).update(mode="online" if mode != "online" else "hybrid")
        assert page.title in coming(client.get(f"/fi/valmennukset/?mode={mode}"))

    @pytest.mark.parametrize("name", ["topic", "municipality", "mode"])
    def test_an_unknown_value_empties_both_lists(self, client, name):
        response = client.get(f"/fi/valmennukset/?{name}=ei-ole")
        assert (coming(response), past(response)) == ([], [])

    def test_a_training_without_its_row_is_not_listed_and_breaks_nothing(self, client):
        page = make_training()
        Training.objects.filter(key=page.translation_key).delete()
        assert page.title not in coming(client.get("/fi/valmennukset/"))
        assert client.get("/fi/").status_code == 200

    def test_a_page_of_the_past_keeps_the_coming_ones_to_the_first(self, client):
        today = timezone.localdate()
        for number in range(14):
            make_training(title=f"Vanha {number}", starts_on=today - timedelta(days=number + 1))
        first, second = client.get("/fi/valmennukset/"), client.get("/fi/valmennukset/?page=2")
        assert len(past(first)) == 12
        assert (
            len(past(second))
            == TrainingPage.objects.filter(locale__language_code="fi").count() - len(coming(first)) - 12
        )
        assert coming(first)
        assert coming(second) == []
        assert soup_of(second).select_one("main .empty") is None

    def test_a_topic_of_the_source_filters_the_translations(self, client):
        page = make_training(topics=[Topic.objects.get(slug="osallisuus")])
        translate(page, "sv", title="Delaktighet 21")
        assert "Delaktighet 21" in coming(client.get("/sv/utbildningar/?topic=delaktighet"))


class TestPage:
    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("fi", "keskiviikko 9.12.2026 klo\u00a09.00–15.30"),
            ("sv", "onsdag 9.12.2026 kl.\u00a09.00–15.30"),
            ("en", "Wednesday 9 December 2026, 9:00–15:30"),
        ],
    )
    def test_the_time_is_written_as_the_language_writes_it(self, client, language, words):
        page = make_training(language, starts_on=date(2026, 12, 9), starts_at=time(9, 0), ends_at=time(15, 30))
        text = soup_of(client.get(page.url)).find("main").get_text()
        assert words.lower() in text.lower()

    def test_a_start_without_an_end_is_told_alone(self):
        page = make_training(starts_on=date(2026, 12, 9), starts_at=time(9, 0))
        assert page.when_text == "keskiviikko 9.12.2026 klo\u00a09.00"

    def test_a_day_without_a_time_is_told_as_a_day(self):
        page = make_training(starts_on=date(2026, 12, 9))
        assert page.when_text == "keskiviikko 9.12.2026"
        assert page.when_iso == "2026-12-09"

    def test_time_and_place_that_are_told_later_are_said_so(self, client):
        page = make_training(details_later=True)
        text = soup_of(client.get(page.url)).find("aside").get_text()
        assert said("The place will be told later", "fi") in text

    def test_practical_facts_that_are_empty_are_left_out(self, client):
        page = make_training(price="Maksuton", capacity=20, waitlist_capacity=5)
        terms = [term.get_text() for term in soup_of(client.get(page.url)).select("aside dt")]
        assert said("Price", "fi") in terms
        assert said("Interpretation and captioning", "fi") not in terms
        assert len(terms) == len(set(terms))

    @pytest.mark.parametrize("mode", ["on_site", "online", "hybrid"])
    def test_the_place_is_told_for_each_mode(self, client, mode):
        page = make_training(mode=mode, venue="Kirjasto", address="Katu 1")
        place = page.place_text
        assert ("Kirjasto, Katu 1" in place) is (mode != "online")

    def test_the_programme_is_grouped_by_days(self, client):
        def session(day, starts, title):
            return ("session", {"date": day, "starts": starts, "ends": None, "title": title, "trainer": "Anna Aho"})

        page = make_training(
            starts_on=date(2030, 1, 7),
            ends_on=date(2030, 1, 8),
            programme=stream(
                session("2030-01-07", "09:00", "Alku"), session("2030-01-07", "10:00", "Jatko"),
                session("2030-01-08", "09:00", "Loppu"),
            ),
        )  # fmt: skip
        tables = soup_of(client.get(page.url)).select("table.programme")
        assert [table.caption.get_text(strip=True).lower() for table in tables] == [
            "maanantai 7.1.2030", "tiistai 8.1.2030",
        ]  # fmt: skip
        assert [len(table.select("tbody tr")) for table in tables] == [2, 1]
        assert "Anna Aho" in tables[0].get_text()

    def test_materials_are_shown_once_there_are_some(self, client):
        page = make_training(recording_url="https://example.org/tallenne")
        assert "https://example.org/tallenne" in hrefs(soup_of(client.get(page.url)).find("main"))
        other = make_training()
        assert said("Materials", "fi") not in [h.get_text() for h in soup_of(client.get(other.url)).find_all("h2")]


class TestStructuredData:
    def test_an_event_with_a_time_has_date_times_with_an_offset(self, client):
        page = make_training(starts_on=date(2030, 7, 1), starts_at=time(9, 0), ends_at=time(15, 0), venue="Kirjasto")
        data = jsonld(client, page)
        assert (data["startDate"], data["endDate"]) == ("2030-07-01T09:00+03:00", "2030-07-01T15:00+03:00")
        assert data["location"]["name"] == "Kirjasto"
        assert data["organizer"]["name"]
        assert data["inLanguage"] == "fi"

    def test_a_day_without_a_time_is_a_plain_date(self, client):
        data = jsonld(client, make_training(starts_on=date(2030, 7, 1), ends_on=date(2030, 7, 2)))
        assert (data["startDate"], data["endDate"]) == ("2030-07-01", "2030-07-02")

    @pytest.mark.parametrize(
        ("mode", "attendance", "places"),
        [
            ("on_site", "OfflineEventAttendanceMode", {"Place"}),
            ("online", "OnlineEventAttendanceMode", {"VirtualLocation"}),
            ("hybrid", "MixedEventAttendanceMode", {"Place", "VirtualLocation"}),
        ],
    )
    def test_the_mode_of_attendance_and_the_places_match(self, client, mode, attendance, places):
        data = jsonld(client, make_training(mode=mode, venue="Kirjasto"))
        location = data["location"] if isinstance(data["location"], list) else [data["location"]]
        assert data["eventAttendanceMode"].endswith(f"/{attendance}")
        assert {item["@type"] for item in location} == places

    def test_a_cancelled_training_is_told_to_search_engines(self, client):
        assert jsonld(client, make_training(is_cancelled=True))["eventStatus"].endswith("/EventCancelled")
        assert jsonld(client, make_training())["eventStatus"].endswith("/EventScheduled")

    def test_a_title_cannot_leave_the_script(self, client):
        page = make_training(title="</script><script>alert(1)</script>", slug="x")
        assert jsonld(client, page)["name"] == page.title
        assert b"</script><script>alert" not in client.get(page.url).content


def test_a_training_costs_no_query_for_each_session(client, django_assert_max_num_queries):
    session = {"date": None, "ends": None, "title": "Osa", "trainer": ""}
    page = make_training(programme=stream(*(("session", {**session, "starts": f"{n:02}:00"}) for n in range(20))))
    client.get(page.url)
    with django_assert_max_num_queries(15):
        client.get(page.url)


def test_what_is_told_after_the_training_is_shown(client):
    page = make_training(
        starts_on=timezone.localdate() - timedelta(days=3), after_text="<p>Kiitos kaikille osallistujille 33</p>"
    )
    assert "Kiitos kaikille osallistujille 33" in client.get(page.url).content.decode()
