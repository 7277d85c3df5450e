"""Write out everything that the site holds of one person (GDPR, article 15)."""

import json

from django.core.management.base import BaseCommand, CommandError

from trainings import privacy


def add_person(parser):
    """The arguments that say which person is meant."""
    parser.add_argument("address", nargs="?", default="", help="The person's e-mail address.")
    parser.add_argument(
        "--number",
        type=int,
        metavar="PK",
        help="Only this registration: for somebody without an address, or one of several who share it.",
    )


def held(address, number):
    """What the site holds of the person: (registrations, feedback). Raises CommandError when that is nothing."""
    registrations, feedback = privacy.held_of(address, number=number)
    if not registrations.exists() and not feedback.exists():
        raise CommandError("Nothing is known of this person.")
    return registrations, feedback


def people_in(registrations):
    """How many people of different names these registrations are of."""
    return len({item.name_folded for item in registrations})


class Command(BaseCommand):
    help = "Write everything that the site holds of one person to the standard output, as JSON."

    def add_arguments(self, parser):
        add_person(parser)

    def handle(self, *, address, number, **options):
        registrations, feedback = held(address, number)
        if (people := people_in(registrations)) > 1:
            self.stderr.write(f"{people} people share this address: --number writes out one registration alone.")
        data = privacy.export_person(registrations, feedback)
        self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))
