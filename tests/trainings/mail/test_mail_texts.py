"""The texts of mails in the CMS: made at set-up, changed and previewed by editors, translated by translators."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale

from home import outbox
from home.mail import FEEDBACK
from home.models import Feedback, OutboxMessage
from tests.factories import LANGUAGES, make_user
from tests.reading import said, soup_of
from trainings.models import Kind, MailText

pytestmark = pytest.mark.django_db

TEXTS = "/cms/snippets/trainings/mailtext/"


def text_of(kind, language="fi"):
    return MailText.objects.get(kind=kind, locale__language_code=language)


def preview(client, row, mode, **values):
    """The live preview of what an editor has typed."""
    address = f"{TEXTS}preview/{row.pk}/"
    data = {"subject": row.subject, "text": row.text, **values}
    told = client.post(address, data).json()
    assert told["is_valid"], told
    response = client.get(f"{address}?mode={mode}")
    assert response.status_code == 200
    policy = response["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy  # else the mail is shown without its style
    assert "script-src 'self';" in policy
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_set_up_makes_one_text_of_each_mail_in_each_language_and_leaves_what_was_changed():
    assert MailText.objects.count() == (len(Kind) - 1) * len(LANGUAGES)
    row = text_of(Kind.CONFIRMED)
    assert row.get_translation(Locale.objects.get(language_code="sv")) == text_of(Kind.CONFIRMED, "sv")
    row.subject = "Oma otsikko"
    row.save()
    call_command("setup_site", base_url="http://testserver", verbosity=0)
    assert text_of(Kind.CONFIRMED).subject == "Oma otsikko"
    assert MailText.objects.count() == (len(Kind) - 1) * len(LANGUAGES)


@pytest.mark.parametrize("group", ["Editors", "Moderators", "Training organisers", "Administrators"])
def test_those_who_write_change_texts_but_add_and_delete_none(client, group):
    client.force_login(make_user(group))
    row = text_of(Kind.WAITLISTED)
    assert client.get(TEXTS).status_code == 200
    response = client.post(f"{TEXTS}edit/{row.pk}/", {"subject": "Jonossa: {training}", "text": "Odota hetki."})
    assert response.status_code == 302
    assert text_of(Kind.WAITLISTED).subject == "Jonossa: {training}"
    count = MailText.objects.count()
    for address in (f"{TEXTS}add/", f"{TEXTS}delete/{row.pk}/", f"{TEXTS}copy/{row.pk}/"):
        client.post(address, {"subject": "x", "text": "x"})
    assert MailText.objects.count() == count


def test_the_list_is_in_the_editors_language_until_another_is_chosen(client, admin_user):
    client.force_login(admin_user)

    def shown(query=""):
        content = client.get(f"{TEXTS}{query}").content.decode()
        return [language for language in LANGUAGES if text_of(Kind.WAITLISTED, language).subject in content]

    assert shown() == ["fi"]
    assert shown("?locale=sv") == ["sv"]
    assert shown("?locale=") == list(LANGUAGES)


def test_not_even_an_almighty_user_is_offered_to_add_or_delete(client, admin_user):
    client.force_login(admin_user)
    row = text_of(Kind.CONFIRMED)
    pages = [client.get(address).content.decode() for address in (TEXTS, f"{TEXTS}edit/{row.pk}/")]
    for page in pages:
        assert f"{TEXTS}add/" not in page
        assert f"{TEXTS}delete/" not in page


@pytest.mark.parametrize(("language", "may"), [("sv", True), ("en", False)])
def test_a_translator_reaches_the_texts_of_the_own_language(client, language, may):
    client.force_login(make_user("Translators: %(language)s", "sv"))
    response = client.get(f"{TEXTS}edit/{text_of(Kind.CONFIRMED, language).pk}/")
    assert response.status_code == 302
    assert response.url.startswith("/cms/translations/") is may


def test_who_has_no_business_with_mails_does_not_see_them(client):
    client.force_login(make_user())
    assert client.get(TEXTS).status_code == 302


def test_an_unknown_placeholder_is_told_at_the_field_and_nothing_is_lost(client):
    client.force_login(make_user("Editors"))
    row = text_of(Kind.CONFIRMED)
    response = client.post(f"{TEXTS}edit/{row.pk}/", {"subject": "Hei {nimi}", "text": "Tämä säilyy."})
    soup = soup_of(response)
    assert response.status_code == 200
    assert soup.find("input", attrs={"name": "subject"})["value"] == "Hei {nimi}"
    assert soup.find("textarea", attrs={"name": "text"}).get_text().strip() == "Tämä säilyy."
    assert "{nimi}" in soup.select_one("#panel-child-subject-errors, [id*=subject-errors]").get_text()
    assert text_of(Kind.CONFIRMED).subject == row.subject


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.MESSAGE])
def test_each_mail_is_previewed_in_both_forms_with_made_up_people(client, admin_user, kind, language):
    client.force_login(admin_user)
    row = text_of(kind, language)
    shown = preview(client, row, "html")
    assert shown.html["lang"] == language
    plain = preview(client, row, "text").find("pre").get_text()
    for text in (shown.get_text(" "), plain):
        assert said("Encounter training", language) in text
        assert "Maija Esimerkki" in text
        assert "{" not in text
    assert shown.find("img")["src"].endswith("img/eu-emblem.png")


def test_the_preview_follows_what_is_typed_and_shows_it_as_text(client, admin_user):
    client.force_login(admin_user)
    row = text_of(Kind.CONFIRMED)
    typed = "Moi {name}!\n\n<script>alert(1)</script>"
    for mode in ("html", "text"):
        shown = preview(client, row, mode, text=typed)
        assert shown.find("script") is None
        assert "Moi Matti Esimerkki!" in shown.get_text()
        assert "<script>alert(1)</script>" in shown.get_text()
    assert "Matti Esimerkki" not in text_of(Kind.CONFIRMED).text


def test_a_preview_keeps_nobody_and_sends_nothing(client, admin_user, mailoutbox):
    from trainings.models import OwnPageLink, Registration

    client.force_login(admin_user)
    before = Registration.objects.count()
    preview(client, text_of(Kind.PROMOTED), "html")
    outbox.send_due()
    assert (Registration.objects.count(), OwnPageLink.objects.count(), mailoutbox) == (before, 0, [])


# Monitoring


def test_monitoring_reads_the_numbers_of_the_mail(client):
    response = client.get("/-/mail")
    assert (response.status_code, response.content) == (200, b"waiting 0\nlongest_wait_seconds 0\ngiven_up 0\n")
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Type"].startswith("text/plain")


def test_monitoring_is_alarmed_when_a_mail_has_waited_too_long(client, django_assert_num_queries):
    outbox.write(FEEDBACK, Feedback.objects.create(message="x", language="fi").pk)
    OutboxMessage.objects.update(created_at=timezone.now() - timedelta(minutes=14))
    assert client.get("/-/mail").status_code == 200
    OutboxMessage.objects.update(created_at=timezone.now() - timedelta(minutes=16))
    with django_assert_num_queries(1):
        response = client.get("/-/mail")
    assert response.status_code == 503
    assert response.content.startswith(b"waiting 1\nlongest_wait_seconds 96")
    OutboxMessage.objects.update(state=OutboxMessage.State.DEAD)
    response = client.get("/-/mail")
    assert (response.status_code, response.content) == (200, b"waiting 0\nlongest_wait_seconds 0\ngiven_up 1\n")
