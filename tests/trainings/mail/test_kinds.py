"""What is special to a kind of mail: queue, meeting, calendar file, materials, messages, texts of the editors."""

from datetime import UTC, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone
from icalendar import Calendar
from wagtail.documents import get_document_model

from home import outbox
from home.models import OutboxMessage
from tests.factories import LANGUAGES, fresh, make_training, republish, sign_up, training_of, translate
from tests.reading import hrefs, said
from tests.trainings.mail.letters import (
    CANCELLED_KINDS,
    MEETING,
    composed,
    composed_when_true,
    end,
    event_of,
    html,
    set_text,
    write_message,
)
from trainings import links, mail, registration
from trainings.content import MAIL_TEXTS
from trainings.models import Kind, MailText, OwnPageLink, Registration

pytestmark = pytest.mark.django_db


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
