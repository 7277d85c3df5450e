"""The column “Languages” in Wagtail's page explorer: how far the translations of each page are."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from translations.scope import scope_of
from translations.status import State, source_rows, statuses


@dataclass(frozen=True)
class Mark:
    """What a listing says of a page in one language. `url`: the work on it or, without any, its row in the matrix."""

    code: str
    language: str
    state: str
    percent: int | None
    url: str

    @property
    def short(self):
        """`80 %`, or the state in a word."""
        return f"{self.percent} %" if self.percent is not None else capfirst(self.state)


def add_marks(pages, user):
    """Give each page its `marks`: of a source those of all languages, of a translation its own. A fixed number of
    queries, none for somebody who translates nothing."""
    for page in pages:
        page.marks = []
    scope = scope_of(user, Page)
    if not pages or not scope.languages:
        return
    sources = list(source_rows(Page).filter(translation_key__in={page.translation_key for page in pages}))
    found, allowed = statuses(Page, sources, scope.languages), scope.cells(sources)
    source_of = {source.translation_key: source for source in sources}
    for page in pages:
        source = source_of.get(page.translation_key)
        for locale in scope.languages if source else []:
            place = page.translation_key, locale.pk
            status = found.get(place)
            if status and place in allowed and (page.pk == source.pk or page.pk == status.target_id):
                page.marks.append(mark_of(source, locale, status))


def mark_of(source, locale, status):
    if status.translation_id:
        url = reverse("translations:segments", args=[status.translation_id])
    else:
        url = f"{reverse('translations:matrix')}?only={source.pk}"
    has_percent = status.state == State.TRANSLATING
    return Mark(locale.language_code, str(locale), status.state.label, status.percent if has_percent else None, url)


class LanguagesColumn(Column):
    cell_template_name = "translations/matrix/languages.html"

    class Media:
        css = {"all": ["css/translations-matrix.css"]}


class ExplorerView(ExplorableIndexView):
    base_columns = [
        *ExplorableIndexView.base_columns[:-1],
        LanguagesColumn("marks", label=gettext_lazy("Languages")),
        ExplorableIndexView.base_columns[-1],
    ]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        add_marks(context["object_list"], self.request.user)
        return context


class ExplorerViewSet(PageViewSet):
    """Wagtail's own views of pages, for every type of page that has no viewset of its own."""

    model = Page
    index_view_class = ExplorerView
