"""Somebody who leaves traces everywhere, and where to look for them."""

from datetime import timedelta

from django.contrib.auth.models import Permission
from django.db import connection
from django.utils import timezone

from home import outbox
from home.models import Feedback, MunicipalityPage, OutboxMessage, SiteSettings
from tests.factories import make_user, training_of
from trainings import privacy, registration
from trainings.links import digest_of
from trainings.models import (
    AccessLogEntry,
    Call,
    Kind,
    Message,
    OwnPageLink,
    Registration,
    Training,
)

NAME, EMAIL, TELEPHONE = "Quintilla Zyxönen", "quintilla.zyx@example.org", "050 000 4711"


# Whatever of her is anywhere has one of these in it.
MARKS = ["quintilla", "zyxö", ".zyx@", "0000 4711", "000 4711", "0500004711", "lempikakku", "induktiosilmukka"]


KEPT = (
    "training", "number", "status", "organisation_type", "municipality", "mode", "language", "attendance",
    "is_added_by_staff", "created_at", "promoted_at",
)  # fmt: skip


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


ADDRESS = "/cms/trainings/requests/"


def sign_in(client, *rights):
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *rights]))
    client.force_login(user)
    return user


def logged(action):
    return list(AccessLogEntry.objects.filter(action=action).values_list("user", "registration_number"))
