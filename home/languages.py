"""Which languages a page is in: one helper, one query, for the switcher, hreflang, sitemap and the fallback message."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext
from wagtail.models import Page, Site
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from home import dates
from home.templatetags.dates import when
from home.visibility import listed

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


class PageFamily:
    """The listed ancestors of a page, and the translations of them and of the page itself; one query for all."""

    def __init__(self, page):
        self.page = page
        self.members = []
        if page.path:
            steps = range(page.steplen * 2, len(page.path) + 1, page.steplen)
            line = [page.path[:end] for end in steps]
            keys = Page.objects.filter(path__in=line).values("translation_key")
            self.members = list(listed(Page.objects.filter(translation_key__in=keys)).order_by("path"))

    @property
    def ancestors(self):
        """From the home page on; those that are not listed are left out."""
        return [
            member
            for member in self.members
            if self.page.path.startswith(member.path) and member.depth < self.page.depth
        ]

    def nearest(self, code):
        """The page's translation into a language or, without one, that of its nearest ancestor; None if none.

        Below a home page that is not listed no page of the language answers, so there is none either.
        """
        found = [member for member in self.members if member.locale.language_code == code]
        has_home = any(member.depth == 2 for member in found)
        return max(found, key=lambda member: member.depth) if has_home else None


def language_links(page):
    """Links of the language switcher, in the order of the setting LANGUAGES.

    A language whose home page is not published has no link.
    """
    links = []
    for code, name in settings.LANGUAGES:
        is_current = code == page.language
        target = page if is_current else page.family.nearest(code)
        if target is None:
            continue
        is_translated = target.translation_key == page.translation_key
        url = target.url or ""
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


def alternates(links, base):
    """The hreflang addresses: each translation, and x-default for the source language's one."""
    found = [{"code": link.code, "url": base + link.url} for link in links if link.is_translated]
    if len(found) < 2:
        return []
    default = next((item for item in found if item["code"] == settings.LANGUAGE_CODE), None)
    if default:
        found.append({"code": "x-default", "url": default["url"]})
    return found


def untranslated_page(page, request):
    """The page that the reader came from, when it does not exist in this language; else None.

    The switcher adds `?untranslated=<page id>`; anything else in the parameter is ignored.
    """
    number = request.GET.get("untranslated", "")
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        return None
    original = listed(Page.objects.filter(pk=int(number)).exclude(locale_id=page.locale_id)).first()
    if original is None:
        return None
    code = original.locale.language_code
    if code not in LANGUAGE_NAMES or PageFamily(original).nearest(code) is None:
        return None
    if listed(Page.objects.filter(translation_key=original.translation_key, locale_id=page.locale_id)).exists():
        return None
    return {"title": original.title, "url": original.url, "language": code, "text": read_it_in(code)}


def read_it_in(code):
    """The words of a link to a page in another language, in the active language."""
    sentences = {
        "fi": gettext("Read it in Finnish"),
        "sv": gettext("Read it in Swedish"),
        "en": gettext("Read it in English"),
    }
    return sentences.get(code) or gettext("Read it in this language: %(name)s") % {"name": LANGUAGE_NAMES[code]}


def newer_source(page):
    """The published source of a translation, if it was published later and its texts are not all in the translation.

    One query, and only where another language was published later; remembered with the page.
    """
    if page.alias_of_id or page.is_draft_shown or page.last_published_at is None:
        return {}
    return page.remembered("newer-source", lambda: find_newer_source(page))


def find_newer_source(page):
    later = {
        member.locale_id: member
        for member in page.family.members
        if member.translation_key == page.translation_key
        and member.locale_id != page.locale_id
        and member.last_published_at
        and member.last_published_at > page.last_published_at
    }
    if not later:
        return {}
    in_translation = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=page.locale_id,
        has_error=False,
        updated_at__lte=page.last_published_at,
    )
    changed = StringSegment.objects.filter(~Exists(in_translation), source=OuterRef("source"))
    rows = (
        Translation.objects.filter(
            source__object_id=page.translation_key,
            source__locale__in=later,
            target_locale=page.locale_id,
            enabled=True,
        )
        .annotate(is_changed=Exists(changed))
        .values_list("source__locale", "source__last_updated_at", "is_changed")
    )
    # What has not been compared with the published source yet counts as changed.
    found = [
        later[locale_id]
        for locale_id, compared_at, is_changed in rows
        if is_changed or compared_at < later[locale_id].last_published_at
    ]
    if not found:
        return {}
    [source] = found[:1]
    return {
        "title": source.title,
        "url": source.url,
        "language": source.locale.language_code,
        "updated": source.last_published_at,
        "own": page.last_published_at,
    }


def newer_source_notice(page):
    """What the reader of an outdated translation is told, in the page's language; None for all others."""
    source = newer_source(page)
    if not source:
        return None
    updated, own = dates.local(source["updated"]), dates.local(source["own"])
    if updated.date() == own.date():
        text = later_sentence(source["language"])
    else:
        text = format_html(dated_sentence(source["language"]), updated=when(updated, "short"), own=when(own, "short"))
    return {**source, "text": text, "link_text": read_it_in(source["language"])}


def dated_sentence(code):
    """What tells of the days of a newer page of this language and of its translation, in the active language."""
    sentences = {
        "fi": gettext("The Finnish page was updated on {updated}; this translation is of {own}."),
        "sv": gettext("The Swedish page was updated on {updated}; this translation is of {own}."),
        "en": gettext("The English page was updated on {updated}; this translation is of {own}."),
    }
    return sentences.get(code) or gettext("The original page was updated on {updated}; this translation is of {own}.")


def later_sentence(code):
    """The same where both are of one day."""
    sentences = {
        "fi": gettext("The Finnish page was updated after this translation was made."),
        "sv": gettext("The Swedish page was updated after this translation was made."),
        "en": gettext("The English page was updated after this translation was made."),
    }
    return sentences.get(code) or gettext("The original page was updated after this translation was made.")


def language_context(page, request):
    """What templates need to know about the page's languages and address."""
    links = language_links(page)
    site = Site.find_for_request(request)
    base = site.root_url if site else ""
    return {
        "page_language": page.language,
        "languages": links,
        "alternates": alternates(links, base),
        "canonical": (page.alias_of or page).full_url if page.pk else "",
        "untranslated": untranslated_page(page, request),
        "newer_source": newer_source_notice(page),
        "site_url": base,
    }


def breadcrumbs(page):
    """The way from the home page to `page`, itself last; empty on the home page."""
    ancestors = page.family.ancestors
    return [{"title": step.title, "url": step.url} for step in [*ancestors, page]] if ancestors else []
