from django.core.management.base import BaseCommand, CommandError

from translations import sync


class Command(BaseCommand):
    help = "Bring translations up to date with sources that have changed since, page by page."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Also where nothing seems to have changed.")

    def handle(self, **options):
        sources = list(sync.followed_sources() if options["all"] else sync.stale_sources())
        failed = 0
        for number, source in enumerate(sources, start=1):
            try:
                outcome = f"{sync.sync(source)} texts to translate"
            except Exception as error:  # whatever it is, the other pages go on
                failed += 1
                outcome = f"failed: {type(error).__name__}"
            self.stdout.write(f"{number}/{len(sources)} source {source.pk}: {outcome}")
        self.stdout.write(f"{len(sources) - failed} brought up to date, {failed} failed.")
        if failed:
            raise CommandError("Some translations could not be brought up to date.", returncode=1)
