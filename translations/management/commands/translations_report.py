"""How far the translations are, for each kind of content and language: `manage.py translations_report [--csv PATH]`."""

import csv
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.text import capfirst
from django.utils.translation import gettext, override
from wagtail.models import Locale

from translations.scope import translated_models
from translations.status import State, source_rows, statuses


class Command(BaseCommand):
    help = "Count the states and the words left of all translations, as CSV."

    def add_arguments(self, parser):
        parser.add_argument("--csv", metavar="PATH", help="write into this file instead of the standard output")

    def handle(self, *args, **options):
        with override(settings.LANGUAGE_CODE):
            lines = [headings(), *report()]
        if options["csv"] is None:
            csv.writer(self.stdout, lineterminator="\n").writerows(lines)
            return
        try:
            # The mark by which spreadsheets know UTF-8.
            with Path(options["csv"]).open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows(lines)
        except OSError as error:
            raise CommandError(f"Cannot write {options['csv']}: {error.strerror}") from error


def headings():
    return [
        gettext("Kind of content"),
        gettext("Language"),
        *(str(state.label) for state in State),
        gettext("Texts left"),
        gettext("Words left"),
    ]


def report():
    """A line for each model and language: the number of sources in each state, texts and words left."""
    locales = list(Locale.objects.all())
    for model in translated_models():
        found = statuses(model, source_rows(model), locales, words=True)
        for locale in locales:
            of_language = [status for (_key, locale_id), status in found.items() if locale_id == locale.pk]
            if not of_language:
                continue
            counts = Counter(status.state for status in of_language)
            begun = [status for status in of_language if status.translation_id]
            yield [
                capfirst(str(model._meta.verbose_name_plural)),
                str(locale),
                *(counts[state] for state in State),
                sum(status.total - status.done for status in begun),
                sum(status.words_left for status in begun),
            ]
