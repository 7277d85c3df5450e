"""The mail that warns the contact of a training before its people are made anonymous."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

from home import dates, outbox
from trainings.privacy import soon_anonymised

RETENTION = "trainings.retention"  # about a Training; its turn is the last day, so that a postponed one warns again


def warn_contacts():
    """Queue a mail to the contact of each training whose people will soon be anonymous, once."""
    for training in soon_anonymised():
        if training.contact and training.contact.email:
            outbox.write(RETENTION, training.pk, turn=training.last_day.isoformat())


@outbox.composes(RETENTION)
def retention_mail(message):
    """Asks the contact, in the staff's language, whether the sign-in sheet is filed. Names nobody."""
    training = next((item for item in soon_anonymised() if item.pk == message.about), None)
    if training is None or training.last_day.isoformat() != message.turn:
        return None
    if not (training.contact and training.contact.email):
        return None
    with override(settings.LANGUAGE_CODE):
        day = dates.day_text(training.anonymised_on, weekday=False)
        lines = [
            ngettext(
                "%(count)s person registered for the training “%(training)s”. Their data will be erased on %(day)s, "
                "and only numbers will be left.",
                "%(count)s people registered for the training “%(training)s”. Their data will be erased on %(day)s, "
                "and only numbers will be left.",
                training.people_kept,
            )
            % {"count": training.people_kept, "training": training.name, "day": day},
            "",
            gettext("If the project must keep the sign-in sheet, file it before that, and then mark it as filed here:"),
            settings.WAGTAILADMIN_BASE_URL + reverse("trainings_office:participants", args=[training.pk]),
        ]
        subject = gettext("Participants’ data will be erased on %(day)s: %(training)s") % {
            "training": training.name,
            "day": day,
        }
    return outbox.Mail(training.contact.email, subject, "\n".join(lines))
