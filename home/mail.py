"""What the mails of this app say, and the frame in which every app's mails stand (`templates/home/mail`)."""

from email.mime.image import MIMEImage
from functools import cache

from django.conf import settings
from django.utils.translation import gettext, override
from wagtail.models import Site

from home import dates, outbox
from home.frame import of_language
from home.models import Feedback, SiteSettings
from home.printed import absolute, base_url, funding_words

EMBLEM_ID = "eu-emblem@mail"

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


# The frame


def surroundings(language):
    """What the frame of a mail shows besides subject, headline and content. Call with the language active."""
    frame = of_language(language)
    privacy = frame.duties.get("privacy_notice")
    return {
        "language": language,
        "site_name": frame.texts.get("name", settings.WAGTAIL_SITE_NAME),
        "site_url": absolute(frame.home_url) or base_url(),
        "privacy_url": absolute(privacy["url"]) if privacy else "",
        "funding": {**funding_words(frame), "funders": frame.funders},
        "emblem": f"cid:{EMBLEM_ID}",
    }


def pictures(letter):
    """The pictures that the frame of a mail shows."""
    return [emblem()] if letter["funding"]["emblem_alt"] else []


@cache
def emblem_bytes():
    """The emblem as a picture, drawn once from `home.motif.emblem` with Typst, 216 pixels wide."""
    return (settings.BASE_DIR / "site_config" / "static" / "img" / "eu-emblem.png").read_bytes()


def emblem():
    part = MIMEImage(emblem_bytes(), "png")
    part["Content-ID"] = f"<{EMBLEM_ID}>"
    part["Content-Disposition"] = 'inline; filename="eu-emblem.png"'
    return part
