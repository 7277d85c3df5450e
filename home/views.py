"""Addresses that are not pages: the root, robots.txt, the sitemaps, and errors of forms."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemap_views
from django.db import connection
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.cache import never_cache
from wagtail.models import Locale, Page, Site

from home import outbox
from home.models import HomePage, SiteSettings
from home.visibility import listed


def published_languages():
    """Codes of the languages that have a published home page, in the order of LANGUAGES."""
    found = set(HomePage.objects.live().filter(alias_of__isnull=True).values_list("locale__language_code", flat=True))
    return [code for code, _name in settings.LANGUAGES if code in found]


def root(request):
    """Send the reader to the published home page of the language that the browser wants most."""
    languages = published_languages()
    wanted = (language for language in wanted_languages(request) if language in languages)
    response = redirect(f"/{next(wanted, settings.LANGUAGE_CODE)}/")
    response["Cache-Control"] = "private, no-store"
    patch_vary_headers(response, ["Accept-Language"])
    return response


def wanted_languages(request):
    """Codes of LANGUAGES that the browser asks for, the most wanted first."""
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            yield get_supported_language_variant(code)
        except LookupError:
            continue


def robots(request):
    """robots.txt: a staging site keeps robots out, the real one shows its sitemap."""
    site = Site.find_for_request(request)
    if site is None or SiteSettings.for_site(site).noindex:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = ["User-agent: *", "Disallow: /cms/", "", f"Sitemap: {site.root_url}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


class LanguageSitemap(Sitemap):
    """The public pages of one language, each with its addresses in the others."""

    limit = 2000

    def __init__(self, locale):
        self.locale = locale

    def items(self):
        return listed(Page.objects.filter(locale=self.locale, depth__gt=1)).order_by("path")

    def lastmod(self, page):
        return page.last_published_at

    def get_latest_lastmod(self):
        """Asked of the database: Django loads every page for it."""
        return self.items().aggregate(latest=Max("last_published_at"))["latest"]

    def get_urls(self, page=1, site=None, protocol=None):
        pages = list(self.paginator.page(page).object_list)
        keys = [item.translation_key for item in pages]
        by_key = {}
        for item in listed(Page.objects.filter(translation_key__in=keys, locale__in=published_locales())):
            by_key.setdefault(item.translation_key, {})[item.locale.language_code] = item.full_url
        return [self.entry(item, by_key[item.translation_key]) for item in pages if item.full_url]

    def entry(self, page, addresses):
        alternates = [{"lang_code": code, "location": address} for code, address in addresses.items()]
        if len(alternates) > 1 and settings.LANGUAGE_CODE in addresses:
            alternates.append({"lang_code": "x-default", "location": addresses[settings.LANGUAGE_CODE]})
        return {
            "item": page,
            "location": page.full_url,
            "lastmod": page.last_published_at,
            "alternates": alternates if len(alternates) > 1 else [],
        }


def published_locales():
    return Locale.objects.filter(language_code__in=published_languages()).order_by("pk")


def sitemaps():
    """The sitemap of each language that is published."""
    return {locale.language_code: LanguageSitemap(locale) for locale in published_locales()}


def sitemap_index(request):
    """`/sitemap.xml`: where the sitemap of each language is, at the site's own address whatever host was asked."""
    response = sitemap_views.index(request, sitemaps(), sitemap_url_name="sitemap")
    if site := Site.find_for_request(request):
        for entry in response.context_data["sitemaps"]:
            entry.location = site.root_url + entry.location.removeprefix(f"{request.scheme}://{request.get_host()}")
    return response


def sitemap_section(request, section):
    """`/sitemap-<language>.xml`."""
    return sitemap_views.sitemap(request, sitemaps(), section=section)


def favicon(request):
    """`/favicon.ico`, which browsers ask for beside a PDF: a page names its own icon."""
    return redirect(static("img/favicon.svg"), permanent=True)


def live(request):
    """`/-/live`: the process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


def ready(request):
    """`/-/ready`: the database answers too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def mail(request):
    """`/-/mail`: how the outbox does, for monitoring; 503 when a mail has waited too long."""
    found = outbox.health()
    numbers = {"waiting": found.waiting, "longest_wait_seconds": found.longest_wait, "given_up": found.dead}
    body = "".join(f"{name} {number}\n" for name, number in numbers.items())
    return HttpResponse(body, content_type="text/plain", status=503 if found.is_alarming else 200)


def server_error(request):
    """The last resort: needs no database, no session and no context."""
    return render(None, "500.html", status=500)


def bad_request(request, exception):
    """What cannot be read, such as a form of many megabytes: said in the language of the address."""
    return render(request, "400.html", status=400)


def csrf_failure(request, reason=""):
    """A form whose security cookie is missing or old: said in the language of the address."""
    return render(request, "403.html", {"is_csrf": True}, status=403)
