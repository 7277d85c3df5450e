"""What the life of a page means for the people who have registered: nobody is lost, and whoever acts is told."""

from django.db.models import Max, Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from home.models import OutboxMessage
from trainings.models import Call, Kind, Registration, Training, TrainingPage
from trainings.registration import mail_kind


def left_without_page(pages):
    """Of these pages and those below: one of each coming training with people that would be left without a page."""
    below = Q(pk__in=[])
    for page in pages:
        below |= Q(path__startswith=page.path)
    going = TrainingPage.objects.filter(below, alias_of__isnull=True).order_by("path")
    staying = TrainingPage.objects.live().filter(alias_of__isnull=True).exclude(below).values("translation_key")
    with_people = Training.objects.upcoming().filter(
        pk__in=Registration.objects.active().filter(anonymised_at=None).order_by().values("training")
    )
    found = going.filter(translation_key__in=with_people.order_by().values("key")).exclude(translation_key__in=staying)
    return list({page.translation_key: page for page in reversed(found)}.values())


def refuse_to_delete(request, page):
    """Keep a page, and what is above it, while its training is coming and people are in it."""
    kept = left_without_page([page])
    if not kept:
        return None
    say_kept(request, kept)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def refuse_to_delete_many(request, action_type, objects, action):
    """The same when pages are chosen in a list and deleted at once."""
    if action_type != "delete" or action.model is None or not hasattr(action.model, "path"):
        return None
    kept = left_without_page(objects)
    if not kept:
        return None
    say_kept(request, kept)
    return redirect(action.next_url)


def say_kept(request, pages):
    count = Registration.objects.active().filter(training__key__in=[page.translation_key for page in pages]).count()
    text = ngettext(
        "Nothing was deleted: %(count)s person has registered. Cancel the training on its page and publish that: then "
        "everybody is told.",
        "Nothing was deleted: %(count)s people have registered. Cancel the training on its page and publish that: then "
        "everybody is told.",
        count,
    )
    buttons = [
        messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit “%(page)s”") % {"page": page.title})
        for page in pages[:5]
    ]
    messages.error(request, text % {"count": count}, buttons=buttons)


def remember_outbox(request, page):
    """Note where the outbox and the call list stand before a training is published."""
    if isinstance(page, TrainingPage):
        request.outbox_before = newest(OutboxMessage), newest(Call)


def newest(model):
    return model.objects.aggregate(newest=Max("pk"))["newest"] or 0


def tell_what_publishing_did(request, page):
    """Tell who publishes a training how many people are told of it, and when there are more people than seats."""
    training = isinstance(page, TrainingPage) and Training.objects.with_seats().filter(key=page.translation_key).first()
    if not training:
        return
    mails_before, calls_before = request.outbox_before
    people = training.registrations.values("pk")
    mails = OutboxMessage.objects.filter(pk__gt=mails_before, about__in=people)
    calls = Call.objects.filter(pk__gt=calls_before, registration__in=people)
    changed, promoted = [Kind.CHANGED, Kind.TRAINING_CANCELLED], [Kind.PROMOTED]
    if count := mails.filter(kind__in=map(mail_kind, changed)).count():
        text = ngettext("%(count)s person is told by e-mail.", "%(count)s people are told by e-mail.", count)
        messages.info(request, text % {"count": count})
    if count := (mails.filter(kind__in=map(mail_kind, promoted)).count() + calls.filter(kind__in=promoted).count()):
        text = ngettext(
            "%(count)s person got a seat from the queue.", "%(count)s people got a seat from the queue.", count
        )
        messages.info(request, text % {"count": count})
    if count := calls.count():
        text = ngettext(
            "%(count)s person has no e-mail: call them.", "%(count)s people have no e-mail: call them.", count
        )
        link = messages.button(reverse("trainings_office:calls", args=[training.pk]), _("Calls to make"))
        messages.warning(request, text % {"count": count}, buttons=[link])
    over = training.seats.confirmed - training.capacity if training.capacity is not None else 0
    if over > 0:
        text = ngettext(
            "%(count)s more person than seats: nobody loses the seat.",
            "%(count)s more people than seats: nobody loses the seat.",
            over,
        )
        messages.warning(request, text % {"count": over})


def begin_anew(request, page, new_page):
    """A copied page tells of a new training: nothing of the old one's meeting, cancellation or materials stays."""
    copies = TrainingPage.objects.filter(path__startswith=new_page.path, alias_of__isnull=True)
    for copy in copies:
        copy.meeting_url = copy.recording_url = copy.after_text = ""
        copy.materials = []
        copy.is_cancelled = False
        copy.registration_opens = copy.registration_closes = None
        revision = copy.save_revision(user=request.user)
        if copy.live:
            revision.publish(user=request.user)
        else:
            copy.save()
