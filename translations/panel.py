"""“My translations” on the start page of the CMS."""

from collections import Counter, defaultdict

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail_localize.models import StringSegment

from home.remembered import remember
from translations import rights, scope, status
from translations.mail import open_jobs
from translations.models import Job

State = Job.State
MOST = 15  # jobs in a list; the matrix has all


class TranslationsPanel(Component):
    """What somebody has to translate and to review, what they have ordered, and what nobody has yet."""

    name = "my_translations"
    template_name = "translations/panel.html"
    order = 30

    class Media:
        css = {"all": ["css/translations-people.css"]}

    def __init__(self, lists, languages):
        self.lists, self.languages = lists, languages

    def get_context_data(self, parent_context):
        return {"title": _("My translations"), "lists": self.lists, "languages": self.languages}


def add_panel(request, panels):
    """Show the panel to those who translate or order translations, if there is something in it."""
    user = request.user
    if not rights.can_translate(user):
        return
    lists = lists_of(user)
    languages = counts_of(user) if rights.can_submit(user) else []
    if lists or languages:
        panels.append(TranslationsPanel(lists, languages))


def lists_of(user):
    """The lists of jobs that concern somebody, the most urgent first: [{heading, jobs, more}]; empty ones left out.

    A handful of queries for each kind of content, however many jobs there are.
    """
    concerns = Q(assignee=user) | Q(reviewer=user) | Q(created_by=user)
    # What is late has the earliest due date.
    found = open_jobs().filter(concerns).order_by(F("due_on").asc(nulls_last=True), "priority", "created_at", "pk")
    own, reviews, sent = [], [], []
    for job in found:
        if job.holder == user:
            (reviews if job.state == State.REVIEW else own).append(job)
        elif job.created_by_id == user.pk:
            sent.append(job)
    lists = [(_("To translate"), own), (_("Waiting for your review"), reviews), (_("Ordered by you, not ready"), sent)]
    shown = [job for _heading, rows in lists for job in rows[:MOST]]
    states, places = states_of(shown), places_of(shown)
    return [
        {
            "heading": heading,
            "jobs": [row(job, states, places) for job in rows[:MOST]],
            "more": len(rows) - len(rows[:MOST]),
        }
        for heading, rows in lists
        if rows
    ]


def row(job, states, places):
    """What the panel shows of a job."""
    translation = job.translation
    is_review = job.state == State.REVIEW
    url = reverse(f"translations:{'review' if is_review else 'segments'}", args=[translation.pk])
    place = places.get((translation.source_id, job.last_context_id))
    return {
        "job": job,
        "title": translation.source.object_repr,
        "title_language": translation.source.locale.language_code,
        "language": translation.target_locale.get_display_name(),
        "status": states.get((translation.source.object_id, translation.target_locale_id)),
        "is_late": job.due_on is not None and job.due_on < timezone.localdate(),
        "is_high": job.priority == Job.Priority.HIGH,
        "is_begun": place is not None and not is_review,
        "url": f"{url}#text-{place}" if place and not is_review else url,
    }


def states_of(jobs):
    """{(translation_key, locale_id): Status} of what these jobs are about."""
    by_model = defaultdict(list)
    for job in jobs:
        content_type = ContentType.objects.get_for_id(job.translation.source.specific_content_type_id)
        if model := content_type.model_class():
            by_model[model.get_translation_model()].append(job.translation)
    found = {}
    for model, translations in by_model.items():
        wanted = {(translation.source.object_id, translation.source.locale_id) for translation in translations}
        rows = model._default_manager.filter(translation_key__in=[key for key, _locale_id in wanted])
        sources = [source for source in rows if (source.translation_key, source.locale_id) in wanted]
        locales = {translation.target_locale for translation in translations}
        found |= status.statuses(model, sources, locales, words=True)
    return found


def places_of(jobs):
    """{(source_id, context_id): number of the segment} of where the translators were last."""
    begun = [job for job in jobs if job.last_context_id]
    segments = StringSegment.objects.filter(
        source__in=[job.translation.source_id for job in begun], context__in=[job.last_context_id for job in begun]
    )
    rows = segments.order_by("-order").values_list("source_id", "context_id", "pk")
    return {(source_id, context_id): pk for source_id, context_id, pk in rows}


def counts_of(user):
    """How many pages are missing or outdated in each language: [{name, code, missing, outdated}], remembered.

    Only languages in which some are, and pages that somebody may translate.
    """
    return remember(f"translations-of-pages-{user.pk}", lambda: count(scope.scope_of(user, Page)))


def count(pages):
    sources = list(pages.rows())
    cells = pages.cells(sources)
    found = Counter()
    for (key, locale_id), one in status.statuses(Page, sources, pages.languages).items():
        if (key, locale_id) in cells:
            found[locale_id, one.state] += 1
    counts = [
        {
            "name": locale.get_display_name(),
            "code": locale.language_code,
            "missing": found[locale.pk, status.State.MISSING],
            "outdated": found[locale.pk, status.State.OUTDATED],
        }
        for locale in pages.languages
    ]
    return [item for item in counts if item["missing"] or item["outdated"]]
