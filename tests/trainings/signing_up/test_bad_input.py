"""Nothing that is typed is lost, and nothing breaks: errors, forged and old forms, limits."""

import logging

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories import (
    LANGUAGES,
    make_training,
)
from tests.reading import said, soup_of
from tests.trainings.signing_up.form import PERSON, address_of, errors_of, send, stamp_of, typed_in
from trainings.models import Registration, RegistrationNeeds

pytestmark = pytest.mark.django_db


class TestBadInput:
    @pytest.mark.parametrize(("language", "beginning"), [("fi", "Virhe"), ("sv", "Fel"), ("en", "Error")])
    def test_errors_are_told_first_and_at_their_fields_and_nothing_typed_is_lost(self, client, language, beginning):
        page = make_training(language, registration="here", mode="hybrid")
        typed = {
            "name": "",
            "email": "ei-osoite",
            "telephone": "+358 40 123",
            "organisation": '=HYPERLINK("x")',
            "organisation_type": "parish",
            "municipality": "other",
            "mode": "online",
            "needs": "Tulkki\nja tauko",
            "allows_needs": "on",
        }
        response = send(client, page, **typed)
        soup = soup_of(response)
        assert response.status_code == 200
        assert soup.title.string.strip().startswith(beginning)
        summary = soup.select_one("main [data-error-summary]")
        assert summary["role"] == "alert"
        assert soup.find("main").find(["h1", "h2"]).find_parent(attrs={"data-error-summary": True}) is summary
        assert list(errors_of(response)) == ["#id_name", "#id_email"]
        for target in errors_of(response):
            field = soup.select_one(target)
            assert field["aria-invalid"] == "true"
            assert any("error" in name for name in field["aria-describedby"].split())
        found = typed_in(response)
        assert {name: found[name] for name in typed} == typed
        assert not Registration.objects.exists()

    @pytest.mark.parametrize(
        "values",
        [
            {"name": "   "},
            {"name": "x" * 121},
            {"name": "\ufdfa" * 100},  # a hundred signs that are eighteen each when they are written out
            {"email": ""},
            {"email": "aino@example"},
            {"email": "aino@example.org\nBcc: muu@example.org"},
            {"email": "aino@example.org\r\n"  "x"},
            {"email": "a\x00@example.org"},
            {"email": f"{'x' * 300}@example.org"},
            {"telephone": "1" * 41},
            {"organisation": "x" * 161},
            {"organisation_type": "pirates"},
            {"municipality": "nonsense"},
            {"municipality": "1"},
            {"needs": "x" * 1001, "allows_needs": "on"},
        ],
    )  # fmt: skip
    def test_what_does_not_fit_is_told_at_the_field(self, client, page, values):
        response = send(client, page, **values)
        assert response.status_code == 200
        assert list(errors_of(response)) == [f"#id_{next(iter(values))}"]
        assert not Registration.objects.exists()

    @pytest.mark.parametrize(
        ("name", "kept"),
        [
            ("Aino\r\nBcc: x@example.org", "Aino Bcc: x@example.org"),
            ("Ai\x00no\x07 \u2028Ahonen\u202e", "Ai no Ahonen"),
            ("=HYPERLINK(1)", "=HYPERLINK(1)"),
            ("  Aino   Ahonen ", "Aino Ahonen"),
            ("Ñuñes-Åström 🧶", "Ñuñes-Åström 🧶"),
            ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ],
    )
    def test_names_are_any_letters_on_one_line(self, client, page, name, kept):
        assert send(client, page, name=name, organisation=name).status_code == 302
        row = Registration.objects.get()
        assert (row.name, row.organisation) == (kept, kept)

    def test_the_longest_of_everything_fits(self, client, page):
        email = f"{'x' * 64}@{'y' * 63}.{'y' * 63}.{'y' * 58}.fi"
        assert len(email) == 254
        response = send(
            client, page, name="ä" * 120, email=email, organisation="ö" * 160, telephone="1" * 40,
            needs="å\r\n" * 500, allows_needs="on",
        )  # fmt: skip
        assert response.status_code == 302
        assert Registration.objects.get().email == email

    def test_markup_comes_back_as_text(self, client, page):
        response = send(client, page, email="x", name='"><script>alert(1)</script>', needs="</textarea><b>x")
        assert b"<script>alert" not in response.content
        assert b"</textarea><b>" not in response.content

    @pytest.mark.parametrize("stamp", ["", "x", "a:b:c", "\x00", "ä" * 9000, "changed"])
    def test_a_form_with_a_forged_stamp_is_drawn_again_with_all_that_was_typed(self, client, page, stamp):
        if stamp == "changed":
            stamp = "x" + stamp_of(client, page)[1:]
        response = send(client, page, stamp, needs="Tulkki", allows_needs="on")
        assert list(errors_of(response)) == [""]
        found = typed_in(response)
        assert (found["name"], found["needs"], found["allows_needs"]) == ("Aino Ahonen", "Tulkki", "on")
        assert not Registration.objects.exists()
        assert send(client, page, found["stamp"]).status_code == 302

    def test_a_form_that_was_open_since_yesterday_is_sent_once_more(self, client, page, monkeypatch):
        stamp = stamp_of(client, page)
        later = __import__("time").time() + 24 * 3600 + 5
        with monkeypatch.context() as patch:
            patch.setattr("django.core.signing.time.time", lambda: later)
            response = send(client, page, stamp)
            assert errors_of(response)[""] == said(
                "The form had been open for long. Look through what you wrote and send it again.", "fi"
            )
            assert typed_in(response)["email"] == PERSON["email"]
            assert send(client, page, typed_in(response)["stamp"]).status_code == 302

    def test_the_stamp_of_another_training_is_none(self, client, page):
        assert list(errors_of(send(client, page, stamp_of(client, make_training(registration="here"))))) == [""]

    def test_a_form_that_is_sent_at_once_is_no_robots(self, client, page):
        assert send(client, page, stamp_of(client, page)).status_code == 302
        assert Registration.objects.count() == 1

    def test_who_fills_the_trap_is_shown_it_and_loses_nothing(self, client, page):
        trap = soup_of(client.get(address_of(page))).find("input", attrs={"name": "subject"})
        assert (trap["tabindex"], trap["autocomplete"]) == ("-1", "off")
        assert "field--trap" in trap.find_parent("div")["class"]
        response = send(client, page, subject="x", organisation="Yhdistys")
        assert response.status_code == 200
        assert list(errors_of(response)) == ["#id_subject"]
        assert "field--trap" not in soup_of(response).find(id="id_subject").find_parent("div")["class"]
        found = typed_in(response)
        assert (found["name"], found["organisation"]) == (PERSON["name"], "Yhdistys")
        assert not Registration.objects.exists()
        assert client.post(address_of(page), {**found, "subject": ""}).status_code == 302
        assert Registration.objects.count() == 1

    def test_a_file_of_ten_megabytes_beside_the_form_is_ignored(self, client, page):
        file = SimpleUploadedFile("iso.bin", b"x" * 10 * 1024 * 1024)
        assert send(client, page, needs=file).status_code == 302
        assert not RegistrationNeeds.objects.exists()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_form_of_many_megabytes_is_refused_in_the_language_of_the_page(self, language):
        page = make_training(language, registration="here")
        outsider = Client(raise_request_exception=False, enforce_csrf_checks=True)
        outsider.get(address_of(page))  # the cookie
        response = outsider.post(
            address_of(page), "name=" + "x" * 10 * 1024 * 1024, content_type="application/x-www-form-urlencoded"
        )
        soup = soup_of(response)
        assert response.status_code == 400
        assert soup.html["lang"] == language
        assert soup.h1.get_text() == said("What you sent could not be read", language)
        assert soup.select_one("header .brand")

    def test_a_form_of_nothing_and_one_that_is_no_form_are_answered(self, client, page):
        for content, kind in (
            (b"", "text/plain"),
            (b"\xff\xfe", "application/octet-stream"),
            (b"[1", "application/json"),
        ):
            assert client.post(address_of(page), content, content_type=kind).status_code == 200
        assert client.post(address_of(page), {}).status_code == 200
        assert client.put(address_of(page), b"x").status_code < 500
        assert not Registration.objects.exists()

    def test_nobody_is_named_in_the_log(self, client, page, caplog):
        with caplog.at_level(logging.DEBUG):
            for _ in range(2):
                send(client, page, needs="Tulkki", allows_needs="on")
            send(client, page, name="")
        for word in ("Aino", "aino@example.org", "Tulkki"):
            assert word not in caplog.text


class TestLimits:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_network_that_sends_too_much_is_stopped_and_keeps_what_was_typed(self, client, settings, language):
        settings.REGISTRATION_ADDRESS_LIMIT = 2
        page = make_training(language, registration="here")
        responses = [send(client, page, name=f"Nimi {n}", email=f"n{n}@example.org") for n in range(3)]
        assert [response.status_code for response in responses] == [302, 302, 429]
        assert list(errors_of(responses[2])) == [""]
        assert typed_in(responses[2])["email"] == "n2@example.org"
        assert Registration.objects.count() == 2
        assert send(Client(REMOTE_ADDR="192.0.2.7"), page, name="Nimi 3").status_code == 302

    def test_a_town_hall_behind_one_address_is_not_stopped(self, settings):
        assert settings.REGISTRATION_ADDRESS_LIMIT >= 600

    def test_one_mail_address_is_counted_across_trainings_and_kept_by_nobody(self, client, settings):
        settings.REGISTRATION_EMAIL_LIMIT = 2
        pages = [make_training(registration="here") for _ in range(3)]
        emails = ["a@example.org", "A@example.org", "a@example.org"]
        forms = [send(client, page, email=email) for page, email in zip(pages, emails, strict=True)]
        assert [response.status_code for response in forms] == [302, 302, 429]
        assert send(client, pages[2], email="b@example.org").status_code == 302
        assert not any("example.org" in key for key in cache._cache)

    def test_errors_and_robots_use_up_no_limit(self, client, page, settings):
        settings.REGISTRATION_ADDRESS_LIMIT = settings.REGISTRATION_EMAIL_LIMIT = 1
        for _ in range(3):
            send(client, page, name="")
            send(client, page, subject="x")
        assert send(client, page).status_code == 302
