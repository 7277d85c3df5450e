"""What the mails of this app say."""

from django.conf import settings
from django.utils.translation import gettext, override
from wagtail.models import Site

from home import dates, outbox
from home.models import Feedback, SiteSettings

FEEDBACK = "home.feedback"


@outbox.composes(FEEDBACK)
def feedback_mail(message):
    """Tells the person who answers accessibility feedback that there is some, in the staff's language."""
    feedback = Feedback.objects.filter(pk=message.about).first()
    recipient = feedback_recipient()
    if feedback is None or not recipient:
        return None
    with override(settings.LANGUAGE_CODE):
        lines = [feedback.message, ""]
        if feedback.page_address:
            lines.append(gettext("Page: %(address)s") % {"address": feedback.page_address})
        if feedback.name:
            lines.append(gettext("From: %(name)s") % {"name": feedback.name})
        lines.append(gettext("Answer by %(day)s.") % {"day": dates.day_text(feedback.answer_by, weekday=False)})
        subject = gettext("Accessibility feedback %(number)s") % {"number": feedback.pk}
    return outbox.Mail(recipient, subject, "\n".join(lines), reply_to=feedback.email)


def feedback_recipient():
    return SiteSettings.for_site(Site.objects.get(is_default_site=True)).feedback_recipient
