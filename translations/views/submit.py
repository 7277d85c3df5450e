"""The screens by which a page or a snippet is sent for translation, at wagtail-localize's own addresses."""

from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import Translation, get_edit_url

from translations import bulk, rights
from translations.models import BulkAction
from translations.ordering import SubmitForm
from translations.submit import SubmitError, check_original, members_of, missing_ancestors, submit
from translations.views.base import WorkView


class SubmitView(WorkView):
    """Asks into which languages, by whom and by when, and sends it."""

    template_name = "translations/submit.html"
    page_title = gettext_lazy("Send for translation")
    subpages = 0

    def dispatch(self, request, *args, **kwargs):
        if not rights.can_submit(request.user):
            raise PermissionDenied
        self.source = self.get_source()
        try:
            check_original(self.source)
        except SubmitError as error:
            return self.lead_to_original(error)
        if not self.languages:
            messages.warning(request, _("It is sent for translation into all your languages already."))
            return redirect(self.back_url)
        return super().dispatch(request, *args, **kwargs)

    def lead_to_original(self, error):
        messages.warning(self.request, str(error))
        if error.original is None:
            return redirect(self.back_url)
        return redirect(submit_url(error.original))

    @cached_property
    def languages(self):
        """The languages that it can be sent into: those where it is missing, an alias, or not connected."""
        members = members_of(self.source)
        there = set(members.values_list("locale", flat=True))
        followed = set(
            Translation.objects.filter(
                source__object=self.source.translation_key, source__locale=self.source.locale_id, enabled=True
            ).values_list("target_locale", flat=True)
        )
        others = Locale.objects.exclude(pk__in=[self.source.locale_id, *(there & followed)])
        return [locale for locale in others if rights.can_order(self.request.user, locale)]

    def get_form(self, data=None):
        chosen = self.request.GET.get("select_locale")
        initial = {"locales": [locale for locale in self.languages if locale.language_code == chosen]}
        if len(self.languages) == 1:
            initial = {"locales": self.languages}
        return SubmitForm(
            data, locales=self.languages, model=type(self.source), subpages=self.subpages, initial=initial
        )

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=self.get_form()))

    def post(self, request, *args, **kwargs):
        form = self.get_form(request.POST)
        if not form.is_valid():
            messages.validation_error(request, _("Nothing was sent: there are errors."), form)
            return self.render_to_response(self.get_context_data(form=form))
        locales = form.chosen_locales()
        if form.cleaned_data.get("includes_subpages") or form.cleaned_data.get("is_machine_used"):
            action = bulk.begin(BulkAction.Kind.SUBMIT, self.all_sources(), locales, form.options, request.user)
            return redirect("translations:bulk_action", action.pk)
        return self.send_at_once(locales, form)

    def send_at_once(self, locales, form):
        values = {name: form.cleaned_data[name] for name in ("assignee", "reviewer", "due_on", "priority", "note")}
        sent = []
        for locale in locales:
            try:
                sent.append(submit(self.source, locale, self.request.user, values))
            except SubmitError as error:
                messages.error(self.request, f"{locale}: {error}")
        if sent:
            text = _("“%(title)s” is sent for translation: %(languages)s.")
            languages = ", ".join(str(translation.target_locale) for translation in sent)
            messages.success(self.request, text % {"title": self.title, "languages": languages})
        if next_url := get_valid_next_url_from_request(self.request):
            return redirect(next_url)
        if len(sent) == 1 and rights.can_edit(self.request.user, rights.target_of(sent[0])):
            return redirect(segments_url(sent[0]))
        return redirect(self.back_url)

    def all_sources(self):
        return [self.source]

    def parents(self):
        """[(locale, the ancestors that will be sent with it)] of the languages that lack some."""
        found = [(locale, missing_ancestors(self.source, locale)) for locale in self.languages]
        return [(locale, pages) for locale, pages in found if pages]

    @property
    def title(self):
        return str(self.source)

    def get_page_subtitle(self):
        return self.title

    def way_here(self):
        return [{"url": get_edit_url(self.source), "label": self.title}]

    def get_context_data(self, **kwargs):
        is_draft_possible = isinstance(self.source, DraftStateMixin)
        return super().get_context_data(
            source=self.source,
            parents=self.parents(),
            is_never_published=is_draft_possible and not self.source.live,
            has_unpublished_changes=is_draft_possible and self.source.live and self.source.has_unpublished_changes,
            next_url=get_valid_next_url_from_request(self.request),
            submit_button_label=_("Send for translation"),
            submit_button_active_label=_("Sending…"),
            action_url=self.request.path,
            **kwargs,
        )


class SubmitPageView(SubmitView):
    def get_source(self):
        page = get_object_or_404(Page, pk=self.kwargs["page_id"]).specific
        if page.is_root():
            raise Http404
        return page

    @cached_property
    def subpages(self):
        return self.descendants().count()

    def descendants(self):
        """The sources below the page: neither aliases nor translations of something else."""
        below = self.source.get_descendants().filter(locale=self.source.locale_id, alias_of__isnull=True)
        translated = Translation.objects.filter(target_locale=self.source.locale_id)
        return below.exclude(translation_key__in=translated.values("source__object"))

    def all_sources(self):
        return [self.source, *self.descendants().order_by("path")]

    @property
    def back_url(self):
        return reverse("wagtailadmin_explore", args=[self.source.get_parent().pk])

    @property
    def title(self):
        return self.source.get_admin_display_title()


class SubmitSnippetView(SubmitView):
    def get_source(self):
        model = get_snippet_model_from_url_params(self.kwargs["app_label"], self.kwargs["model_name"])
        if not issubclass(model, TranslatableMixin):
            raise Http404
        return get_object_or_404(model, pk=unquote(self.kwargs["pk"]))

    @property
    def back_url(self):
        return get_edit_url(self.source)


def submit_url(instance):
    """Where an object is sent for translation."""
    if isinstance(instance, Page):
        return reverse("translations:submit_page", args=[instance.pk])
    options = instance._meta
    return reverse("translations:submit_snippet", args=[options.app_label, options.model_name, quote(instance.pk)])


def segments_url(translation):
    """Where a translation is translated."""
    try:
        return reverse("translations:segments", args=[translation.pk])
    except NoReverseMatch:
        return translation.get_target_instance_edit_url()
