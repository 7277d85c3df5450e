"""The texts of a translation as translators see them, in the order of the edit form, and the one way to write them."""

import json
import re
from dataclasses import dataclass, field

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.validators import EmailValidator, ProhibitNullCharactersValidator, URLValidator
from django.db import models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringTranslation, get_edit_url
from wagtail_localize.strings import validate_translation_links
from wagtail_localize.views.edit_translation import TabHelper

from translations import checks, inline, jobs

KEPT, MEMORY = "kept", "memory"
TEXT_KINDS = (models.CharField, models.TextField)
# Where a link may lead: to an address, a place of this site, or a place of the page.
LINK = re.compile(r"(https?://|mailto:|tel:)\S+|[/#?]\S*")


class Origin(models.TextChoices):
    """Where a text in the target language comes from."""

    NONE = "none", gettext_lazy("Not translated")
    HAND = "hand", gettext_lazy("Translated")
    MEMORY = "memory", gettext_lazy("From the translation memory")
    MACHINE = "machine", gettext_lazy("By a machine, not read yet")
    KEPT = "kept", gettext_lazy("Same in both languages")
    ERROR = "error", gettext_lazy("Error")


class ConflictError(Exception):
    """Somebody else has written the text since it was loaded. `current`: the StringTranslation now, or None."""

    def __init__(self, current):
        super().__init__()
        self.current = current


@dataclass(frozen=True)
class Place:
    """Where something stands in the edit form. `group`: what changes with the block; `kind`: its field or block."""

    section: str
    group: str
    heading: str
    label: str
    order: int
    help_text: str = ""
    max_length: int | None = None
    kind: object = None

    @property
    def model(self):
        """The model from which something is chosen here, or None."""
        if isinstance(self.kind, models.ForeignKey):
            return self.kind.related_model
        return getattr(self.kind, "target_model", None)


@dataclass
class Text:
    """A text of the source with its translation. `source` and `data` are HTML, `text` is what translators write."""

    segment: object
    place: Place
    translation: StringTranslation | None = None
    previous: tuple[str, str] | None = None
    pages: dict = field(default_factory=dict)

    @property
    def pk(self):
        return self.segment.pk

    @property
    def key(self):
        """The same for texts that stand twice in one place, and so share one translation."""
        return f"{self.segment.string_id}-{self.segment.context_id}"

    @property
    def source(self):
        return self.segment.string.data

    @property
    def source_text(self):
        return inline.to_text(self.source)

    @property
    def data(self):
        return self.translation.data if self.translation else ""

    @property
    def text(self):
        return inline.to_text(self.data)

    @property
    def version(self):
        return version_of(self.translation)

    @property
    def origin(self):
        return origin_of(self.translation)

    @property
    def is_done(self):
        return self.origin not in (Origin.NONE, Origin.ERROR)

    @property
    def is_changed(self):
        """Whether there was another text here, and this one is not translated by a person yet."""
        return self.previous is not None and self.origin in (Origin.NONE, Origin.MACHINE, Origin.ERROR)

    @property
    def error(self):
        if self.origin != Origin.ERROR:
            return ""
        return self.translation.get_error() or _("The text could not be saved on the page.")

    @property
    def attributes(self):
        """{mark: attributes in the source} of the links of the text."""
        return (json.loads(self.segment.attrs) if self.segment.attrs else None) or {}

    @property
    def links(self):
        """The links of the text as (mark, address or title of the page)."""
        found = self.attributes.items()
        told = [(name, values.get("href") or self.pages.get(page_of(values))) for name, values in found]
        return [(name, where) for name, where in told if where]


@dataclass
class Value:
    """What a translation shares with its source unless it has a value of its own: a link, an image, a document."""

    segment: object
    place: Place
    override: SegmentOverride | None = None
    shown: str = ""
    shown_own: str = ""

    @property
    def is_text(self):
        return isinstance(self.segment.data, str)


@dataclass
class Related:
    """Something shared, such as a topic, that is translated by itself. `target`: its translation, or None."""

    place: Place
    source: object
    target: object

    @property
    def edit_url(self):
        return get_edit_url(self.target) if self.target else ""


@dataclass
class Content:
    """All of a translation."""

    texts: list[Text]
    values: list[Value]
    related: list[Related]

    @property
    def total(self):
        return len(self.texts)

    @property
    def done(self):
        return sum(text.is_done for text in self.texts)

    @property
    def percent(self):
        return self.done * 100 // self.total if self.total else 100


def version_of(string_translation):
    """What changes whenever somebody saves the text; empty while there is none."""
    return string_translation.updated_at.isoformat() if string_translation else ""


def origin_of(string_translation):
    if string_translation is None:
        return Origin.NONE
    if string_translation.has_error:
        return Origin.ERROR
    if string_translation.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return Origin.MACHINE
    return {KEPT: Origin.KEPT, MEMORY: Origin.MEMORY}.get(string_translation.tool_name, Origin.HAND)


class Places:
    """Finds where segments stand in the edit form of a model. A field without a panel comes last."""

    def __init__(self, model):
        self.model = model
        helper = TabHelper(model())
        self.tabs, self.orders = helper.field_tab_mapping, helper.field_ordering_mapping
        self.only_tab = helper.tabs[0] if len(helper.tabs) == 1 else ""

    def of(self, context):
        """The Place of a TranslationContext."""
        path = context.path.split(".")
        names = context.field_path.split(".") if context.field_path else path[:1]
        labels, kind = labels_of(self.model, names)
        in_block = len(path) > 1 and len(labels) > 1
        return Place(
            # The panels of one tab are its parts, not tabs.
            section=self.only_tab or str(self.tabs.get(names[0], _("Other texts"))),
            group=".".join(path[:2] if in_block else path[:1]),
            heading=" – ".join(labels[: 2 if in_block else 1]),
            label=" – ".join(labels[2:] if in_block else labels[1:]),
            order=self.orders.get(names[0], len(self.orders)),
            help_text=str(getattr(kind, "help_text", "") or "") if isinstance(kind, models.Field) else "",
            max_length=checks.max_length_of(self.model, ".".join(names)),
            kind=kind,
        )


def labels_of(model, names):
    """(the labels from the field down to the innermost block, that field or block) of a path of names."""
    try:
        found = model._meta.get_field(names[0])
    except FieldDoesNotExist:
        return [names[0]], None
    if isinstance(found, models.ManyToOneRel):
        labels, kind = labels_of(found.related_model, names[1:]) if len(names) > 1 else ([], None)
        return [capfirst(str(found.related_model._meta.verbose_name)), *labels], kind
    labels, kind = [capfirst(str(found.verbose_name))], found
    if isinstance(found, StreamField):
        kind = found.stream_block
        for name in names[1:]:
            if isinstance(kind, blocks.ListBlock):
                kind = kind.child_block
                continue
            kind = getattr(kind, "child_blocks", {}).get(name)
            if kind is None:
                break
            labels.append(str(kind.label))
    return labels, kind


def content_of(translation):
    """The Content of a translation; the number of queries does not grow with it."""
    source = translation.source
    places = Places(source.specific_content_type.model_class())
    locale = translation.target_locale_id
    written = {
        (row.translation_of_id, row.context_id): row
        for row in StringTranslation.objects.filter(
            locale=locale, context__object_id=source.object_id, translation_of__segments__source=source
        )
        .select_related("last_translated_by", "translation_of", "context")
        .distinct()
    }
    texts = [
        Text(segment, places.of(segment.context), written.get((segment.string_id, segment.context_id)))
        for segment in source.stringsegment_set.select_related("context", "string")
    ]
    name_pages(texts)
    overrides = {
        row.context_id: row for row in SegmentOverride.objects.filter(locale=locale, context__object=source.object_id)
    }
    values = [
        Value(segment, places.of(segment.context), overrides.get(segment.context_id))
        for segment in source.overridablesegment_set.select_related("context")
    ]
    name_values(values)
    return Content(in_order(texts), in_order(values), related_of(translation, places))


def in_order(items):
    return sorted(items, key=lambda item: (item.place.order, item.segment.order))


def page_of(attributes):
    """The number of the page to which a link leads, or None."""
    return attributes.get("id") if attributes.get("linktype") == "page" else None


def name_pages(texts):
    """Tell the texts the titles of the pages to which they link: one query."""
    numbers = {page_of(values) for text in texts for values in text.attributes.values()} - {None}
    if numbers:
        titles = {str(pk): page.title for pk, page in Page.objects.in_bulk(numbers).items()}
        for text in texts:
            text.pages = titles


def name_values(values):
    """Say what is chosen in words: one query for each kind of thing."""
    by_model = {}
    for value in values:
        value.shown = str(value.segment.data)
        value.shown_own = str(value.override.data) if value.override else ""
        if not value.is_text and value.place.model:
            by_model.setdefault(value.place.model, []).append(value)
    for model, chosen in by_model.items():
        numbers = {value.segment.data for value in chosen} | {v.override.data for v in chosen if v.override}
        names = {str(pk): str(found) for pk, found in model._default_manager.in_bulk(numbers).items()}
        for value in chosen:
            value.shown = names.get(value.shown, value.shown)
            value.shown_own = names.get(value.shown_own, value.shown_own)


def related_of(translation, places):
    found, by_type = [], {}
    rows = list(
        translation.source.relatedobjectsegment_set.select_related("context", "object__content_type").order_by("order")
    )
    for row in rows:
        by_type.setdefault(row.object.content_type, set()).add(row.object_id)
    instances = {}
    for content_type, keys in by_type.items():
        for instance in content_type.get_all_objects_for_this_type(translation_key__in=keys):
            instances[instance.translation_key, instance.locale_id] = instance
    for row in rows:
        source = instances.get((row.object_id, translation.source.locale_id))
        if source:
            target = instances.get((row.object_id, translation.target_locale_id))
            found.append(Related(places.of(row.context), source, target))
    return found


def draft_of(translation):
    """The translated object with the texts as they are now, not saved; what is missing is the source's."""
    draft = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    for stream in draft._meta.get_fields():
        if isinstance(stream, StreamField):
            # wagtail-localize writes into the blocks, and leaves the stored form as it was, which templates may read.
            value = getattr(draft, stream.name)
            setattr(draft, stream.name, stream.stream_block.to_python(value.get_prep_value()))
    return draft


@transaction.atomic
def save(translation, segment, text, user, kept=False, *, version=None):
    """Write the translation of a segment by hand. An empty text takes the translation away.

    `text`: as translators write it (see `inline`); `kept`: the text is the same in both languages; `version`: the one
    that was loaded, None not to ask. Returns the StringTranslation or None. Raises ValidationError in words, or
    ConflictError; nothing is changed then. Rights are the caller's to ask.
    """
    ProhibitNullCharactersValidator()(text)
    data = segment.string.data if kept else inline.to_data(text.strip())
    require_whole(segment, data)
    # One at a time on a translation, or two who begin the same text would both be the first.
    type(translation).objects.select_for_update().get(pk=translation.pk)
    key = {"translation_of_id": segment.string_id, "context_id": segment.context_id}
    rows = StringTranslation.objects.filter(locale=translation.target_locale_id, **key)
    current = rows.select_related("last_translated_by", "translation_of", "context").first()
    is_same = data == (current.data if current else "")
    if version is not None and version != version_of(current) and not is_same:
        raise ConflictError(current)
    if not data:
        if current:
            current.delete()
            current = None
    else:
        current, _is_new = StringTranslation.objects.update_or_create(
            **key,
            locale_id=translation.target_locale_id,
            defaults={
                "data": data,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": KEPT if kept else "",
                "last_translated_by": user,
                "has_error": False,
                "field_error": "",
            },
        )
    jobs.note_edit(jobs.job_of(translation), user, segment.context_id)
    return current


def require_whole(segment, data):
    """Raise ValidationError if a text would break the page."""
    try:
        validate_translation_links(segment.string.data, data)
    except ValueError as error:
        raise ValidationError(_("The source has no such link: %(error)s") % {"error": error}) from error
    # wagtail-localize writes a title into the page's draft title at once.
    longest = Page._meta.get_field("draft_title").max_length
    if segment.context.path == "title" and len(data) > longest:
        raise ValidationError(_("A title has at most %(count)s characters.") % {"count": longest})


@transaction.atomic
def save_own(translation, segment, text, user):
    """Give a link or an address a value of its own in this language; an empty one takes it away.

    Raises ValidationError in words. Rights are the caller's to ask.
    """
    rows = SegmentOverride.objects.filter(locale=translation.target_locale_id, context_id=segment.context_id)
    ProhibitNullCharactersValidator()(text)
    text = text.strip()
    if not text:
        rows.delete()
    else:
        require_fitting(translation, segment, text)
        values = {"data_json": json.dumps(text), "last_translated_by": user, "has_error": False, "field_error": ""}
        override = rows.order_by("pk").first() or SegmentOverride(
            locale_id=translation.target_locale_id, context_id=segment.context_id
        )
        for name, value in values.items():
            setattr(override, name, value)
        override.save()
    jobs.note_edit(jobs.job_of(translation), user, segment.context_id)


def require_fitting(translation, segment, text):
    kind = Places(translation.source.specific_content_type.model_class()).of(segment.context).kind
    is_in_text = segment.context.path.endswith("'")  # a link of a rich text
    if isinstance(kind, blocks.EmailBlock | models.EmailField):
        EmailValidator()(text)
    elif isinstance(kind, blocks.URLBlock | models.URLField):
        URLValidator(schemes=["http", "https"])(text)
    elif isinstance(kind, TEXT_KINDS) and not is_in_text:
        kind.clean(text, None)
    elif not LINK.fullmatch(text):
        raise ValidationError(_("Enter an address that begins with https://, mailto:, tel: or /."))
