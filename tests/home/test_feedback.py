"""The feedback form of the accessibility statement."""

import logging
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from home import outbox
from home.models import Feedback, FeedbackPage, OutboxMessage, SiteSettings
from tests.factories import LANGUAGES, index_of, make_user
from tests.reading import soup_of

pytestmark = pytest.mark.django_db

TEXT = "En pysty lukemaan taulukkoa ruudunlukijalla."


@pytest.fixture
def page():
    return index_of(FeedbackPage)


@pytest.fixture
def recipient():
    facts = SiteSettings.objects.get()
    facts.feedback_recipient = "saavutettavuus@example.org"
    facts.save()
    return facts.feedback_recipient


def send(client, page, **values):
    return client.post(
        page.url, {"message": TEXT, "page_address": "", "name": "", "email": "", "website": "", **values}
    )


def test_a_message_alone_is_enough(client, page):
    response = send(client, page)
    assert (response.status_code, response["Location"]) == (302, f"{page.url}?sent=1")
    feedback = Feedback.objects.get()
    assert (feedback.message, feedback.language, feedback.name, feedback.email) == (TEXT, "fi", "", "")
    assert feedback.answer_by == timezone.localdate() + timedelta(days=14)


def test_the_reader_is_thanked(client, page):
    soup = soup_of(client.get(f"{page.url}?sent=1"))
    assert soup.select_one('main [role="status"]').get_text(strip=True)
    assert soup.find("form") is None


def test_the_recipient_is_told_in_the_language_of_the_staff(client, page, recipient, mailoutbox):
    swedish = index_of(FeedbackPage, "sv")
    send(client, swedish, name="Åsa", email="asa@example.org", page_address="/sv/blogg/")
    assert outbox.send_due() == 1
    [mail] = mailoutbox
    assert (mail.to, mail.reply_to) == ([recipient], ["asa@example.org"])
    assert mail.subject == f"Saavutettavuuspalaute {Feedback.objects.get().pk}"
    for part in (TEXT, "Åsa", "/sv/blogg/", f"{timezone.localdate() + timedelta(days=14):%-d.%-m.%Y}"):
        assert part in mail.body
    assert Feedback.objects.get().language == "sv"


def test_the_row_of_the_mail_holds_nothing_that_the_reader_wrote(client, page, recipient):
    send(client, page, name="Åsa", email="asa@example.org")
    told = " ".join(str(value) for value in OutboxMessage.objects.values().get().values())
    for part in (TEXT, "Åsa", "asa@example.org", recipient):
        assert part not in told


def test_the_mail_goes_to_who_is_named_when_it_is_sent(client, page, recipient, mailoutbox):
    send(client, page)
    SiteSettings.objects.update(feedback_recipient="toinen@example.org")
    outbox.send_due()
    assert [mail.to for mail in mailoutbox] == [["toinen@example.org"]]


@pytest.mark.parametrize(
    "change", [lambda: Feedback.objects.all().delete(), lambda: SiteSettings.objects.update(feedback_recipient="")]
)
def test_a_message_that_is_erased_or_has_no_recipient_by_then_is_not_mailed(
    client, page, recipient, mailoutbox, change
):
    send(client, page)
    change()
    assert outbox.send_due() == 0
    assert mailoutbox == []
    assert OutboxMessage.objects.get().state == OutboxMessage.State.DROPPED


def test_without_a_recipient_the_message_is_kept(client, page):
    assert SiteSettings.objects.get().feedback_recipient == ""
    send(client, page)
    assert Feedback.objects.count() == 1
    assert OutboxMessage.objects.count() == 0


def test_message_and_mail_are_stored_both_or_neither(client, page, recipient, monkeypatch):
    def fail(kind, about):
        raise RuntimeError("no mail")

    monkeypatch.setattr(outbox, "write", fail)
    with pytest.raises(RuntimeError):
        send(client, page)
    assert Feedback.objects.count() == OutboxMessage.objects.count() == 0


def test_a_robot_that_fills_the_trap_is_thanked_and_forgotten(client, page, recipient):
    response = send(client, page, website="https://spam.example")
    assert (response.status_code, response["Location"]) == (302, f"{page.url}?sent=1")
    assert Feedback.objects.count() == OutboxMessage.objects.count() == 0


def test_the_trap_is_hidden_from_people_and_their_aids(client, page):
    trap = soup_of(client.get(page.url)).find("input", attrs={"name": "website"})
    assert trap["tabindex"] == "-1"
    assert trap["autocomplete"] == "off"
    assert "field--trap" in trap.find_parent("div")["class"]
    assert not trap.has_attr("required")


@pytest.mark.parametrize(("language", "beginning"), [("fi", "Virhe"), ("sv", "Fel"), ("en", "Error")])
def test_an_error_keeps_the_text_and_is_said_in_title_summary_and_field(client, language, beginning):
    page = index_of(FeedbackPage, language)
    response = send(client, page, message="", name="Anna", email="ei-osoite", page_address="/fi/hanke/")
    soup = soup_of(response)
    assert response.status_code == 200
    assert soup.title.string.strip().startswith(beginning)
    summary = soup.select_one("[data-error-summary]")
    assert summary["role"] == "alert"
    targets = [link["href"] for link in summary.find_all("a")]
    assert targets == ["#id_message", "#id_email"]
    for target in targets:
        field = soup.select_one(target)
        assert field["aria-invalid"] == "true"
        described = [soup.find(id=name) for name in field["aria-describedby"].split()]
        assert all(described)
        assert any("error" in element["id"] for element in described)
    assert soup.find("input", attrs={"name": "name"})["value"] == "Anna"
    assert soup.find("input", attrs={"name": "email"})["value"] == "ei-osoite"
    assert soup.find("input", attrs={"name": "page_address"})["value"] == "/fi/hanke/"
    assert Feedback.objects.count() == 0


def test_markup_in_a_message_is_text(client, page):
    response = send(client, page, message="<script>alert(1)</script>", email="x")
    assert b"<script>alert" not in response.content
    send(client, page, message="<script>alert(1)</script>")
    assert Feedback.objects.get().message == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "values",
    [
        {"message": "x" * 5001},
        {"name": "x" * 121},
        {"page_address": "x" * 501},
        {"email": "a@b"},
        {"email": "anna@example.org\nBcc: muu@example.org"},
        {"message": "   "},
        {"email": "x" * 300 + "@example.org"},
    ],
)
def test_what_does_not_fit_is_told_at_the_field_and_kept(client, page, values):
    response = send(client, page, **values)
    soup = soup_of(response)
    [name] = values
    assert response.status_code == 200
    assert soup.find(attrs={"name": name})["aria-invalid"] == "true"
    assert Feedback.objects.count() == 0


def test_the_longest_message_fits(client, page, recipient, mailoutbox):
    send(client, page, message="ä" * 5000, name="ö" * 120, page_address="/" + "x" * 499)
    assert len(Feedback.objects.get().message) == 5000
    outbox.send_due()
    assert len(mailoutbox[0].body) > 5000


def test_a_form_of_nothing_is_answered(client, page):
    assert client.post(page.url, {}).status_code == 200
    assert client.post(page.url, b"\xff\xfe", content_type="application/octet-stream").status_code == 200
    assert client.post(page.url, b"[1", content_type="application/json").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_many_messages_from_one_network_are_stopped_in_the_language_of_the_page(client, settings, language):
    settings.FEEDBACK_ADDRESS_LIMIT = 3
    page = index_of(FeedbackPage, language)
    statuses = [send(client, page).status_code for _ in range(5)]
    assert statuses == [302, 302, 302, 429, 429]
    assert Feedback.objects.count() == 3
    soup = soup_of(send(client, page))
    assert soup.html["lang"] == language
    assert len(soup.find_all("h1")) == 1


def test_errors_and_robots_use_up_no_limit(client, page, settings):
    settings.FEEDBACK_ADDRESS_LIMIT = 1
    for _ in range(5):
        send(client, page, message="")
        send(client, page, website="x")
    assert send(client, page).status_code == 302
    assert Feedback.objects.count() == 1


def test_another_network_is_not_stopped(client, page, settings):
    settings.FEEDBACK_ADDRESS_LIMIT = 1
    send(client, page)
    assert send(client, page).status_code == 429
    assert send(Client(REMOTE_ADDR="192.0.2.7"), page).status_code == 302


def test_behind_a_proxy_each_reader_is_a_network_and_cannot_claim_to_be_another(client, page, settings):
    settings.FEEDBACK_ADDRESS_LIMIT = 1
    settings.IS_BEHIND_PROXY = True

    def status(forwarded):
        return send(Client(headers={"x-forwarded-for": forwarded}), page).status_code

    assert [status("192.0.2.7"), status("192.0.2.8"), status("2001:db8::1")] == [302, 302, 302]
    assert [status("192.0.2.7"), status("198.51.100.1, 192.0.2.8"), status("x,2001:db8::1 ")] == [429, 429, 429]
    assert [send(client, page).status_code, status(" , "), status("")] == [302, 429, 429]


def test_without_a_proxy_nobody_chooses_the_own_address(page, settings):
    settings.FEEDBACK_ADDRESS_LIMIT = 1
    forged = [Client(headers={"x-forwarded-for": f"192.0.2.{n}"}) for n in range(2)]
    assert [send(client, page).status_code for client in forged] == [302, 429]


def test_no_network_address_is_kept_or_logged(client, page, recipient, mailoutbox, caplog):
    with caplog.at_level(logging.DEBUG):
        send(Client(REMOTE_ADDR="192.0.2.77"), page, name="Anna Salminen", email="anna@example.org")
        outbox.send_due()
    assert "192.0.2.77" not in caplog.text
    assert "Anna" not in caplog.text
    assert "anna@example.org" not in caplog.text
    assert not any("192.0.2.77" in str(value) for value in Feedback.objects.values().get().values())
    assert "192.0.2.77" not in mailoutbox[0].body
    assert not any("192.0.2.77" in key for key in cache._cache)


def test_the_form_links_the_privacy_notice_and_states_how_long_a_message_is_kept(client, page):
    facts = SiteSettings.objects.get()
    facts.feedback_retention_days = 77
    facts.save()
    form = soup_of(client.get(page.url)).find("form")
    assert form.find("a", href="/fi/tietosuojaseloste/")
    assert "77" in form.get_text()


def test_the_address_of_the_page_the_reader_came_from_is_filled_in(client, page):
    soup = soup_of(client.get(page.url, {"page": "/fi/blogi/?x=<b>"}))
    assert soup.find("input", attrs={"name": "page_address"})["value"] == "/fi/blogi/?x=<b>"


def test_old_messages_are_erased_after_the_time_that_the_settings_give():
    facts = SiteSettings.objects.get()
    facts.feedback_retention_days = 10
    facts.save()
    old, new = (Feedback.objects.create(message=text, language="fi") for text in ("vanha", "uusi"))
    Feedback.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=11))
    assert Feedback.erase_old() == 1
    assert list(Feedback.objects.all()) == [new]


def test_a_draft_preview_of_the_form_stores_nothing(client, page, admin_user):
    client.force_login(admin_user)
    assert client.get(f"/cms/pages/{page.pk}/revisions/{page.latest_revision.pk}/view/").status_code == 200
    assert Feedback.objects.count() == 0


@pytest.mark.parametrize(("group", "may_read"), [("Administrators", True), ("Editors", False)])
def test_only_those_who_answer_read_the_feedback(client, group, may_read):
    Feedback.objects.create(message="Vain vastaajalle", language="fi")
    client.force_login(make_user(group))
    response = client.get("/cms/feedback/", follow=True)
    assert ("Vain vastaajalle" in response.content.decode()) is may_read


@pytest.mark.parametrize("values", [{"group": "Administrators"}, {"is_superuser": True}])
def test_a_message_is_read_and_deleted_in_the_cms_but_never_written_or_changed(client, values):
    feedback = Feedback.objects.create(message="Alkuperäinen", language="fi")
    client.force_login(make_user(**values))
    assert client.get(f"/cms/feedback/inspect/{feedback.pk}/").status_code == 200
    client.post(f"/cms/feedback/edit/{feedback.pk}/", {"message": "Muutettu"})
    client.post("/cms/feedback/new/", {"message": "Keksitty"})
    assert [row.message for row in Feedback.objects.all()] == ["Alkuperäinen"]
    client.post(f"/cms/feedback/delete/{feedback.pk}/")
    assert not Feedback.objects.exists()


def test_the_day_of_the_answer_is_counted_from_the_local_day():
    feedback = Feedback(message="x", created_at=datetime(2026, 12, 31, 22, 30, tzinfo=UTC))
    assert feedback.answer_by == date(2027, 1, 15)


def test_the_cms_names_the_columns_of_its_lists_in_the_language_of_the_staff(client, admin_user):
    Feedback.objects.create(message="Hei", language="fi")
    client.force_login(admin_user)
    for address, headings in {
        "/cms/feedback/": {"Viesti", "Sivun osoite", "Saapunut", "Vastattava viimeistään"},
        "/cms/snippets/home/contact/": {"Nimi", "Nimike tai tehtävä", "Organisaatio", "Sähköposti"},
    }.items():
        found = {cell.get_text(" ", strip=True) for cell in soup_of(client.get(address)).select("th")}
        assert headings <= found, (headings, found)
    inspected = soup_of(client.get(f"/cms/feedback/inspect/{Feedback.objects.get().pk}/"))
    assert "Vastattava viimeistään" in [term.get_text(strip=True) for term in inspected.find_all("dt")]
