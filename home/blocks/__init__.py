"""The blocks of which editors build pages. One class and one template of the same name for each.

Text that is to be translated stands in character, text, rich-text, list and struct blocks: wagtail-localize skips
the others. A struct inside a struct hides its lists from wagtail-localize, so lists stand at the first level.
"""

from .data import FiguresBlock, TableBlock, TimelineBlock
from .home import (
    FeaturedTipListBlock,
    LatestPostsBlock,
    MunicipalitiesBlock,
    NextTrainingsBlock,
    RunningNowBlock,
    TaskTilesBlock,
)
from .links import CallToActionBlock, DownloadsBlock, LinkBlock, LinkCardsBlock, VideoBlock
from .lists import LatestBlock, TipListBlock
from .media import GalleryBlock, ImageWithCaptionBlock
from .people import ContactsBlock, OrganisationsBlock
from .streams import BodyBlock, HomeBlock
from .text import (
    PLAIN_RICH_TEXT,
    RICH_TEXT,
    AccordionBlock,
    CalloutBlock,
    FactBlock,
    QuoteBlock,
    StepsBlock,
)

__all__ = [
    "PLAIN_RICH_TEXT",
    "RICH_TEXT",
    "AccordionBlock",
    "BodyBlock",
    "CallToActionBlock",
    "CalloutBlock",
    "ContactsBlock",
    "DownloadsBlock",
    "FactBlock",
    "FeaturedTipListBlock",
    "FiguresBlock",
    "GalleryBlock",
    "HomeBlock",
    "ImageWithCaptionBlock",
    "LatestBlock",
    "LatestPostsBlock",
    "LinkBlock",
    "LinkCardsBlock",
    "MunicipalitiesBlock",
    "NextTrainingsBlock",
    "OrganisationsBlock",
    "QuoteBlock",
    "RunningNowBlock",
    "StepsBlock",
    "TableBlock",
    "TaskTilesBlock",
    "TimelineBlock",
    "TipListBlock",
    "VideoBlock",
]
