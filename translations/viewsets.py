"""How the glossary is kept in the CMS: whoever translates into one language changes the terms of that one alone."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from home.own_language import require_language
from translations.models import GlossaryTerm
from translations.term_file import COLUMNS, UnreadableError, read_terms

MOST_PROBLEMS = 20


def languages_of(user):
    """The languages whose pages somebody may change."""

    def is_own(locale):
        try:
            require_language(user, locale.pk)
        except PermissionDenied:
            return False
        return True

    return [locale for locale in Locale.objects.all() if is_own(locale)]


class TermPolicy(ModelPermissionPolicy):
    """The rights of the model, and for one term those of the language into which it is translated."""

    def user_has_permission_for_instance(self, user, action, instance):
        if not self.user_has_permission(user, action):
            return False
        try:
            require_language(user, instance.target_locale_id)
        except PermissionDenied:
            return action == "view"
        return True


register_permission_policy(GlossaryTerm, TermPolicy(GlossaryTerm))


class TermForm(WagtailAdminModelForm):
    class Meta:
        model = GlossaryTerm
        fields = ["source_locale", "source", "target_locale", "target", "forbidden", "note", "is_case_sensitive"]
        widgets = {"forbidden": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = [locale.pk for locale in languages_of(self.for_user)]
        self.fields["target_locale"].queryset = Locale.objects.filter(pk__in=own)


class TermFileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy(
            "With the columns from, into (language codes such as fi and sv), term, translation, and, if you like, "
            "forbidden, note and case_sensitive. The export has the same columns. A term that is in the glossary "
            "already gets the translation of the file."
        ),
    )


class TermIndexView(generic.IndexView):
    export_headings = {
        **{field: heading for heading, field in COLUMNS.items()},
        "source_locale.language_code": "from",
        "target_locale.language_code": "into",
    }
    export_filename = "glossary"

    @cached_property
    def own_languages(self):
        return {locale.pk for locale in languages_of(self.request.user)}

    def get_edit_url(self, instance):
        return super().get_edit_url(instance) if instance.target_locale_id in self.own_languages else None

    def get_delete_url(self, instance):
        return super().get_delete_url(instance) if instance.target_locale_id in self.own_languages else None

    def get_copy_url(self, instance):
        return super().get_copy_url(instance) if instance.target_locale_id in self.own_languages else None

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("source_locale", "target_locale")

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if self.user_has_permission("add"):
            buttons.append(Button(_("Import a file"), url=reverse("glossary:import"), icon_name="upload"))
        return buttons


class OfOwnLanguage:
    """A view of one term, for whoever may change the terms of its language."""

    def get_object(self, queryset=None):
        term = super().get_object(queryset)
        if not self.permission_policy.user_has_permission_for_instance(
            self.request.user, self.permission_required, term
        ):
            raise PermissionDenied
        return term


class TermEditView(OfOwnLanguage, generic.EditView):
    pass


class TermDeleteView(OfOwnLanguage, generic.DeleteView):
    pass


class TermImportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Takes a glossary from a file, and says which of its lines cannot be taken."""

    form_class = TermFileForm
    permission_required = "add"
    permission_policy = TermPolicy(GlossaryTerm)
    template_name = "wagtailadmin/generic/form.html"
    page_title = gettext_lazy("Import a glossary")
    extra_context = {"submit_button_label": gettext_lazy("Import")}
    header_icon = "upload"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("glossary:index"), "label": _("Glossary")},
            {"url": "", "label": self.page_title},
        ]

    def form_valid(self, form):
        try:
            saved, problems = read_terms(form.cleaned_data["file"].read(), languages_of(self.request.user))
        except UnreadableError as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        text = ngettext("%(count)s term was taken in.", "%(count)s terms were taken in.", saved)
        (messages.success if saved else messages.info)(self.request, text % {"count": saved})
        if not problems:
            return redirect("glossary:index")
        more = len(problems) - MOST_PROBLEMS
        if more > 0:
            text = ngettext("… and %(count)s more line.", "… and %(count)s more lines.", more)
            problems = [*problems[:MOST_PROBLEMS], text % {"count": more}]
        for problem in problems:
            form.add_error("file", problem)
        return self.form_invalid(form)


class GlossaryViewSet(ModelViewSet):
    model = GlossaryTerm
    name = "glossary"
    icon = "openquote"
    menu_label = gettext_lazy("Glossary")
    add_to_settings_menu = True
    add_to_reference_index = False
    list_display = ["source", "target", "source_locale", "target_locale", "note"]
    list_filter = ["source_locale", "target_locale"]
    list_export = ["source_locale.language_code", "target_locale.language_code", *list(COLUMNS.values())[2:]]
    list_per_page = 50
    search_fields = ["source", "target", "forbidden", "note"]
    search_backend_name = None
    ordering = ["source", "pk"]
    index_view_class = TermIndexView
    edit_view_class = TermEditView
    delete_view_class = TermDeleteView

    def get_form_class(self, for_update=False):
        return TermForm

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("import/", TermImportView.as_view(), name="import")]
