"""The translators' memory: what people have translated before, whatever page and block it stood in.

It is wagtail-localize's own rows, also those of texts that have changed or whose page is deleted. What a machine wrote
and nobody read, and what does not hold, is no part of it.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Case, Exists, F, OuterRef, Q, Value, When, Window
from django.db.models.functions import Abs, Length, RowNumber
from rapidfuzz import fuzz, process
from wagtail_localize.models import String, StringSegment, StringTranslation, TranslationSource

from translations.markup import TAG, fitted, normal
from translations.sentences import sentences, spans

# From what likeness on an earlier text is of help, of 100.
LIKE = 70
# How alike two texts must be to be taken for versions of one: in a place that holds several texts (rich text), and in
# the same field of another block.
LIKE_IN_PLACE, LIKE_IN_FIELD = 50, 60
# What is made of sentences of one earlier text, and of several.
FROM_ONE_TEXT, FROM_SEVERAL = 98, 95
# How many texts are compared at most, and how many are searched for a sentence.
MOST_COMPARED, MOST_SEARCHED, MOST_LIKE = 2000, 200, 20
SHORTEST_SOUGHT, LONGEST_SOUGHT, MOST_SENTENCES = 8, 80, 30
# Parameters of one query.
BATCH = 900


@dataclass(frozen=True)
class Suggestion:
    """A translation that somebody wrote earlier. `target` may be taken as it is: its tags hold in the segment."""

    source: str
    target: str
    score: int  # likeness of the source texts; 100 is the very same text
    origin: str  # the page or object where it stood
    is_previous: bool = False  # whether it is of what stood in this very place before


@dataclass(frozen=True)
class Found:
    """A suggestion before its object has a name."""

    source: str
    target: str
    score: int
    row: StringTranslation
    is_previous: bool = False

    @property
    def object_id(self):
        return self.row.context.object_id if self.row.context else None


def known(source_locale, target_locale):
    """The rows of the memory from a language into another."""
    return StringTranslation.objects.filter(
        locale=target_locale,
        translation_of__locale=source_locale,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        has_error=False,
    )


def exact(strings, source_locale, target_locale, object_id=None):
    """{string id: StringTranslation} of the strings that have been translated before, the best translation of each.

    `strings`: String rows or their ids. Best is what stood in the same object (its translation key), then the newest.
    One query for 900 strings.
    """
    memory, found = known(source_locale, target_locale), {}
    ids = sorted({getattr(string, "pk", string) for string in strings})
    for start in range(0, len(ids), BATCH):
        rows = memory.filter(translation_of__in=ids[start : start + BATCH])
        found |= {row.translation_of_id: row for row in best_rows(rows, object_id, "translation_of")}
    return found


def best_rows(rows, object_id, *fields):
    """The best row of each that agree in these fields."""
    elsewhere = Case(When(context__object=object_id, then=0), default=1) if object_id else Value(1)
    order = [elsewhere, F("updated_at").desc(), F("pk").desc()]
    rank = Window(RowNumber(), partition_by=[F(field) for field in fields], order_by=order)
    return rows.select_related("translation_of", "context").annotate(rank=rank).filter(rank=1)


def suggestions(string, target_locale, object_id=None, context_id=None, limit=5):
    """What the memory has for a text, best first: the same text, what stood in its place, its sentences, alike ones.

    `string`: a String. `object_id` and `context_id`: where it stands. Never the translation of that place itself.
    """
    memory = known(string.locale_id, target_locale)
    if context_id:
        memory = memory.exclude(translation_of=string, context=context_id)
    found = found_of(memory, {string.pk: 100}, object_id, limit)
    if not found:
        # Two looks through all texts, which a text that is known already does not need.
        found = found_of(memory, alike(string, memory), object_id, limit) + from_sentences(string, memory, object_id)
    if context_id:
        found += earlier_in_place(string, memory, context_id)
    found.sort(key=lambda one: (one.score, one.is_previous, one.object_id == object_id), reverse=True)
    return named(shortened(found, string, limit), string)


def found_of(memory, scores, object_id, limit):
    """What the memory has for strings of which the likeness is known, different translations of each, newest first."""
    if not scores:
        return []
    rows = best_rows(memory.filter(translation_of__in=scores), object_id, "translation_of", "data")
    return [
        Found(row.translation_of.data, row.data, scores[row.translation_of_id], row)
        for row in rows.order_by("-updated_at", "-pk")[: 50 * limit]
    ]


def shortened(found, string, limit):
    """The best of what was found, each translation once, with tags that hold in the segment."""
    kept = {}
    for one in found:
        target = fitted(one.target, one.source, string.data)
        is_previous = one.is_previous or (target in kept and kept[target].is_previous)
        best = kept.get(target, one)
        kept[target] = Found(best.source, target, best.score, best.row, is_previous)
    chosen = list(kept.values())
    # What stood here before is shown however much it was changed.
    extra = [one for one in chosen[limit:] if one.is_previous]
    return [*chosen[: limit - len(extra)], *extra]


def named(found, string):
    """Suggestions that say where they come from."""
    names = dict(
        TranslationSource.objects.filter(
            object__in={one.object_id for one in found if one.object_id}, locale=string.locale_id
        ).values_list("object_id", "object_repr")
        if found
        else ()
    )
    return [
        Suggestion(one.source, one.target, one.score, names.get(one.object_id, ""), one.is_previous) for one in found
    ]


def alike(string, memory):
    """{string id: likeness} of the translated texts that are most like a text. The database leaves most of them out."""
    text = normal(string.data).lower()
    beginnings = longest_beginnings(text)
    if not beginnings:
        return {}
    length = len(string.data)
    # Texts of which one is more than so much longer are less alike than LIKE.
    most = (200 - LIKE) / LIKE
    candidates = (
        translated(memory)
        .filter(locale=string.locale_id)
        .exclude(pk=string.pk)
        .filter(either("data__contains", beginnings))
        .annotate(length=Length("data"))
        .filter(length__range=(int(length / most) - 20, int(length * most) + 20))
        .order_by(Abs(F("length") - length))
        .values_list("pk", "data")[:MOST_COMPARED]
    )
    texts = {pk: normal(data).lower() for pk, data in candidates}
    found = process.extract(text, texts, scorer=fuzz.ratio, score_cutoff=LIKE, limit=MOST_LIKE)
    return {pk: min(int(score), 99) for _text, score, pk in found}


def translated(memory):
    """The strings of which the memory has a translation."""
    return String.objects.filter(Exists(memory.filter(translation_of=OuterRef("pk"))))


def longest_beginnings(text):
    """The beginnings of the three longest words, without the first letter, which may be a capital elsewhere."""
    words = sorted(set(re.findall(r"[^\W\d_]+", text)), key=lambda word: (len(word), word))
    return [word[1:6] for word in words[-3:] if len(word) > 3]


def either(lookup, values):
    """Rows for which a lookup is true of at least one value."""
    found = Q()
    for value in values:
        found |= Q(**{lookup: value})
    return found


def likeness(one, other):
    """How alike two texts are, 0–100, tags and capitals apart."""
    return int(fuzz.ratio(normal(one).lower(), normal(other).lower()))


def earlier_in_place(string, memory, context_id):
    """The translation of the text that stood in a place before, at most one."""
    present = StringSegment.objects.filter(context=context_id, source__locale=string.locale_id).values("string")
    rows = list(
        memory.filter(context=context_id)
        .exclude(translation_of=string)
        .exclude(translation_of__in=present)
        .select_related("translation_of", "context")
        .order_by("-updated_at", "-pk")
    )
    scores = [likeness(string.data, row.translation_of.data) for row in rows]
    if not rows or (len(rows) > 1 and max(scores) < LIKE_IN_PLACE):
        return []
    number = scores.index(max(scores))
    row = rows[number]
    return [Found(row.translation_of.data, row.data, min(scores[number], 99), row, is_previous=True)]


def from_sentences(string, memory, object_id):
    """Translations made of whole sentences of earlier texts: of paragraphs that were split, joined or moved about.

    An earlier text gives its sentences if its translation has as many.
    """
    wanted = sentences(string.data)
    if not wanted or len(wanted) > MOST_SENTENCES:
        return []
    rows = sorted(
        texts_with_sentences(string, wanted, memory, object_id),
        key=lambda row: (row.context is not None and row.context.object_id == object_id, row.updated_at),
        reverse=True,
    )
    keys = [normal(sentence) for sentence in wanted]
    known_pairs, whole = {}, None
    for row in rows:
        sources, targets = sentences(row.translation_of.data), sentences(row.data)
        if not sources or not targets or len(sources) != len(targets):
            continue
        pairs = [(normal(source), source, target, row) for source, target in zip(sources, targets, strict=True)]
        for pair in pairs:
            known_pairs.setdefault(pair[0], pair)
        for start in range(len(pairs) - len(keys) + 1):
            if whole is None and [pair[0] for pair in pairs[start : start + len(keys)]] == keys:
                whole = pairs[start : start + len(keys)]
    if whole is None and not all(key in known_pairs for key in keys):
        return []
    chosen = whole or [known_pairs[key] for key in keys]
    parts = [
        fitted(target, source, sentence) for (_key, source, target, _row), sentence in zip(chosen, wanted, strict=True)
    ]
    source = chosen[0][3].translation_of.data if whole else string.data
    score = FROM_ONE_TEXT if whole else FROM_SEVERAL
    return [Found(string.data if "<" in source else source, put_together(string.data, parts), score, chosen[0][3])]


def texts_with_sentences(string, wanted, memory, object_id):
    """The best translations of the texts that hold one of the sentences, or are one."""
    # The longest run without tags, for tags differ.
    runs = [max(TAG.split(sentence)[::4], key=len).strip()[:LONGEST_SOUGHT] for sentence in wanted]
    sought = either("data__contains", {run for run in runs if len(run) >= SHORTEST_SOUGHT})
    hashes = [String._get_data_hash(sentence) for sentence in wanted]
    ids = (
        translated(memory)
        .filter(locale=string.locale_id)
        .exclude(pk=string.pk)
        .filter(sought | Q(data_hash__in=hashes))
        .order_by("-pk")
        .values_list("pk", flat=True)[:MOST_SEARCHED]
    )
    return best_rows(memory.filter(translation_of__in=list(ids)), object_id, "translation_of")


def put_together(data, parts):
    """The parts with what stands between the sentences of a text."""
    places = spans(data)
    between = [data[one[1] : other[0]] or " " for one, other in pairwise(places)]
    return "".join(part + gap for part, gap in zip(parts, [*between, ""], strict=True))


def previous(translation):
    """{segment id: (old source, old translation)} of the segments whose place had another text that was translated.

    Where several texts share a place, those most alike belong together, and each old one to one new one. A text that is
    not translated yet is also looked for in the same field of blocks that are gone. Two queries.
    """
    source = translation.source
    segments = list(StringSegment.objects.filter(source=source).select_related("string", "context").order_by("order"))
    rows = list(
        StringTranslation.objects.filter(
            context__object=source.object_id, locale=translation.target_locale_id, has_error=False
        )
        .filter(translation_of__locale=source.locale_id)
        .select_related("translation_of", "context")
        .order_by("-updated_at", "-pk")
    )
    done = {(row.translation_of_id, row.context_id) for row in rows}
    present = {segment.string_id for segment in segments}
    old = [row for row in rows if row.translation_of_id not in present]
    by_place = defaultdict(list)
    for segment in segments:
        by_place[segment.context_id].append(segment)
    old_by_place = defaultdict(list)
    for row in old:
        old_by_place[row.context_id].append(row)
    pairs = []
    for place, here in by_place.items():
        rows_here = old_by_place.get(place, ())
        if len(here) == 1 and rows_here:
            # A text by itself: its last version, however much was changed, if it is not translated anew already.
            text = here[0].string.data
            near = (row for row in rows_here if likeness(text, row.translation_of.data) >= LIKE_IN_PLACE)
            is_done = (here[0].string_id, place) in done
            if row := next(near, None if is_done else rows_here[0]):
                pairs.append((here[0], row))
        else:
            pairs += most_alike(here, rows_here, LIKE_IN_PLACE)
    paired = {segment.pk for segment, _row in pairs}
    fields = defaultdict(lambda: ([], []))
    for segment in segments:
        if segment.pk not in paired and (segment.string_id, segment.context_id) not in done:
            fields[segment.context.field_path][0].append(segment)
    for row in old:
        if row.context_id not in by_place:
            fields[row.context.field_path][1].append(row)
    for here, gone in fields.values():
        pairs += most_alike(here, gone, LIKE_IN_FIELD)
    return {segment.pk: (row.translation_of.data, row.data) for segment, row in pairs}


def most_alike(segments, rows, least):
    """Pairs of segments and old rows, the most alike first, each at most once. The newer row comes first."""
    scored = sorted(
        (
            (-likeness(segment.string.data, row.translation_of.data), number, segment.order, segment, row)
            for segment in segments
            for number, row in enumerate(rows)
        ),
        key=lambda pair: pair[:3],
    )
    used, pairs = set(), []
    for score, _number, _order, segment, row in scored:
        if -score >= least and segment.pk not in used and row not in used:
            used |= {segment.pk, row}
            pairs.append((segment, row))
    return pairs
