"""Make what every site needs: languages, home pages, the Site, indexes, pages of duty, texts, mails, groups."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override
from wagtail.models import Page, Site

from home.content import site as content
from home.content.groups import make_groups
from home.content.text import T
from home.content.writer import Writer
from home.models import HomePage, Organisation, SiteSettings, SiteTexts
from trainings.content import MAIL_TEXTS
from trainings.models import MailText


class Command(BaseCommand):
    help = (
        "Set the site up: languages, home pages, indexes, duty pages, groups. "
        "It can be run again at any time: what exists is left as it is, what is missing is made."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--base-url",
            default=settings.WAGTAILADMIN_BASE_URL,
            help="The site's public address (default: %(default)s).",
        )

    def handle(self, *, base_url, verbosity, **options):
        if urlsplit(base_url).hostname is None:
            raise CommandError(f"“{base_url}” is not an address: write for example https://example.org")
        languages = [code for code, _name in settings.LANGUAGES]
        with override(settings.LANGUAGE_CODE):
            writer = Writer(languages, self.stdout.write if verbosity > 0 else lambda text: None)
            set_up(writer, base_url)
        self.stdout.write(self.style.SUCCESS(f"The site is set up: {base_url}"))


def set_up(writer, base_url):
    """Make whatever is missing. Returns the home page of the source language."""
    home, is_new = make_home(writer)
    site = make_site(home, base_url)
    fill_settings(site)
    for data in content.ORGANISATIONS:
        writer.snippet(Organisation, "organisation", data, name=data["name"][writer.source_language])
    writer.snippet(SiteTexts, "texts", {"key": "texts", **content.TEXTS})
    for kind, texts in MAIL_TEXTS.items():
        writer.snippet(MailText, "mail", {"key": kind, "kind": kind, **texts}, kind=kind)
    # The home page first: the others are translated below its translations.
    project, *other_pages = content.PAGES  # in the order of the menu
    drafts = [(data, *writer.page(data, home)) for data in (project, *content.INDEXES, *other_pages, content.FEEDBACK)]
    if is_new:
        writer.finish(home, home_data())
    for data, page, _is_new in drafts:
        if page.first_published_at is None:
            writer.finish(page, data)
    for code in writer.targets:
        if not home.has_translation(writer.locales[code]):
            home.copy_for_translation(writer.locales[code])
    make_groups(writer.locales)
    return home


def home_data():
    """The home page's content; its address is the language's code."""
    return {
        "key": "home",
        "type": "home.HomePage",
        "slug": T({code: code for code, _name in settings.LANGUAGES}),
        **content.HOME,
    }


def make_home(writer):
    """The home page of the source language, found or begun. Returns (page, whether it must be finished)."""
    root = Page.objects.get(depth=1)
    home = HomePage.objects.filter(locale=writer.locales[writer.source_language], depth=2).first()
    if home is None:
        # Wagtail's own welcome page, if nobody has made anything of it.
        Page.objects.filter(depth=2, slug="home", numchild=0, content_type__model="page").delete()
        root = Page.objects.get(pk=root.pk)
        home, _is_new = writer.page(home_data(), root)
    writer.made["page", "home"] = home
    return home, home.first_published_at is None


def make_site(home, base_url):
    """The one Site, at `base_url`, with the source language's home page as its root."""
    address = urlsplit(base_url)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.root_page, site.hostname, site.port = home, address.hostname, port
    site.site_name = content.TEXTS["name"][settings.LANGUAGE_CODE]
    site.save()
    return site


def fill_settings(site):
    """The facts of the project, on a site that has no settings yet."""
    if not SiteSettings.objects.filter(site=site).exists():
        SiteSettings.objects.create(site=site, **content.SETTINGS)
