"""Forgetting people: in time, when they ask for it, wholly, and with the numbers left."""

import json
import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from home import outbox
from home.management.commands import worker
from home.models import Feedback, MunicipalityPage, OutboxMessage, SiteSettings
from tests.factories import fresh, make_training, make_user, person, sign_up, stream, training_of
from tests.reading import said, soup_of
from trainings import privacy, privacy_mail, registration
from trainings.links import digest_of
from trainings.models import (
    AccessLogEntry,
    Answer,
    Call,
    Kind,
    Message,
    OwnPageLink,
    Registration,
    Training,
    TrainingSettings,
)

pytestmark = pytest.mark.django_db

NAME, EMAIL, TELEPHONE = "Quintilla Zyxönen", "quintilla.zyx@example.org", "050 000 4711"
# Whatever of her is anywhere has one of these in it.
MARKS = ["quintilla", "zyxö", ".zyx@", "0000 4711", "000 4711", "0500004711", "lempikakku", "induktiosilmukka"]
KEPT = (
    "training", "number", "status", "organisation_type", "municipality", "mode", "language", "attendance",
    "is_added_by_staff", "created_at", "promoted_at",
)  # fmt: skip


@pytest.fixture
def page():
    question = {"label": "Mitä syöt?", "help_text": "", "kind": "text", "options": [], "is_required": False}
    return make_training(
        registration="here", capacity=2, mode="hybrid", questions=stream(("question", question)), retention_days=60
    )


def quintilla(page, **values):
    """A person with all that the site may hold of anybody, in the training of a page."""
    training = training_of(page)
    values = {
        "name": NAME,
        "email": EMAIL,
        "telephone": TELEPHONE,
        "organisation": "Zyxölän väki ry",
        "organisation_type": "association",
        "municipality": MunicipalityPage.objects.filter(locale__language_code="fi").first(),
        "mode": "online",
        "language": "sv",
        **values,
    }
    enter = registration.register if values["email"] else registration.add
    someone = enter(
        training.pk,
        values,
        answers={training.questions.get(): "Lempikakku"} if training.questions.exists() else {},
        needs="Induktiosilmukka, kiitos",
        nonce=f"quintilla-{Registration.objects.count()}",
    ).registration
    OwnPageLink.objects.create(registration=someone, digest=digest_of(f"salaisuus {someone.pk}"))
    Call.objects.create(registration=someone, kind=Kind.REMINDER, turn="2030-01-01")
    message = Message.objects.create(
        training=training,
        subject="Quintilla tuo kakun",
        text="Soita hänelle: 0500004711, tai kirjoita: quintilla.zyx@example.org. Zyxösen kakku on hyvä.",
        recipients=2,
    )
    registration.tell([someone], Kind.MESSAGE, turn=message.pk)
    AccessLogEntry.objects.create(action="person", training=training, registration_number=someone.pk)
    return someone


def give_feedback():
    facts = SiteSettings.objects.get()
    facts.feedback_recipient = "saavutettavuus@example.org"
    facts.save()
    feedback = Feedback.objects.create(message="Lempikakku ei näy.", name=NAME, email=EMAIL.upper(), language="fi")
    outbox.write("home.feedback", feedback.pk)
    return feedback


def held(page, *, days_ago):
    """Make the training of a page one that ended so many days ago."""
    ends = timezone.now() - timedelta(days=days_ago)
    Training.objects.filter(key=page.translation_key).update(starts=ends - timedelta(hours=3), ends=ends)
    return training_of(page)


def found_in_database():
    """(table, mark) of everything of Quintilla in any column of any table, read past the models."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            for row in cursor.fetchall():
                text = " ".join(value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in row)
                found += [(table, mark) for mark in MARKS if mark in text.casefold()]
    return found


def found_in_logs(caplog):
    texts = [f"{record.getMessage()} {record.args} {record.exc_info} {record.exc_text}" for record in caplog.records]
    return [(text, mark) for text in texts for mark in MARKS if mark in text.casefold()]


def counted():
    return list(Registration.objects.order_by("pk").values_list("pk", *KEPT))


def unsent(someone):
    """States of the mails to a person that were not sent."""
    rows = OutboxMessage.objects.filter(about=someone.pk, kind__in=privacy.MAILS_TO_PEOPLE)
    return set(rows.exclude(state="sent").values_list("state", flat=True))


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


class TestOnRequest:
    def test_nothing_of_a_person_is_left_anywhere_and_everybody_is_counted(self, page, caplog):
        caplog.set_level(logging.DEBUG)
        past, later = make_training(registration="here"), make_training(registration="here")
        was_there = quintilla(past)
        Registration.objects.filter(pk=was_there.pk).update(attendance="present")
        held(past, days_ago=1)
        someone, elsewhere = quintilla(page), quintilla(later)
        registration.cancel(elsewhere)
        other = sign_up(page)
        give_feedback()
        outbox.send_due()
        before = {row[0]: row for row in counted()}
        assert privacy.erase_person(*privacy.held_of(EMAIL.upper())) == 3
        assert found_in_database() == []
        assert found_in_logs(caplog) == []
        after = {row[0]: row for row in counted()}
        assert after.pop(someone.pk) != before.pop(someone.pk)  # she had a seat in a coming training
        assert after == before
        someone.refresh_from_db()
        assert (someone.status, someone.organisation_type, someone.language) == ("cancelled", "association", "sv")
        other.refresh_from_db()
        assert other.name
        for item in (was_there, someone, elsewhere):
            assert unsent(item) <= {"dropped"}

    def test_the_freed_seat_goes_to_the_queue_and_the_person_is_told_nothing(self, page):
        someone = quintilla(page)
        sign_up(page)
        waiting = sign_up(page)
        OutboxMessage.objects.all().delete()
        privacy.erase_person([someone])
        waiting.refresh_from_db()
        assert waiting.status == "confirmed"
        assert list(OutboxMessage.objects.values_list("kind", "about")) == [("trainings.promoted", waiting.pk)]

    def test_messages_that_name_nobody_of_them_stay(self, page):
        someone, other = quintilla(page), sign_up(page)
        neutral = Message.objects.create(training=other.training, subject="Ovi", text="Tulkaa sivuovesta.")
        registration.tell([other], Kind.MESSAGE, turn=neutral.pk)
        privacy.erase_person([someone])
        neutral.refresh_from_db()
        assert neutral.text == "Tulkaa sivuovesta."
        assert OutboxMessage.objects.get(about=other.pk, kind="trainings.message").state == "queued"

    def test_a_waiting_message_that_names_the_person_is_sent_to_nobody(self, page):
        someone, other = quintilla(page), sign_up(page)
        message = Message.objects.get(training=someone.training)
        registration.tell([other], Kind.MESSAGE, turn=message.pk)
        privacy.erase_person([someone])
        assert OutboxMessage.objects.get(about=other.pk, kind="trainings.message").state == "dropped"

    def test_a_colleague_at_the_same_address_stays(self, page):
        someone, colleague = quintilla(page), sign_up(page, name="Toinen Henkilö", email=EMAIL)
        privacy.erase_person(*privacy.held_of(EMAIL, name=f" {NAME.upper()} "))
        someone.refresh_from_db()
        colleague.refresh_from_db()
        assert (someone.name, colleague.name) == ("", "Toinen Henkilö")
        assert colleague.status == "confirmed"

    def test_erasing_twice_is_erasing_once(self, page):
        someone = quintilla(page)
        assert [privacy.erase_person([someone]) for _ in range(2)] == [1, 0]

    def test_without_a_criterion_nobody_is_meant(self, page):
        quintilla(page)
        registration.add(training_of(page).pk, person(email=""))
        registrations, feedback = privacy.held_of("")
        assert (registrations.count(), feedback.count()) == (0, 0)


class TestExport:
    def test_everything_of_a_person_is_told_in_words(self, page):
        someone, _other = quintilla(page), sign_up(page)
        give_feedback()
        OutboxMessage.objects.filter(about=someone.pk, kind="trainings.message").update(
            state="sent", sent_at=timezone.now()
        )
        data = json.loads(json.dumps(privacy.export_person(*privacy.held_of(EMAIL))))
        [row] = data["registrations"]
        assert (row["name"], row["email"], row["telephone"]) == (NAME, EMAIL, TELEPHONE)
        assert row["training"] == page.title
        assert row["answers"] == [{"question": "Mitä syöt?", "answer": "Lempikakku"}]
        assert row["needs"]["text"] == "Induktiosilmukka, kiitos"
        assert [message["subject"] for message in row["messages"]] == ["Quintilla tuo kakun"]
        assert len(row["mails"]) == 2
        assert len(row["calls"]) == len(row["links_to_own_page"]) == len(row["seen_by_staff"]) == 1
        assert [message["message"] for message in data["feedback"]] == ["Lempikakku ei näy."]

    def test_the_export_takes_no_query_for_each_registration(self, django_assert_max_num_queries):
        for _ in range(4):
            quintilla(make_training(registration="here"))
        with django_assert_max_num_queries(9):
            data = privacy.export_person(*privacy.held_of(EMAIL))
        assert len(data["registrations"]) == 4

    def test_the_command_writes_json(self, page):
        quintilla(page)
        call_command("registration_export", EMAIL, stdout=(out := StringIO()))
        assert json.loads(out.getvalue())["registrations"][0]["name"] == NAME

    def test_somebody_without_an_address_is_found_by_number(self, page):
        someone = quintilla(page, email="")
        call_command("registration_export", number=someone.pk, stdout=(out := StringIO()))
        assert json.loads(out.getvalue())["registrations"][0]["telephone"] == TELEPHONE

    @pytest.mark.parametrize("command", ["registration_export", "registration_erase"])
    @pytest.mark.parametrize("values", [["tuntematon@example.org"], ["--number", "999999999"], []])
    def test_an_unknown_person_is_said_to_be_one(self, command, values):
        with pytest.raises(CommandError, match="Nothing is known"):
            call_command(command, *values, stdout=StringIO())

    def test_a_shared_address_is_said_to_be_one(self, page):
        quintilla(page)
        sign_up(page, name="Toinen Henkilö", email=EMAIL)
        call_command("registration_export", EMAIL, stdout=StringIO(), stderr=(err := StringIO()))
        assert "2 people share this address" in err.getvalue()


class TestEraseCommand:
    def test_it_asks_first(self, page, monkeypatch):
        someone = quintilla(page)
        monkeypatch.setattr("builtins.input", lambda text: "no")
        with pytest.raises(CommandError, match="Nothing was erased"):
            call_command("registration_erase", EMAIL, stdout=StringIO())
        someone.refresh_from_db()
        assert someone.name == NAME

    def test_it_erases_registrations_and_feedback_and_tells_how_many(self, page):
        quintilla(page)
        give_feedback()
        call_command("registration_erase", EMAIL, yes=True, stdout=(out := StringIO()))
        assert "Erased: 1 registrations, 1 messages of feedback." in out.getvalue()
        assert not any(mark in out.getvalue().casefold() for mark in MARKS)
        assert found_in_database() == []

    def test_a_number_with_an_address_must_be_of_that_address(self, page):
        quintilla(page)
        other = sign_up(page)
        with pytest.raises(CommandError, match="Nothing is known"):
            call_command("registration_erase", EMAIL, number=other.pk, yes=True, stdout=StringIO())


@pytest.fixture
def contact(page):
    """The contact of the training, who answers for it."""
    from home.models import Contact

    contact = Contact.objects.filter(locale__language_code="fi").exclude(email="").first()
    page = fresh(page)
    page.contact = contact
    page.save_revision().publish()
    return contact


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


ADDRESS = "/cms/trainings/requests/"


@pytest.fixture
def staff(client):
    """Somebody who may do everything with people's data, signed in."""
    return sign_in(client, "view_registration", "export_registration", "delete_registration", "view_registrationneeds")


def sign_in(client, *rights):
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *rights]))
    client.force_login(user)
    return user


def logged(action):
    return list(AccessLogEntry.objects.filter(action=action).values_list("user", "registration_number"))


class TestInTheCms:
    def test_a_person_is_found_by_address_and_the_look_is_logged(self, client, staff, page):
        someone, colleague = quintilla(page), sign_up(page, name="Toinen Henkilö", email=EMAIL)
        give_feedback()
        AccessLogEntry.objects.all().delete()
        soup = soup_of(client.post(ADDRESS, {"email": EMAIL.upper(), "name": ""}))
        found = [box["value"] for box in soup.select('input[name="registration"]')]
        assert sorted(found) == sorted(str(item.pk) for item in (someone, colleague))
        assert soup.select_one('input[name="feedback"]')
        assert sorted(logged("person")) == sorted((staff.pk, item.pk) for item in (someone, colleague))
        soup = soup_of(client.post(ADDRESS, {"email": EMAIL, "name": NAME}))
        assert [box["value"] for box in soup.select('input[name="registration"]')] == [str(someone.pk)]

    def test_people_of_one_name_are_told_apart_and_nothing_is_ticked(self, client, staff, page):
        for number in (1, 2):
            sign_up(page, name="Sama Nimi", email=f"sama-{number}@example.org", telephone=f"040 000{number}")
        give_feedback()
        soup = soup_of(client.post(ADDRESS, {"email": "", "name": "Sama Nimi"}))
        labels = [label.get_text() for label in soup.select('label[for^="registration-"]')]
        for number in (1, 2):
            assert sum(f"sama-{number}@example.org, 040 000{number}" in label for label in labels) == 1
        assert soup.select("main [type=checkbox][checked]") == []
        assert soup_of(client.post(ADDRESS, {"email": EMAIL})).select("main [type=checkbox][checked]") == []

    @pytest.mark.parametrize("path", ["export/", "erase/"])
    def test_with_nothing_ticked_it_is_said_that_something_is_to_be(self, client, staff, page, path):
        quintilla(page)
        response = client.post(f"{ADDRESS}{path}", {"email": EMAIL, "name": ""})
        assert [str(item) for item in response.context["messages"]] == [said("Tick what is meant.", "fi")]
        assert len(soup_of(response).select('input[name="registration"]')) == 1

    def test_somebody_without_an_address_is_found_by_name(self, client, staff, page):
        someone = quintilla(page, email="")
        soup = soup_of(client.post(ADDRESS, {"email": "", "name": NAME.lower()}))
        assert [box["value"] for box in soup.select('input[name="registration"]')] == [str(someone.pk)]

    @pytest.mark.parametrize(
        "values", [{}, {"email": "", "name": " "}, {"email": "ei osoite"}, {"name": "x" * 999}, {"email": "a\0b"}]
    )
    def test_a_faulty_search_is_told_and_finds_nobody(self, client, staff, page, values):
        registration.add(training_of(page).pk, person(email=""))
        response = client.post(ADDRESS, {"csrf": "", **values})
        assert response.status_code in (200, 400)
        assert b'name="registration"' not in response.content

    def test_an_unknown_person_is_said_to_be_one(self, client, staff):
        response = client.post(ADDRESS, {"email": "tuntematon@example.org"})
        assert response.status_code == 200
        assert soup_of(response).select_one("#found")
        assert b'name="registration"' not in response.content

    def test_the_download_is_what_was_ticked_and_is_logged(self, client, staff, page):
        someone = quintilla(page)
        sign_up(page, name="Toinen Henkilö", email=EMAIL)
        give_feedback()
        response = client.post(f"{ADDRESS}export/", {"email": EMAIL, "registration": [someone.pk]})
        data = json.loads(response.content)
        assert [row["name"] for row in data["registrations"]] == [NAME]
        assert data["feedback"] == []
        assert response["Content-Disposition"].startswith("attachment")
        assert "no-store" in response["Cache-Control"]
        assert logged("person_export") == [(staff.pk, someone.pk)]

    def test_only_what_was_found_can_be_taken(self, client, staff, page):
        quintilla(page)
        other = sign_up(page)
        for numbers in ([other.pk], ["9" * 40], ["x", "-1", "²"], []):
            response = client.post(f"{ADDRESS}export/", {"email": EMAIL, "registration": numbers})
            assert response["Content-Type"].startswith("text/html")
            client.post(f"{ADDRESS}erase/", {"email": EMAIL, "registration": numbers, "is_confirmed": "1"})
        other.refresh_from_db()
        assert other.name
        assert logged("person_export") == logged("person_erased") == []

    def test_erasing_asks_first_and_then_erases(self, client, staff, page):
        someone = quintilla(page)
        give_feedback()
        ticked = {"email": EMAIL, "name": "", "registration": [someone.pk], "feedback": "1"}
        soup = soup_of(client.post(f"{ADDRESS}erase/", ticked))
        someone.refresh_from_db()
        assert someone.name == NAME
        asked = soup.select_one('button[name="is_confirmed"]')
        assert asked["formaction"] == f"{ADDRESS}erase/"
        fields = {item["name"]: item["value"] for item in soup.select("main form input[type=hidden]") if item["name"]}
        response = client.post(f"{ADDRESS}erase/", {**fields, "is_confirmed": "1"}, follow=True)
        assert found_in_database() == []
        assert not any(mark in response.content.decode().casefold() for mark in MARKS)
        assert logged("person_erased") == [(staff.pk, someone.pk)]

    def test_feedback_alone_can_be_asked_for_too(self, client, staff):
        give_feedback()
        client.post(f"{ADDRESS}erase/", {"email": EMAIL, "feedback": "1", "is_confirmed": "1"})
        assert not Feedback.objects.exists()
        assert logged("person_erased") == [(staff.pk, None)]

    def test_a_look_changes_nothing(self, client, staff, page):
        quintilla(page)
        assert client.get(ADDRESS).status_code == 200
        assert client.get(f"{ADDRESS}export/").status_code == 405
        assert client.get(f"{ADDRESS}erase/").status_code == 405

    @pytest.mark.parametrize(
        ("rights", "reached"),
        [
            ([], set()),
            (["export_registration", "delete_registration", "view_registrationneeds"], set()),
            (["view_registration"], {""}),
            (["view_registration", "export_registration"], {""}),
            (["view_registration", "export_registration", "view_registrationneeds"], {"", "export/"}),
            (["view_registration", "delete_registration"], {"", "erase/"}),
        ],
    )
    def test_each_thing_needs_its_right(self, client, page, rights, reached):
        someone = quintilla(page)
        sign_in(client, *rights)
        for path in ("", "export/", "erase/"):
            response = client.post(f"{ADDRESS}{path}", {"email": EMAIL, "registration": [someone.pk]})
            assert (response.status_code == 200) is (path in reached), path
        buttons = {
            button["formaction"].removeprefix(ADDRESS)
            for button in soup_of(client.post(ADDRESS, {"email": EMAIL})).select("button[formaction]")
        }
        assert buttons == reached - {""}
