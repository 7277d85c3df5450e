"""When one cannot register it is said in words."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from home.models import Contact, MunicipalityPage
from tests.factories import (
    LANGUAGES,
    home_of,
    index_of,
    make_training,
    make_user,
    person,
    sign_up,
    training_of,
)
from tests.reading import hrefs, soup_of
from tests.trainings.signing_up.form import (
    PERSON,
    address_of,
    change_row,
    close,
    question,
    send,
    stamp_of,
    status_of,
)
from trainings import registration
from trainings.models import Registration, TrainingIndexPage

pytestmark = pytest.mark.django_db


class TestWhenOneCannotRegister:
    STATES = {
        "closed": {"registration_closes": timezone.now() - timedelta(days=1)},
        "not_open": {"registration_opens": timezone.now() + timedelta(days=1)},
        "cancelled": {"is_cancelled": True},
        "past": {
            "starts": timezone.now() - timedelta(days=2),
            "ends": timezone.now() - timedelta(days=1),
        },
        "none": {"registration": "none"},
        "elsewhere": {"registration": "elsewhere", "registration_url": "https://example.org/muualla"},
        "contact": {"registration": "contact"},
    }

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("state", STATES)
    def test_it_is_said_in_words_with_the_contact_instead_of_the_form(self, client, state, language):
        contact = Contact.objects.create(
            title="Järjestäjä", phone="040 1", email="j@example.org", locale=home_of(language).locale
        )
        page = make_training(language, registration="here", contact=contact)
        change_row(page, **self.STATES[state])
        for response in (client.get(address_of(page)), client.post(address_of(page), PERSON)):
            soup = soup_of(response)
            assert response.status_code == 200
            assert status_of(response) == "closed"
            assert soup.select("main form") == []
            assert {"tel:0401", "mailto:j@example.org"} <= set(hrefs(soup.find("main")))
        assert not Registration.objects.exists()
        if state == "elsewhere":
            assert "https://example.org/muualla" in hrefs(soup.find("main"))

    def test_a_full_training_says_so(self, client, page):
        for _ in range(3):
            sign_up(page)
        response = client.get(address_of(page))
        assert status_of(response) == "full"
        assert soup_of(response).select("main form") == []

    @pytest.mark.parametrize("fault", [{}, {"email": "x"}])
    def test_who_comes_too_late_can_copy_what_was_typed(self, client, page, fault):
        stamp = stamp_of(client, page)
        close(page)
        place = MunicipalityPage.objects.filter(locale__language_code="fi").first()
        response = send(
            client, page, stamp, telephone="040 1", needs="Tulkki\nja tauko", municipality=str(place.translation_key),
            **fault,
        )  # fmt: skip
        assert status_of(response) == "closed"
        text = soup_of(response).find("main").get_text("\n")
        for word in (PERSON["name"], fault.get("email", PERSON["email"]), "040 1", "Tulkki", "ja tauko", place.title):
            assert word in text
        assert not Registration.objects.exists()

    def test_who_loses_the_last_place_in_the_same_moment_can_copy_what_was_typed(self, client, page, monkeypatch):
        """Between the form's look at the seats and the lock somebody else comes."""
        stamp = stamp_of(client, page)
        register = registration.register

        def late(*args, **kwargs):
            for _ in range(3):
                register(training_of(page).pk, person())
            return register(*args, **kwargs)

        monkeypatch.setattr(registration, "register", late)
        response = send(client, page, stamp)
        assert status_of(response) == "full"
        assert PERSON["email"] in soup_of(response).find("main").get_text()

    def test_a_draft_has_no_form(self, client):
        page = make_training(registration="here", live=False)
        address = f"{index_of(TrainingIndexPage).url}{page.slug}/ilmoittaudu/"
        assert client.get(address).status_code == 404
        assert client.post(address, PERSON).status_code == 404

    def test_an_unpublished_training_has_no_form(self, client, page):
        address = address_of(page)
        page.unpublish()
        assert client.get(address).status_code == client.post(address, PERSON).status_code == 404

    def test_an_unpublished_change_of_the_page_is_not_in_the_form(self, client, page):
        page.questions = json.dumps([question(label="Vasta luonnos?")])
        page.save_revision()
        assert "Vasta luonnos?" not in client.get(address_of(page)).content.decode()

    def test_the_preview_of_a_draft_shows_the_form_and_registers_nobody(self, client):
        page = make_training(registration="here", live=False, questions=[question(label="Vasta luonnos?")])
        client.force_login(make_user(is_superuser=True))
        response = page.make_preview_request(client.get("/fi/").wsgi_request, "register")
        soup = soup_of(response.render() if hasattr(response, "render") else response)
        form = soup.select_one("main form")
        assert "Vasta luonnos?" in form.get_text()
        assert form.find("button").has_attr("disabled")
        assert all(field.has_attr("disabled") for field in form.select("input:not([type=hidden]), select, textarea"))
        assert not Registration.objects.exists()
