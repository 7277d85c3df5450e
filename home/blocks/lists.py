"""Blocks that fill themselves with the site's own pages, in the language of the page they stand on."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock, IntegerBlock, PageChooserBlock, StructBlock
from wagtail.models import Locale

from home.latest import latest_items

from .text import heading_block

LISTS = _("From this site")


def locale_id_of(parent_context):
    """The language that a list shows: its page's or, in the block picker's preview, the active one."""
    page = (parent_context or {}).get("page")
    return page.locale_id if page else Locale.get_active().pk


def list_context(kind, parent_context, count):
    """The items of a list, all if `count` is None, and the index page that holds the rest."""
    index = index_context(kind, parent_context)
    return {"kind": kind, "items": latest_items(kind, locale_id_of(parent_context), count), **index}


def index_context(kind, parent_context):
    frame = (parent_context or {}).get("frame")
    index = frame.indexes.get(kind, {}) if frame else {}
    return {"index_url": index.get("url", ""), "index_title": index.get("title", "")}


def tip_list_context(page, locale_id):
    """A public tip list in the language and its first five tips; the newest one if `page` is None."""
    if page is None:
        found = next(iter(latest_items("tip_lists", locale_id, 1)), None)
    else:
        found = page.specific_class.objects.listed(locale_id).filter(translation_key=page.translation_key).first()
    return {"tip_list": found, "tips": [block.value for block in found.tips][:5] if found else []}


class LatestBlock(StructBlock):
    """The newest items of a kind."""

    heading = heading_block()
    kind = ChoiceBlock(
        label=_("Kind"),
        choices=[
            ("posts", _("Blog posts")),
            ("trainings", _("Coming trainings")),
            ("tip_lists", _("Tip lists")),
        ],
    )
    count = IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=12)

    class Meta:
        icon = "list-ul"
        label = _("Latest items")
        description = _("The newest posts, trainings or tip lists, filled by itself.")
        group = LISTS
        template = "home/blocks/latest.html"
        label_format = "{heading}"
        preview_value = {"heading": "Uusimmat", "kind": "posts", "count": 3}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context.update(list_context(value["kind"], parent_context, value["count"]))
        return context


class TipListBlock(StructBlock):
    """A tip list inside a text."""

    tip_list = PageChooserBlock(label=_("Tip list"), page_type="tiplists.TipListPage")

    class Meta:
        icon = "tasks"
        label = _("Tip list")
        description = _("The beginning of a tip list, with a link to all of it.")
        group = LISTS
        template = "home/blocks/tip_list.html"

    def get_preview_value(self):
        return self.normalize({"tip_list": None})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context.update(tip_list_context(value["tip_list"], locale_id_of(parent_context)))
        return context
