"""The two streams of which pages are built."""

import re

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock, StreamBlockValidationError
from wagtail.rich_text import get_text_for_indexing

from home.remembered import remember

from .data import FiguresBlock, TableBlock, TimelineBlock
from .home import (
    FeaturedTipListBlock,
    LatestPostsBlock,
    MunicipalitiesBlock,
    NextTrainingsBlock,
    RunningNowBlock,
    TaskTilesBlock,
)
from .links import CallToActionBlock, DownloadsBlock, LinkCardsBlock, VideoBlock
from .lists import LatestBlock, TipListBlock
from .media import GalleryBlock, ImageWithCaptionBlock
from .people import ContactsBlock, OrganisationsBlock
from .text import AccordionBlock, CalloutBlock, QuoteBlock, StepsBlock, rich_text_block

HEADING = re.compile(r"<h([2-4])[^>]*>(.*?)</h\1>", re.DOTALL)


def headings_of(block_type, raw_value):
    """(level, text) of each heading that a stored block shows as part of the page's outline."""
    if block_type == "rich_text":
        return [(int(level), get_text_for_indexing(text).strip()) for level, text in HEADING.findall(raw_value or "")]
    heading = raw_value.get("heading") if isinstance(raw_value, dict) else ""
    return [(2, heading)] if heading else []


class OrderedHeadingsBlock(StreamBlock):
    """A stream that refuses a heading which skips a level: pages start from level one, their title."""

    def clean(self, value):
        value = super().clean(value)
        errors, level = {}, 1
        for index, block in enumerate(value):
            for next_level, text in headings_of(block.block_type, block.get_prep_value()["value"]):
                if next_level > level + 1:
                    errors[index] = ValidationError(
                        _("The heading “%(text)s” skips a level. Use heading %(level)s here."),
                        params={"text": text, "level": level + 1},
                    )
                level = next_level
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return value

    def headings(self, value):
        """The level-two headings as {id, title}, for a table of contents. Ids as the templates give them."""
        used = {}
        return [
            {"id": free_anchor(text, used), "title": text}
            for item in value.raw_data
            for level, text in headings_of(item["type"], item["value"])
            if level == 2
        ]

    def render(self, value, context=None):
        """Render the stream of a published page once a minute: its choosers and lists cost many queries."""
        page, request = (context or {}).get("page"), (context or {}).get("request")
        if page is None or not page.live_revision_id or getattr(request, "is_preview", False):
            return super().render(value, context)
        key = f"stream-{page.pk}-{page.live_revision_id}-{self.meta.template}"
        return remember(key, lambda: super(OrderedHeadingsBlock, self).render(value, context))


def anchor(text):
    """The id of a heading in the page, so that a table of contents can lead to it."""
    return f"h-{slugify(text)[:60]}"


def free_anchor(text, used):
    """The anchor of a heading, numbered from its second use on. `used` maps each anchor to its uses so far."""
    wanted = anchor(text)
    used[wanted] = used.get(wanted, 0) + 1
    return wanted if used[wanted] == 1 else f"{wanted}-{used[wanted]}"


class BodyBlock(OrderedHeadingsBlock):
    """The content of an article-like page."""

    rich_text = rich_text_block()
    image = ImageWithCaptionBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    accordion = AccordionBlock()
    steps = StepsBlock()
    figures = FiguresBlock()
    table = TableBlock()
    timeline = TimelineBlock()
    downloads = DownloadsBlock()
    link_cards = LinkCardsBlock()
    contacts = ContactsBlock()
    organisations = OrganisationsBlock()
    video = VideoBlock()
    call_to_action = CallToActionBlock()
    latest = LatestBlock()
    tip_list = TipListBlock()

    class Meta:
        template = "home/blocks/body_block.html"
        max_num = 80


class HomeBlock(OrderedHeadingsBlock):
    """The sections of the front page."""

    task_tiles = TaskTilesBlock()
    running_now = RunningNowBlock()
    next_trainings = NextTrainingsBlock()
    municipalities = MunicipalitiesBlock()
    featured_tip_list = FeaturedTipListBlock()
    latest_posts = LatestPostsBlock()
    rich_text = rich_text_block()
    figures = FiguresBlock()
    quote = QuoteBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        template = "home/blocks/home_block.html"
        max_num = 20
