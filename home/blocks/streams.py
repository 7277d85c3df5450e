"""The two streams of which pages are built."""

import re

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock, StreamBlockValidationError
from wagtail.rich_text import get_text_for_indexing

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


def headings_of(block):
    """(level, text) of each heading that a block of the stream shows as part of the page's outline."""
    if block.block_type == "rich_text":
        return [
            (int(level), get_text_for_indexing(text).strip()) for level, text in HEADING.findall(block.value.source)
        ]
    text = block.value.get("heading") or block.value.get("title") if hasattr(block.value, "get") else ""
    return [(2, text)] if text and "heading" in block.value else []


class OrderedHeadingsBlock(StreamBlock):
    """A stream that refuses a heading which skips a level: pages start from level one, their title."""

    def clean(self, value, ignore_required_constraints=False):
        value = super().clean(value, ignore_required_constraints=ignore_required_constraints)
        errors, level = {}, 1
        for index, block in enumerate(value):
            for next_level, text in headings_of(block):
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
        """The level-two headings as {id, title}, for a table of contents. Ids as in `anchor`."""
        return [
            {"id": anchor(text), "title": text} for block in value for level, text in headings_of(block) if level == 2
        ]


def anchor(text):
    """The id of a heading in the page, so that a table of contents can lead to it."""
    return f"h-{slugify(text)[:60]}"


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
