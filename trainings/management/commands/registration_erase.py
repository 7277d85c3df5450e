"""Erase everything that the site holds of one person (GDPR, article 17)."""

from django.core.management.base import BaseCommand, CommandError

from trainings import privacy

from .registration_export import add_person, held, people_in


class Command(BaseCommand):
    help = "Erase everything that the site holds of one person, who is not told. Numbers are left."

    def add_arguments(self, parser):
        add_person(parser)
        parser.add_argument("--yes", action="store_true", help="Do not ask.")

    def handle(self, *, address, number, yes, **options):
        registrations, feedback = held(address, number)
        numbers = f"{registrations.count()} registrations, {feedback.count()} messages of feedback"
        self.stdout.write(f"Found, of {people_in(registrations)} people: {numbers}.")
        if not yes and input("Erase them for good? Write yes: ").strip().lower() != "yes":
            raise CommandError("Nothing was erased.")
        privacy.erase_person(registrations, feedback)
        self.stdout.write(f"Erased: {numbers}.")
