"""The job of one translation: who does it by when, what has happened to it, and what people say about it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.models import Translation

from translations import jobs, publishing, rights, status
from translations.forms import CommentForm, JobForm
from translations.models import Job, JobEvent

Kind = JobEvent.Kind


class JobView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "translations/job.html"
    page_title = gettext_lazy("Translation job")
    header_icon = "wagtail-localize-language"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.translation = get_object_or_404(
            Translation.objects.select_related("source__locale", "source__specific_content_type", "target_locale"),
            pk=kwargs["pk"],
        )
        people = Job.objects.select_related("assignee", "reviewer", "created_by")
        self.job = people.filter(translation=self.translation).first() or Job(translation=self.translation)
        self.target = rights.target_of(self.translation)

    def dispatch(self, request, *args, **kwargs):
        user = request.user
        is_own = self.job.pk and user.pk in (self.job.assignee_id, self.job.reviewer_id)
        can_edit = self.target is not None and rights.can_edit(user, self.target)
        if not (is_own or can_edit or rights.can_order(user, self.translation.target_locale)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.target is None:
            raise PermissionDenied
        if "comment" in request.POST:
            return self.comment(CommentForm(request.POST))
        if not jobs.may(request.user, self.job, "order", self.target):
            raise PermissionDenied
        return self.order(self.job_form(request.POST))

    def order(self, form):
        if form.is_valid():
            jobs.order(self.translation, self.request.user, form.changed_values)
            messages.success(self.request, _("The job is saved."))
            return redirect("translations:job", self.translation.pk)
        messages.validation_error(self.request, _("The job was not saved: there are errors."), form)
        return self.render_to_response(self.get_context_data(form=form))

    def comment(self, form):
        if form.is_valid():
            jobs.comment(jobs.job_of(self.translation), self.request.user, form.cleaned_data["text"])
            messages.success(self.request, _("The comment is added."))
            return redirect(f"{reverse('translations:job', args=[self.translation.pk])}#comments")
        messages.validation_error(self.request, _("Write the comment first."), form)
        return self.render_to_response(self.get_context_data(comment_form=form))

    def job_form(self, data=None):
        people = rights.who_can_edit(self.target)
        return JobForm(data, instance=Job.objects.filter(pk=self.job.pk).first() or Job(), people=people)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translations:matrix"), "label": _("Translations")},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, *, form=None, comment_form=None, **kwargs):
        user, job, target = self.request.user, self.job, self.target
        if target is not None and form is None and jobs.may(user, job, "order", target):
            form = self.job_form()
        if target is not None and comment_form is None and jobs.may(user, job, "comment", target):
            comment_form = CommentForm()
        return super().get_context_data(
            translation=self.translation,
            job=job,
            target=target,
            status=status.status_of(self.translation),
            source_exists=rights.source_of(self.translation) is not None,
            can_edit=target is not None and rights.can_edit(user, target),
            can_review=target is not None and job.pk and jobs.may(user, job, "approve", target),
            form=form,
            comment_form=comment_form,
            history=history(job) if job.pk else [],
            **kwargs,
        )


def history(job):
    """What has happened to a job, the newest first: [{text, who, at, quote, is_comment}], in the active language."""
    found = job.events.select_related("user", "person").order_by("-created_at", "-pk")
    return [
        {
            "text": words_of(event),
            "who": rights.name_of(event.user) if event.user else "",
            "at": event.created_at,
            "quote": event.text if event.kind in WITH_WORDS else "",
            "is_comment": event.kind == Kind.COMMENTED,
        }
        for event in found
    ]


# The events whose text somebody has written.
WITH_WORDS = {Kind.HANDED_IN, Kind.APPROVED, Kind.SENT_BACK, Kind.COMMENTED}


def words_of(event):
    """What an event was, in words of the active language."""
    if event.kind == Kind.ASSIGNED and event.person:
        return _("Given to %(name)s") % {"name": rights.name_of(event.person)}
    if event.kind == Kind.CHANGED:
        names = [str(Job._meta.get_field(name).verbose_name) for name in event.text.split()]
        return _("Changed: %(names)s") % {"names": ", ".join(names)}
    if event.kind == Kind.SOURCE_CHANGED:
        count = event.number or 0
        text = ngettext(
            "The source changed: %(count)s text to translate", "The source changed: %(count)s texts to translate", count
        )
        return text % {"count": count}
    if event.kind == Kind.PUBLISHED_ANYWAY:
        lacks = {name: int(number) for name, number in (part.split("=") for part in event.text.split())}
        return " ".join([f"{event.get_kind_display()}.", *publishing.reasons_of(lacks)])
    return event.get_kind_display()
