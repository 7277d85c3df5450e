"""Blocks of figures and facts in order."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ListBlock, StructBlock, StructBlockValidationError, TextBlock

from .text import heading_block

DATA = _("Figures and tables")


class FigureBlock(StructBlock):
    """One key number."""

    value = CharBlock(label=_("Number"), max_length=20)
    label = CharBlock(label=_("What it counts"), max_length=120)
    source = CharBlock(label=_("Source"), required=False, max_length=160)


class FiguresBlock(StructBlock):
    """Key numbers in large type."""

    heading = heading_block()
    items = ListBlock(FigureBlock(label=_("Figure")), label=_("Figures"), min_num=1, max_num=6)

    class Meta:
        icon = "order"
        label = _("Figures")
        description = _("Key numbers in large type, with what they count.")
        group = DATA
        template = "home/blocks/figures.html"
        label_format = "{heading}"
        preview_value = {
            "heading": "Hanke lukuina",
            "items": [{"value": "6", "label": "kumppanikuntaa", "source": ""}],
        }


class TableRowBlock(StructBlock):
    """One row of a table."""

    cells = ListBlock(CharBlock(label=_("Cell"), required=False, max_length=300), label=_("Cells"), max_num=8)


class TableBlock(StructBlock):
    """A table with real headers. Built of text blocks, because wagtail-localize skips Wagtail's own tables."""

    caption = CharBlock(label=_("Title of the table"), max_length=160)
    columns = ListBlock(CharBlock(label=_("Column heading"), max_length=80), label=_("Columns"), min_num=2, max_num=8)
    rows = ListBlock(TableRowBlock(label=_("Row")), label=_("Rows"), min_num=1, max_num=60)
    first_column_is_header = BooleanBlock(
        label=_("The first cell of each row is its heading"), required=False, default=True
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A table with headings of columns and rows.")
        group = DATA
        template = "home/blocks/table.html"
        label_format = "{caption}"
        preview_value = {
            "caption": "Viikon ohjelma",
            "columns": ["Päivä", "Mitä tehdään"],
            "rows": [{"cells": ["Maanantai", "Avoin tila"]}, {"cells": ["Torstai", "Yhteinen ruoka"]}],
            "first_column_is_header": True,
        }

    def clean(self, value):
        value = super().clean(value)
        width = len(value["columns"])
        if any(len(row["cells"]) != width for row in value["rows"]):
            raise StructBlockValidationError(
                {
                    "rows": ValidationError(
                        _("Each row needs as many cells as there are columns (%(count)s)."),
                        params={"count": width},
                    )
                }
            )
        return value


class TimelineItemBlock(StructBlock):
    """One moment of a timeline."""

    time = CharBlock(label=_("Time"), max_length=60)
    title = CharBlock(label=_("Title"), max_length=120)
    text = TextBlock(label=_("Text"), required=False, max_length=500)


class TimelineBlock(StructBlock):
    """What happened when."""

    heading = heading_block()
    items = ListBlock(TimelineItemBlock(label=_("Moment")), label=_("Moments"), min_num=2, max_num=20)

    class Meta:
        icon = "history"
        label = _("Timeline")
        description = _("What happens when, from first to last.")
        group = DATA
        template = "home/blocks/timeline.html"
        label_format = "{heading}"
        preview_value = {
            "heading": "Hankkeen kulku",
            "items": [
                {"time": "elokuu 2021", "title": "Hanke alkaa", "text": ""},
                {"time": "toukokuu 2023", "title": "Hanke päättyy", "text": ""},
            ],
        }
