"""Fill a site with the demo: all that the project has told of itself, in three languages."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.content import pictures
from home.content import site as site_content
from home.content.demo import people
from home.content.demo.glossary import GLOSSARY
from home.content.demo.municipalities import MUNICIPALITIES
from home.content.demo.posts import POSTS
from home.content.demo.registrations import REGISTRATIONS
from home.content.demo.tip_lists import TIP_LISTS
from home.content.demo.trainings import COMING_TRAININGS, PAST_TRAININGS
from home.content.text import in_language
from home.content.writer import Writer, block_id
from home.models import Contact, OutboxMessage, StandardPage, Topic
from trainings import registration
from trainings.models import Training
from trainings.privacy import MAILS_TO_PEOPLE
from translations import jobs, mail
from translations.models import GlossaryTerm, Job

from .setup_site import make_site, set_up

PASSWORD = "osallisuus"  # noqa: S105  (only where settings.DEMO_USERS is on)
UNTRANSLATED = {"post-associations-wellbeing": ["en"], "experience": ["sv"]}
OUTDATED = "post-people-first"
# What is half translated: the key of a page, the language, and how many of its texts are done.
HALF_TRANSLATED = ("experience", "sv", 9)


class Command(BaseCommand):
    help = "Fill the site with demo content in three languages. Refuses a site that has other content."

    def add_arguments(self, parser):
        parser.add_argument("--base-url", default=settings.WAGTAILADMIN_BASE_URL)

    def handle(self, *, base_url, verbosity, **options):
        languages = [code for code, _name in settings.LANGUAGES]
        if set(languages) != {"fi", "sv", "en"}:
            raise CommandError("The demo is written in Finnish, Swedish and English: set LANGUAGES to these three.")
        if other := other_pages():
            raise CommandError(
                "This site has content of its own; the demo is for an empty site. For example: "
                + ", ".join(f"“{title}”" for title in other[:3])
            )
        with override(settings.LANGUAGE_CODE):
            report = self.stdout.write if verbosity > 0 else lambda text: None
            writer = Writer(languages, report)
            if is_complete():
                make_site(Site.objects.get(is_default_site=True).root_page, base_url)
            else:
                # One rebuilding at the end instead of a task for each of the thousand rows written.
                with disable_reference_index_auto_update():
                    set_up(writer, base_url)
                    Demo(writer).write()
                call_command("rebuild_references_index", verbosity=0)
            write_glossary()
            if getattr(settings, "DEMO_USERS", False):
                make_users()
                order_translations()
                report(f"Log-ins: {', '.join(DEMO_USERS)}; the password of each is {PASSWORD}")
        self.stdout.write(self.style.SUCCESS("The demo is loaded."))


def is_complete():
    """Whether an earlier run came to its last step."""
    slug = next(data["slug"] for data in POSTS if data["key"] == OUTDATED)[settings.LANGUAGE_CODE]
    page = Page.objects.filter(slug=slug).first()
    return page is not None and page.revisions.count() > 1


def demo_sections():
    """(key of the parent page, type of the pages, their data) of each section, in order of writing."""
    today = timezone.localdate()
    return [
        ("municipalities", "home.MunicipalityPage", MUNICIPALITIES),
        ("tip-lists", "tiplists.TipListPage", TIP_LISTS),
        ("trainings", "trainings.TrainingPage", [*PAST_TRAININGS, *(dated(data, today) for data in COMING_TRAININGS)]),
        ("blog", "blog.BlogPage", POSTS),
    ]


def dated(data, today):
    """A coming training with real dates instead of days ahead."""
    data = dict(data)
    first = next_tuesday(today + timedelta(days=data.pop("days_ahead")))
    data["starts_on"] = first
    days = data.pop("days")
    if days > 1:
        data["ends_on"] = first + timedelta(days=days - 1)
    for name, key in (("registration_opens", "opens_days_ahead"), ("registration_closes", "closes_days_ahead")):
        if key in data:
            data[name] = timezone.make_aware(
                timezone.datetime.combine(today + timedelta(days=data.pop(key)), timezone.datetime.min.time())
            ).replace(hour=16)
    data["programme"] = [(kind, session_on(first, value)) for kind, value in data["programme"]]
    return data


def next_tuesday(day):
    """This day or the first Tuesday after it: trainings are held on working days."""
    return day + timedelta(days=(1 - day.weekday()) % 7)


def session_on(first, value):
    value = dict(value)
    day = value.pop("day", None)
    if day:
        value["date"] = first + timedelta(days=day - 1)
    return value


def other_pages():
    """Titles of pages that neither set-up nor the demo makes."""
    known = {"fi", "sv", "en", "root", "home"}
    pages = [*site_content.INDEXES, *site_content.PAGES, site_content.FEEDBACK]
    pages += [data for _parent, _type, section in demo_sections() for data in section]
    for data in pages:
        known.update(data["slug"].values())
    return list(Page.objects.exclude(slug__in=known).values_list("title", flat=True))


class Demo:
    """Writes the demo's people, pages and pictures; what a broken run left behind is completed."""

    def __init__(self, writer):
        self.writer = writer

    def write(self):
        for data in people.TOPICS:
            slug = in_language(data["slug"], self.writer.source_language)
            self.writer.snippet(Topic, "topic", data, slug=slug)
        for data in people.CONTACTS:
            self.writer.snippet(Contact, "contact", data, email=data["email"])
        for name, image in pictures.make().items():
            self.writer.made["image", name] = image
        begun = []
        for parent, page_type, section in demo_sections():
            parent_page = self.writer.made["page", parent]
            for data in section:
                page, _is_new = self.writer.page(
                    {"type": page_type, **data}, Page.objects.get(pk=parent_page.pk).specific
                )
                begun.append((page, data))
        for page, data in begun:
            if page.first_published_at is None:
                left_out = UNTRANSLATED.get(data["key"], [])
                languages = [code for code in self.writer.targets if code not in left_out]
                self.writer.finish(page, data, languages)
        self.complete_project_pages()
        for key, people_of_training in REGISTRATIONS.items():
            self.sign_up(key, people_of_training)
        self.translate_half(*HALF_TRANSLATED)
        self.make_outdated()

    def complete_project_pages(self):
        """Put people on the contact page and the motif on the project page, once."""
        self.add_to_body("contact", people.CONTACT_PAGE_BODY, replace=True)
        self.add_to_body("project", pictures.PROJECT_PAGE_BODY, replace=False)

    def add_to_body(self, role, stream, *, replace):
        page = StandardPage.objects.get(role=role, locale=self.writer.locales[self.writer.source_language])
        if page.revisions.count() > 1:
            return
        original = next(data for data in site_content.PAGES if data["key"] == role)
        body = list(stream) if replace else [*original["body"], *stream]
        self.writer.finish(page, {**original, "body": body})

    @transaction.atomic
    def sign_up(self, key, people_of_training):
        """Sign these people up for a coming training in which nobody has ever been. They are sent no mail."""
        training = Training.objects.get(key=self.writer.made["page", key].translation_key)
        if training.last_number or not training.takes_registrations:
            return
        for data in people_of_training:
            self.sign_one_up(training, key, dict(data))
        OutboxMessage.objects.filter(kind__in=MAILS_TO_PEOPLE, about__in=training.registrations.values("pk")).update(
            state=OutboxMessage.State.SENT, sent_at=timezone.now()
        )

    def sign_one_up(self, training, key, person):
        enter = registration.add if person.pop("is_added_by_staff", False) else registration.register
        is_cancelled = person.pop("is_cancelled", False)
        answers, needs = person.pop("answers", {}), person.pop("needs", "")
        if "municipality" in person:
            person["municipality"] = self.writer.made["page", person["municipality"]]
        questions = {str(question.block_id): question for question in training.questions.all()}
        outcome = enter(
            training.pk,
            person,
            answers={
                questions[block_id(key, "questions", number)]: block_id(key, "questions", number, "options", answer)
                if isinstance(answer, int)
                else answer
                for number, answer in answers.items()
            },
            needs=needs,
        )
        if is_cancelled:
            registration.cancel(outcome.registration)

    @transaction.atomic
    def translate_half(self, key, language, number):
        """Begin the translation of a page: a draft in which so many texts are translated."""
        if language not in self.writer.targets:
            return
        page, locale = self.writer.made["page", key], self.writer.locales[language]
        data = next(data for _parent, _type, section in demo_sections() for data in section if data["key"] == key)
        source, _is_new = TranslationSource.get_or_create_from_instance(page)
        translation, is_new = Translation.objects.get_or_create(source=source, target_locale=locale)
        if not is_new:
            return
        words = self.writer.words(page, data, language)
        segments = translation.source.stringsegment_set.select_related("string", "context").order_by("order")
        for segment in segments[:number]:
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=locale,
                data=words[segment.context.path].pop(0),
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
        draft, _is_new = translation.source.create_or_update_translation(locale, publish=False, fallback=True)
        draft.slug = in_language(data["slug"], language)
        draft.save()
        Redirect.objects.filter(redirect_page_id=draft.pk, automatically_created=True).delete()
        draft.save_revision()

    def make_outdated(self):
        """Change one source after its translation, so that there is something for the translators' tools to show."""
        page = self.writer.made["page", OUTDATED].specific_class.objects.get(pk=self.writer.made["page", OUTDATED].pk)
        if page.revisions.count() > 1:
            return
        page.summary = f"{page.summary} {gettext('The text was updated later.')}"
        page.save_revision().publish()


# User name: (group by its English name, language of the CMS)
DEMO_USERS = {
    "admin": (None, "fi"),
    "editor": ("Editors", "fi"),
    "translator-sv": ("Translators: %(language)s", "sv"),
    "organiser": ("Training organisers", "fi"),
}


@transaction.atomic
def make_users():
    """Log-ins for trying the CMS out; one superuser, one of each role."""
    model = get_user_model()
    for name, (group_name, language) in DEMO_USERS.items():
        if model.objects.filter(username=name).exists():
            continue
        user = model.objects.create_user(
            name, f"{name}@example.org", PASSWORD, is_superuser=group_name is None, is_staff=group_name is None
        )
        if group_name:
            user.groups.add(Group.objects.get(name=gettext(group_name) % {"language": "Svenska"}))
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()


@transaction.atomic
def write_glossary():
    """The terms of the project, unless there are terms already."""
    if GlossaryTerm.objects.exists():
        return
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    for data in GLOSSARY:
        for language in ("sv", "en"):
            GlossaryTerm.objects.create(
                source_locale=locales["fi"],
                target_locale=locales[language],
                source=data["fi"],
                target=data[language],
                forbidden=data.get(f"not_{language}", ""),
                note=data.get("note", ""),
                is_case_sensitive=data.get("is_name", False),
            )


# Translations into Swedish that somebody has ordered: the key of the page, the days until it is due, how urgent, the
# note, and whether it waits for the reviewer.
ORDERED = [
    (OUTDATED, 5, Job.Priority.HIGH, "Vain tiivistelmä muuttui.", False),
    (HALF_TRANSLATED[0], 12, Job.Priority.NORMAL, "Lista jaetaan Raahen yhdistyksille.", False),
    ("encounter", 8, Job.Priority.NORMAL, "", True),
]


@transaction.atomic
def order_translations():
    """Give the translator of the demo something to do, and the editor something to review. They are sent no mail."""
    people = get_user_model().objects.in_bulk(DEMO_USERS, field_name="username")
    source_language = settings.LANGUAGE_CODE
    slugs = {
        data["key"]: in_language(data["slug"], source_language)
        for _parent, _type, section in demo_sections()
        for data in section
    }
    for key, days, priority, note, is_in_review in ORDERED:
        pages = Page.objects.filter(slug=slugs[key], locale__language_code=source_language)
        translation = Translation.objects.filter(
            source__object_id__in=pages.values("translation_key"), target_locale__language_code="sv"
        ).first()
        if translation is None or Job.objects.filter(translation=translation, assignee__isnull=False).exists():
            continue
        values = {"due_on": timezone.localdate() + timedelta(days=days), "priority": priority, "note": note}
        people_of_job = {"assignee": people["translator-sv"], "reviewer": people["editor"] if is_in_review else None}
        job = jobs.order(translation, people["editor"], {**values, **people_of_job})
        if is_in_review:
            jobs.hand_in(job, people["translator-sv"], "Tarkistatko erityisesti otsikot?")
    OutboxMessage.objects.filter(kind__in=[mail.EVENT, mail.WORK], state=OutboxMessage.State.QUEUED).update(
        state=OutboxMessage.State.SENT, sent_at=timezone.now()
    )
