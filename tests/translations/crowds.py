"""Thousands of pages and their translations in all states, put into the database at once."""

import uuid
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationSource,
)

from home.models import StandardPage
from tests.factories import add, home_of, titled
from translations.models import Job

TEXTS = 7
BATCH = 500


def make_crowd(number, languages=("sv", "en")):
    """So many Finnish pages in a section, with texts; of six in each language five are translated, more or less.

    Returns the section. The rows are those of wagtail-localize; the pages have no rows of their type.
    """
    now = timezone.now() - timedelta(days=10)
    sections = {code: add(home_of(code), StandardPage(**titled({}, "Osio"))) for code in ("fi", *languages)}
    for code in languages:
        Page.objects.filter(pk=sections[code].pk).update(translation_key=sections["fi"].translation_key)
    locales = {code: Locale.objects.get(language_code=code) for code in sections}
    keys = [uuid.uuid4() for _ in range(number)]
    kinds = {code: [(n + shift) % 6 for n in range(number)] for shift, code in enumerate(languages)}

    put(Page, (page_of(sections["fi"], n, key, locales["fi"], now) for n, key in enumerate(keys)))
    for code in languages:
        put(
            Page,
            (
                page_of(sections[code], n, key, locales[code], now + timedelta(hours=1), is_live=kind != 4)
                for n, (key, kind) in enumerate(zip(keys, kinds[code], strict=True))
                if kind
            ),
        )
    page_type = ContentType.objects.get_for_model(Page)
    specific_type = ContentType.objects.get_for_model(StandardPage)
    put(TranslatableObject, (TranslatableObject(translation_key=key, content_type=page_type) for key in keys))
    sources = put(
        TranslationSource,
        (
            TranslationSource(
                object_id=key,
                specific_content_type=specific_type,
                locale=locales["fi"],
                object_repr=f"Sivu {n}",
                content_json="{}",
                last_updated_at=now + timedelta(days=3 if n % 7 == 0 else 0),
            )
            for n, key in enumerate(keys)
        ),
    )
    contexts = put(
        TranslationContext,
        (
            TranslationContext(object_id=key, path=f"body.{text}", path_id=uuid.uuid4())
            for key in keys
            for text in range(TEXTS)
        ),
    )
    strings = put(
        String,
        (
            String(locale=locales["fi"], data_hash=uuid.uuid4(), data=f"Tämä on sivun {n} teksti numero {text}.")
            for n in range(number)
            for text in range(TEXTS)
        ),
    )
    put(
        StringSegment,
        (
            StringSegment(source=sources[n // TEXTS], context=context, order=n % TEXTS, string=string, attrs="{}")
            for n, (context, string) in enumerate(zip(contexts, strings, strict=True))
        ),
    )
    for code in languages:
        translations = put(
            Translation,
            (
                Translation(source=source, target_locale=locales[code])
                for source, kind in zip(sources, kinds[code], strict=True)
                if kind
            ),
        )
        put(
            Job,
            (Job(translation=one, due_on=now.date() + timedelta(days=n % 30)) for n, one in enumerate(translations)),
        )
        put(
            StringTranslation,
            (
                StringTranslation(
                    translation_of=strings[n],
                    context=contexts[n],
                    locale=locales[code],
                    data="text",
                    translation_type="machine" if kinds[code][n // TEXTS] == 3 else "manual",
                )
                for n in range(number * TEXTS)
                # Of the first kind nothing, of the second half is translated.
                if kinds[code][n // TEXTS] > 1 or (kinds[code][n // TEXTS] == 1 and n % 2)
            ),
        )
        StringTranslation.objects.filter(locale=locales[code], data="text").update(updated_at=now)
    return sections["fi"]


def put(model, rows):
    return model.objects.bulk_create(rows, batch_size=BATCH)


def page_of(section, number, key, locale, moment, *, is_live=True):
    base = section.path
    return Page(
        path=base + Page._int2str(number + 1).rjust(Page.steplen, "0"),
        depth=section.depth + 1,
        title=f"Sivu {number}",
        draft_title=f"Sivu {number}",
        slug=f"sivu-{number}",
        url_path=f"{section.url_path}sivu-{number}/",
        content_type=ContentType.objects.get_for_model(StandardPage),
        translation_key=key,
        locale=locale,
        live=is_live,
        first_published_at=moment,
        last_published_at=moment,
        latest_revision_created_at=moment,
    )
