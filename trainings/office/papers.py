"""What the organiser takes out: sheets and certificates as PDF, the participants as xlsx.

All of it holds people's data: made on the spot, never kept, and who took it out is noted.
"""

import logging
import re

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from wagtail.admin import messages

from home.typesetting import TypesettingError, typeset
from trainings import documents, export
from trainings.models import AccessLogEntry, Registration, Training

from . import access
from .base import office_url

logger = logging.getLogger(__name__)

Action = AccessLogEntry.Action
# What file systems refuse in a name.
UNFIT = re.compile(r'[\x00-\x1f\\/:*?"<>|]+')
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def response(content, content_type, name, *, as_attachment=False):
    """A file that nothing keeps, under a name that tells the training and nobody in it."""
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment, UNFIT.sub(" ", name))
    answer["Cache-Control"] = "private, no-store"
    return answer


def back(training):
    """To the participants of a training."""
    return redirect(office_url("participants", training.pk))


def printed(request, action, training, job, nobody, **about):
    """The PDF of a job, noted as taken out; a message where there is nobody to print or it cannot be set."""
    if job is None:
        messages.warning(request, nobody)
        return back(training)
    try:
        file = typeset(job).files[0]
    except TypesettingError:
        # Without the typesetter's words: they may quote a name.
        logger.error("A document of training %s cannot be set: %s", training.pk, action)
        messages.error(request, _("The document could not be made. Try again, and tell the support if it fails again."))
        return back(training)
    access.log(request, action, training=training, **about)
    return response(file, "application/pdf", f"{job.data['document_title']}.pdf")


@require_GET
@access.allowed()
def sign_in_sheet(request, training_id):
    training = get_object_or_404(Training, pk=training_id)
    return printed(request, Action.SHEET, training, documents.sign_in_sheet(training), "")


@require_GET
@access.allowed()
def queue_sheet(request, training_id):
    training = get_object_or_404(Training, pk=training_id)
    job = documents.queue_sheet(training)
    return printed(request, Action.QUEUE_SHEET, training, job, _("Nobody is in the queue."))


@require_GET
@access.allowed()
def certificates(request, training_id):
    """Certificates of everybody who was there, a page each."""
    training = get_object_or_404(Training, pk=training_id)
    nobody = _("Nobody has been marked as present yet. Mark who was there, then print the certificates.")
    return printed(request, Action.CERTIFICATES, training, documents.certificates(training), nobody)


@require_GET
@access.allowed()
def certificate(request, training_id, registration_id):
    """The certificate of one person who was there."""
    training = get_object_or_404(Training, pk=training_id)
    registration = get_object_or_404(training.registrations, pk=registration_id)
    job = documents.certificates(training, Registration.objects.filter(pk=registration.pk))
    nobody = _("This person has not been marked as present: a certificate tells that somebody was there.")
    return printed(request, Action.CERTIFICATES, training, job, nobody, registration=registration)


@require_GET
@access.allowed(access.EXPORT)
def participants_export(request, training_id):
    """The participants as xlsx; what they need is in it only when asked for, by those who may see it."""
    training = get_object_or_404(Training, pk=training_id)
    with_needs = request.GET.get("needs") == "1"
    if with_needs:
        access.require(request.user, access.NEEDS)
    content = export.participants(training, with_needs=with_needs)
    access.log(request, Action.EXPORT, training=training)
    if with_needs:
        access.log(request, Action.NEEDS, training=training)
    name = _("Participants: %(training)s") % {"training": training.name}
    return response(content, XLSX, f"{name}.xlsx", as_attachment=True)


urlpatterns = [
    path("<int:training_id>/sign-in-sheet.pdf", sign_in_sheet, name="sign_in_sheet"),
    path("<int:training_id>/queue.pdf", queue_sheet, name="queue_sheet"),
    path("<int:training_id>/certificates.pdf", certificates, name="certificates"),
    path(
        "<int:training_id>/participants/<int:registration_id>/certificate/",
        certificate,
        name="certificate",
    ),
    path("<int:training_id>/participants.xlsx", participants_export, name="export"),
]
