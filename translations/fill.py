"""Filling what is missing in a translation: from the memory, then by a machine if one is set up."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from translations import memory
from translations.checks import KEPT, max_lengths
from translations.machine import Router
from translations.markup import fault, plain

MANUAL, MACHINE = StringTranslation.TRANSLATION_TYPE_MANUAL, StringTranslation.TRANSLATION_TYPE_MACHINE
# Tool names of what was taken over from the memory (manual) and from the glossary (by machine: nobody read it there).
FROM_MEMORY, FROM_GLOSSARY = "memory", "glossary"


@dataclass
class Filled:
    """How many texts came from the memory and from a machine, and what went wrong, in the active language."""

    memory: int = 0
    machine: int = 0
    problems: list[str] = field(default_factory=list)


def fill(translation, user, machine=True):
    """Translate the segments that nobody has translated, as far as memory and machine can. Returns Filled.

    What is there stays, also what has an error. Call it outside of transactions if a machine may be asked: it takes
    its time. A few queries, whatever the number of segments.
    """
    source = translation.source
    missing = missing_segments(translation)
    filled = Filled()
    if not missing:
        return filled
    lengths = max_lengths(source.specific_content_type.model_class(), missing)
    known = memory.exact(
        [segment.string_id for segment in missing], source.locale_id, translation.target_locale_id, source.object_id
    )
    rows = []
    for segment in missing:
        earlier = known.get(segment.string_id)
        if earlier and fits(earlier.data, lengths.get(segment.pk)):
            tool = KEPT if earlier.tool_name == KEPT else FROM_MEMORY
            rows.append(new_row(translation, segment, earlier.data, user, MANUAL, tool))
    filled.memory = write(translation, rows)
    if machine:
        taken = {(row.translation_of_id, row.context.pk) for row in rows}
        ask_machine(
            translation,
            user,
            [segment for segment in missing if (segment.string_id, segment.context_id) not in taken],
            lengths,
            filled,
        )
    return filled


def ask_machine(translation, user, missing, lengths, filled):
    """Translate segments by the engine that is set up, if one is, and count what came of it."""
    router = Router()
    source_locale, target_locale = translation.source.locale, translation.target_locale
    if not missing or not router.can_translate(source_locale, target_locale):
        return
    answer = router.ask(source_locale, target_locale, [segment.string.as_value() for segment in missing])
    filled.problems += answer.problems
    rows, too_long = [], 0
    for segment in missing:
        string = segment.string.as_value()
        if string not in answer.texts:
            continue
        data = answer.texts[string].data
        if fits(data, lengths.get(segment.pk)):
            tool = FROM_GLOSSARY if string in answer.terms else router.display_name
            rows.append(new_row(translation, segment, data, user, MACHINE, tool))
        else:
            too_long += 1
    filled.machine = write(translation, rows)
    if too_long:
        text = ngettext(
            "The machine's translation of %(count)s text is too long for its field and was left out.",
            "The machine's translations of %(count)s texts are too long for their fields and were left out.",
            too_long,
        )
        filled.problems.append(text % {"count": too_long})


def missing_segments(translation):
    """The segments without a translation, one for each text and place."""
    done = set(
        StringTranslation.objects.filter(
            locale=translation.target_locale_id, context__object=translation.source.object_id
        ).values_list("translation_of_id", "context_id")
    )
    found = {}
    for segment in StringSegment.objects.filter(source=translation.source_id).select_related("string", "context"):
        place = (segment.string_id, segment.context_id)
        if place not in done:
            found.setdefault(place, segment)
    return list(found.values())


def fits(data, max_length):
    return max_length is None or len(plain(data)) <= max_length


def new_row(translation, segment, data, user, kind, tool_name):
    return StringTranslation(
        translation_of=segment.string,
        locale_id=translation.target_locale_id,
        context=segment.context,
        data=data,
        translation_type=kind,
        tool_name=tool_name,
        last_translated_by=user,
        has_error=fault(segment.string.data, data) is not None,
    )


@transaction.atomic
def write(translation, rows):
    """Save new rows in one go, with what saving one by one would do. Somebody quicker wins. Returns their number."""
    StringTranslation.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    for row in rows:
        if row.context.path == "title":
            stored = StringTranslation.objects.get(
                translation_of=row.translation_of, context=row.context, locale=row.locale_id
            )
            Page.objects.filter(translation_key=row.context.object_id, locale=row.locale_id).update(
                draft_title=plain(stored.data)
            )
    return len(rows)
