"""Where translators work: the texts of a translation, one below the other, saved as one goes."""

import re
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import DraftStateMixin, Page, PreviewableMixin
from wagtail_localize.models import StringTranslation, Translation, get_edit_url

from home.models import BasePage
from translations import checks, glossary, inline, jobs, memory, rights, segments, status
from translations.segments import Origin

FILTERS = {
    "all": gettext_lazy("All"),
    "untranslated": gettext_lazy("Untranslated"),
    "changed": gettext_lazy("Changed"),
    "machine": gettext_lazy("By a machine"),
    "problems": gettext_lazy("With problems"),
}
MOST_SUGGESTIONS = 5
KEY = re.compile(r"(\d{1,18})-(\d{1,18})")


class OfTranslation(WagtailAdminTemplateMixin):
    """A view about one translation, for those who may edit it."""

    header_icon = "wagtail-localize-language"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        rows = Translation.objects.select_related("source__specific_content_type", "source__locale", "target_locale")
        self.translation = get_object_or_404(rows, pk=kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if not self.is_allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self, user):
        if self.target is None:
            return rights.can_submit(user)
        return rights.can_edit(user, self.target)

    @cached_property
    def target(self):
        return rights.target_of(self.translation)

    @cached_property
    def source(self):
        """The source as it is now, or None."""
        return rights.source_of(self.translation)

    @cached_property
    def job(self):
        return jobs.job_of(self.translation)

    @property
    def is_open(self):
        """Whether there is something to translate: the source and the target are there and belong together."""
        return bool(self.translation.enabled and self.source and self.target)

    @property
    def title(self):
        if isinstance(self.target, Page):
            return self.target.get_admin_display_title()
        return str(self.target or self.translation.source.object_repr)

    def url(self, name):
        return reverse(f"translations:{name}", args=[self.translation.pk])

    def get_page_title(self):
        return self.page_title or self.title

    def get_breadcrumbs_items(self):
        here = [{"url": self.url("segments"), "label": self.title}]
        if self.page_title:
            here.append({"url": self.request.path, "label": self.page_title})
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translations:matrix"), "label": _("Translations")},
            *here,
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            translation=self.translation,
            target=self.target,
            source=self.source,
            source_locale=self.translation.source.locale,
            target_locale=self.translation.target_locale,
            is_open=self.is_open,
            job=self.job,
            title=self.title,
            **kwargs,
        )


@dataclass
class Row:
    """What the screen shows of a text. `draft`: what was typed and could not be saved, with its `mistake`;
    `is_new`: changed since it was last handed in or published."""

    text: segments.Text
    source_pieces: list
    change_pieces: list = field(default_factory=list)
    suggestions: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    draft: str | None = None
    mistake: str = ""
    written_pieces: list = field(default_factory=list)
    is_new: bool = False
    is_hidden: bool = False
    heading: str = ""
    section: str = ""

    @property
    def written(self):
        return self.text.text if self.draft is None else self.draft

    @property
    def lines(self):
        return max(2, len(self.written or self.text.source_text) // 60 + 1, self.written.count("\n") + 1)

    @property
    def marks(self):
        return inline.marks(self.text.source_text)

    @property
    def terms(self):
        """The terms of the glossary in the source, each once."""
        return {piece.about: piece for piece in self.source_pieces if piece.kind == "term"}.values()

    def is_in(self, name):
        """Whether the row is shown by a filter."""
        return {
            "untranslated": not self.text.is_done,
            "changed": self.text.is_changed,
            "machine": self.text.origin == Origin.MACHINE,
            "problems": bool(self.problems or self.text.error or self.mistake),
        }.get(name, True)

    @property
    def filters(self):
        return " ".join(name for name in FILTERS if self.is_in(name))


@dataclass(frozen=True)
class Offer:
    """A translation that may be taken. `text`: as translators write it."""

    text: str
    score: int
    origin: str
    is_previous: bool


class Desk(OfTranslation):
    """What the screen and the answers to its savings share."""

    @cached_property
    def terms(self):
        return glossary.terms_for(self.translation.source.locale, self.translation.target_locale)

    def row(self, text, problems=()):
        source = text.source_text
        problems = [one for one in problems if one.text != text.error]
        row = Row(text, inline.pieces(source, glossary.found(self.terms, source)), problems=problems)
        if text.is_changed:
            old_source, old_translation = text.previous
            row.change_pieces = inline.changes(inline.to_text(old_source), source)
            row.suggestions = [Offer(inline.to_text(old_translation), 0, _("The earlier translation"), True)]
        return row

    def problems_of(self, text):
        return checks.check_segment(
            text.source,
            text.data,
            self.translation,
            self.terms,
            max_length=text.place.max_length,
            tool_name=text.translation.tool_name,
        )

    def text_of(self, segment_id, key=""):
        """One Text, by its segment's number or, since a changed source numbers them anew, by its key."""
        rows = self.translation.source.stringsegment_set.select_related("context", "string")
        segment = rows.filter(pk=segment_id).first()
        if segment is None and (match := KEY.fullmatch(key)):
            segment = rows.filter(string=match[1], context=match[2]).order_by("order").first()
        if segment is None:
            raise Http404
        found = (
            StringTranslation.objects.filter(
                translation_of=segment.string_id,
                context=segment.context_id,
                locale=self.translation.target_locale_id,
            )
            .select_related("last_translated_by", "translation_of", "context")
            .first()
        )
        places = segments.Places(self.translation.source.specific_content_type.model_class())
        return segments.Text(segment, places.of(segment.context), found)


class Segments(Desk, TemplateView):
    """The texts of a translation with what helps to translate them."""

    template_name = "translations/segments.html"
    # What could not be saved without JavaScript: {segment: (text, mistake)}.
    drafts = {}

    def get_context_data(self, **kwargs):
        content = segments.content_of(self.translation)
        previous = memory.previous(self.translation)
        exact = self.exact(content)
        problems = checks.check(self.translation)
        shown = self.request.GET.get("show", "all")
        rows = []
        for text in content.texts:
            text.previous = previous.get(text.pk)
            row = self.row(text, problems.get(text.pk, ()))
            if not text.is_done and (found := exact.get(text.segment.string_id)):
                offer = Offer(inline.to_text(found.data), 100, "", False)
                row.suggestions = [offer, *(one for one in row.suggestions if one.text != offer.text)]
            row.draft, row.mistake = self.drafts.get(text.pk, (None, ""))
            row.is_hidden = not row.is_in(shown)
            rows.append(row)
        head(rows)
        last = self.job.last_context_id
        return super().get_context_data(
            rows=rows,
            values=content.values,
            own_values=sum(value.override is not None for value in content.values),
            related=content.related,
            total=content.total,
            done=content.done,
            percent=content.percent,
            filters=[
                {"name": name, "label": label, "count": sum(row.is_in(name) for row in rows), "is_on": name == shown}
                for name, label in FILTERS.items()
            ],
            start=next((row.text.pk for row in rows if row.text.segment.context_id == last), ""),
            notices=list(self.notices()),
            status=status.status_of(self.translation),
            hands_in=jobs.is_to_hand_in(self.job),
            may_publish=self.is_open and rights.can_publish(self.request.user, self.target),
            links=self.links(),
            fields_url=f"{get_edit_url(self.target)}?editor=fields" if self.is_open else "",
            preview_url=self.url("preview") if self.is_open and can_be_previewed(self.target) else "",
            notes_url=self.url("notes") if self.is_open and isinstance(self.target, BasePage) else "",
            **kwargs,
        )

    def exact(self, content):
        """{string id: StringTranslation} of the untranslated texts that have been translated elsewhere."""
        waiting = [text.segment.string_id for text in content.texts if not text.is_done]
        source = self.translation.source
        return memory.exact(waiting, source.locale_id, self.translation.target_locale_id, source.object_id)

    def notices(self):
        """(level, text, address of a remedy, its name, whether it is a POST) of what the translator should know."""
        if self.source is None:
            text = _("The source has been deleted. Nothing that was translated is lost: it stays in the memory.")
            yield "warning", text, get_edit_url(self.target) if self.target else "", _("Edit the page itself"), False
            return
        if self.target is None:
            text = _("The translated content has been deleted. The texts stay in the memory.")
            yield "warning", text, "", "", False
            return
        if not self.translation.enabled:
            text = _("This translation does not follow its source: it is edited by itself.")
            yield "warning", text, get_edit_url(self.target), _("Edit it"), False
            return
        if is_newer(self.source, self.translation.source):
            text = _("The source has changed since its texts were taken here.")
            yield "warning", text, self.url("sync"), _("Take over the changes"), True
        if isinstance(self.source, DraftStateMixin) and self.source.has_unpublished_changes:
            text = _("The source has a draft that is not published. Its changes come here when it is published.")
            yield "info", text, "", "", False

    def links(self):
        """(address, words, icon) of the ways from here."""
        if not self.is_open:
            return
        if can_be_previewed(self.target):
            yield self.url("side_by_side"), _("Side by side"), "view"
        yield self.url("review"), _("Review"), "tasks"
        yield self.url("job"), _("Job and history"), "history"
        yield self.url("po"), _("PO file"), "download"
        yield get_edit_url(self.source), _("Source"), "edit"
        if isinstance(self.target, Page) and self.target.live and self.target.full_url:
            yield self.target.full_url, _("Live page"), "link-external"


def head(rows):
    """Give the first row of each tab and of each block its heading."""
    section = group = None
    for row in rows:
        place = row.text.place
        if place.section != section:
            section, group = place.section, None
            row.section = section
        if place.group != group:
            group = place.group
            row.heading = place.heading


def can_be_previewed(target):
    return isinstance(target, PreviewableMixin) and target.is_previewable()


def is_newer(source, translation_source):
    """Whether the published source is newer than the texts that were taken from it."""
    changed_at = getattr(source, "last_published_at", None)
    return changed_at is not None and changed_at > translation_source.last_updated_at


class SaveText(Desk, View):
    """Saves the translation of one text; answers a script in JSON, and a plain form with the way to the next text."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        if not self.is_open:
            raise PermissionDenied
        try:
            text = self.text_of(kwargs["segment_id"], request.POST.get("key", ""))
        except Http404:
            if not wants_json(request):
                raise
            gone = _("The source has changed and this text is not in it any more. Copy yours and load the page anew.")
            return JsonResponse({"mistake": gone}, status=410)
        action = request.POST.get("action", "save")
        written = "" if action == "clear" else request.POST.get("take", request.POST.get("text", ""))
        try:
            text.translation = segments.save(
                self.translation,
                text.segment,
                written,
                request.user,
                kept=action == "keep",
                version=request.POST.get("version"),
            )
        except ValidationError as error:
            return self.refuse(text, written, " ".join(error.messages))
        except segments.ConflictError as error:
            return self.tell_conflict(text, written, error.current)
        if wants_json(request):
            return JsonResponse({**self.progress(), **self.told(text)})
        return redirect(f"{self.url('segments')}#text-{self.next_of(text)}")

    def told(self, text):
        """What a script needs to know of a text."""
        row = self.row(text, self.problems_of(text) if text.data else ())
        return {
            "key": text.key,
            "text": text.text,
            "version": text.version,
            "filters": row.filters,
            "state": render_to_string("translations/includes/text_state.html", {"row": row}, self.request),
        }

    def progress(self):
        total, done = self.translation.get_progress()
        return {"total": total, "done": done, "percent": done * 100 // total if total else 100}

    def refuse(self, text, written, mistake):
        if wants_json(self.request):
            return JsonResponse({"mistake": mistake}, status=400)
        screen = Segments(drafts={text.pk: (written, mistake)})
        screen.setup(self.request, pk=self.translation.pk)
        response = screen.get(self.request)
        response.status_code = 400
        return response

    def tell_conflict(self, text, written, current):
        text.translation = current
        writer = current and current.last_translated_by
        who = rights.name_of(writer) if writer else ""
        if wants_json(self.request):
            return JsonResponse({**self.told(text), "who": who}, status=409)
        context = super().get_context_data(text=text, written=written, who=who)
        return render(self.request, "translations/conflict.html", context, status=409)

    def next_of(self, text):
        """The next text that is not translated, else the next, else this one."""
        texts = segments.content_of(self.translation).texts
        here = next(number for number, other in enumerate(texts) if other.pk == text.pk)
        waiting = [other for other in texts[here + 1 :] if not other.is_done]
        return (waiting or texts[here + 1 :] or [text])[0].pk


class SaveValue(Desk, View):
    """Gives a link or an address a value of its own in this language."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        if not self.is_open:
            raise PermissionDenied
        segment = get_object_or_404(
            self.translation.source.overridablesegment_set.select_related("context"), pk=kwargs["segment_id"]
        )
        try:
            if not isinstance(segment.data, str):
                raise ValidationError(_("Choose this in the editor of fields."))
            segments.save_own(self.translation, segment, request.POST.get("value", ""), request.user)
        except ValidationError as error:
            if wants_json(request):
                return JsonResponse({"mistake": " ".join(error.messages)}, status=400)
            messages.error(request, " ".join(error.messages))
        if wants_json(request):
            return JsonResponse({})
        return redirect(f"{self.url('segments')}#values")


class Suggestions(Desk, View):
    """What the memory offers for one text."""

    def get(self, request, *args, **kwargs):
        text = self.text_of(kwargs["segment_id"])
        found = memory.suggestions(
            text.segment.string,
            self.translation.target_locale,
            object_id=self.translation.source.object_id,
            context_id=text.segment.context_id,
            limit=MOST_SUGGESTIONS,
        )
        offers = [Offer(inline.to_text(one.target), one.score, one.origin, one.is_previous) for one in found]
        # What the page offered first stays first: it may have stood in a block that is gone.
        text.previous = memory.previous(self.translation).get(text.pk)
        if text.is_changed:
            old = self.row(text).suggestions
            offers = [*old, *(one for one in offers if one.text != old[0].text)][:MOST_SUGGESTIONS]
        context = {"suggestions": offers, "target_locale": self.translation.target_locale}
        return render(request, "translations/includes/suggestions.html", context)


class Notes(OfTranslation, View):
    """What the translated page says of itself as it would be now, such as whether it fits its sheet."""

    def get(self, request, *args, **kwargs):
        notes = []
        if self.is_open and isinstance(self.target, BasePage):
            notes = segments.draft_of(self.translation).draft_notes()
        return render(request, "translations/includes/notes.html", {"notes": notes})


def wants_json(request):
    return request.headers.get("x-requested-with") == "XMLHttpRequest"
