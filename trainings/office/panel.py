"""What the organiser should do now, on the start page of the CMS."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from trainings import privacy
from trainings.models import Training

from .base import office_url
from .calls import waiting_by_training
from .mails import dead_letters


class ToDoPanel(Component):
    """Each line says what waits in which training and leads there."""

    name = "trainings_to_do"
    template_name = "trainings/office/panel.html"
    order = 40

    def __init__(self, lines):
        self.lines = lines

    def get_context_data(self, parent_context):
        return {"lines": self.lines, "title": _("Trainings: to do now")}


def to_do():
    """The lines of the panel: [{training, text, url}] (a handful of queries, however many trainings there are)."""
    everywhere = Training.objects.all()
    problems, calls = dead_letters(everywhere), waiting_by_training(everywhere)
    rows = Training.objects.in_bulk({*problems, *calls})
    lines = []
    for pk, count in problems.items():
        text = ngettext("%(count)s mail could not be sent", "%(count)s mails could not be sent", count)
        lines.append({"training": rows[pk], "text": text % {"count": count}, "url": office_url("participants", pk)})
    for pk, count in calls.items():
        text = ngettext("%(count)s person to call", "%(count)s people to call", count)
        lines.append({"training": rows[pk], "text": text % {"count": count}, "url": office_url("calls", pk)})
    for training in privacy.soon_anonymised():
        text = _("The participants' data are erased soon. Is the sign-in sheet filed?")
        lines.append({"training": training, "text": text, "url": office_url("participants", training.pk)})
    return lines
