"""The own page by secret link: who opens it, what it shows, what can be changed, and cancelling."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation
from icalendar import Calendar

from home.logs import OwnPageSecretHidden
from home.models import Contact, MunicipalityPage, OutboxMessage
from tests.factories import LANGUAGES, fresh, home_of, make_training, person, sign_up, training_of, translate
from tests.reading import hrefs, said, soup_of, without_soft_hyphens
from tests.trainings.signing_up.form import change_row, errors_of, options_of, question, status_of, typed_in
from trainings import links, registration
from trainings.models import Answer, OwnPageLink, Registration, RegistrationNeeds

pytestmark = pytest.mark.django_db

MEETING = "https://meet.example.org/salainen-90210"


@pytest.fixture
def page():
    return make_training(registration="here", title="Hyvä päivä", venue="Kirjasto", capacity=1, waitlist_capacity=5)


def own_address(item, language="fi"):
    """A new secret address of somebody, below the site's own."""
    item.language = language
    return links.make_link(item).removeprefix("http://testserver")


def form_data(client, address, **values):
    """What the browser sends when the form of an own page is sent, changed as told."""
    return {**typed_in(client.get(address)), **values}


def state_of(item):
    return Registration.objects.values().get(pk=item.pk)


class TestWhoOpensIt:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_who_knows_the_secret_sees_the_registration_in_the_language_of_the_address(self, client, page, language):
        item = sign_up(page)
        response = client.get(own_address(item, language))
        soup = soup_of(response)
        assert soup.html["lang"] == language
        assert soup.h1.get_text() == said("Your seat is confirmed", language)
        assert status_of(response) == "confirmed"
        name = soup.select_one(".page-head .lead")
        assert (name.get_text(), name.get("lang")) == ("Hyvä päivä", None if language == "fi" else "fi")
        main = soup.find("main").get_text()
        assert item.email in main
        assert said("Ask the organiser to change your e-mail address.", language) in main

    @pytest.mark.parametrize("suffix", ["", "cancel/", "calendar.ics"])
    def test_no_robot_cache_or_other_site_learns_the_address(self, client, page, suffix):
        response = client.get(own_address(sign_up(page)) + suffix)
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert not response.cookies
        if suffix != "calendar.ics":
            soup = soup_of(response)
            assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex, nofollow"
            assert soup.find("link", rel="canonical") is None

    @pytest.mark.parametrize("secret", ["x", "%00", "a%00b", "a" * 5000, "%ff%fe", "ääö", "..", "%0d%0aSet-Cookie:x=1"])
    @pytest.mark.parametrize("suffix", ["", "cancel/", "calendar.ics"])
    def test_an_unknown_secret_is_not_found(self, secret, suffix):
        client = Client(raise_request_exception=False)
        address = f"/fi/r/{secret}/{suffix}"
        assert client.get(address).status_code == 404
        assert client.post(address, {"name": "x"}).status_code == 404

    def test_a_secret_is_its_owners_alone(self, client, page):
        first, second = sign_up(page), sign_up(page)
        content = client.get(own_address(first)).content.decode()
        assert second.email not in content
        assert second.name not in content

    def test_an_anonymised_registration_has_no_own_page(self, client, page):
        item = sign_up(page)
        address = own_address(item)
        Registration.objects.filter(pk=item.pk).update(
            anonymised_at=timezone.now(), name="", name_folded="", email="", telephone="", organisation="", nonce=None
        )
        assert client.get(address).status_code == 404

    def test_the_switcher_leads_to_the_same_own_page(self, client, page):
        address = own_address(sign_up(page))
        for suffix in ("", "cancel/"):
            soup = soup_of(client.get(address + suffix))
            found = {link["lang"]: link["href"] for link in soup.select(".languages a")}
            assert found == {code: address.replace("/fi/", f"/{code}/", 1) + suffix for code in ("sv", "en")}
            assert client.get(found["sv"]).status_code == 200

    def test_a_language_that_is_not_published_is_not_offered_but_answers(self, client, page):
        address = own_address(sign_up(page))
        home_of("sv").unpublish()
        assert {link["lang"] for link in soup_of(client.get(address)).select(".languages a")} == {"en"}
        assert client.get(address.replace("/fi/", "/sv/", 1)).status_code == 200

    def test_looking_changes_nothing(self, client, page):
        item = sign_up(page)
        address = own_address(item)
        before = (state_of(item), OutboxMessage.objects.count(), OwnPageLink.objects.count())
        for suffix in ("", "cancel/", "calendar.ics", "?saved=1"):
            client.get(address + suffix)
            client.head(address + suffix)
        assert (state_of(item), OutboxMessage.objects.count(), OwnPageLink.objects.count()) == before

    def test_other_methods_do_nothing(self, client, page):
        address = own_address(sign_up(page))
        for method in ("put", "delete", "patch", "options"):
            assert getattr(client, method)(address).status_code == 405
        assert client.post(f"{address}calendar.ics").status_code == 405

    def test_no_log_of_ours_tells_the_secret(self, client, page, caplog):
        item = sign_up(page)
        address = own_address(item)
        secret = address.rstrip("/").rpartition("/")[2]
        caplog.handler.addFilter(OwnPageSecretHidden())
        client.put(address)
        client.post(f"{address}calendar.ics")
        item.delete()
        client.get(f"{address}cancel/")
        assert [record.getMessage() for record in caplog.records if record.name == "django.request"] == [
            "Method Not Allowed (PUT): /fi/r/…/",
            "Method Not Allowed (POST): /fi/r/…/calendar.ics",
            "Not Found: /fi/r/…/cancel/",
        ]
        assert secret not in caplog.text

    def test_it_costs_few_queries_however_many_questions_there_are(self, client, django_assert_max_num_queries):
        asked = [question(label=f"Kysymys {number}") for number in range(10)]
        page = make_training(registration="here", questions=asked)
        item = sign_up(page)
        for row in training_of(page).questions.all():
            Answer.objects.create(registration=item, question=row, value="Vastaus")
        address = own_address(item)
        client.get(address)
        with django_assert_max_num_queries(15):
            client.get(address)


class TestWhatItShows:
    def test_a_waiting_person_sees_the_place_in_the_queue_and_no_calendar(self, client, page):
        people = [sign_up(page) for _ in range(3)]
        address = own_address(people[2])
        response = client.get(address)
        assert status_of(response) == "waitlisted"
        assert soup_of(response).h1.get_text() == said("You are in the queue", "fi")
        assert "2" in soup_of(response).select_one("[data-registration-status]").get_text()
        assert client.get(f"{address}calendar.ics")["Location"] == address
        registration.cancel(people[0])
        registration.cancel(people[1])
        assert status_of(client.get(address)) == "confirmed"

    @pytest.mark.parametrize(
        ("values", "mode", "is_waiting", "is_shown"),
        [
            ({"mode": "online"}, "", False, True),
            ({"mode": "hybrid"}, "online", False, True),
            ({"mode": "hybrid"}, "", False, True),
            ({"mode": "hybrid"}, "on_site", False, False),
            ({"mode": "on_site"}, "", False, False),
            ({"mode": "online"}, "", True, False),
            ({"mode": "online", "is_cancelled": True}, "", False, False),
        ],
    )
    def test_the_meeting_is_for_those_who_have_a_seat_and_come_online(
        self, client, page, values, mode, is_waiting, is_shown
    ):
        if is_waiting:
            sign_up(page)
        item = sign_up(page, mode=mode)
        change_row(page, meeting_url=MEETING, **values)
        address = own_address(item)
        assert (MEETING in hrefs(soup_of(client.get(address)))) is is_shown
        if not is_waiting:
            content = client.get(f"{address}calendar.ics").content.replace(b"\r\n ", b"").decode()
            assert (MEETING in content) is is_shown

    def test_the_calendar_has_the_training_under_the_same_name_as_the_public_one(self, client, page):
        [public] = Calendar.from_ical(client.get(f"{page.url}calendar.ics").content).walk("VEVENT")
        response = client.get(f"{own_address(sign_up(page))}calendar.ics")
        [event] = Calendar.from_ical(response.content).walk("VEVENT")
        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        for name in ("UID", "SUMMARY", "LOCATION", "DTSTART", "SEQUENCE", "STATUS"):
            assert event[name] == public[name]

    def test_a_cancelled_training_is_told_and_nothing_can_be_changed(self, client, page):
        item = sign_up(page)
        address = own_address(item)
        change_row(page, is_cancelled=True)
        response = client.get(address)
        assert soup_of(response).h1.get_text() == said("The training is cancelled", "fi")
        assert soup_of(response).select("main form") == []
        assert client.post(address, form_of_person(item, name="Muu")).status_code == 200
        assert client.post(f"{address}cancel/").status_code == 302
        assert state_of(item)["name"] == item.name
        assert state_of(item)["status"] == "confirmed"

    def test_what_is_past_is_read_only(self, client, page):
        item = sign_up(page, telephone="040 1")
        RegistrationNeeds.objects.create(registration=item, text="Tulkki")
        address = own_address(item)
        change_row(page, starts=timezone.now() - timedelta(days=2), ends=timezone.now() - timedelta(days=1))
        soup = soup_of(client.get(address))
        assert soup.h1.get_text() == said("The training is over", "fi")
        assert soup.select("main form") == []
        for word in (item.name, item.email, "040 1", "Tulkki"):
            assert word in soup.find("main").get_text()
        assert f"{address}cancel/" not in hrefs(soup)

    def test_a_training_that_has_begun_can_be_cancelled_but_not_changed(self, client, page):
        item = sign_up(page)
        address = own_address(item)
        change_row(page, starts=timezone.now() - timedelta(hours=1), ends=timezone.now() + timedelta(hours=1))
        soup = soup_of(client.get(address))
        assert soup.select("main form") == []
        assert f"{address}cancel/" in hrefs(soup)
        client.post(address, form_of_person(item, name="Muu"))
        assert state_of(item)["name"] == item.name

    @pytest.mark.parametrize("leave", ["unpublish", "delete"])
    def test_it_works_when_the_page_of_the_training_is_gone(self, client, leave):
        contact = Contact.objects.create(title="Järjestäjä", phone="040 77", locale=home_of().locale)
        block = question("choice", "Ruoka?", options=["Kala", "Kasvis"])
        page = make_training(
            registration="here", title="Hyvä päivä", venue="Kirjasto", questions=[block], contact=contact
        )
        item = sign_up(page)
        address = own_address(item)
        getattr(page, leave)()
        soup = soup_of(client.get(address))
        text = soup.find("main").get_text()
        for word in ("Hyvä päivä", "Kirjasto", "040 77", "Ruoka?", "Kasvis"):
            assert word in text
        assert client.get(f"{address}calendar.ics").status_code == 200
        data = form_data(client, address, name="Uusi Nimi", **{f"question_{block['id']}": options_of(block)["Kala"]})
        assert client.post(address, data).status_code == 302
        assert state_of(item)["name"] == "Uusi Nimi"
        assert Answer.objects.get().text == "Kala"
        assert client.post(f"{address}cancel/").status_code == 302
        assert state_of(item)["status"] == "cancelled"


def form_of_person(item, **values):
    return {"name": item.name, "email": item.email, **values}


class TestChanging:
    def test_what_was_told_is_in_the_form_and_can_be_changed(self, client):
        blocks = [question("choice", "Ruoka?", options=["Kala", "Kasvis"]), question("yes_no", "Ensi kertaa?")]
        page = make_training(registration="here", mode="hybrid", questions=blocks)
        place = MunicipalityPage.objects.filter(locale__language_code="fi").first()
        item = sign_up(page, organisation="Yhdistys", organisation_type="parish", municipality=place, mode="online")
        rows = {str(row.block_id): row for row in training_of(page).questions.all()}
        registration.change(
            item, {}, answers={rows[blocks[0]["id"]]: options_of(blocks[0])["Kala"], rows[blocks[1]["id"]]: "yes"},
            needs="Tulkki",
        )  # fmt: skip
        address = own_address(item)
        told = typed_in(client.get(address))
        assert told == {
            "name": item.name, "telephone": "", "organisation": "Yhdistys",
            "organisation_type": "parish", "municipality": str(place.translation_key), "mode": "online",
            f"question_{blocks[0]['id']}": options_of(blocks[0])["Kala"], f"question_{blocks[1]['id']}": "yes",
            "needs": "Tulkki", "allows_needs": "on",
        }  # fmt: skip
        changed = {
            **told, "name": "Uusi\nNimi", "telephone": "040 2", "municipality": "other",
            "mode": "on_site", f"question_{blocks[0]['id']}": "", f"question_{blocks[1]['id']}": "no", "needs": "",
        }  # fmt: skip
        response = client.post(address, changed)
        assert (response.status_code, response["Location"]) == (302, f"{address}?saved=1")
        assert response["Cache-Control"] == "no-store"
        row = Registration.objects.get()
        assert (row.name, row.email, row.telephone, row.municipality, row.mode, row.status) == (
            "Uusi Nimi", item.email, "040 2", None, "on_site", "confirmed",
        )  # fmt: skip
        assert [answer.value for answer in row.answers.all()] == ["no"]
        assert not RegistrationNeeds.objects.exists()
        assert said("Your changes are stored.", "fi") in soup_of(client.get(response["Location"])).get_text()

    def test_sending_the_form_unchanged_changes_nothing(self, client):
        block = question("choice", "Ruoka?", options=["Kala", "Kasvis"])
        page = make_training(registration="here", questions=[block])
        place = MunicipalityPage.objects.filter(locale__language_code="fi").first()
        item = sign_up(page, municipality=place, telephone="040 1")
        registration.change(
            item, {}, answers={training_of(page).questions.get(): options_of(block)["Kala"]}, needs="Tulkki"
        )
        # The option, the municipality and two questions are offered no more.
        page.questions = json.dumps([{**block, "value": {**block["value"], "options": block["value"]["options"][1:]}}])
        page.asks_telephone = page.asks_needs = False
        page.save_revision().publish()
        place.unpublish()
        address = own_address(item)
        before = state_of(item)
        assert client.post(address, form_data(client, address)).status_code == 302
        assert state_of(item) == before
        assert Answer.objects.get().text == "Kala"
        assert RegistrationNeeds.objects.get().text == "Tulkki"

    def test_the_municipality_of_another_language_stays_the_same(self, client, page):
        place = MunicipalityPage.objects.filter(locale__language_code="fi").first()
        item = sign_up(page, municipality=place)
        address = own_address(item, "sv")
        assert client.post(address, form_data(client, address)).status_code == 302
        assert state_of(item)["municipality_id"] == place.pk

    def test_an_error_is_told_at_the_field_and_nothing_typed_is_lost(self, client, page):
        item = sign_up(page)
        address = own_address(item)
        response = client.post(address, form_of_person(item, name="", organisation="Uusi", needs="Tulkki"))
        assert response.status_code == 200
        assert soup_of(response).title.string.strip().startswith("Virhe")
        assert list(errors_of(response)) == ["#id_name", "#id_allows_needs"]
        found = typed_in(response)
        assert (found["organisation"], found["needs"]) == ("Uusi", "Tulkki")
        assert state_of(item)["organisation"] == ""

    def test_becoming_somebody_who_is_in_already_is_told_at_the_field(self, client, page):
        item = sign_up(page)
        other = sign_up(page, email=item.email)
        response = client.post(own_address(item), form_of_person(item, name=other.name, organisation="Uusi"))
        assert list(errors_of(response)) == ["#id_name"]
        assert typed_in(response)["organisation"] == "Uusi"
        assert state_of(item)["name"] == item.name

    def test_nobody_learns_whether_somebody_else_is_in_and_the_address_stays(self, client, page):
        item, other = sign_up(page), sign_up(page)
        response = client.post(own_address(item), form_of_person(other))
        assert response.status_code == 302
        assert state_of(item)["email"] == item.email

    def test_no_cookie_and_no_origin_is_needed(self, page):
        """With "no-referrer" browsers send no referrer and a null origin."""
        strict = Client(enforce_csrf_checks=True, headers={"origin": "null"})
        item = sign_up(page)
        address = own_address(item)
        assert strict.post(address, form_of_person(item, name="Uusi"), secure=True).status_code == 302
        assert strict.post(f"{address}cancel/", secure=True).status_code == 302
        assert state_of(item)["status"] == "cancelled"

    def test_questions_are_asked_in_the_words_of_the_language(self, client):
        page = make_training(registration="here", questions=[question(label="Toiveet?")])
        swedish = translate(page, "sv", title="Utbildning")
        raw = [dict(item) for item in fresh(swedish).questions.raw_data]
        raw[0]["value"] = {**raw[0]["value"], "label": "Önskemål?"}
        swedish.questions = json.dumps(raw)
        swedish.save_revision().publish()
        item = sign_up(page)
        assert "Önskemål?" in soup_of(client.get(own_address(item, "sv"))).get_text()
        asked = soup_of(client.get(own_address(item, "en"))).find("span", lang="fi", string="Toiveet?")
        assert asked.find_parent("label")


class TestCancelling:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_it_is_asked_and_only_the_answer_cancels(self, client, page, language):
        item, waiting = sign_up(page), sign_up(page)
        address = own_address(item, language)
        assert f"{address}cancel/" in hrefs(soup_of(client.get(address)))
        soup = soup_of(client.get(f"{address}cancel/"))
        assert without_soft_hyphens(soup.h1.get_text()) == said("Do you cancel your registration?", language)
        assert state_of(item)["status"] == "confirmed"
        response = client.post(soup.select_one("main form")["action"])
        assert (response.status_code, response["Location"]) == (302, address)
        assert state_of(item)["status"] == "cancelled"
        assert state_of(waiting)["status"] == "confirmed"
        response = client.get(address)
        assert status_of(response) == "cancelled"
        assert without_soft_hyphens(soup_of(response).h1.get_text()) == said("Your registration is cancelled", language)
        assert soup_of(response).select("main form") == []

    def test_who_waits_loses_a_place_in_the_queue_and_who_has_a_seat_frees_it(self, client, page):
        texts = [said("Your seat is freed for somebody else.", "fi"), said("You lose your place in the queue.", "fi")]
        for item, own in zip([sign_up(page), sign_up(page)], texts, strict=True):
            text = without_soft_hyphens(soup_of(client.get(f"{own_address(item)}cancel/")).find("main").get_text())
            assert [words for words in texts if words in text] == [own]

    def test_repeating_it_is_harmless(self, client, page):
        item = sign_up(page)
        address = own_address(item)
        for _ in range(3):
            assert client.post(f"{address}cancel/")["Location"] == address
        assert client.get(f"{address}cancel/")["Location"] == address
        kinds = list(OutboxMessage.objects.values_list("kind", flat=True))
        assert kinds.count("trainings.cancelled") == 1

    def test_who_has_cancelled_may_register_again(self, client, page):
        item = sign_up(page)
        address = own_address(item)
        registration.cancel(item)
        assert f"{page.url}ilmoittaudu/" in hrefs(soup_of(client.get(address)).find("main"))
        registration.register(training_of(page).pk, person(name=item.name, email=item.email))
        assert Registration.objects.active().count() == 1


def test_a_link_leads_to_the_own_page_in_the_persons_language(page):
    item = sign_up(page, language="sv")
    assert links.make_link(item).startswith("http://testserver/sv/r/")
    assert translation.get_language() == "fi"
