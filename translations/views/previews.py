"""How a source and its translation look to readers, alone and next to each other."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page
from wagtail.utils.decorators import xframe_options_sameorigin_override
from wagtail_localize.models import Translation

from translations import rights, segments
from translations.scope import scope_of
from translations.status import source_rows

from .desk import OfTranslation, can_be_previewed


@method_decorator(xframe_options_sameorigin_override, name="dispatch")
class Preview(OfTranslation, View):
    """The translated page with the texts as they are now; what is missing is shown in the source's language."""

    def get(self, request, *args, **kwargs):
        if not self.is_open or not can_be_previewed(self.target):
            raise Http404
        return shown(self.drafted(), request)

    def drafted(self):
        return segments.draft_of(self.translation)


class SourcePreview(Preview):
    """The source as its texts were taken for translation."""

    def drafted(self):
        return self.translation.source.as_instance()


class SideBySide(OfTranslation, TemplateView):
    """Source and translation next to each other, scrolling together."""

    template_name = "translations/side_by_side.html"
    page_title = gettext_lazy("Side by side")

    def get_context_data(self, **kwargs):
        if not self.is_open or not can_be_previewed(self.target):
            raise Http404
        return super().get_context_data(
            source_url=self.url("source"), preview_url=self.url("preview"), desk_url=self.url("segments"), **kwargs
        )


class OfPage(WagtailAdminTemplateMixin):
    """A view about a page and a language in which it need not be yet, for those who may order or edit either."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=kwargs["page_id"]).specific
        self.locale = get_object_or_404(Locale, language_code=kwargs["code"])

    def dispatch(self, request, *args, **kwargs):
        if not (rights.can_order(request.user, self.locale) or self.may_translate(request.user)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may_translate(self, user):
        """Whether the page is of those that somebody may translate into the language."""
        region = scope_of(user, Page).regions.get(self.locale)
        return region is not None and source_rows(Page).filter(region, pk=self.page.pk).exists()


class Compare(OfPage, TemplateView):
    """The way to a page side by side with its translation; without one, the page with where to order it."""

    template_name = "translations/side_by_side.html"
    page_title = gettext_lazy("Side by side")
    header_icon = "wagtail-localize-language"

    def get(self, request, *args, **kwargs):
        found = Translation.objects.filter(
            source__object_id=self.page.translation_key,
            source__locale=self.page.locale_id,
            target_locale=self.locale,
            enabled=True,
        ).first()
        if found:
            return redirect("translations:side_by_side", found.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        can_order = rights.can_order(self.request.user, self.locale)
        return super().get_context_data(
            source_url=reverse("translations:page_preview", args=[self.page.pk, self.locale.language_code]),
            source_locale=self.page.locale,
            target_locale=self.locale,
            submit_url=reverse("wagtail_localize:submit_page_translation", args=[self.page.pk]) if can_order else "",
            **kwargs,
        )

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
                "label": self.page.get_admin_display_title(),
            },
            {"url": self.request.path, "label": self.page_title},
        ]


@method_decorator(xframe_options_sameorigin_override, name="dispatch")
class PagePreview(OfPage, View):
    """A page that is not translated, as it is now."""

    def get(self, request, *args, **kwargs):
        return shown(self.page, request)


def shown(instance, request):
    """An instance as readers see it, in the language of its own address."""
    return instance.make_preview_request(request, instance.default_preview_mode)
