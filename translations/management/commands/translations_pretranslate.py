"""Fill what is missing in translations: from the memory, and by machine if asked to."""

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from translations.fill import fill
from translations.machine import Router

# After so many objects in a row for which the engine did nothing but fail, it is not asked any more.
MOST_FAILURES = 3


class Command(BaseCommand):
    help = (
        "Fill what is missing in the translations that are followed: from the memory, and with --machine by the engine "
        "of the settings. Nothing is published, nothing that somebody wrote is changed; it may run any number of times."
    )

    def add_arguments(self, parser):
        parser.add_argument("--locales", required=True, help="Into these languages, such as sv,en.")
        parser.add_argument("--root", type=int, help="The number of a page: only it and what is below it.")
        parser.add_argument("--machine", action="store_true", help="Ask the engine for what the memory does not have.")

    def handle(self, *, locales, root, machine, **options):
        codes = [code.strip() for code in locales.split(",") if code.strip()]
        found = {locale.language_code: locale for locale in Locale.objects.filter(language_code__in=codes)}
        if unknown := [code for code in codes if code not in found]:
            raise CommandError(f"There is no such language: {', '.join(unknown)}.")
        if machine and Router().engine is None:
            raise CommandError("No engine is set up (TRANSLATION_ENGINE).")
        rows = Translation.objects.filter(enabled=True, target_locale__in=found.values()).order_by("pk")
        if root is not None:
            page = Page.objects.filter(pk=root).first()
            if page is None:
                raise CommandError(f"There is no page {root}.")
            below = Page.objects.descendant_of(page, inclusive=True).values("translation_key")
            rows = rows.filter(source__object__in=below, source__locale=page.locale_id)
        self.fill_all(list(rows.values_list("pk", flat=True)), machine)

    def fill_all(self, ids, machine):
        failures, totals = 0, [0, 0]
        rows = Translation.objects.select_related("source__locale", "source__specific_content_type", "target_locale")
        for number, pk in enumerate(ids, start=1):
            translation = rows.filter(pk=pk).first()  # somebody may have deleted it meanwhile
            if translation is None:
                continue
            filled = fill(translation, None, machine=machine)
            totals = [totals[0] + filled.memory, totals[1] + filled.machine]
            name = f"{translation.source.object_repr} ({translation.target_locale.language_code})"
            self.stdout.write(
                f"{number}/{len(ids)} {name}: {filled.memory} from the memory, {filled.machine} by machine"
            )
            for problem in filled.problems:
                self.stderr.write(f"  {problem}")
            failures = failures + 1 if filled.problems and not filled.machine else 0
            if machine and failures == MOST_FAILURES:
                machine = False
                self.stderr.write("The engine keeps failing and is not asked any more. Run the command again later.")
        self.stdout.write(f"{totals[0]} texts from the memory, {totals[1]} by machine.")
