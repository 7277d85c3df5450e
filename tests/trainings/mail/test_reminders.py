"""Reminders and materials: to whom, when, and each once."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from home import outbox
from home.models import OutboxMessage
from tests.factories import fresh, make_training, person, sign_up, training_of
from trainings import registration, reminders
from trainings.models import Call, Kind, Registration, Training, TrainingSettings

pytestmark = pytest.mark.django_db

HELSINKI = ZoneInfo("Europe/Helsinki")
LONG_AGO = timezone.now() - timedelta(days=20)


@pytest.fixture
def page():
    return make_training(registration="here", capacity=9, starts_at=time(9), ends_at=time(15))


@pytest.fixture
def now(monkeypatch):
    """Let the reminders believe that it is another time."""

    def set_now(*values):
        at = datetime(*values, tzinfo=HELSINKI)
        monkeypatch.setattr(timezone, "now", lambda: at)
        return at

    return set_now


def move(page, starts, *, hours=6, is_all_day=False):
    """Let the training start then, as publishing its page would."""
    Training.objects.filter(key=page.translation_key).update(
        starts=starts, ends=starts + timedelta(hours=hours), is_all_day=is_all_day
    )


def signed_up(page, **values):
    """Somebody who has had a seat for long."""
    item = sign_up(page, **values)
    Registration.objects.filter(pk=item.pk).update(created_at=LONG_AGO)
    return item


def told(kind):
    """(registration, turn) of the mails of a kind, in the order of registrations."""
    rows = OutboxMessage.objects.filter(kind=registration.mail_kind(kind))
    return list(rows.order_by("about", "turn").values_list("about", "turn"))


def set_reminder_days(days):
    TrainingSettings.objects.update_or_create(site=TrainingSettings.current().site, defaults={"reminder_days": days})


def publish(page, **values):
    page = fresh(page)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


# Reminders


def test_who_has_a_seat_is_reminded_once_two_days_before(page, now):
    item = signed_up(page)
    move(page, datetime(2027, 3, 10, 9, tzinfo=HELSINKI))
    now(2027, 3, 8, 8, 59)
    reminders.tell_due()
    assert told(Kind.REMINDER) == []
    now(2027, 3, 8, 9, 0)
    for _ in range(3):
        reminders.tell_due()
    assert told(Kind.REMINDER) == [(item.pk, "2027-03-10")]


def test_a_reminder_is_sent_and_says_when(page, mailoutbox):
    item = signed_up(page)
    move(page, timezone.now() + timedelta(days=1))
    outbox.send_due()
    mailoutbox.clear()
    reminders.tell_due()
    outbox.send_due()
    [sent] = mailoutbox
    assert sent.to == [item.email]
    assert sent.subject.startswith("Muistutus")


@pytest.mark.parametrize(
    ("starts", "before", "due"),
    [
        # Clocks go forward at 3.00 on 28.3.2027 and back at 4.00 on 31.10.2027.
        ((2027, 3, 29, 9), (2027, 3, 27, 8, 59), (2027, 3, 27, 9)),
        ((2027, 3, 30, 3, 30), (2027, 3, 28, 2, 59), (2027, 3, 28, 4, 30)),
        ((2027, 11, 1, 9), (2027, 10, 30, 8, 59), (2027, 10, 30, 9)),
        ((2027, 11, 2, 3, 30), (2027, 10, 31, 2, 59), (2027, 10, 31, 4, 30)),
    ],
)
def test_the_clock_of_the_reminder_is_that_of_the_training_though_the_clocks_change(page, now, starts, before, due):
    item = signed_up(page)
    move(page, datetime(*starts, tzinfo=HELSINKI))
    now(*before)
    reminders.tell_due()
    assert told(Kind.REMINDER) == []
    now(*due)
    reminders.tell_due()
    assert told(Kind.REMINDER) == [(item.pk, date(*starts[:3]).isoformat())]


def test_a_training_without_a_time_is_not_reminded_of_at_midnight(page, now):
    item = signed_up(page)
    move(page, datetime(2027, 3, 10, tzinfo=HELSINKI), hours=23, is_all_day=True)
    now(2027, 3, 8, 8, 59)
    reminders.tell_due()
    assert told(Kind.REMINDER) == []
    now(2027, 3, 8, 9)
    reminders.tell_due()
    assert told(Kind.REMINDER) == [(item.pk, "2027-03-10")]


def test_a_training_that_moves_is_reminded_of_again_at_its_new_day(page, mailoutbox):
    item = signed_up(page)
    first, second = timezone.localdate() + timedelta(days=1), timezone.localdate() + timedelta(days=12)
    publish(page, starts_on=first)
    reminders.tell_due()
    assert told(Kind.REMINDER) == [(item.pk, first.isoformat())]
    publish(page, starts_on=second)
    reminders.tell_due()
    outbox.send_due()
    assert not any(sent.subject.startswith("Muistutus") for sent in mailoutbox)  # the first day holds no more
    set_reminder_days(14)
    reminders.tell_due()
    assert told(Kind.REMINDER) == [(item.pk, first.isoformat()), (item.pk, second.isoformat())]
    outbox.send_due()
    assert sum(sent.subject.startswith("Muistutus") for sent in mailoutbox) == 1


def test_a_new_time_on_the_same_day_is_no_new_reminder(page):
    signed_up(page)
    day = timezone.localdate() + timedelta(days=1)
    publish(page, starts_on=day)
    reminders.tell_due()
    publish(page, starts_on=day, starts_at=time(10))
    reminders.tell_due()
    assert len(told(Kind.REMINDER)) == 1


def test_who_waits_or_has_cancelled_or_is_anonymised_is_not_reminded(page):
    publish(page, capacity=3)
    seat, gone, anonymous, waiting = [signed_up(page) for _ in range(4)]
    Registration.objects.filter(pk=gone.pk).update(status="cancelled", cancelled_at=timezone.now())
    Registration.objects.filter(pk=anonymous.pk).update(
        name="", name_folded="", email="", telephone="", organisation="", nonce=None, anonymised_at=timezone.now()
    )
    assert waiting.status == "waitlisted"
    move(page, timezone.now() + timedelta(days=1))
    reminders.tell_due()
    assert [about for about, _turn in told(Kind.REMINDER)] == [seat.pk]
    assert Call.objects.filter(kind=Kind.REMINDER).count() == 0


def test_who_was_confirmed_within_a_day_is_not_reminded_yet(page):
    publish(page, capacity=1)
    first, second = signed_up(page), signed_up(page)
    registration.cancel(first)  # the second is promoted now
    move(page, timezone.now() + timedelta(days=1, hours=12))
    newcomer = make_training(registration="here", starts_at=time(9))
    move(newcomer, timezone.now() + timedelta(days=1, hours=12))
    fresh_person = sign_up(newcomer)
    reminders.tell_due()
    assert told(Kind.REMINDER) == []
    Registration.objects.filter(pk=second.pk).update(promoted_at=timezone.now() - timedelta(days=1, minutes=1))
    Registration.objects.filter(pk=fresh_person.pk).update(created_at=timezone.now() - timedelta(days=1, minutes=1))
    reminders.tell_due()
    assert [about for about, _turn in told(Kind.REMINDER)] == [second.pk, fresh_person.pk]


def test_a_cancelled_or_begun_training_is_not_reminded_of(page):
    signed_up(page)
    move(page, timezone.now() - timedelta(minutes=1))
    reminders.tell_due()
    publish(page, starts_on=timezone.localdate() + timedelta(days=1), is_cancelled=True)
    reminders.tell_due()
    assert told(Kind.REMINDER) == []


def test_no_days_are_no_reminder(page):
    signed_up(page)
    move(page, timezone.now() + timedelta(hours=1))
    set_reminder_days(0)
    reminders.tell_due()
    assert told(Kind.REMINDER) == []


def test_who_has_no_address_is_called_once(page):
    item = registration.add(training_of(page).pk, person(email="", telephone="040 1")).registration
    Registration.objects.filter(pk=item.pk).update(created_at=LONG_AGO)
    move(page, timezone.now() + timedelta(days=1))
    for _ in range(2):
        reminders.tell_due()
    assert Call.objects.filter(kind=Kind.REMINDER, registration=item).count() == 1
    assert told(Kind.REMINDER) == []


def test_two_workers_at_once_remind_once(page, monkeypatch):
    """Both have seen that nobody is told yet."""
    signed_up(page)
    registration.add(training_of(page).pk, person(email="", telephone="040 1"))
    Registration.objects.update(created_at=LONG_AGO)
    move(page, timezone.now() + timedelta(days=1))
    monkeypatch.setattr(reminders, "untold", lambda people, kind, turn: people)
    for _ in range(2):
        reminders.tell_due()
    assert len(told(Kind.REMINDER)) == Call.objects.filter(kind=Kind.REMINDER).count() == 1


def test_reminding_many_costs_few_queries(django_assert_max_num_queries):
    pages = [make_training(registration="here", starts_at=time(9)) for _ in range(3)]
    for page in pages:
        for _ in range(4):
            signed_up(page)
        move(page, timezone.now() + timedelta(days=1))
    with django_assert_max_num_queries(12):
        reminders.tell_due()
    assert len(told(Kind.REMINDER)) == 12


# Materials


@pytest.fixture
def ended(page):
    """A training that ended yesterday, in which three had a seat."""
    for _ in range(3):
        signed_up(page)
    publish(page, recording_url="https://video.example.org/1")
    move(page, timezone.now() - timedelta(days=1))
    return page


def people_of(page):
    return list(training_of(page).registrations.order_by("number"))


def test_materials_are_told_once_to_those_who_had_a_seat(ended):
    for _ in range(2):
        reminders.tell_due()
    assert told(Kind.MATERIALS) == [(item.pk, "") for item in people_of(ended)]


def test_where_it_was_marked_who_was_there_only_they_are_told(ended):
    here, absent, _unmarked = people_of(ended)
    Registration.objects.filter(pk=here.pk).update(attendance="present")
    Registration.objects.filter(pk=absent.pk).update(attendance="absent")
    reminders.tell_due()
    assert told(Kind.MATERIALS) == [(here.pk, "")]


def test_marks_of_another_training_change_nothing(ended):
    other = make_training(registration="here")
    Registration.objects.filter(pk=sign_up(other).pk).update(attendance="present")
    reminders.tell_due()
    assert len(told(Kind.MATERIALS)) == 3


@pytest.mark.parametrize("values", [{"recording_url": ""}, {"is_cancelled": True}])
def test_without_materials_or_training_nothing_is_told(ended, values):
    publish(ended, **values)
    move(ended, timezone.now() - timedelta(days=1))
    reminders.tell_due()
    assert told(Kind.MATERIALS) == []


def test_a_draft_of_the_materials_tells_nobody(page):
    signed_up(page)
    move(page, timezone.now() - timedelta(days=1))
    draft = fresh(page)
    draft.recording_url = "https://video.example.org/1"
    draft.save_revision()
    reminders.tell_due()
    assert told(Kind.MATERIALS) == []


def test_a_text_afterwards_is_enough_and_a_page_that_is_not_public_is_not(ended):
    publish(ended, recording_url="", after_text="<p>Kiitos kaikille!</p>")
    move(ended, timezone.now() - timedelta(days=1))
    fresh(ended).unpublish()
    reminders.tell_due()
    assert told(Kind.MATERIALS) == []
    publish(ended)
    move(ended, timezone.now() - timedelta(days=1))
    reminders.tell_due()
    assert len(told(Kind.MATERIALS)) == 3


@pytest.mark.parametrize(("days", "is_told"), [(-0.1, False), (29, True), (31, False)])
def test_materials_are_told_after_the_end_for_a_month(ended, days, is_told):
    move(ended, timezone.now() - timedelta(days=days), hours=0)
    reminders.tell_due()
    assert bool(told(Kind.MATERIALS)) is is_told
