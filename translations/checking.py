"""What is wrong with the translations of a site as a whole, for operators. Each finding is (kind, text)."""

from collections import defaultdict

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist
from django.db.models import Count, Exists, OuterRef
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.views.edit_translation import FieldHasNoEditPanelError, TabHelper, get_segment_location_info

from translations import rights


def findings():
    """Everything that is found, kind by kind."""
    for check in (two_sources, hidden_segments, orphans, moved, aliases, live_but_incomplete):
        yield from check()


def enabled():
    return (
        Translation.objects.filter(enabled=True)
        .select_related("source__specific_content_type", "source__locale", "target_locale")
        .order_by("pk")
    )


def named(translation):
    return f"translation {translation.pk} ({translation.source.object_repr}, {translation.target_locale.language_code})"


def two_sources():
    doubles = (
        Translation.objects.values("source__object", "target_locale__language_code")
        .annotate(number=Count("pk"))
        .filter(number__gt=1)
        .order_by("source__object")
    )
    for row in doubles:
        yield (
            "two sources",
            f"{row['number']} for one target: {row['source__object']} {row['target_locale__language_code']}",
        )


def hidden_segments():
    """Texts that are to be translated in a field that the CMS does not show."""
    for source in TranslationSource.objects.filter(pk__in=enabled().values("source")).order_by("pk"):
        try:
            instance = source.get_source_instance()
        except ObjectDoesNotExist:
            continue
        tabs, hidden = TabHelper(instance), set()
        for segment in StringSegment.objects.filter(source=source).select_related("context"):
            try:
                path = segment.context.get_field_path(instance)
                get_segment_location_info(instance, tabs, segment.context.path, path)
            except (FieldHasNoEditPanelError, FieldDoesNotExist):
                hidden.add(segment.context.path)
        for path in sorted(hidden):
            yield "hidden text", f"source {source.pk} ({source.object_repr}): {path}"


def orphans():
    for translation in enabled():
        if rights.source_of(translation) is None:
            yield "no source", named(translation)
        elif rights.target_of(translation) is None:
            yield "no target", named(translation)


def moved():
    """Translations that stand below another page than their source."""
    for translation, source, target in page_pairs():
        parents = source.get_parent(), target.get_parent()
        if parents[0].translation_key != parents[1].translation_key:
            yield (
                "moved",
                f"{named(translation)}: page {source.pk} is below {parents[0].pk}, {target.pk} below {parents[1].pk}",
            )


def page_pairs():
    """(translation, source page, target page) of what is followed."""
    translations = [one for one in enabled() if issubclass(one.source.specific_content_type.model_class(), Page)]
    pages = defaultdict(dict)
    for page in Page.objects.filter(translation_key__in={one.source.object_id for one in translations}):
        pages[page.translation_key][page.locale_id] = page
    for one in translations:
        family = pages[one.source.object_id]
        source, target = family.get(one.source.locale_id), family.get(one.target_locale_id)
        if source and target:
            yield one, source, target


def aliases():
    """Aliases in the tree of another language, which show readers nothing of their own."""
    found = Page.objects.filter(alias_of__isnull=False).select_related("locale", "alias_of")
    for page in found.order_by("path"):
        if page.alias_of.locale_id != page.locale_id:
            yield "alias", f"page {page.pk} ({page.title}, {page.locale.language_code}) of {page.alias_of_id}"


def live_but_incomplete():
    """Translations that were published with gaps. Where the source has changed since, readers see the old whole one."""
    there = StringTranslation.objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), has_error=False
    )
    for translation, _source, target in page_pairs():
        if not target.live or not target.last_published_at:
            continue
        if target.last_published_at < translation.source.last_updated_at:
            continue
        missing = StringSegment.objects.filter(
            ~Exists(there.filter(locale=translation.target_locale_id)), source=translation.source_id
        ).count()
        if missing:
            yield "live but incomplete", f"{named(translation)}: {missing} texts"
