"""What the translators' workplace lists: the objects and languages that somebody may see and asks for."""

from datetime import timedelta

import django_filters
from django import forms
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Min, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, get_page_models
from wagtail_localize.models import Translation

from translations.models import Job
from translations.scope import models_of, scope_of
from translations.status import State, statuses

ME, NOBODY = "me", "nobody"
OVERDUE, WEEK = "overdue", "week"


def label_of(model):
    """How a model is called in addresses: app_label.model_name."""
    return model._meta.label_lower


def kinds(user):
    """The choices of the filter by kind of content."""
    return [(label_of(model), capfirst(str(model._meta.verbose_name_plural))) for model in models_of(user)]


def page_types():
    found = [(label_of(model), capfirst(model.get_verbose_name())) for model in get_page_models() if model is not Page]
    return sorted(found, key=lambda choice: choice[1])


def people():
    """Whoever has ever had a job."""
    users = get_user_model().objects.filter(translation_jobs__isnull=False).distinct()
    names = sorted((get_user_display_name(user), str(user.pk)) for user in users)
    return [(ME, _("Me")), (NOBODY, _("Nobody")), *((pk, name) for name, pk in names)]


def all_of(queryset, name, value):
    """A filter of cells, not of rows (see `Matrix.is_asked_for`)."""
    return queryset


class SectionFilter(django_filters.ModelChoiceFilter):
    def filter(self, queryset, value):
        return queryset.filter(path__startswith=value.path) if value else queryset


class MatrixFilterSet(WagtailFilterSet):
    """`section` and `type` narrow the rows; `state`, `language`, `assignee` and `due` narrow the cells."""

    kind = django_filters.ChoiceFilter(label=_("Kind of content"), method=all_of, widget=forms.RadioSelect)
    section = SectionFilter(label=_("Section"), widget=forms.RadioSelect, empty_label=_("All"))
    type = django_filters.ChoiceFilter(
        label=_("Page type"), choices=page_types, method="of_type", widget=forms.RadioSelect, empty_label=_("All")
    )
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=State.choices, method=all_of, widget=forms.CheckboxSelectMultiple
    )
    language = django_filters.MultipleChoiceFilter(
        label=_("Language"), method=all_of, widget=forms.CheckboxSelectMultiple
    )
    assignee = django_filters.ChoiceFilter(
        label=_("Translator"), choices=people, method=all_of, widget=forms.RadioSelect, empty_label=_("All")
    )
    due = django_filters.ChoiceFilter(
        label=_("Due date"),
        choices=[(OVERDUE, _("Overdue")), (WEEK, _("This week"))],
        method=all_of,
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = None

    def __init__(self, data, queryset, *, scope, **kwargs):
        super().__init__(data, queryset, **kwargs)
        first, *others = kinds(scope.user)
        self.filters["kind"].extra |= {"choices": others, "empty_label": first[1]}
        self.filters["language"].extra["choices"] = [(locale.language_code, str(locale)) for locale in scope.languages]
        if scope.model is Page:
            sections = scope.rows().filter(depth=3, numchild__gt=0).order_by("path")
            self.filters["section"].queryset = sections
        else:
            del self.filters["section"], self.filters["type"]

    def of_type(self, queryset, name, value):
        return queryset.filter(content_type=ContentType.objects.get_for_model(apps.get_model(value)))


class Matrix:
    """What somebody asks of the workplace. Raises PermissionDenied if they may see nothing.

    `query`: the parameters of the matrix's address (a QueryDict). An unknown kind of content is as none given.
    """

    def __init__(self, user, query):
        models = models_of(user)
        if not models:
            raise PermissionDenied
        self.user, self.query = user, query.copy()
        self.model = next((model for model in models if label_of(model) == query.get("kind")), models[0])
        if self.model == models[0]:
            self.query.pop("kind", None)
        self.scope = scope_of(user, self.model)

    @cached_property
    def filters(self):
        return MatrixFilterSet(self.query, self.model._default_manager.none(), scope=self.scope)

    @cached_property
    def asked(self):
        """The filters that are set: {name: value}. What is not valid sets none."""
        return self.filters.form.cleaned_data if self.filters.is_valid() else {}

    @cached_property
    def languages(self):
        codes = self.asked.get("language")
        return [locale for locale in self.scope.languages if not codes or locale.language_code in codes]

    def rows(self):
        """The sources, unordered."""
        rows = self.search(self.scope.rows())
        if self.only:
            rows = rows.filter(pk=self.only)
        if self.asked:
            rows = self.filters.filter_queryset(rows)
        return self.with_a_cell(rows) if self.is_by_cell else rows

    @property
    def only(self):
        """The number of the one source asked for, as links to its row do."""
        number = self.query.get("only", "")
        return number if number.isascii() and number.isdigit() and len(number) < 10 else None

    def search(self, rows):
        words = self.query.get("q", "").strip()
        if not words:
            return rows
        if self.model is Page:
            names = ["title", "draft_title"]
        else:
            names = [field.name for field in self.model._meta.get_fields() if type(field) is CharField]
        found = Q(pk__in=[])
        # SQLite knows capital letters of ASCII alone.
        for spelling in {words, words.lower(), words.upper(), capfirst(words)}:
            for name in names:
                found |= Q(**{f"{name}__icontains": spelling})
        return rows.filter(found)

    @property
    def is_by_cell(self):
        """Whether a row is listed only if one of its cells is what is asked for."""
        return any(self.asked.get(name) for name in ("state", "assignee", "due"))

    def with_a_cell(self, rows):
        if self.jobs is not None and self.asked["assignee"] != NOBODY:
            translations = Translation.objects.filter(job__in=self.jobs)
            rows = rows.filter(translation_key__in=translations.values("source__object_id"))
        names = ["pk", "translation_key", "locale_id", *(["last_published_at"] if self.model is Page else [])]
        sources = list(rows.order_by().values_list(*names, named=True))
        self.found = self.cells(sources)
        keys = {key for (key, _locale_id), status in self.found.items() if self.is_asked_for(status)}
        # Numbers, not the conditions again: they take longer than all the rest.
        pks = [source.pk for source in sources if source.translation_key in keys]
        return self.model._default_manager.filter(pk__in=pks)

    # The states of all rows, if they had to be found to filter by them.
    found = None

    @cached_property
    def jobs(self):
        """The jobs of the person and for the time asked for; None if neither is asked for."""
        assignee, due = self.asked.get("assignee"), self.asked.get("due")
        if not assignee and not due:
            return None
        jobs = Job.objects.all()
        if assignee == NOBODY:
            jobs = jobs.filter(assignee=None)
        elif assignee:
            jobs = jobs.filter(assignee=self.user.pk if assignee == ME else int(assignee))
        today = timezone.localdate()
        if due:
            jobs = jobs.exclude(state=Job.State.PUBLISHED)
        if due == OVERDUE:
            jobs = jobs.filter(due_on__lt=today)
        elif due:
            jobs = jobs.filter(due_on__range=(today, today + timedelta(days=6 - today.weekday())))
        return jobs

    @cached_property
    def job_ids(self):
        return set(self.jobs.values_list("pk", flat=True))

    def cells(self, sources):
        """{(translation_key, locale_id): Status} of these sources (objects) in the languages asked for, where somebody
        may translate."""
        if self.found is not None:
            keys = {source.translation_key for source in sources}
            return {place: status for place, status in self.found.items() if place[0] in keys}
        allowed = self.scope.cells(sources)
        found = statuses(self.model, sources, self.languages)
        return {place: status for place, status in found.items() if place in allowed}

    def is_asked_for(self, status):
        states = self.asked.get("state")
        if states and status.state not in states:
            return False
        if self.jobs is None:
            return True
        if status.job_id is None:
            is_nobodys = self.asked["assignee"] == NOBODY and not self.asked["due"]
            return is_nobodys and status.translation_id is not None
        return status.job_id in self.job_ids


def matching_sources(user, query):
    """The sources that the matrix lists with these parameters (a QueryDict); none if a parameter is wrong.

    Raises PermissionDenied if the user may see nothing.
    """
    matrix = Matrix(user, query)
    return matrix.rows() if matrix.filters.is_valid() else matrix.model._default_manager.none()


def with_due_date(rows, locales):
    """The sources with `next_due`: the first day on which a translation into these languages that is not finished is
    due."""
    jobs = (
        Job.objects.filter(
            translation__source__object_id=OuterRef("translation_key"),
            translation__source__locale_id=OuterRef("locale_id"),
            translation__target_locale__in=locales,
        )
        .exclude(state=Job.State.PUBLISHED)
        .order_by()
    )
    first = jobs.values("translation__source__object_id").annotate(first=Min("due_on"))
    return rows.annotate(next_due=Subquery(first.values("first")))
