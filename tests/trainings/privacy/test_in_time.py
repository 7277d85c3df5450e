"""People are forgotten when their time is over; the numbers stay."""

import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone

from home import outbox
from home.management.commands import worker
from home.models import Feedback, OutboxMessage
from tests.factories import make_training, person, sign_up, training_of
from tests.trainings.privacy.traces import (
    EMAIL,
    KEPT,
    MARKS,
    NAME,
    counted,
    found_in_database,
    found_in_logs,
    give_feedback,
    held,
    quintilla,
    unsent,
)
from trainings import privacy, privacy_mail, registration
from trainings.models import (
    AccessLogEntry,
    Answer,
    Message,
    Registration,
    Training,
    TrainingSettings,
)

pytestmark = pytest.mark.django_db


class TestInTime:
    def test_nothing_of_a_person_is_left_anywhere_but_the_numbers(self, page, caplog, mailoutbox):
        caplog.set_level(logging.DEBUG)
        someone = quintilla(page)
        sign_up(page)
        registration.register(training_of(page).pk, person(name=NAME, email=EMAIL))  # once more, told by mail
        by_telephone = quintilla(page, email="", telephone="0500004711")
        registration.cancel(by_telephone, by_staff=True)
        give_feedback()
        registration.change(someone, {"name": f"{NAME} Zyxöhön", "organisation": "Zyxöläiset"})
        Registration.objects.filter(pk=someone.pk).update(attendance="present")
        outbox.send_due()
        assert any(NAME in mail.body for mail in mailoutbox)
        assert {table for table, _mark in found_in_database()} == {
            "home_feedback",
            "trainings_answer",
            "trainings_message",
            "trainings_registration",
            "trainings_registrationneeds",
        }
        assert {mark for _table, mark in found_in_database()} == set(MARKS) - {"0000 4711"}
        before = counted()
        held(page, days_ago=61)
        Feedback.objects.update(created_at=timezone.now() - timedelta(days=200))
        assert [erased.people for erased in privacy.anonymise_due()] == [3]
        Feedback.erase_old()
        assert found_in_database() == []
        assert found_in_logs(caplog) == []
        assert counted() == before
        assert Message.objects.get(pk=someone.training.messages.first().pk).recipients == 2
        assert unsent(someone) <= {"dropped"}
        assert Registration.objects.get(pk=someone.pk).anonymised_at
        assert training_of(page).anonymised_at

    def test_needs_go_first_while_the_rest_is_there(self, page):
        someone = quintilla(page)
        held(page, days_ago=14)
        assert privacy.anonymise_due() == []
        training = held(page, days_ago=15)
        assert privacy.anonymise_due() == [privacy.Erased(training.pk, needs=1)]
        assert {table for table, mark in found_in_database() if mark == "induktiosilmukka"} == set()
        someone.refresh_from_db()
        assert (someone.name, someone.email, someone.anonymised_at) == (NAME, EMAIL, None)
        assert Answer.objects.filter(registration=someone).exists()
        assert training_of(page).anonymised_at is None

    @pytest.mark.parametrize(("days_ago", "is_gone"), [(60, False), (61, True)])
    def test_the_last_day_of_the_period_is_kept_whole(self, page, days_ago, is_gone):
        sign_up(page)
        training = held(page, days_ago=days_ago)
        privacy.anonymise_due()
        assert bool(training.registrations.get().anonymised_at) is is_gone

    def test_a_training_that_says_nothing_follows_the_settings(self):
        page = make_training(registration="here")
        sign_up(page)
        training = held(page, days_ago=50)
        assert privacy.anonymise_due() == []
        TrainingSettings.objects.update_or_create(site=TrainingSettings.current().site, defaults={"retention_days": 49})
        assert [erased.people for erased in privacy.anonymise_due()] == [1]
        assert training.registrations.get().name == ""

    def test_needs_never_outlive_the_person(self):
        page = make_training(registration="here", retention_days=3)
        quintilla(page)
        held(page, days_ago=4)
        privacy.anonymise_due()
        assert found_in_database() == []

    def test_a_second_run_does_nothing(self, page):
        quintilla(page)
        held(page, days_ago=100)
        assert len(privacy.anonymise_due()) == 1
        rows = list(Registration.objects.order_by("pk").values())
        assert privacy.anonymise_due() == []
        assert list(Registration.objects.order_by("pk").values()) == rows

    def test_of_two_workers_that_found_the_same_training_the_second_does_nothing(self, page):
        quintilla(page)
        training = held(page, days_ago=100)
        first, second = (privacy.due_numbers() for _ in range(2))
        assert [item.people for item in first] == [item.people for item in second] == [1]
        assert privacy.forget(training.pk, timezone.localdate())
        rows = list(Registration.objects.order_by("pk").values())
        assert not privacy.forget(training.pk, timezone.localdate())
        assert list(Registration.objects.order_by("pk").values()) == rows

    def test_a_training_that_is_postponed_follows_its_new_end(self, page):
        someone = quintilla(page)
        training = held(page, days_ago=100)
        assert len(privacy.due_numbers()) == 1
        held(page, days_ago=5)  # after a worker found it
        assert not privacy.forget(training.pk, timezone.localdate())
        someone.refresh_from_db()
        assert someone.name == NAME
        assert privacy.anonymise_due(timezone.localdate() + timedelta(days=56))[0].people == 1

    def test_people_who_come_to_a_training_after_it_was_anonymised_are_forgotten_in_their_turn(self, page):
        quintilla(page)
        held(page, days_ago=100)
        privacy.anonymise_due()
        Training.objects.filter(key=page.translation_key).update(
            starts=timezone.now() + timedelta(days=2), ends=timezone.now() + timedelta(days=2, hours=3)
        )
        newcomer = quintilla(page)
        assert privacy.anonymise_due() == []
        held(page, days_ago=61)
        assert [erased.people for erased in privacy.anonymise_due()] == [1]
        newcomer.refresh_from_db()
        assert newcomer.anonymised_at
        assert found_in_database() == []

    def test_nobody_is_forgotten_before_the_training_is_over(self, page):
        sign_up(page)
        TrainingSettings.objects.update_or_create(
            site=TrainingSettings.current().site, defaults={"needs_retention_days": 0}
        )
        now = timezone.now()
        Training.objects.filter(key=page.translation_key).update(
            starts=now - timedelta(days=300), ends=now + timedelta(minutes=1)
        )
        assert privacy.anonymise_due() == []

    def test_a_large_training_costs_few_queries(self, django_assert_max_num_queries):
        page = make_training(registration="here")
        for _ in range(40):
            sign_up(page)
        training = held(page, days_ago=300)
        with django_assert_max_num_queries(25):
            privacy.forget(training.pk, timezone.localdate())
        assert training.registrations.filter(anonymised_at__isnull=True).count() == 0

    def test_the_dry_run_tells_numbers_and_changes_nothing(self, page):
        quintilla(page)
        training = held(page, days_ago=100)
        before = list(Registration.objects.order_by("pk").values())
        out = StringIO()
        call_command("registrations_anonymise", dry_run=True, stdout=out)
        assert f"Training {training.pk}: 1 people, needs of 1, 1 messages" in out.getvalue()
        assert list(Registration.objects.order_by("pk").values()) == before
        assert {mark for _table, mark in found_in_database()} >= {"induktiosilmukka", "quintilla"}
        call_command("registrations_anonymise", stdout=(out := StringIO()))
        assert f"Training {training.pk}: 1 people, needs of 1, 1 messages" in out.getvalue()
        assert found_in_database() == []


def test_the_worker_erases_what_the_access_log_has_held_for_two_years(page):
    training = training_of(page)
    for days in (729, 731):
        AccessLogEntry.objects.create(
            action="list", training=training, created_at=timezone.now() - timedelta(days=days)
        )
    assert privacy.erase_old_log in [job for job, _seconds in worker.JOBS]
    assert privacy.erase_old_log() == 1
    [entry] = AccessLogEntry.objects.filter(training=training)
    assert entry.created_at > timezone.now() - timedelta(days=730)


class TestEveryField:
    """A field or model that is added later must be decided upon here: does it hold people's data?"""

    KEPT = {
        "Registration": {*KEPT, "id", "cancelled_at", "anonymised_at"},
        "Message": {"id", "training", "audience", "recipients", "sent_by", "created_at"},
        "AccessLogEntry": {"id", "user", "action", "training", "registration_number", "created_at"},
    }
    ERASED_ROWS = {"Answer", "Call", "OwnPageLink", "RegistrationNeeds"}
    OF_NOBODY = {
        "MailText", "Question", "Session", "Training", "TrainingIndexPage", "TrainingPage",
        "TrainingPageMunicipality", "TrainingPageTopic", "TrainingSettings",
    }  # fmt: skip

    def test_every_model_of_trainings_is_decided_upon(self):
        models = {model.__name__ for model in apps.get_app_config("trainings").get_models()}
        assert models == set(self.KEPT) | self.ERASED_ROWS | self.OF_NOBODY

    @pytest.mark.parametrize("way", ["in time", "on request"])
    def test_every_field_is_kept_on_purpose_or_empty(self, page, way):
        someone = quintilla(page)
        training = held(page, days_ago=100)
        assert self.fields_to_erase(training, is_filled=False) == set()
        if way == "in time":
            privacy.anonymise_due()
        else:
            privacy.erase_person([someone])
        assert self.fields_to_erase(training, is_filled=True) == set()
        for name in self.ERASED_ROWS:
            assert not apps.get_model("trainings", name).objects.filter(registration=someone).exists()

    def fields_to_erase(self, training, *, is_filled):
        """The fields that are not kept and that are filled, or empty, in some row of the training."""
        return {
            f"{name}.{field.name}"
            for name, kept in self.KEPT.items()
            for row in apps.get_model("trainings", name).objects.filter(training=training)
            for field in row._meta.concrete_fields
            if field.name not in kept and bool(field.value_from_object(row)) is is_filled
        }


class TestWarning:
    """Before everything goes, somebody is asked whether the sign-in sheet is filed."""

    @pytest.mark.parametrize(("days_ago", "is_told"), [(46, False), (47, True), (60, True)])
    def test_the_contact_is_told_two_weeks_before(self, page, contact, days_ago, is_told):
        quintilla(page)
        held(page, days_ago=days_ago)
        privacy_mail.warn_contacts()
        assert OutboxMessage.objects.filter(kind=privacy_mail.RETENTION).exists() is is_told
        assert bool(privacy.soon_anonymised()) is is_told

    def test_the_mail_names_the_day_and_no_person_and_comes_once(self, page, contact, mailoutbox, caplog):
        caplog.set_level(logging.DEBUG)
        quintilla(page)
        training = held(page, days_ago=50)
        OutboxMessage.objects.all().delete()
        for _ in range(2):
            privacy_mail.warn_contacts()
            outbox.send_due()
        [mail] = mailoutbox
        assert mail.to == [contact.email]
        day = training.last_day + timedelta(days=61)
        assert f"{day.day}.{day.month}.{day.year}" in mail.body
        assert page.title in mail.subject
        assert f"/{training.pk}/" in mail.body
        assert not any(mark in f"{mail.subject} {mail.body}".casefold() for mark in MARKS)
        assert found_in_logs(caplog) == []

    def test_nobody_is_asked_when_the_sheet_is_filed_nobody_came_or_all_is_gone(self, page, contact):
        training = held(page, days_ago=50)
        assert privacy.soon_anonymised() == []
        held(page, days_ago=-5)
        quintilla(page)
        held(page, days_ago=50)
        assert [item.people_kept for item in privacy.soon_anonymised()] == [1]
        Training.objects.filter(pk=training.pk).update(is_sheet_filed=True)
        assert privacy.soon_anonymised() == []

    def test_a_mail_that_is_not_needed_any_more_is_not_sent(self, page, contact, mailoutbox):
        quintilla(page)
        training = held(page, days_ago=50)
        OutboxMessage.objects.all().delete()
        privacy_mail.warn_contacts()
        Training.objects.filter(pk=training.pk).update(is_sheet_filed=True)
        outbox.send_due()
        assert mailoutbox == []
        assert OutboxMessage.objects.get().state == "dropped"

    def test_a_training_without_a_contact_is_in_the_list_and_mails_nobody(self, page):
        quintilla(page)
        held(page, days_ago=50)
        privacy_mail.warn_contacts()
        assert len(privacy.soon_anonymised()) == 1
        assert not OutboxMessage.objects.filter(kind=privacy_mail.RETENTION).exists()
