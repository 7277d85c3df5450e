"""Handing a translation in, reviewing it, and publishing it with a look at what is not ready."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from translations import checks, inline, jobs, publishing, rights, segments
from translations.forms import CommentForm
from translations.models import Job, JobEvent

from .desk import Desk, OfTranslation, head

Kind = JobEvent.Kind
# What people write with these is theirs.
SAID = [Kind.COMMENTED, Kind.HANDED_IN, Kind.APPROVED, Kind.SENT_BACK]


class Publish(OfTranslation, TemplateView):
    """Publishes a translation, or hands it in where there is a reviewer; says first what is not ready."""

    template_name = "translations/publish.html"
    page_title = gettext_lazy("Publish the translation")

    @cached_property
    def problems(self):
        """(text, problem) of everything that the checks find."""
        found = checks.check(self.translation)
        texts = segments.content_of(self.translation).texts if any(found.values()) else []
        return [(text, problem) for text in texts for problem in found.get(text.pk, ())]

    @cached_property
    def lacks(self):
        """What is lacking before the next step, as publishing.lacks_of()."""
        lacks = publishing.lacks_of(self.translation)
        if self.serious:
            lacks["problems"] = self.serious
        if self.hands_in:
            lacks.pop("approval", None)
        return lacks

    @cached_property
    def serious(self):
        """How many texts have a serious problem."""
        return len({text.pk for text, problem in self.problems if problem.is_serious})

    @property
    def hands_in(self):
        """Whether the next step is the reviewer's."""
        return jobs.is_to_hand_in(self.job)

    def post(self, request, *args, **kwargs):
        if not self.is_open:
            messages.error(request, _("This translation cannot be published from here."))
            return redirect("translations:segments", self.translation.pk)
        if request.POST.get("action") == "hand_in":
            return self.hand_in()
        if not rights.can_publish(request.user, self.target):
            messages.error(request, _("You may not publish here. Ask somebody who may."))
            return redirect("translations:segments", self.translation.pk)
        try:
            published = publishing.publish(
                self.translation, request.user, anyway=request.POST.get("anyway") == "on", problems=self.serious
            )
        except publishing.NotReadyError:
            return redirect("translations:publish", self.translation.pk)
        except ValidationError as error:
            messages.error(request, cannot_be_saved(error))
            return redirect("translations:segments", self.translation.pk)
        url = getattr(published, "full_url", None)
        buttons = [messages.button(url, _("View live"), new_window=False)] if url else None
        messages.success(request, _("“%(title)s” was published.") % {"title": published}, buttons=buttons)
        return redirect("translations:segments", self.translation.pk)

    def hand_in(self):
        is_confirmed = self.request.POST.get("anyway") == "on"
        if not is_confirmed and (self.problems or self.lacks):
            return redirect("translations:publish", self.translation.pk)
        try:
            jobs.hand_in(self.job, self.request.user)
        except jobs.WrongStateError:
            messages.error(self.request, _("It was handed in already, or has no reviewer. Nothing was changed."))
        else:
            messages.success(self.request, _("Handed in for review."))
        return redirect("translations:segments", self.translation.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            hands_in=self.hands_in,
            reasons=publishing.reasons_of(self.lacks),
            problems=self.problems,
            may_publish=self.target is not None and rights.can_publish(self.request.user, self.target),
            desk_url=self.url("segments"),
            **kwargs,
        )


class Review(Desk, TemplateView):
    """All texts of a translation to read, with what changed since it was last handed in or published."""

    template_name = "translations/review.html"
    page_title = gettext_lazy("Review")

    def is_allowed(self, user):
        return super().is_allowed(user) or user.pk == self.job.reviewer_id

    def post(self, request, *args, **kwargs):
        action, form = request.POST.get("action"), CommentForm(request.POST)
        field = form.fields["text"]
        field.required = action in ("send_back", "comment")
        field.error_messages["required"] = _("Write what should be mended, or what you want to say.")
        if not form.is_valid():
            messages.error(request, " ".join(form.errors["text"]))
            return self.render_to_response(self.get_context_data(comment=request.POST.get("text", "")))
        text = form.cleaned_data["text"]
        steps = {"approve": jobs.approve, "send_back": jobs.send_back, "comment": jobs.comment}
        if action not in steps:
            return redirect("translations:review", self.translation.pk)
        try:
            steps[action](self.job, request.user, text)
        except jobs.WrongStateError:
            messages.error(request, _("The translation is not in review any more. Nothing was changed."))
            return self.render_to_response(self.get_context_data(comment=text))
        messages.success(request, TOLD[action])
        return redirect("translations:review", self.translation.pk)

    def get_context_data(self, **kwargs):
        found = checks.check(self.translation)
        since = self.last_seen
        rows = []
        for text in segments.content_of(self.translation).texts:
            row = self.row(text, found.get(text.pk, ()))
            row.written_pieces = inline.pieces(text.text)
            row.is_new = bool(since and text.translation and text.translation.updated_at > since.created_at)
            rows.append(row)
        head(rows)
        user, steps = self.request.user, jobs.allowed(self.request.user, self.job, self.target)
        return super().get_context_data(
            rows=rows,
            since=since,
            changed=sum(row.is_new for row in rows),
            may_decide="approve" in steps,
            may_send_back="send_back" in steps,
            may_comment="comment" in steps,
            comments=self.job.events.filter(kind__in=SAID).exclude(text="").select_related("user").order_by("-pk")[:20],
            desk_url=self.url("segments"),
            may_edit=super().is_allowed(user),
            **kwargs,
        )

    @cached_property
    def last_seen(self):
        """When a reviewer or the readers last had the translation before them: an event, or None."""
        kinds = [Kind.HANDED_IN, Kind.PUBLISHED, Kind.PUBLISHED_ANYWAY]
        events = list(self.job.events.filter(kind__in=kinds).order_by("-created_at", "-pk")[:2])
        # What lies before the reviewer now is not what was seen last.
        if self.job.state == Job.State.REVIEW and events and events[0].kind == Kind.HANDED_IN:
            events = events[1:]
        return events[0] if events else None


TOLD = {
    "approve": gettext_lazy("The translation was approved."),
    "send_back": gettext_lazy("The translation was sent back."),
    "comment": gettext_lazy("Your comment was added."),
}


def cannot_be_saved(error):
    """What to tell of a translation that its page or snippet refuses; the texts say which."""
    return _("It cannot be published yet: %(reasons)s") % {"reasons": " ".join(error.messages)}
