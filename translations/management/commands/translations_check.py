from django.core.management.base import BaseCommand, CommandError
from wagtail_localize.models import Translation

from translations import checking, rights
from translations.guards import keep_one


class Command(BaseCommand):
    help = "Look for translations that are wrong as a whole. Ends with 1 if it finds any."

    def add_arguments(self, parser):
        parser.add_argument(
            "--fix", action="store_true", help="Mend what is obvious: two sources of one target, lost targets."
        )

    def handle(self, *, fix, **options):
        if fix:
            self.fix()
        number = 0
        for kind, text in checking.findings():
            number += 1
            self.stdout.write(f"{kind}: {text}")
        if number:
            raise CommandError(f"{number} findings.", returncode=1)
        self.stdout.write("Nothing is wrong.")

    def fix(self):
        families = Translation.objects.order_by().values_list("source__object", "target_locale").distinct()
        for key, locale in list(families):
            translations = list(
                Translation.objects.filter(source__object=key, target_locale=locale)
                .select_related("source__specific_content_type", "source__locale")
                .order_by("pk")
            )
            target = rights.target_of(translations[0])
            if len(translations) > 1 and target is not None:
                kept = keep_one(translations, target)
                self.stdout.write(f"mended: translation {kept.pk} has one source")
        for translation in checking.enabled():
            if rights.source_of(translation) is None or rights.target_of(translation) is None:
                Translation.objects.filter(pk=translation.pk).update(enabled=False)
                self.stdout.write(f"mended: translation {translation.pk} is not followed any more")
