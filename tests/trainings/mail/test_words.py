"""What every mail says, in whose language, and what it never loads."""

from datetime import date, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from wagtail.models import Locale

from home import dates, outbox
from home.mail import EMBLEM_ID, emblem_bytes
from home.models import Contact, Organisation, SiteSettings, SiteTexts
from tests.factories import LANGUAGES, fresh, republish, sign_up, training_of, translate
from tests.reading import hrefs, said
from tests.trainings.mail.letters import DAY, composed, composed_when_true, event_of, html, set_text
from trainings.models import Kind

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_in_each_language_says_what_it_must_in_html_and_in_text(page, kind, language):
    letter = composed_when_true(kind, page, language=language, name="Matti Meikäläinen")
    assert "@example.org" in letter.recipient
    assert letter.reply_to == "kaisa@example.org"
    assert letter.subject.strip()
    assert "\n" not in letter.subject
    soup = html(letter)
    assert soup.html["lang"] == language
    assert len(soup.find_all("h1")) == 1
    for said_in in (soup.get_text(" "), letter.text):
        for part in (
            "Kohtaaminen",
            dates.when_text(training_of(page).starts, training_of(page).ends, language=language)[1:],
            "Kaisa Kontakti",
            "040 555 0000",
            "kaisa@example.org",
            said("You get this message because your address was given when registering for the training.", language),
        ):
            assert part in said_in, (part, said_in)
        assert "{" not in said_in
    assert soup.find("h1").get_text() in letter.text
    notice = {"fi": "/fi/tietosuojaseloste/", "sv": "/sv/dataskyddsbeskrivning/", "en": "/en/privacy-notice/"}[language]
    assert f"http://testserver{notice}" in hrefs(soup)
    assert f"http://testserver{notice}" in letter.text
    assert ("Matti Meikäläinen" in letter.text) is (kind not in (Kind.TOO_MANY, Kind.MESSAGE))


def test_the_words_are_those_of_the_page_in_the_language_of_the_person(page):
    translate(page, "sv", title="Att mötas", venue="Biblioteket")
    swedish = composed_when_true(Kind.CONFIRMED, page, language="sv")
    assert swedish.subject == "Din plats är bekräftad: Att mötas"
    assert "Biblioteket, Katu 1, Nivala" in swedish.text
    assert html(swedish).find("h2").get("lang") is None
    assert any("/sv/" in address and "motas" in address for address in hrefs(html(swedish)))


def test_a_page_that_is_not_translated_tells_in_its_own_language_and_says_which(page):
    letter = composed_when_true(Kind.CONFIRMED, page, language="sv")
    heading = html(letter).find("h2")
    assert (heading["lang"], heading.get_text()) == ("fi", "Kohtaaminen")
    assert letter.subject == "Din plats är bekräftad: Kohtaaminen"


def test_without_a_page_the_row_tells(page):
    item = sign_up(page)
    fresh(page).unpublish()
    letter = composed(Kind.CHANGED, item)
    assert "Kohtaaminen" in letter.text
    assert "Kirjasto, Katu 1, Nivala" in letter.text
    assert f"{DAY.day}.{DAY.month}.{DAY.year} klo\u00a09.00–15.30" in letter.text


def test_the_contact_is_told_in_the_language_if_it_is_translated(page, contact):
    contact.copy_for_translation(Locale.objects.get(language_code="sv")).save()
    Contact.objects.filter(translation_key=contact.translation_key, locale__language_code="sv").update(
        title="Planerare", email="kaisa.sv@example.org"
    )
    letter = composed_when_true(Kind.CONFIRMED, page, language="sv")
    assert "Planerare" in letter.text
    assert letter.reply_to == "kaisa.sv@example.org"


def test_without_a_contact_there_is_nobody_to_answer(page):
    republish(page, contact=None)
    letter = composed_when_true(Kind.CONFIRMED, page)
    assert letter.reply_to == ""
    assert said("Ask for more", "fi") not in letter.text


def test_a_training_without_a_time_says_so(page):
    republish(page, starts_at=None, ends_at=None, details_later=True, venue="", address="")
    letter = composed_when_true(Kind.CONFIRMED, page)
    assert said("%(day)s. The time will be told later.", "fi").removeprefix("%(day)s") in letter.text
    assert said("The place will be told later", "fi") in letter.text
    assert isinstance(event_of(letter)["DTSTART"].dt, date)
    assert not isinstance(event_of(letter)["DTSTART"].dt, datetime)


@pytest.mark.parametrize(
    "name",
    [
        "<b>Matti</b>",
        "=HYPERLINK(1)",
        "Matti & Maija",
        "Voitit! www.huijaus.example.com",
        "https://huijaus.example.com/",
    ],
)
def test_a_name_is_text_and_never_a_link(page, name):
    letter = composed_when_true(Kind.CONFIRMED, page, name=name)
    soup = html(letter)
    assert soup.find("b") is None
    assert not any("huijaus" in address for address in hrefs(soup))
    for said_in in (soup.get_text(), letter.text):
        assert "huijaus.example" not in said_in
    if "." not in name:
        assert name in soup.get_text()
        assert name in letter.text


def test_a_name_of_several_lines_reaches_no_header(page, mailoutbox):
    set_text(Kind.CONFIRMED, "fi", subject="Hei {name}")
    sign_up(page, name="Matti\r\nBcc: muu@example.org")
    outbox.send_due()
    [sent] = mailoutbox
    parsed = message_from_bytes(sent.message().as_bytes(), policy=default)
    assert parsed["Bcc"] is None
    assert parsed["Subject"].startswith("Hei Matti Bcc")
    assert "Matti" not in f"{parsed['From']} {parsed['Reply-To']} {parsed['To']}"


def test_the_mail_as_it_goes_out(page, mailoutbox):
    sign_up(page, email="matti@example.org")
    assert outbox.send_due() == 1
    [sent] = mailoutbox
    parsed = message_from_bytes(sent.message().as_bytes(), policy=default)
    assert (parsed["To"], parsed["Reply-To"]) == ("matti@example.org", "kaisa@example.org")
    assert parsed["From"].addresses[0].display_name == SiteTexts.objects.get(locale__language_code="fi").name
    assert [part.get_content_type() for part in parsed.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "text/calendar",
    ]
    picture = next(part for part in parsed.walk() if part.get_content_type() == "image/png")
    assert picture["Content-Disposition"].startswith("inline")
    assert f'src="cid:{picture["Content-ID"].strip("<>")}"' in parsed.get_body(["html"]).get_content()
    file = next(part for part in parsed.walk() if part.get_content_type() == "text/calendar")
    assert (file.get_param("charset"), file.get_param("method")) == ("utf-8", "PUBLISH")
    assert file.get_filename() == "kohtaaminen.ics"


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_is_loaded_from_anywhere_and_nothing_counts_the_reader(page, kind):
    letter = composed_when_true(kind, page)
    soup = html(letter)
    assert soup.find(["script", "link", "iframe", "video", "audio", "object", "form", "base"]) is None
    assert {image["src"] for image in soup.find_all("img")} == {f"cid:{EMBLEM_ID}"}
    assert "url(" not in letter.html
    assert "@import" not in letter.html
    assert not any("?" in address for address in hrefs(soup) if "testserver" in address)


@pytest.mark.parametrize(
    ("programme", "said_in", "unsaid", "pictures"),
    [
        ("2014-2020", ["Euroopan unioni", "Euroopan sosiaalirahasto", "Vipuvoimaa EU:lta"], ["osarahoittama"], 1),
        ("2021-2027", ["Euroopan unionin osarahoittama"], ["Vipuvoimaa", "Euroopan sosiaalirahasto"], 1),
        ("none", [], ["Euroopan unioni", "Vipuvoimaa"], 0),
    ],
)
def test_the_funding_block_is_that_of_the_programme(page, programme, said_in, unsaid, pictures):
    facts = SiteSettings.objects.get()
    facts.programme = programme
    facts.save()
    Organisation.objects.filter(name__startswith="Euroopan").delete()
    letter = composed_when_true(Kind.CONFIRMED, page)
    assert len(letter.pictures) == len(html(letter).find_all("img")) == pictures
    for text in (html(letter).get_text(), letter.text):
        assert [words for words in said_in if words not in text] == []
        assert [words for words in unsaid if words in text] == []


def test_the_emblem_has_words_for_those_who_see_no_pictures(page):
    image = html(composed_when_true(Kind.CONFIRMED, page)).find("img")
    assert image["alt"] == said("Flag of the European Union", "fi")
    assert emblem_bytes().startswith(b"\x89PNG")
