"""Turns content data (see `home.content.text`) into pages, snippets and their translations.

Everything is written first in the source language. Translations are made by wagtail-localize's own models, segment by
segment, so that the translators' tools see them as translated by hand: complete and up to date.
"""

import datetime
import json
import uuid
from collections import defaultdict

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from wagtail.blocks import CharBlock, ChooserBlock, ListBlock, StreamBlock, StructBlock, TextBlock
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.content.text import Ref, in_language, languages_of

NAMESPACE = uuid.UUID("6f0f9f0c-9d6c-4d9b-8a4c-5a1d2b7f3e10")
# Content names that are not fields of the model but rows of it, or directions for the writer.
ROWS = ("topics", "municipalities", "writers")
DIRECTIONS = ("key", "type", "slug", *ROWS)


def block_id(*path):
    """The same id for the same place in the content, in every language."""
    return str(uuid.uuid5(NAMESPACE, "/".join(str(part) for part in path)))


class Writer:
    """Writes content in the source language and translates it. `made` finds what was written, by kind and key."""

    def __init__(self, languages, report=lambda text: None):
        self.locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in languages}
        self.source_language = settings.LANGUAGE_CODE
        self.targets = [code for code in languages if code != self.source_language]
        self.report = report
        self.made = {}

    def find(self, ref):
        """The object of a reference. Raises KeyError if the content names what was not made."""
        return self.made[ref.kind, ref.key]

    # Values

    def raw_stream(self, stream_block, items, path):
        """The stored form of a stream, from (block key, value) pairs."""
        return [
            {
                "type": key,
                "id": block_id(*path, number),
                "value": self.raw_value(stream_block.child_blocks[key], value, (*path, number)),
            }
            for number, (key, value) in enumerate(items)
        ]

    def raw_value(self, block, value, path):
        if isinstance(block, StreamBlock):
            return self.raw_stream(block, value, path)
        if isinstance(block, ListBlock):
            return [
                {
                    "type": "item",
                    "id": block_id(*path, number),
                    "value": self.raw_value(block.child_block, item, (*path, number)),
                }
                for number, item in enumerate(value)
            ]
        if isinstance(block, StructBlock):
            # A text that the content leaves out is stored empty: wagtail-localize cannot read a missing one.
            texts = [n for n, child in block.child_blocks.items() if isinstance(child, CharBlock | TextBlock)]
            value = {**dict.fromkeys(texts, ""), **value}
            return {name: self.raw_value(block.child_blocks[name], item, (*path, name)) for name, item in value.items()}
        if isinstance(block, ChooserBlock) and isinstance(value, Ref):
            return self.find(value).pk
        if isinstance(value, datetime.date | datetime.time):
            return value.isoformat()
        return value

    def set_fields(self, instance, data, language):
        """Set the fields that `data` names, in one language."""
        for name, value in in_language(data, language).items():
            if name in DIRECTIONS:
                continue
            field = instance._meta.get_field(name)
            if isinstance(field, StreamField):
                raw = self.raw_stream(field.stream_block, value, (data["key"], name))
                setattr(instance, name, json.dumps(raw))
            elif isinstance(value, Ref):
                setattr(instance, name, self.find(value))
            else:
                setattr(instance, name, value)

    def set_rows(self, page, data):
        """Choose the topics, municipalities and writers that `data` names."""
        for name, related, field, kind in (
            ("topics", "topic_rows", "topic", "topic"),
            ("municipalities", "municipality_rows", "municipality", "page"),
        ):
            if name in data:
                row = page._meta.get_field(related).related_model
                rows = [row(**{field: self.find(Ref(kind, key))}, sort_order=n) for n, key in enumerate(data[name])]
                setattr(page, related, rows)
        if "writers" in data:
            row = page._meta.get_field("writer_rows").related_model
            page.writer_rows = [row(contact=self.find(ref), sort_order=n) for n, ref in enumerate(data["writers"])]

    # Objects

    def snippet(self, model, kind, data, /, **lookup):
        """Write a snippet and its translations, unless `lookup` finds it. Returns it in the source language."""
        locale = self.locales[self.source_language]
        instance = model.objects.filter(locale=locale, **lookup).first()
        if instance is None:
            instance = model(locale=locale)
            if "slug" in data:
                instance.slug = in_language(data["slug"], self.source_language)
            self.set_fields(instance, data, self.source_language)
            instance.full_clean()
            instance.save()
            self.translate(instance, data)
        self.made[kind, data["key"]] = instance
        return instance

    def page(self, data, parent):
        """Write a draft of a page with its plain fields, unless its address is taken.

        Streams and rows, which may refer to pages written later, come with `finish`. Returns (page, whether it is new).
        """
        slug = in_language(data["slug"], self.source_language)
        page = parent.get_children().filter(slug=slug).first()
        if page is not None:
            self.made["page", data["key"]] = page.specific
            return page.specific, False
        model = apps.get_model(data["type"])
        page = model(locale=self.locales[self.source_language], slug=slug, live=False)
        plain = {name: data[name] for name in data if not self.waits(model, name, data[name])}
        self.set_fields(page, plain, self.source_language)
        parent.add_child(instance=page)
        self.made["page", data["key"]] = page
        return page, True

    @staticmethod
    def waits(model, name, value):
        return name not in DIRECTIONS and (
            isinstance(value, Ref) or isinstance(model._meta.get_field(name), StreamField)
        )

    @transaction.atomic
    def finish(self, page, data, languages=None):
        """Complete, publish and translate a page that `page` has begun; `languages` narrows the translations.

        All of it or nothing: what breaks here is done anew by the next run.
        """
        self.set_fields(page, data, self.source_language)
        self.set_rows(page, data)
        page.save_revision().publish()
        self.translate(page, data, languages)
        self.report(page.title)
        return page

    def translate(self, instance, data, languages=None):
        """Translate an object into each target language for which the content has words."""
        model = type(instance)
        known = languages_of(data) or set(self.targets)
        # A fresh copy: the one in memory has values that only publishing gives.
        source, _created = TranslationSource.update_or_create_from_instance(model.objects.get(pk=instance.pk))
        for language in self.targets if languages is None else languages:
            if language in known:
                with transaction.atomic():
                    self.translate_into(source, instance, data, language)

    def translate_into(self, source, instance, data, language):
        locale = self.locales[language]
        Translation.objects.get_or_create(source=source, target_locale=locale)
        words = self.words(instance, data, language)
        for segment in source.stringsegment_set.select_related("string", "context").order_by("order"):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=locale,
                defaults={
                    "data": words[segment.context.path].pop(0),
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                    "has_error": False,
                },
            )
        self.override_links(source, instance, data, locale)
        if not isinstance(instance, Page):
            translated, _created = source.create_or_update_translation(locale)
            if "slug" in data:
                translated.slug = in_language(data["slug"], language)
                translated.save()
            return
        translated, _created = source.create_or_update_translation(locale, publish=False)
        translated.slug = in_language(data["slug"], language)
        translated.save()
        # Wagtail has made a redirect from the slug of the copy, which was never public.
        Redirect.objects.filter(redirect_page_id=translated.pk, automatically_created=True).delete()
        translated.save_revision().publish()

    def override_links(self, source, instance, data, locale):
        """Lead the translation's links to its own addresses where the content gives others than the source's."""
        here, there = (
            [
                (segment.path, segment.data)
                for segment in extract_segments(self.twin(instance, data, language))
                if isinstance(segment, OverridableSegmentValue) and str(segment.data).startswith("https://")
            ]
            for language in (self.source_language, locale.language_code)
        )
        for (path, address), (_path, own_address) in zip(here, there, strict=True):
            if address != own_address:
                SegmentOverride.objects.update_or_create(
                    locale=locale,
                    context=TranslationContext.objects.get(object_id=source.object_id, path=path),
                    defaults={"data_json": json.dumps(own_address)},
                )

    def words(self, instance, data, language):
        """{path of a segment: its strings in order} of the content in `language`, for pairing with the source's."""
        words = defaultdict(list)
        for segment in extract_segments(self.twin(instance, data, language)):
            if isinstance(segment, StringSegmentValue):
                words[segment.path].append(segment.string.data)
        return words

    def twin(self, instance, data, language):
        """The object as it would be if it were written in `language`; never saved."""
        twin = type(instance)(locale=self.locales[language])
        for field in instance._meta.concrete_fields:
            if isinstance(field, models.ForeignKey):
                setattr(twin, field.attname, getattr(instance, field.attname))
        self.set_fields(twin, data, language)
        return twin
