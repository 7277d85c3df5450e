"""Ordering something for many translations, and how far the order is."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db.models import Count
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import get_edit_url

from translations import bulk, rights
from translations.models import BulkAction, BulkItem
from translations.ordering import AssignForm, MachineForm, SubmitOptionsForm
from translations.views.base import WorkView

Kind, State = BulkAction.Kind, BulkItem.State

MOST_PROBLEMS = 200


class BulkView(WorkView):
    """Asks what an order needs to know, and begins it. The matrix posts what has been chosen there:

    `kind`, `model` (app_label.model_name), `languages` (codes), and `sources` (numbers) or `query`, the matrix's own
    query string, for all that it finds; `next`: where to go back to if there is nothing to do.
    """

    template_name = "translations/bulk.html"
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        self.read_choice(request.POST)
        pairs = bulk.pairs(self.kind, self.sources, self.locales)
        if not pairs:
            messages.warning(request, _("There is nothing to do for what you have chosen."))
            return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
        form = self.get_form(request.POST if "begin" in request.POST else None)
        if "begin" in request.POST:
            if form is None or form.is_valid():
                options = form.options if form else {}
                action = bulk.begin(self.kind, self.sources, self.locales, options, request.user)
                return redirect("translations:bulk_action", action.pk)
            messages.validation_error(request, _("Nothing has begun: there are errors."), form)
        return self.render_to_response(self.get_context_data(form=form, pairs=pairs))

    def read_choice(self, data):
        """Read what is chosen. Raises SuspiciousOperation (400) for what no screen of ours sends."""
        if data.get("kind") not in Kind.values:
            raise SuspiciousOperation("No such kind of order.")
        self.kind = Kind(data["kind"])
        is_order = self.kind in (Kind.SUBMIT, Kind.ASSIGN)
        if is_order and not rights.can_submit(self.request.user):
            raise PermissionDenied
        locales = Locale.objects.filter(language_code__in=data.getlist("languages"))
        self.locales = [locale for locale in locales if not is_order or rights.can_order(self.request.user, locale)]
        self.model = model_named(data.get("model", ""))
        self.sources = chosen_sources(self.request.user, self.model, data)

    def get_form(self, data):
        about = {"locales": self.locales, "model": self.model}
        if self.kind == Kind.SUBMIT:
            return SubmitOptionsForm(data, **about)
        if self.kind == Kind.ASSIGN:
            return AssignForm(data, **about)
        if self.kind == Kind.PRETRANSLATE:
            return MachineForm(data)
        return None

    def get_page_title(self):
        return self.kind.label

    def get_context_data(self, **kwargs):
        chosen = [
            (name, value)
            for name in ("kind", "model", "languages", "sources", "query", "next")
            for value in self.request.POST.getlist(name)
        ]
        number = len(kwargs["pairs"])
        return super().get_context_data(
            chosen=chosen,
            kind=self.kind,
            explanation=EXPLANATIONS[self.kind],
            number=ngettext("%(count)s translation", "%(count)s translations", number) % {"count": number},
            languages=", ".join(str(locale) for locale in self.locales),
            submit_button_label=self.kind.label,
            submit_button_active_label=_("Beginning…"),
            action_url=self.request.path,
            **kwargs,
        )


EXPLANATIONS = {
    Kind.SUBMIT: gettext_lazy(
        "The published text is sent; the translations are drafts that readers do not see. Pages above them that the "
        "language does not have yet are sent too. What the translation memory knows is filled in."
    ),
    Kind.ASSIGN: gettext_lazy("Only what you fill in here changes."),
    Kind.PRETRANSLATE: gettext_lazy("Texts that are not translated yet are filled in. What is there stays."),
    Kind.PUBLISH: gettext_lazy(
        "Only what is ready is published: all texts translated, nothing by a machine unread, and approved where there "
        "is a reviewer. The rest is listed with the reasons."
    ),
}


def model_named(name):
    """The translatable model of this name, `app_label.model_name`. Raises SuspiciousOperation."""
    app_label, _dot, model_name = name.partition(".")
    kind = ContentType.objects.filter(app_label=app_label, model=model_name).first()
    model = kind and kind.model_class()
    if not model or not issubclass(model, TranslatableMixin):
        raise SuspiciousOperation("No such translatable model.")
    return model.get_translation_model()


def chosen_sources(user, model, data):
    """The objects that are chosen one by one, or all that the matrix finds, parents first."""
    if query := data.get("query"):
        from translations.views.matrix import matching_sources

        found = matching_sources(user, QueryDict(query))
    else:
        numbers = [int(number) for number in data.getlist("sources") if number.isdecimal() and len(number) < 19]
        found = model._default_manager.filter(pk__in=numbers)
    return list(found.order_by("path") if issubclass(model, Page) else found)


class BulkActionView(WorkView):
    """How far an order is, and what went wrong. Shown to whoever ordered it."""

    template_name = "translations/bulk_action.html"

    def dispatch(self, request, *args, **kwargs):
        self.action = get_object_or_404(BulkAction, pk=kwargs["pk"])
        if self.action.created_by_id != request.user.pk and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return self.action.get_kind_display()

    def get_context_data(self, **kwargs):
        counts = dict(self.action.items.order_by().values_list("state").annotate(Count("pk")))
        total = sum(counts.values())
        waiting = counts.get(State.WAITING, 0)
        text = ngettext("%(done)s of %(count)s is done.", "%(done)s of %(count)s are done.", total)
        return super().get_context_data(
            action=self.action,
            total=total,
            worked_off=total - waiting,
            is_finished=not waiting,
            progress_text=text % {"done": total - waiting, "count": total},
            counts=[(state.label, counts.get(state, 0)) for state in State if counts.get(state, 0)],
            problems=self.problems(),
            most_problems=MOST_PROBLEMS,
            **kwargs,
        )

    def problems(self):
        """What went wrong, was left out or is to be looked at: its title, the way to it, language, state and reason."""
        items = list(self.action.items.exclude(problem="").select_related("content_type", "locale")[:MOST_PROBLEMS])
        numbers = defaultdict(list)
        for item in items:
            numbers[item.content_type].append(item.object_id)
        sources = {
            (kind.pk, pk): source
            for kind, pks in numbers.items()
            for pk, source in kind.model_class()._default_manager.in_bulk(pks).items()
        }
        found = []
        for item in items:
            source = sources.get((item.content_type_id, item.object_id))
            found.append(
                {
                    "title": title_of(source) if source else _("Deleted"),
                    "url": get_edit_url(source) if source else "",
                    "language": item.locale,
                    "state": item.get_state_display(),
                    "reason": item.problem,
                }
            )
        return found


def title_of(source):
    return source.get_admin_display_title() if isinstance(source, Page) else capfirst(str(source))
