"""A made-up person, training and contact, with whom the CMS shows what a mail will look like. Nothing is saved."""

import uuid
from datetime import datetime, timedelta

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext, override

from home.models import Contact
from trainings.mail import WITH_OWN_PAGE, letter_of
from trainings.models import Kind, Registration, Training

Status = Registration.Status
STATUSES = {
    Kind.WAITLISTED: Status.WAITLISTED,
    Kind.CANCELLED: Status.CANCELLED,
    Kind.CANCELLED_BY_STAFF: Status.CANCELLED,
}


def example(texts):
    """What the previews of a mail show, with these texts (a MailText, stored or not) in their language."""
    language, kind = texts.locale.language_code, Kind(texts.kind)
    with override(language):
        letter = letter_of(
            kind,
            example_registration(kind, language),
            texts=texts,
            own_page=f"https://example.org/{language}/r/…/" if kind in WITH_OWN_PAGE else "",
        )
        if kind == Kind.MATERIALS:
            letter["materials"] = [{"text": gettext("Watch the recording"), "url": "https://example.org/"}]
        plain = render_to_string("trainings/mail/mail.txt", letter)
    # A browser shows no picture that a mail brings along: the site's own stands for it.
    return {**letter, "plain": plain, "emblem": static("img/eu-emblem.png")}


def example_registration(kind, language):
    day = timezone.localdate() + timedelta(days=21)
    at = [timezone.make_aware(datetime.combine(day, datetime.min.time())) + timedelta(hours=hour) for hour in (9, 15)]
    training = Training(
        key=uuid.uuid4(),
        name=gettext("Encounter training"),
        starts=at[0],
        ends=at[1],
        place=gettext("Library, Example Street 1"),
        is_cancelled=kind == Kind.TRAINING_CANCELLED,
        contact=Contact(
            name="Maija Esimerkki",
            title=gettext("Trainer"),
            phone="040 000 0000",
            email="maija.esimerkki@example.org",
        ),
    )
    registration = Registration(
        training=training,
        number=1,
        status=STATUSES.get(kind, Status.CONFIRMED),
        name="Matti Esimerkki",
        email="matti@example.org",
        language=language,
    )
    registration.__dict__.update(page=None, position=3)
    return registration
