from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Locale, Page

from translations import bulk
from translations.submit import SubmitError, original_of, submit


class Command(BaseCommand):
    help = "Send a page and all below it for translation, page by page. What is sent already is left alone."

    def add_arguments(self, parser):
        parser.add_argument("--root", required=True, help="The page's number, or its path: /fi/hanke/")
        parser.add_argument("--locales", required=True, help="Codes of the languages, separated by commas: sv,en")
        parser.add_argument(
            "--only-missing", action="store_true", help="Leave pages alone that are there but not connected."
        )

    def handle(self, *, root, locales, only_missing, **options):
        codes = [code.strip() for code in locales.split(",") if code.strip()]
        languages = {locale.language_code: locale for locale in Locale.objects.filter(language_code__in=codes)}
        if unknown := [code for code in codes if code not in languages]:
            raise CommandError(f"No such language: {', '.join(unknown)}")
        pages = list(page_named(root).get_descendants(inclusive=True).filter(alias_of__isnull=True).order_by("path"))
        sent, failed = 0, 0
        for number, page in enumerate(pages, start=1):
            for code in codes:
                outcome = self.send(page, languages[code], only_missing)
                sent, failed = sent + (outcome == "sent"), failed + outcome.startswith("failed")
                if outcome:
                    self.stdout.write(f"{number}/{len(pages)} {page.pk} {code}: {outcome}")
        self.stdout.write(f"{sent} sent, {failed} failed.")
        if failed:
            raise CommandError("Some pages could not be sent.", returncode=1)

    def send(self, page, locale, only_missing):
        original = original_of(page)
        if page.locale_id == locale.pk or original is None or original.pk != page.pk or bulk.is_followed(page, locale):
            return ""
        there = Page.objects.filter(translation_key=page.translation_key, locale=locale, alias_of__isnull=True)
        if only_missing and there.exists():
            return ""
        try:
            submit(page, locale, None)
        except SubmitError as error:
            return f"failed: {error}"
        return "sent"


def page_named(root):
    """The page with this number or at this path, which begins with its language. Raises CommandError."""
    if root.isdecimal():
        page = Page.objects.filter(pk=root, depth__gte=2).first()
    else:
        code, *slugs = [part for part in root.split("/") if part] or [""]
        page = Page.objects.filter(depth=2, locale__language_code=code, alias_of__isnull=True).first()
        for slug in slugs:
            page = page and page.get_children().filter(slug=slug).first()
    if page is None:
        raise CommandError(f"No such page: {root}")
    return page
