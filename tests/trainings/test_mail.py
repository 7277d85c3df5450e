"""The mails to participants: whether each still holds, what it says, and what it must not say."""

from datetime import UTC, date, datetime, time, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone
from icalendar import Calendar
from wagtail.documents import get_document_model
from wagtail.models import Locale

from home import dates, outbox
from home.models import Contact, Organisation, OutboxMessage, SiteSettings, SiteTexts
from tests.factories import LANGUAGES, fresh, make_training, person, republish, sign_up, training_of, translate
from tests.reading import hrefs, said
from trainings import links, mail, registration
from trainings.content import MAIL_TEXTS
from trainings.models import Kind, MailText, Message, OwnPageLink, Registration, Training

pytestmark = pytest.mark.django_db

DAY = timezone.localdate() + timedelta(days=30)
MEETING = "https://kokous.example.org/j/1?pwd=salainen"
# Whom a mail of each kind is about, so that it holds.
CONFIRMED_KINDS = [Kind.CONFIRMED, Kind.PROMOTED, Kind.AGAIN, Kind.TOO_MANY, Kind.CHANGED, Kind.REMINDER]
CANCELLED_KINDS = [Kind.CANCELLED, Kind.CANCELLED_BY_STAFF]


@pytest.fixture
def contact():
    return Contact.objects.create(
        locale=Locale.objects.get(language_code="fi"),
        name="Kaisa Kontakti",
        title="Suunnittelija",
        phone="040 555 0000",
        email="kaisa@example.org",
    )


@pytest.fixture
def page(contact):
    return make_training(
        title="Kohtaaminen",
        registration="here",
        capacity=1,
        starts_on=DAY,
        starts_at=time(9),
        ends_at=time(15, 30),
        venue="Kirjasto",
        address="Katu 1, Nivala",
        contact=contact,
    )


def composed(kind, item, *, turn=""):
    """What the outbox would send now for a row of this kind, or None."""
    outbox.write(registration.mail_kind(kind), item.pk, turn=turn)
    return mail.compose(OutboxMessage.objects.get(kind=registration.mail_kind(kind), about=item.pk, turn=turn))


def composed_when_true(kind, page, **values):
    """A mail of a kind to somebody for whom it holds."""
    values = person(**values)
    if kind == Kind.WAITLISTED:
        sign_up(page)
    item = registration.register(training_of(page).pk, values).registration
    if kind in CANCELLED_KINDS:
        registration.cancel(item)
    if kind == Kind.TRAINING_CANCELLED:
        republish(page, is_cancelled=True)
    if kind == Kind.MATERIALS:
        republish(page, recording_url="https://video.example.org/1")
        end(page)
    turn = DAY.isoformat() if kind == Kind.REMINDER else ""
    if kind == Kind.MESSAGE:
        turn = write_message(page).pk
    OutboxMessage.objects.all().delete()
    return composed(kind, item, turn=turn)


def write_message(page, **values):
    values = {"subject": "Tuo sukat", "text": "Sali on viileä.", "audience": Message.Audience.ALL, **values}
    return Message.objects.create(training=training_of(page), **values)


def end(page, days=1):
    """Let the training have ended some days ago."""
    at = timezone.now() - timedelta(days=days)
    Training.objects.filter(key=page.translation_key).update(starts=at - timedelta(hours=6), ends=at)


def set_text(kind, language, **values):
    values = {"subject": "Otsikko", "text": "Teksti", **values}
    MailText.objects.filter(kind=kind, locale__language_code=language).delete()
    return MailText.objects.create(kind=kind, locale=Locale.objects.get(language_code=language), **values)


def html(letter):
    return BeautifulSoup(letter.html, "html.parser")


def event_of(letter):
    [part] = letter.attachments
    [event] = Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT")
    return event


# What every mail has


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
    assert {image["src"] for image in soup.find_all("img")} == {f"cid:{mail.EMBLEM_ID}"}
    assert "url(" not in letter.html
    assert "@import" not in letter.html
    assert not any("?" in address for address in hrefs(soup) if "testserver" in address)


# Funders


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
    assert mail.emblem_bytes().startswith(b"\x89PNG")


# Whether a mail still holds


def test_a_confirmation_holds_while_the_seat_does(page):
    item = sign_up(page)
    assert composed(Kind.CONFIRMED, item)
    registration.cancel(item)
    assert composed(Kind.CONFIRMED, item) is None


def test_a_queue_mail_that_is_overtaken_by_a_promotion_is_not_sent(page, mailoutbox):
    first = sign_up(page)
    second = sign_up(page)
    registration.cancel(first, is_told=False)
    outbox.send_due()
    assert [sent.subject for sent in mailoutbox if sent.to == [second.email]] == ["Sait paikan: Kohtaaminen"]
    assert [sent for sent in mailoutbox if sent.to == [first.email]] == []


def test_a_promotion_that_is_cancelled_since_is_not_sent(page):
    first, second = sign_up(page), sign_up(page)
    registration.cancel(first)
    registration.cancel(second)
    assert composed(Kind.PROMOTED, second) is None
    assert composed(Kind.CANCELLED, second)


def test_of_two_changes_only_the_newer_is_told(page, mailoutbox):
    item = sign_up(page)
    outbox.send_due()
    mailoutbox.clear()
    for number, venue in enumerate(("Koulu", "Kahvila")):
        outbox.write(registration.mail_kind(Kind.CHANGED), item.pk, turn=f"{number}")
        republish(page, venue=venue)
    outbox.send_due()
    [sent] = mailoutbox
    assert "Kahvila, Katu 1, Nivala" in sent.body


@pytest.mark.parametrize("kind", [*CONFIRMED_KINDS, Kind.WAITLISTED])
def test_who_has_signed_up_for_a_training_that_is_cancelled_hears_only_that(page, kind):
    item = sign_up(page)
    turn = DAY.isoformat() if kind == Kind.REMINDER else ""
    if kind == Kind.WAITLISTED:
        item = sign_up(page)
    assert composed(kind, item, turn=turn)
    republish(page, is_cancelled=True)
    assert composed(kind, item, turn=turn) is None
    assert composed(Kind.TRAINING_CANCELLED, item)


def test_a_cancellation_that_is_taken_back_is_not_told(page):
    item = sign_up(page)
    republish(page, is_cancelled=True)
    republish(page, is_cancelled=False)
    assert composed(Kind.TRAINING_CANCELLED, item) is None
    assert composed(Kind.CHANGED, item)


def test_a_cancellation_that_was_told_and_is_taken_back_is_told_first_and_once(page, mailoutbox):
    sign_up(page)
    outbox.send_due()
    for values in ({"is_cancelled": True}, {"is_cancelled": False}, {"venue": "Koulu"}):
        republish(page, **values)
        outbox.send_due()
    assert [sent.body.splitlines()[0] for sent in mailoutbox[1:]] == [
        said("The training is cancelled", "fi"),
        said("The training is held after all", "fi"),
        said("The details of the training have changed", "fi"),
    ]


@pytest.mark.parametrize("kind", [*CONFIRMED_KINDS, Kind.TRAINING_CANCELLED, *CANCELLED_KINDS])
def test_what_comes_after_the_end_is_not_sent(page, kind):
    item = sign_up(page)
    if kind in CANCELLED_KINDS:
        registration.cancel(item)
    if kind == Kind.TRAINING_CANCELLED:
        republish(page, is_cancelled=True)
    turn = DAY.isoformat() if kind == Kind.REMINDER else ""
    assert composed(kind, item, turn=turn)
    Training.objects.filter(pk=item.training_id).update(
        ends=timezone.now() - timedelta(minutes=1), starts=item.created_at - timedelta(days=1)
    )
    assert composed(kind, item, turn=turn) is None


def test_a_reminder_of_a_day_to_which_the_training_is_not_held_any_more_is_not_sent(page):
    item = sign_up(page)
    assert composed(Kind.REMINDER, item, turn=DAY.isoformat())
    republish(page, starts_on=DAY + timedelta(days=1))
    assert composed(Kind.REMINDER, item, turn=DAY.isoformat()) is None
    assert composed(Kind.REMINDER, item, turn=(DAY + timedelta(days=1)).isoformat())


@pytest.mark.parametrize("kind", list(Kind))
def test_nobody_is_told_anything_once_the_data_are_gone(page, kind):
    assert composed_when_true(kind, page)
    item = training_of(page).registrations.order_by("-number").first()
    turn = OutboxMessage.objects.get(about=item.pk).turn
    Registration.objects.filter(pk=item.pk).update(
        name="", name_folded="", email="", telephone="", organisation="", nonce=None, anonymised_at=timezone.now()
    )
    assert composed(kind, item, turn=turn) is None
    Registration.objects.filter(pk=item.pk).delete()
    assert composed(kind, item, turn=turn) is None


def test_without_an_address_there_is_no_mail(page):
    item = registration.add(training_of(page).pk, person(email="", telephone="040 1")).registration
    assert composed(Kind.CONFIRMED, item) is None


# Seats and the queue


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_who_waits_can_take_the_mail_for_a_confirmation(page, language):
    for _ in range(3):
        sign_up(page)
    item = sign_up(page, language=language)
    letter = composed(Kind.WAITLISTED, item)
    place = said("You are in the queue, number %(position)s", language) % {"position": 3}
    assert html(letter).find("h1").get_text() == place
    assert letter.text.startswith(place)
    assert letter.subject.startswith(
        {"fi": "Olet jonossa", "sv": "Du står i kö", "en": "You are in the queue"}[language]
    )
    assert said("Your seat is confirmed", language) not in letter.text
    assert letter.attachments == []


def test_the_first_words_say_queue_even_if_the_editors_do_not(page):
    set_text(Kind.WAITLISTED, "fi", text="Paikkasi on varma!")
    letter = composed_when_true(Kind.WAITLISTED, page)
    assert letter.text.startswith(said("You are in the queue, number %(position)s", "fi") % {"position": 1})


@pytest.mark.parametrize("kind", [Kind.AGAIN, Kind.CHANGED, Kind.MESSAGE])
def test_mails_to_everybody_say_who_has_a_seat_and_who_waits(page, kind):
    confirmed, waiting = sign_up(page), sign_up(page)
    turn = write_message(page).pk if kind == Kind.MESSAGE else ""
    assert said("Your seat is confirmed", "fi") in composed(kind, confirmed, turn=turn).text
    letter = composed(kind, waiting, turn=turn)
    assert said("Your seat is confirmed", "fi") not in letter.text
    assert said("You are in the queue, number %(position)s", "fi") % {"position": 1} in letter.text
    assert letter.attachments == []


@pytest.mark.parametrize("kind", list(Kind))
def test_the_link_opens_the_own_page_of_those_who_can_still_change_something(page, kind):
    letter = composed_when_true(kind, page, language="sv")
    item = training_of(page).registrations.order_by("-number").first()
    found = [address for address in hrefs(html(letter)) if "/sv/r/" in address]
    assert len(found) == (kind in mail.WITH_OWN_PAGE)
    for address in found:
        assert address.startswith("http://testserver/sv/r/")
        assert address in letter.text
        assert links.find(address.rstrip("/").rsplit("/", 1)[1]) == item
    assert OwnPageLink.objects.count() == len(found)


def test_each_mail_has_a_link_of_its_own(page):
    item = sign_up(page)
    found = {
        next(address for address in hrefs(html(composed(kind, item))) if "/r/" in address)
        for kind in (Kind.CONFIRMED, Kind.AGAIN)
    }
    assert len(found) == 2


# The address of the online meeting


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(
    ("mode", "own_mode", "is_told"),
    [
        ("online", "", True),
        ("hybrid", "online", True),
        ("hybrid", "on_site", False),
        ("hybrid", "", True),  # added by the staff: nobody asked how
        ("on_site", "", False),
    ],
)
def test_the_meeting_is_told_to_those_alone_who_have_a_seat_in_it(page, kind, mode, own_mode, is_told):
    republish(page, mode=mode, meeting_url=MEETING)
    letter = composed_when_true(kind, page, mode=own_mode)
    files = "".join(part.get_payload(decode=True).decode() for part in letter.attachments).replace("\r\n ", "")
    has_seat = kind in {Kind.CONFIRMED, Kind.PROMOTED, Kind.AGAIN, Kind.CHANGED, Kind.REMINDER, Kind.MESSAGE}
    assert (MEETING in letter.text) is (is_told and has_seat)
    assert (MEETING in hrefs(html(letter))) is (is_told and has_seat)
    assert (MEETING in files) is (is_told and kind in mail.WITH_EVENT)


def test_nobody_who_waits_is_told_of_the_meeting(page):
    republish(page, mode="online", meeting_url=MEETING)
    sign_up(page)
    item = sign_up(page)
    turn = write_message(page).pk
    for kind in (Kind.WAITLISTED, Kind.AGAIN, Kind.CHANGED, Kind.TOO_MANY, Kind.MESSAGE):
        letter = composed(kind, item, turn=turn if kind == Kind.MESSAGE else "")
        assert "kokous.example.org" not in letter.text + letter.html
        assert letter.attachments == []


def test_who_takes_part_online_is_not_sent_to_the_library(page):
    republish(page, mode="hybrid", meeting_url=MEETING)
    letter = composed_when_true(Kind.CONFIRMED, page, mode="online")
    assert "Kirjasto" not in letter.text
    assert said("Online", "fi") in letter.text


# Calendar files


@pytest.mark.parametrize("kind", [Kind.CONFIRMED, Kind.PROMOTED, Kind.CHANGED, Kind.REMINDER])
def test_the_event_of_a_mail_puts_the_training_into_the_calendar(page, kind, client):
    page = republish(page, venue="Koulu")
    event = event_of(composed_when_true(kind, page))
    row = training_of(page)
    [public] = Calendar.from_ical(client.get(f"{page.url}calendar.ics").content).walk("VEVENT")
    assert event["UID"] == public["UID"]
    assert event["SEQUENCE"] == row.sequence == 1
    assert event["DTSTART"].dt == row.starts.astimezone(UTC)
    assert event["DTSTART"].to_ical().endswith(b"Z")
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=6, minutes=30)
    assert abs(event["DTSTAMP"].dt - timezone.now()) < timedelta(minutes=1)
    assert (event["SUMMARY"], event["LOCATION"]) == ("Kohtaaminen", "Koulu, Katu 1, Nivala")
    assert event["STATUS"] == "CONFIRMED"
    assert event["URL"] == page.full_url
    assert event["ORGANIZER"] == "mailto:kaisa@example.org"


@pytest.mark.parametrize("kind", [*CANCELLED_KINDS, Kind.TRAINING_CANCELLED])
def test_the_event_of_a_cancellation_takes_it_out_again(page, kind, mailoutbox):
    item = sign_up(page)
    outbox.send_due()
    if kind == Kind.TRAINING_CANCELLED:
        republish(page, is_cancelled=True)
    else:
        registration.cancel(item, by_staff=kind == Kind.CANCELLED_BY_STAFF)
    outbox.send_due()
    before, after = (
        next(part for part in sent.message().walk() if part.get_content_type() == "text/calendar")
        for sent in mailoutbox
    )
    assert (before.get_param("method"), after.get_param("method")) == ("PUBLISH", "CANCEL")
    [first], [last] = (Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT") for part in (before, after))
    assert last["UID"] == first["UID"]
    assert last["SEQUENCE"] > first["SEQUENCE"]
    assert last["STATUS"] == "CANCELLED"


def test_the_event_of_who_comes_again_is_newer_than_the_cancelled_one(page):
    first = sign_up(page)
    registration.cancel(first)
    cancelled = event_of(composed(Kind.CANCELLED, first))
    again = sign_up(page, name=first.name, email=first.email)
    event = event_of(composed(Kind.CONFIRMED, again))
    assert event["SEQUENCE"] >= cancelled["SEQUENCE"]
    assert event["DTSTAMP"].dt >= cancelled["DTSTAMP"].dt


def test_who_only_waited_has_nothing_to_take_out_of_the_calendar(page):
    sign_up(page)
    item = sign_up(page)
    registration.cancel(item)
    assert composed(Kind.CANCELLED, item).attachments == []


# Single kinds


def test_the_sixth_of_one_address_is_told_how_to_go_on_and_no_name(page):
    item = sign_up(page, name="Ensimmäinen Ihminen")
    letter = composed(Kind.TOO_MANY, item)
    assert "Ensimmäinen" not in letter.text + letter.html
    assert html(letter).find("h1").get_text() == said("The registration did not succeed", "fi")
    assert "kaisa@example.org" in letter.text


def test_materials_are_linked_where_they_are(page):
    document = get_document_model().objects.create(title="Kalvot", file=ContentFile(b"%PDF-", "kalvot.pdf"))
    materials = [("file", {"document": document, "title": "Kalvot", "language": "fi"})]
    republish(page, materials=materials, recording_url="https://video.example.org/1", after_text="<p>Kiitos</p>")
    letter = composed_when_true(Kind.MATERIALS, page)
    found = hrefs(html(letter))
    assert f"http://testserver{document.url}" in found
    assert "https://video.example.org/1" in found
    assert fresh(page).full_url in found
    assert "Kalvot" in letter.text
    assert f"http://testserver{document.url}" in letter.text


def test_materials_that_only_the_source_page_has_yet_are_told_in_every_language(page):
    translate(page, "sv", title="Att mötas")
    letter = composed_when_true(Kind.MATERIALS, page, language="sv")
    assert letter.subject == "Utbildningens material: Att mötas"
    assert "https://video.example.org/1" in letter.text


def test_materials_are_for_those_who_were_there(page):
    republish(page, recording_url="https://video.example.org/1", capacity=3)
    here, absent, unmarked = sign_up(page), sign_up(page), sign_up(page)
    end(page)
    assert all(composed(Kind.MATERIALS, item) for item in (here, absent, unmarked))
    Registration.objects.filter(pk=here.pk).update(attendance="present")
    Registration.objects.filter(pk=absent.pk).update(attendance="absent")
    assert [bool(composed(Kind.MATERIALS, item)) for item in (here, absent, unmarked)] == [True, False, False]


def test_a_message_is_told_as_it_was_written(page):
    item = sign_up(page, language="sv")
    message = write_message(
        page, subject="Tuo <sukat>", text="Hei {name}!\n\n<b>Kartta</b>: https://kartta.example/1\nToinen rivi"
    )
    letter = composed(Kind.MESSAGE, item, turn=message.pk)
    soup = html(letter)
    assert letter.subject == soup.find("h1").get_text() == "Tuo <sukat>"
    assert "<b>Kartta</b>: https://kartta.example/1\nToinen rivi" in letter.text
    assert "Hei {name}!" in [paragraph.get_text() for paragraph in soup.find_all("p")]
    assert soup.find("b") is None
    assert "https://kartta.example/1" in hrefs(soup)


@pytest.mark.parametrize(
    ("audience", "told"),
    [("confirmed", [True, False, False]), ("waitlisted", [False, True, False]), ("all", [True, True, False])],
)
def test_a_message_reaches_those_who_still_are_whom_it_was_written_to(page, audience, told):
    republish(page, capacity=1)
    confirmed, waiting, gone = sign_up(page), sign_up(page), sign_up(page)
    registration.cancel(gone)
    turn = write_message(page, audience=audience).pk
    assert [bool(composed(Kind.MESSAGE, item, turn=turn)) for item in (confirmed, waiting, gone)] == told


@pytest.mark.parametrize("is_over", [True, False])
def test_a_message_about_a_cancelled_or_past_training_promises_no_seat_and_offers_no_change(page, is_over):
    item = sign_up(page)
    if is_over:
        end(page)
    else:
        republish(page, is_cancelled=True)
    letter = composed(Kind.MESSAGE, item, turn=write_message(page).pk)
    assert said("Your seat is confirmed", "fi") not in letter.text
    assert not any("/r/" in address for address in hrefs(html(letter)))
    assert not OwnPageLink.objects.filter(registration=item).exists()


def test_a_message_of_another_training_is_not_sent(page):
    other = make_training(registration="here")
    assert composed(Kind.MESSAGE, sign_up(page), turn=write_message(other).pk) is None


# The editors' texts


def test_every_kind_but_the_organisers_own_has_its_text_in_every_language():
    assert set(MAIL_TEXTS) == set(Kind.values) - {"message"}
    for kind, texts in MAIL_TEXTS.items():
        for language in LANGUAGES:
            row = MailText(kind=kind, **{name: words[language] for name, words in texts.items()})
            row.clean()
            assert len(row.subject) <= 150


def test_the_editors_texts_are_used_and_filled(page):
    set_text(
        Kind.CONFIRMED, "fi", subject="{training} odottaa", text="Moi {name}\nAika {when}\nPaikka {place} {tuntematon}"
    )
    letter = composed_when_true(Kind.CONFIRMED, page, name="Matti")
    assert letter.subject == "Kohtaaminen odottaa"
    assert f"Moi Matti\nAika {fresh(page).when_text}\nPaikka Kirjasto, Katu 1, Nivala {{tuntematon}}" in letter.text


def test_what_a_name_holds_in_braces_is_not_filled(page):
    letter = composed_when_true(Kind.CONFIRMED, page, name="{place}")
    assert "Hei {place}," in letter.text


def test_a_text_that_is_missing_is_that_of_the_source_language_and_then_the_built_in_one(page):
    MailText.objects.all().delete()
    assert composed_when_true(Kind.CONFIRMED, page, language="en").subject == "Your seat is confirmed: Kohtaaminen"
    set_text(Kind.CONFIRMED, "fi", subject="Suomeksi")
    item = training_of(page).registrations.get()
    assert composed(Kind.CONFIRMED, item).subject == "Suomeksi"
    set_text(Kind.CONFIRMED, "en", subject="In English")
    assert composed(Kind.CONFIRMED, item).subject == "In English"


@pytest.mark.parametrize("field", ["subject", "text"])
def test_an_unknown_placeholder_is_told_at_its_field(field):
    row = set_text(Kind.CONFIRMED, "fi")
    setattr(row, field, "Hei {nimi}")
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    assert list(error.value.message_dict) == [field]
    assert "{nimi}" in error.value.message_dict[field][0]


def test_a_mail_costs_few_queries(page, django_assert_max_num_queries):
    republish(page, capacity=9)
    items = [sign_up(page) for _ in range(3)]
    composed(Kind.CONFIRMED, items[0])
    outbox.write(registration.mail_kind(Kind.CHANGED), items[1].pk)
    row = OutboxMessage.objects.get(kind=registration.mail_kind(Kind.CHANGED))
    with django_assert_max_num_queries(14):
        assert mail.compose(row)
