"""Make people anonymous whose data have been kept their time; the worker does it every hour."""

from django.core.management.base import BaseCommand

from trainings import privacy


class Command(BaseCommand):
    help = "Erase the people of trainings, and before that their needs, when they have been kept their time."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Only tell what would be erased.")

    def handle(self, *, dry_run, **options):
        erased = privacy.due_numbers() if dry_run else privacy.anonymise_due()
        for item in erased:
            self.stdout.write(
                f"Training {item.training_id}: {item.people} people, needs of {item.needs}, {item.messages} messages"
            )
        end = "would be erased; nothing was changed." if dry_run else "erased."
        self.stdout.write(f"Of {len(erased)} trainings {end}")
