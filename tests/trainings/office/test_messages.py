"""Messages, calls and needs."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from home.models import OutboxMessage
from tests.factories import make_user, sign_up
from tests.reading import soup_of
from tests.trainings.office.reading import (
    by_telephone,
    calls_to,
    message,
    row_of,
    text_of,
    url,
)
from trainings import registration
from trainings.models import AccessLogEntry, Call, Kind, Message, Registration, RegistrationNeeds
from trainings.office import messages as office_messages

pytestmark = pytest.mark.django_db


def test_a_message_is_looked_at_before_it_is_sent(desk, page, training):
    sign_up(page)
    data = message(desk, training)
    preview = text_of(desk.post(url("new_message", training.pk), data))
    assert "1 person" in preview
    assert "Ota kengät." in preview
    assert not Message.objects.exists()
    desk.post(url("new_message", training.pk), {**data, "send": 1})
    assert Message.objects.get().recipients == 1


@pytest.mark.parametrize(("audience", "count"), [("confirmed", 2), ("waitlisted", 1), ("all", 3)])
def test_a_message_reaches_its_audience_by_mail_or_telephone(desk, page, training, audience, count):
    people = [sign_up(page), by_telephone(page), sign_up(page), sign_up(page)]
    registration.cancel(people[3])
    desk.post(url("new_message", training.pk), {**message(desk, training, audience=audience), "send": 1})
    sent = Message.objects.get()
    mails = OutboxMessage.objects.filter(kind="trainings.message", turn=str(sent.pk)).count()
    calls = Call.objects.filter(kind=Kind.MESSAGE, turn=str(sent.pk)).count()
    assert sent.recipients == mails + calls == count


def test_a_double_click_sends_once_and_the_same_words_can_be_sent_again(desk, page, training):
    sign_up(page)
    data = {**message(desk, training), "send": 1}
    desk.post(url("new_message", training.pk), data)
    desk.post(url("new_message", training.pk), data)
    assert Message.objects.count() == 1
    desk.post(url("new_message", training.pk), {**message(desk, training), "send": 1})
    assert Message.objects.count() == 2


def test_a_message_to_nobody_is_not_sent(desk, training):
    text = text_of(desk.post(url("new_message", training.pk), {**message(desk, training), "send": 1}))
    assert "Nobody would get this message." in text
    assert not Message.objects.exists()


def test_what_was_written_is_kept_when_it_is_to_be_changed(desk, page, training):
    sign_up(page)
    soup = soup_of(desk.post(url("new_message", training.pk), {**message(desk, training), "edit": 1}))
    assert "Ota kengät." in soup.find("textarea").get_text()
    soup = soup_of(desk.post(url("new_message", training.pk), message(desk, training, subject="")))
    assert "Ota kengät." in soup.find("textarea").get_text()


def test_the_history_tells_how_messages_arrived(desk, page, training):
    people = [sign_up(page), sign_up(page)]
    user = make_user("Training organisers")
    sent = office_messages.send(
        training.pk, {"audience": "confirmed", "subject": "Kengät", "text": "Ota."}, user, after=0
    )
    mails = OutboxMessage.objects.filter(turn=str(sent.pk))
    mails.filter(about=people[0].pk).update(state="sent")
    mails.filter(about=people[1].pk).update(state="dead")
    text = text_of(desk.get(url("messages", training.pk)))
    assert "1 sent of 2" in text
    assert "1 could not be sent" in text


def test_a_call_is_noted_and_can_be_taken_back(desk, page, training):
    by_telephone(page, name="Soitettava Ihminen")
    call = Call.objects.get()
    text = text_of(desk.get(url("calls", training.pk)))
    assert "Soitettava Ihminen" in text
    assert "+358 40 000 1111" in text
    desk.post(url("note_call", call.pk))
    call.refresh_from_db()
    assert call.done_at
    assert call.done_by == desk.get("/cms/").wsgi_request.user
    assert "call" not in row_of(desk.get(url("trainings")), "Peruspäivä")
    desk.post(url("note_call", call.pk), {"undo": 1})
    call.refresh_from_db()
    assert call.done_at is None


def test_a_call_that_no_longer_holds_is_not_made(desk, page, training):
    someone = by_telephone(page, name="Perunut Ihminen")
    registration.cancel(someone)
    rows = soup_of(desk.get(url("calls", training.pk))).select("tbody tr")
    assert len(rows) == 1  # that the registration is cancelled, not that it is confirmed


def test_nobody_is_called_of_a_cancelled_training_but_that_it_is_cancelled(desk, page):
    someone = by_telephone(page)
    day = someone.training.first_day.isoformat()
    news = [(Kind.CONFIRMED, ""), (Kind.PROMOTED, ""), (Kind.CHANGED, "1"), (Kind.REMINDER, day)]
    cancelled = (Kind.TRAINING_CANCELLED, "2")
    assert calls_to(desk, someone, *news, cancelled) == news
    assert calls_to(desk, someone, *news, cancelled, is_cancelled=True) == [cancelled]
    Registration.objects.filter(pk=someone.pk).update(status="waitlisted")
    assert calls_to(desk, someone, (Kind.WAITLISTED, ""), is_cancelled=True) == []
    assert calls_to(desk, someone, (Kind.WAITLISTED, ""), is_cancelled=False) == [(Kind.WAITLISTED, "")]


@pytest.mark.parametrize(("kind", "is_cancelled"), [(Kind.CHANGED, False), (Kind.TRAINING_CANCELLED, True)])
def test_of_several_changes_the_newest_alone_is_told_by_telephone(desk, page, kind, is_cancelled):
    someone, other = by_telephone(page), by_telephone(page, name="Toinen")
    assert calls_to(desk, someone, (kind, "2"), (kind, "3"), is_cancelled=is_cancelled) == [(kind, "3")]
    Call.objects.create(registration=other, kind=kind, turn="4")
    assert len(soup_of(desk.get(url("calls", someone.training_id))).select("tbody tr")) == 2


def test_a_reminder_of_another_day_is_not_told_by_telephone(desk, page):
    someone = by_telephone(page)
    # Half past midnight in Finland: the day before in UTC.
    starts = timezone.make_aware(datetime(2030, 6, 5, 0, 30))
    facts = {"starts": starts, "ends": starts + timedelta(hours=3)}
    reminders = [(Kind.REMINDER, day) for day in ("2030-06-04", "2030-06-05", "2030-06-06")]
    assert calls_to(desk, someone, *reminders, **facts) == [(Kind.REMINDER, "2030-06-05")]


def test_a_message_on_the_call_list_tells_its_words(desk, page, training):
    by_telephone(page)
    user = make_user("Training organisers")
    office_messages.send(training.pk, {"audience": "all", "subject": "Sali", "text": "Sali vaihtui."}, user, after=0)
    assert "Sali vaihtui." in text_of(desk.get(url("calls", training.pk)))


def test_needs_are_listed_and_the_look_is_logged(desk, page, training):
    someone = sign_up(page, name="Tarvitseva")
    RegistrationNeeds.objects.create(registration=someone, text="Induktiosilmukka")
    gone = sign_up(page, name="Perunut")
    RegistrationNeeds.objects.create(registration=gone, text="Tulkki")
    registration.cancel(gone)
    text = text_of(desk.get(url("needs", training.pk)))
    assert "Induktiosilmukka" in text
    assert "Perunut" not in text
    assert AccessLogEntry.objects.filter(action="needs", training=training).exists()
