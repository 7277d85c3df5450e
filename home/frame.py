"""What surrounds every page: names, menu, duties, funders, notice; remembered for each language."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Locale, Site

from home.latest import index_pages
from home.remembered import remember
from home.visibility import listed


@dataclass
class Frame:
    """The surroundings of a page in one language; plain values only, so that any cache can hold them."""

    home_url: str = ""
    texts: dict = field(default_factory=dict)
    settings: dict = field(default_factory=dict)
    pages: list = field(default_factory=list)
    duties: dict = field(default_factory=dict)
    funders: list = field(default_factory=list)
    indexes: dict = field(default_factory=dict)
    notice_text: str = ""
    notice_language: str = ""
    notice_until: datetime | None = None
    path: str = ""

    @property
    def menu(self):
        return [
            {**item, "is_current": self.path.startswith(item["url"]), "is_this": self.path == item["url"]}
            for item in self.pages
        ]

    @property
    def notice(self):
        is_on = self.notice_until and self.notice_until > timezone.now()
        return self.notice_text if is_on else ""


def frame(request):
    """The context processor: `{{ frame }}` costs nothing until a template uses it."""
    return {"frame": SimpleLazyObject(lambda: for_request(request))}


def for_request(request):
    return replace(of_language(get_language() or settings.LANGUAGE_CODE), path=request.path)


def of_language(language):
    """The frame of a language without a place in it."""
    return remember(f"frame-{language}", lambda: build(language))


def build(language):
    """Gather the frame of one language from the database. An empty site gives an empty frame."""
    from home.models import HomePage, SiteSettings, SiteTexts

    locale = Locale.objects.filter(language_code=language).first()
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if locale is None or site is None:
        return Frame()
    facts = SiteSettings.for_site(site)
    result = Frame(
        settings={
            name: getattr(facts, name)
            for name in (
                "official_name",
                "official_name_language",
                "project_code",
                "starts_on",
                "ends_on",
                "programme",
                "facebook_name",
                "facebook_url",
                "hashtag",
                "noindex",
                "controller",
                "accessibility_state",
                "assessed_on",
                "feedback_retention_days",
            )
        },
        notice_until=facts.notice_until,
    )
    rows = {row.locale.language_code: row for row in SiteTexts.objects.select_related("locale")}
    texts, _language = own_or_source(rows, language, SiteTexts(name=settings.WAGTAIL_SITE_NAME))
    result.texts = {
        name: getattr(texts, name) for name in ("name", "tagline", "footer", "funding_statement", "emblem_line")
    }
    notices = {code: row.notice for code, row in rows.items() if row.notice}
    result.notice_text, result.notice_language = own_or_source(notices, language, "")
    result.funders = funders_of(
        locale, beside_emblem=result.texts["emblem_line"] if facts.programme == "2014-2020" else ""
    )
    result.settings["accessibility_state_text"] = str(facts.get_accessibility_state_display())
    result.settings["assessment_kind_text"] = str(facts.get_assessment_kind_display())
    home = HomePage.objects.listed(locale.pk).filter(translation_key=site.root_page.translation_key).first()
    if home:
        result.home_url = home.url
        result.pages = [{"title": page.title, "url": page.url} for page in listed(home.get_children().in_menu())]
        result.duties = duties_of(locale)
        result.indexes = index_pages(locale.pk)
    return result


def own_or_source(rows, language, default):
    """What a language has, or else the source language, and which of them; the default and "" without either."""
    return next(((rows[code], code) for code in (language, settings.LANGUAGE_CODE) if code in rows), (default, ""))


def duties_of(locale):
    """The pages that every page links to, by role."""
    from home.models import FeedbackPage, StandardPage

    pages = list(StandardPage.objects.listed(locale.pk).exclude(role="").order_by("path"))
    found = {page.role: {"title": page.title, "url": page.url} for page in reversed(pages)}
    feedback = FeedbackPage.objects.listed(locale.pk).first()
    if feedback:
        found["feedback"] = {"title": feedback.title, "url": feedback.url}
    return found


def funders_of(locale, beside_emblem):
    """Funders and implementers, in the order that the staff chose; not the fund that the emblem's line names."""
    from home.models import Organisation

    roles = [Organisation.Role.FUNDER, Organisation.Role.IMPLEMENTER]
    rows = Organisation.objects.filter(locale=locale, role__in=roles).exclude(name=beside_emblem).select_related("logo")
    return [
        {
            "name": row.name,
            "name_language": row.name_language,
            "url": row.url,
            "logo": logo_of(row),
        }
        for row in rows
    ]


def logo_of(organisation):
    """The address and size of the logo, never higher than the EU emblem of the footer; None without a logo."""
    if not organisation.logo:
        return None
    rendition = organisation.logo.get_rendition("max-160x56")
    return {"url": rendition.url, "width": rendition.width, "height": rendition.height}
