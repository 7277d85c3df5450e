"""Accessibility feedback: a page with a form, and the messages it receives."""

from datetime import timedelta

from django.conf import settings
from django.contrib.admin import display
from django.db import models
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Site

from home.blocks import PLAIN_RICH_TEXT
from home.limits import too_many

from .base import BasePage
from .settings import SiteSettings


class Feedback(models.Model):
    """One message. It is erased after the time set in the site settings."""

    message = models.TextField(_("message"), max_length=5000)
    page_address = models.CharField(_("address of the page"), max_length=500, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=8)
    created_at = models.DateTimeField(_("received"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("feedback message")
        verbose_name_plural = _("feedback")
        ordering = ["-created_at"]

    def __str__(self):
        return f"{self.message[:60]}…" if len(self.message) > 60 else self.message

    @property
    @display(description=_("answer at the latest"))
    def answer_by(self):
        """The day by which the law wants an answer (act 306/2019: 14 days)."""
        return timezone.localdate(self.created_at) + timedelta(days=14)

    @classmethod
    def erase_old(cls):
        """Erase what has been kept its time. Returns how many messages went."""
        site = Site.objects.filter(is_default_site=True).first()
        if site is None:
            return 0
        days = SiteSettings.for_site(site).feedback_retention_days
        erased, _rows = cls.objects.filter(created_at__lt=timezone.now() - timedelta(days=days)).delete()
        return erased


class FeedbackPage(BasePage):
    """The form of the accessibility statement. It needs neither an e-mail program nor JavaScript."""

    intro = RichTextField(_("text before the form"), features=PLAIN_RICH_TEXT, blank=True)
    thanks = RichTextField(_("text after sending"), features=PLAIN_RICH_TEXT)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(["intro", "thanks"], heading=_("Texts of the form")),
    ]

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []

    class Meta:
        verbose_name = _("feedback form")
        verbose_name_plural = _("feedback forms")

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        form = getattr(response, "context_data", {}).get("form")
        if form and form.is_bound and form.is_valid():
            if not form.is_from_robot:
                if too_many(request, "feedback", settings.FEEDBACK_ADDRESS_LIMIT):
                    return render(request, "429.html", status=429)
                form.receive(self.language)
            return redirect(f"{self.url}?sent=1")
        return response

    def get_context(self, request, *args, **kwargs):
        from home.forms import FeedbackForm

        context = super().get_context(request, *args, **kwargs)
        if request.method == "POST":
            context["form"] = form = FeedbackForm(request.POST)
            if not form.is_valid():
                context["meta"]["title"] = _("Error: %(title)s") % {"title": context["meta"]["title"]}
        else:
            context["form"] = FeedbackForm(initial={"page_address": request.GET.get("page", "")[:500]})
        context["is_sent"] = "sent" in request.GET
        return context
