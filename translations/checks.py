"""What may be wrong with translated texts, told before somebody else reads them."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.models import StringSegment, StringTranslation

from home.words import is_proper_name
from translations import glossary, numbers
from translations.markup import fault, links, plain, tag_names, unclosed

PLACEHOLDER = re.compile(r"\{\{?\s*[\w.]+\s*\}?\}|%\(\w+\)[sd]|%[sd]\b")
# Addresses, e-mail addresses, and what holds no letter.
UNTRANSLATABLE = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:fi|se|com|org|net|eu|ax)\b\S*"
)
LETTERS = re.compile(r"[^\W\d_]+")
END = re.compile(r"([.!?:;…]+)[\"”’»)\]\s]*$")
# The tool name of what somebody said to be the same in both languages.
KEPT = "kept"
# Tags that look the same to a reader.
SAME_TAGS = {"strong": "b", "em": "i"}


@dataclass(frozen=True)
class Problem:
    """Something to look at. `is_serious`: readers would be misled, or the page could not be saved."""

    kind: str
    text: str
    is_serious: bool


def check(translation):
    """{segment id: [Problem]} of the translated segments of a translation that have any. Four queries."""
    source = translation.source
    rows = {
        (row.translation_of_id, row.context_id): row
        for row in StringTranslation.objects.filter(
            locale=translation.target_locale_id, context__object=source.object_id
        )
    }
    segments = [
        segment
        for segment in StringSegment.objects.filter(source=source).select_related("string", "context")
        if (segment.string_id, segment.context_id) in rows
    ]
    terms = glossary.terms_for(source.locale_id, translation.target_locale_id)
    lengths = max_lengths(source.specific_content_type.model_class(), segments)
    found = {}
    for segment in segments:
        row = rows[segment.string_id, segment.context_id]
        problems = check_segment(
            segment.string.data, row.data, translation, terms, lengths.get(segment.pk), row.tool_name
        )
        if row.has_error and row.field_error:
            problems.insert(0, Problem("broken", row.field_error, True))
        if problems:
            found[segment.pk] = problems
    return found


def check_segment(source_data, target_data, translation, terms, max_length=None, tool_name=""):
    """The problems of one translated text, the serious ones first.

    `terms`: of the two languages, from glossary.terms_for(). `max_length`: of the field, in letters.
    """
    source, target = plain(source_data), plain(target_data)
    if not target.strip():
        return [Problem("empty", _("The translation is empty."), True)]
    languages = translation.source.locale.language_code, translation.target_locale.language_code
    problems = [
        *markup_problems(source_data, target_data),
        *placeholder_problems(source, target),
        *number_problems(source, target, *languages),
        *length_problems(target, max_length),
        *sameness_problems(source, target, languages[0], tool_name),
        *term_problems(source, target, terms, languages[1]),
        *punctuation_problems(source, target),
    ]
    return sorted(problems, key=lambda problem: not problem.is_serious)


def markup_problems(source, target):
    lost = [(number, text) for number, text in links(source) if number not in dict(links(target))]
    for _number, text in lost:
        yield Problem("link_lost", _("The link “%(text)s” is missing.") % {"text": text}, True)
    ids = set(dict(links(source)))
    added = [text for number, text in links(target) if number not in ids]
    for text in added:
        yield Problem("link_added", _("The source has no such link: “%(text)s”.") % {"text": text}, True)
    if name := unclosed(target):
        yield Problem("broken", _("The mark ⟨%(name)s⟩ is not closed or not opened.") % {"name": name}, True)
    elif not added and (error := fault(source, target)):
        yield Problem("broken", error, True)
    names, target_names = (
        Counter(SAME_TAGS.get(name, name) for name in tag_names(data) if name != "a") for data in (source, target)
    )
    for name in names - target_names:
        yield Problem("tag_lost", _("The mark ⟨%(name)s⟩ is missing.") % {"name": name}, False)


def placeholder_problems(source, target):
    before, after = Counter(PLACEHOLDER.findall(source)), Counter(PLACEHOLDER.findall(target))
    for text in before - after:
        yield Problem("placeholder", _("“%(text)s”, which is filled in later, is missing.") % {"text": text}, True)
    for text in after - before:
        yield Problem("placeholder", _("The source has no “%(text)s” to be filled in.") % {"text": text}, True)


def number_problems(source, target, source_language, target_language):
    lost, added = numbers.differences(
        PLACEHOLDER.sub(" ", source), source_language, PLACEHOLDER.sub(" ", target), target_language
    )
    if lost:
        text = _("Numbers of the source are missing: %(numbers)s.")
        yield Problem("number", text % {"numbers": ", ".join(lost)}, True)
    if added:
        text = _("The source does not have the numbers: %(numbers)s.")
        yield Problem("number", text % {"numbers": ", ".join(added)}, True)


def length_problems(target, max_length):
    if max_length and len(target) > max_length:
        text = ngettext(
            "The text is %(count)s letter too long: there is room for %(max)s.",
            "The text is %(count)s letters too long: there is room for %(max)s.",
            len(target) - max_length,
        )
        yield Problem("too_long", text % {"count": len(target) - max_length, "max": max_length}, True)


def sameness_problems(source, target, language, tool_name):
    if tool_name != KEPT and source.strip() == target.strip() and not has_nothing_to_translate(source, language):
        yield Problem("same", _("The text is the same as in the source."), True)


def term_problems(source, target, terms, language):
    for term in dict.fromkeys(term for term, _start, _end in glossary.found(terms, source)):
        is_missing, forbidden = glossary.misused(term, target, language)
        values = {"term": term.source, "target": " / ".join(term.targets)}
        for word in dict.fromkeys(forbidden):
            text = _("“%(word)s” is not to be used for “%(term)s”, but: %(target)s.") % {**values, "word": word}
            yield Problem("term_forbidden", text, True)
        if is_missing and not forbidden:
            yield Problem("term_missing", _("The glossary has for “%(term)s”: %(target)s.") % values, False)


def punctuation_problems(source, target):
    if len(target) != len(target.strip()) and len(source) == len(source.strip()):
        yield Problem("space", _("There is a space at the beginning or the end."), False)
    before, after = (END.search(text.replace("...", "…")) for text in (source, target))
    before, after = before[1][-1] if before else "", after[1][-1] if after else ""
    if before and not after:
        yield Problem("punctuation", _("The source ends with “%(sign)s”.") % {"sign": before}, False)
    elif before != after:
        yield Problem("punctuation", _("The source does not end with “%(sign)s”.") % {"sign": after}, False)


def has_nothing_to_translate(text, language):
    """Whether a text holds numbers, addresses and names alone."""
    words = LETTERS.findall(UNTRANSLATABLE.sub(" ", PLACEHOLDER.sub(" ", text)))
    if all(is_proper_name(word, language) if word.istitle() else is_abbreviation(word) for word in words):
        return True
    # Headings of Finnish and Swedish have one capital letter; two words that have one are a name.
    return len(words) > 1 and language.split("-")[0] != "en" and all(word[0].isupper() for word in words)


def is_abbreviation(word):
    return word.isupper() and len(word) < 6


def max_lengths(model, segments):
    """{segment id: the most letters its field takes}, of the segments whose field says so."""
    lengths = {segment.pk: max_length_of(model, segment.context.field_path) for segment in segments}
    return {pk: length for pk, length in lengths.items() if length}


@lru_cache(maxsize=1024)
def max_length_of(model, field_path):
    """The most letters that the field or block of a path takes ("body.card.title"); None without a limit."""
    name, *rest = field_path.split(".")
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if isinstance(field, StreamField):
        return max_length_of_block(field.stream_block, rest)
    if rest and field.is_relation:
        return max_length_of(field.related_model, ".".join(rest))
    if isinstance(field, RichTextField):
        return None
    return getattr(field, "max_length", None)


def max_length_of_block(block, names):
    for name in names:
        if isinstance(block, blocks.ListBlock):
            block = block.child_block
        elif name in getattr(block, "child_blocks", ()):
            block = block.child_blocks[name]
        else:
            return None
    is_plain_text = isinstance(block, blocks.CharBlock | blocks.TextBlock)
    return block.field.max_length if is_plain_text else None
