"""The mails to participants, composed when they are sent: whether each still holds, and what it says.

The texts are the editors' (`MailText`); facts, links, contact and funders follow by themselves, in the participant's
language. HTML and plain text are made from one context.
"""

import re
from email.mime.text import MIMEText

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext, override, pgettext

from home import outbox
from home.frame import own_or_source
from home.mail import pictures, surroundings
from home.models import OutboxMessage
from home.printed import absolute
from trainings import links
from trainings.calendar import own_calendar
from trainings.content import MAIL_TEXTS
from trainings.models import Kind, MailText, Message, Registration
from trainings.models.mail_texts import filled
from trainings.registration import mail_kind

Status = Registration.Status

# Mails whose reader has a place or waits for one, and can still change or cancel it.
WITH_OWN_PAGE = {
    Kind.CONFIRMED,
    Kind.WAITLISTED,
    Kind.PROMOTED,
    Kind.AGAIN,
    Kind.CHANGED,
    Kind.REMINDER,
    Kind.MESSAGE,
}
# Mails that say no more of the place than which training it was about.
WITHOUT_PLACE = {Kind.TOO_MANY, Kind.CANCELLED, Kind.CANCELLED_BY_STAFF, Kind.TRAINING_CANCELLED, Kind.MATERIALS}
# Mails whose first words do not tell whether the reader has a seat.
WITH_STATE = {Kind.AGAIN, Kind.CHANGED, Kind.MESSAGE}
# Mails of which the newest alone is sent: each says what holds now.
WITH_NEWEST = {Kind.AGAIN, Kind.TOO_MANY, Kind.CHANGED, Kind.TRAINING_CANCELLED}
WITH_EVENT = {Kind.CONFIRMED, Kind.PROMOTED, Kind.CHANGED, Kind.REMINDER}
WITH_CANCELLED_EVENT = {Kind.CANCELLED, Kind.CANCELLED_BY_STAFF, Kind.TRAINING_CANCELLED}


@outbox.composes(*(mail_kind(kind) for kind in Kind))
def compose(row):
    """The mail of a row of the outbox, or None when it is not true any more or there is nobody to tell."""
    kind = Kind(row.kind.removeprefix(mail_kind("")))
    registration = (
        Registration.objects.filter(pk=row.about, anonymised_at__isnull=True)
        .exclude(email="")
        .select_related("training__contact")
        .first()
    )
    if registration is None or not holds(kind, registration, row):
        return None
    with override(registration.language):
        message = Message.objects.get(pk=row.turn) if kind == Kind.MESSAGE else None
        has_link = kind in WITH_OWN_PAGE and registration.is_active and is_ahead(registration.training)
        link = links.make_link(registration) if has_link else ""
        letter = letter_of(kind, registration, message=message, own_page=link)
        return outbox.Mail(
            registration.email,
            letter["subject"],
            render_to_string("trainings/mail/mail.txt", letter),
            html=render_to_string("trainings/mail/mail.html", letter),
            reply_to=letter["contact"].email if letter["contact"] else "",
            sender_name=letter["site_name"],
            pictures=pictures(letter),
            attachments=calendar_files(kind, registration),
        )


# Whether a mail still holds


def is_ahead(training):
    """Whether a training is still to be held, or goes on."""
    return not training.is_cancelled and training.ends >= timezone.now()


def holds(kind, registration, row):
    """Whether what a mail says is still true."""
    training = registration.training
    is_over = training.ends < timezone.now()
    if kind == Kind.MATERIALS:
        return is_over and not training.is_cancelled and took_part(registration) and bool(materials_page(registration))
    if kind == Kind.MESSAGE:
        message = Message.objects.filter(pk=row.turn, training=training).first()
        return message is not None and is_among(registration, message.audience)
    if is_over or (kind in WITH_NEWEST and mails_of(registration, kind).filter(pk__gt=row.pk).exists()):
        return False
    if kind in (Kind.CANCELLED, Kind.CANCELLED_BY_STAFF):
        return registration.status == Status.CANCELLED
    if kind == Kind.TRAINING_CANCELLED:
        return training.is_cancelled and registration.is_active
    if training.is_cancelled:
        return False
    if kind in (Kind.CONFIRMED, Kind.PROMOTED):
        return registration.status == Status.CONFIRMED
    if kind == Kind.WAITLISTED:
        return registration.status == Status.WAITLISTED
    if kind == Kind.REMINDER:
        is_coming = training.starts > timezone.now() and row.turn == training.first_day.isoformat()
        return is_coming and registration.status == Status.CONFIRMED
    return kind == Kind.TOO_MANY or registration.is_active


def mails_of(registration, *kinds):
    """The rows of the outbox of these kinds about somebody."""
    return OutboxMessage.objects.filter(kind__in=map(mail_kind, kinds), about=registration.pk)


def is_among(registration, audience):
    """Whether somebody is one of those to whom the organiser wrote."""
    wanted = {Message.Audience.CONFIRMED: Status.CONFIRMED, Message.Audience.WAITLISTED: Status.WAITLISTED}
    return registration.status == wanted.get(audience, registration.status) and registration.is_active


def took_part(registration):
    """Whether somebody was there or, if nobody marked who was, had a seat."""
    if registration.status != Status.CONFIRMED:
        return False
    marked = registration.training.registrations.exclude(attendance=Registration.Attendance.UNKNOWN)
    return registration.attendance == Registration.Attendance.PRESENT or not marked.exists()


# What a mail says


def letter_of(kind, registration, *, texts=None, message=None, own_page=""):
    """What the templates of a mail show. Call with the person's language active.

    `texts`: the MailText to use instead of the stored one. `message`: what the organiser wrote, for that kind.
    """
    training, page, language = registration.training, registration.page, registration.language
    contact = training.contact_in(language)
    title = page.title if page else training.name
    if message:
        subject, text, headline = message.subject, message.text, message.subject
    else:
        words = texts or texts_of(kind, language)
        values = {
            "name": unlinked(registration.name),
            "training": title,
            "when": training.when_text(language=language),
            "place": registration.place_text,
        }
        subject, text = filled(words.subject, values), filled(words.text, values)
        headline = headline_of(kind, registration)
    return {
        **surroundings(language),
        "subject": " ".join(subject.split()),
        "headline": headline,
        "text": text,
        "title": title,
        "title_language": page.language if page else settings.LANGUAGE_CODE,
        "page_url": page.full_url if page else "",
        "facts": practical_facts(kind, registration),
        "materials": materials_of(registration) if kind == Kind.MATERIALS else [],
        "own_page": own_page,
        "contact": contact,
    }


def texts_of(kind, language):
    """Subject and text of a kind: those of the language, else of the source language, else as set-up writes them."""
    rows = {row.locale.language_code: row for row in MailText.objects.filter(kind=kind).select_related("locale")}
    row, _language = own_or_source(rows, language, None)
    return row or default_texts(kind, language)


def default_texts(kind, language):
    """The MailText that set-up writes for a kind, in the language or, where it has none, in English; never saved."""
    values = {name: words.get(language, words["en"]) for name, words in MAIL_TEXTS[kind].items()}
    return MailText(kind=kind, **values)


def headline_of(kind, registration):
    """The first words of a mail. Nobody who waits may take it for a confirmation, whatever the editors write."""
    if kind == Kind.CHANGED and was_called_off(registration):
        return gettext("The training is held after all")
    return {
        Kind.CONFIRMED: gettext("Your seat is confirmed"),
        Kind.WAITLISTED: state_text(registration),
        Kind.PROMOTED: gettext("You have got a seat"),
        Kind.AGAIN: gettext("You have registered already"),
        Kind.TOO_MANY: gettext("The registration did not succeed"),
        Kind.CHANGED: gettext("The details of the training have changed"),
        Kind.TRAINING_CANCELLED: gettext("The training is cancelled"),
        Kind.CANCELLED: gettext("Your registration is cancelled"),
        Kind.CANCELLED_BY_STAFF: gettext("Your registration is cancelled"),
        Kind.REMINDER: gettext("See you soon"),
        Kind.MATERIALS: gettext("Materials of the training"),
    }[kind]


def was_called_off(registration):
    """Whether the last that somebody heard of changes of the training is that it is cancelled."""
    heard = mails_of(registration, Kind.CHANGED, Kind.TRAINING_CANCELLED).filter(state=OutboxMessage.State.SENT)
    last = heard.order_by("sent_at").last()
    return last is not None and last.kind == mail_kind(Kind.TRAINING_CANCELLED)


def state_text(registration):
    """Whether somebody has a seat, or which place in the queue; empty for who has neither."""
    if registration.status == Status.CONFIRMED:
        return gettext("Your seat is confirmed")
    if registration.status == Status.WAITLISTED:
        return gettext("You are in the queue, number %(position)s") % {"position": registration.position}
    return ""


def practical_facts(kind, registration):
    """When, where and how, as {term, text, url}; empty ones are left out."""
    training = registration.training
    when = training.when_text(language=registration.language)
    if training.details_later and training.is_all_day:
        when = gettext("%(day)s. The time will be told later.") % {"day": when}
    rows = [(pgettext("training", "Time"), when[:1].upper() + when[1:], "")]
    if kind in WITH_STATE and is_ahead(training):
        rows.insert(0, (gettext("Your registration"), state_text(registration), ""))
    if kind not in WITHOUT_PLACE:
        rows.append((pgettext("training", "Place"), registration.place_text, ""))
        rows.append((gettext("Online meeting"), registration.meeting_url, registration.meeting_url))
    return [{"term": term, "text": text, "url": url} for term, text, url in rows if text]


def materials_page(registration):
    """The page with what there is after the training: in the person's language or, without any there, any language."""
    page = registration.page
    if page is None or has_materials(page):
        return page
    others = type(page).objects.live().filter(translation_key=registration.training.key, alias_of__isnull=True)
    return next(filter(has_materials, others.order_by("pk")), None)


def has_materials(page):
    """Whether a page tells what was there, or what follows, after the training."""
    return bool(page.materials or page.recording_url or page.after_text)


def materials_of(registration):
    """Links to what there is after the training, as {text, url}."""
    page = materials_page(registration)
    if page is None:
        return []
    found = [
        {"text": f"{block.value.name} ({block.value.file_type})", "url": absolute(block.value["document"].url)}
        for block in page.materials
        if block.value["document"]
    ]
    if page.recording_url:
        found.append({"text": gettext("Watch the recording"), "url": page.recording_url})
    if page.after_text:
        found.append({"text": gettext("After the training"), "url": page.full_url})
    return found


def unlinked(name):
    """A name in which no mail program sees an address: anybody may write one into the form, with another's e-mail."""
    return re.sub(r"(?<=\S)(//|[.@])(?=\S)", r"\1 ", name)


# Parts


def calendar_files(kind, registration):
    """The calendar file of a mail: one that puts the training into the calendar, one that takes it out, or none."""
    is_cancelled = kind in WITH_CANCELLED_EVENT
    if is_cancelled:
        # Who only ever waited has nothing to take out.
        has_event = mails_of(registration, Kind.CONFIRMED, Kind.PROMOTED).exists()
    else:
        has_event = kind in WITH_EVENT and registration.status == Status.CONFIRMED
    if not has_event:
        return []
    calendar = own_calendar(registration, is_cancelled=is_cancelled)
    part = MIMEText(calendar.to_ical().decode(), "calendar", "utf-8")
    part.set_param("method", str(calendar["METHOD"]))
    name = registration.page.slug if registration.page else "training"
    part["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return [part]
