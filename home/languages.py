"""Which languages a page is in: one helper, one query, for the switcher, hreflang, sitemap and the fallback message."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Page

LANGUAGE_NAMES = dict(settings.LANGUAGES)


@dataclass(frozen=True)
class LanguageLink:
    """One language of the switcher. `url` leads to the translation or, without one, to its nearest parent."""

    code: str
    name: str
    url: str
    is_current: bool
    is_translated: bool

    @property
    def missing_text(self):
        """What the switcher says of a missing translation, in the language that is missing."""
        with translation.override(self.code):
            return "" if self.is_translated else gettext("not translated yet")


def own_translations(page):
    """The live, public pages that have this page's content in any language, aliases left out (one query)."""
    return (
        Page.objects.live()
        .public()
        .filter(translation_key=page.translation_key, alias_of__isnull=True)
        .select_related("locale")
    )


def language_links(page):
    """Links of the language switcher for `page`, in the order of the setting LANGUAGES.

    One query finds the translations of the page and of its ancestors. A language whose home page is not
    published has no link.
    """
    depth_of = {ancestor.translation_key: ancestor.depth for ancestor in page.trail}
    found = {}
    if page.pk:
        pages = (
            Page.objects.live()
            .public()
            .filter(translation_key__in=depth_of, alias_of__isnull=True)
            .select_related("locale")
        )
        for candidate in pages:
            code = candidate.locale.language_code
            if code not in found or found[code].depth < candidate.depth:
                found[code] = candidate
    links = []
    for code, name in settings.LANGUAGES:
        is_current = code == page.language
        target = found.get(code)
        if target is None and not is_current:
            continue
        is_translated = is_current or target.translation_key == page.translation_key
        url = (target or page).url or ""
        links.append(
            LanguageLink(
                code=code,
                name=name,
                url=url if is_translated else f"{url}?untranslated={page.pk}",
                is_current=is_current,
                is_translated=is_translated,
            )
        )
    return links


def alternates(page, links):
    """The hreflang addresses of `page`: each translation, and x-default for the source language's one."""
    site = page.get_site() if page.pk else None
    base = site.root_url if site else ""
    found = [{"code": link.code, "url": base + link.url} for link in links if link.is_translated]
    default = next((item for item in found if item["code"] == settings.LANGUAGE_CODE), None)
    if default:
        found.append({"code": "x-default", "url": default["url"]})
    return found if len(found) > 1 else []


def untranslated_page(page, request):
    """The page that the reader came from, when it does not exist in this language; else None.

    The switcher adds `?untranslated=<page id>`; anything else in the parameter is ignored.
    """
    number = request.GET.get("untranslated", "")
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        return None
    original = (
        Page.objects.live()
        .public()
        .filter(pk=int(number), alias_of__isnull=True)
        .exclude(locale_id=page.locale_id)
        .select_related("locale")
        .first()
    )
    if original is None or own_translations(original).filter(locale_id=page.locale_id).exists():
        return None
    code = original.locale.language_code
    return {"title": original.title, "url": original.url, "language": code, "text": read_it_in(code)}


def read_it_in(code):
    """The words of a link to a page in another language, in the active language."""
    sentences = {
        "fi": gettext("Read it in Finnish"),
        "sv": gettext("Read it in Swedish"),
        "en": gettext("Read it in English"),
    }
    return sentences.get(code) or gettext("Read it in this language: %(name)s") % {"name": LANGUAGE_NAMES[code]}


def language_context(page, request):
    """What templates need to know about the page's languages and address."""
    links = language_links(page)
    site = page.get_site() if page.pk else None
    return {
        "page_language": page.language,
        "languages": links,
        "alternates": alternates(page, links),
        "canonical": (page.alias_of or page).full_url if page.pk else "",
        "untranslated": untranslated_page(page, request),
        "site_url": site.root_url if site else "",
    }


def breadcrumbs(page):
    """The way from the home page to `page`, itself last; empty on the home page."""
    trail = page.trail
    if len(trail) < 2:
        return []
    return [{"title": step.title, "url": step.url} for step in trail]
