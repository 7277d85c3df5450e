"""Blocks that lead somewhere: links, cards, files, videos."""

import os
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    ListBlock,
    PageChooserBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.models import Page

from home.remembered import remember
from home.visibility import listed

from .text import heading_block

LINKS = _("Links and files")

FILE_LANGUAGES = [
    ("fi", _("in Finnish")),
    ("sv", _("in Swedish")),
    ("en", _("in English")),
    ("se", _("in Northern Sámi")),
]


class LinkValue(StructValue):
    """Where a link leads and what it says."""

    @cached_property
    def target(self):
        """Title and address of the chosen page in the active language; empty if it is not public there."""
        page = self.get("page")
        if page is None:
            return {}
        return remember(f"link-{page.pk}-{get_language()}", lambda: public_target(page))

    @property
    def href(self):
        return self.target.get("url", "") if self.get("page") else self.get("url") or ""

    @property
    def text(self):
        return self.get("label") or self.get("title") or self.target.get("title", "")


def public_target(page):
    """{title, url} of a page in the active language, or in its own without a translation; {} if it is not public."""
    translations = listed(Page.objects.filter(translation_key=page.translation_key))
    by_language = {item.locale.language_code: item for item in translations}
    found = by_language.get(get_language()) or next((i for i in by_language.values() if i.pk == page.pk), None)
    return {"title": found.title, "url": found.url} if found else {}


class PageOrAddressBlock(StructBlock):
    """What link blocks share: a page of this site or an address elsewhere, one of them."""

    page = PageChooserBlock(label=_("Page of this site"), required=False)
    url = URLBlock(label=_("Address elsewhere"), required=False)

    class Meta:
        value_class = LinkValue

    def clean(self, value):
        value = super().clean(value)
        if bool(value.get("page")) == bool(value.get("url")):
            message = ValidationError(_("Choose a page or write an address, one of them."))
            raise StructBlockValidationError({"page": message})
        return value


class LinkBlock(PageOrAddressBlock):
    """A link with its words."""

    label = CharBlock(label=_("Words of the link"), max_length=60)

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue


class LinkCardBlock(PageOrAddressBlock):
    """One card that leads somewhere."""

    title = CharBlock(
        label=_("Title"), required=False, max_length=90, help_text=_("If empty, the page's own title is used.")
    )
    text = TextBlock(label=_("Text"), required=False, max_length=250)

    class Meta:
        icon = "link"
        label = _("Card")
        value_class = LinkValue

    def clean(self, value):
        value = super().clean(value)
        if value.get("url") and not value.get("title"):
            raise StructBlockValidationError({"title": ValidationError(_("An address needs a title."))})
        return value


class LinkCardsBlock(StructBlock):
    """Cards that lead to pages."""

    heading = heading_block()
    items = ListBlock(LinkCardBlock(), label=_("Cards"), min_num=1, max_num=12)

    class Meta:
        icon = "link"
        label = _("Link cards")
        description = _("Cards that lead to pages here or elsewhere.")
        group = LINKS
        template = "home/blocks/link_cards.html"
        label_format = "{heading}"
        preview_value = {
            "heading": "Lue myös",
            "items": [{"url": "https://example.org/", "title": "Esimerkki", "text": "Mitä kortin takana on."}],
        }


class CallToActionBlock(StructBlock):
    """One thing that the reader is asked to do."""

    title = CharBlock(label=_("Title"), max_length=120)
    text = TextBlock(label=_("Text"), required=False, max_length=300)
    link = LinkBlock()

    class Meta:
        icon = "arrow-right"
        label = _("Call to action")
        description = _("One thing that the reader is asked to do, with a button.")
        group = LINKS
        template = "home/blocks/call_to_action.html"
        preview_value = {
            "title": "Tule mukaan",
            "text": "Kysy lisää, me vastaamme.",
            "link": {"url": "https://example.org/", "label": "Ota yhteyttä"},
        }


class DownloadValue(StructValue):
    """A file with what its link must tell: name, type, size, language."""

    @property
    def name(self):
        return self.get("title") or self["document"].title

    @property
    def file_type(self):
        """The file name's ending in capitals, such as PDF."""
        return os.path.splitext(self["document"].filename)[1].lstrip(".").upper()

    @property
    def language_text(self):
        return dict(FILE_LANGUAGES).get(self.get("language"), "")


class DownloadBlock(StructBlock):
    """One file."""

    document = DocumentChooserBlock(label=_("File"))
    title = CharBlock(label=_("Title"), required=False, max_length=120)
    language = ChoiceBlock(label=_("Language of the file"), choices=FILE_LANGUAGES, required=False)

    class Meta:
        icon = "doc-full"
        label = _("File")
        template = "home/blocks/download.html"
        value_class = DownloadValue


class DownloadsBlock(StructBlock):
    """Files to download."""

    heading = heading_block()
    items = ListBlock(DownloadBlock(), label=_("Files"), min_num=1, max_num=30)

    class Meta:
        icon = "download"
        label = _("Downloads")
        description = _("Files with their type, size and language.")
        group = LINKS
        template = "home/blocks/downloads.html"
        label_format = "{heading}"

    def get_preview_value(self):
        from wagtail.documents import get_document_model

        document = get_document_model().objects.order_by("pk").first()
        items = [{"document": document, "title": "", "language": "fi"}] if document else []
        return self.normalize({"heading": "Materiaalit", "items": items})


class VideoValue(StructValue):
    """A video elsewhere."""

    @property
    def host(self):
        """The name of the service, such as youtube.com."""
        return (urlsplit(self["url"]).hostname or "").removeprefix("www.")


class VideoBlock(StructBlock):
    """A link to a video. Nothing is loaded from the other service until the reader opens it there."""

    url = URLBlock(label=_("Address of the video"))
    title = CharBlock(label=_("Title"), max_length=120)
    text = TextBlock(label=_("What the video tells"), required=False, max_length=500)
    has_captions = BooleanBlock(label=_("The video has captions"), required=False)

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video on another service, opened there.")
        group = LINKS
        template = "home/blocks/video.html"
        label_format = "{title}"
        value_class = VideoValue
        preview_value = {
            "url": "https://example.org/video",
            "title": "Mitä osallisuus on?",
            "text": "Kolmen minuutin esittely.",
            "has_captions": True,
        }
