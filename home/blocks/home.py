"""Sections of the front page. Lists fill themselves in the page's language and say so plainly when empty."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import IntegerBlock, ListBlock, PageChooserBlock, StructBlock, TextBlock

from home.latest import running_municipalities

from .links import LinkCardBlock
from .lists import LISTS, index_context, list_context, locale_id_of, tip_list_context
from .text import heading_block


class TaskTilesBlock(StructBlock):
    """What the reader came for, as large tiles."""

    heading = heading_block()
    items = ListBlock(LinkCardBlock(label=_("Tile")), label=_("Tiles"), min_num=2, max_num=6)

    class Meta:
        icon = "grip"
        label = _("Task tiles")
        description = _("Large tiles: what the reader came for.")
        group = LISTS
        template = "home/blocks/task_tiles.html"
        preview_value = {
            "heading": "Mitä etsit?",
            "items": [
                {"url": "https://example.org/", "title": "Haluan oppia", "text": "Valmennuksia kaikille."},
                {"url": "https://example.org/", "title": "Haluan keinoja", "text": "Vinkkejä seinälle."},
            ],
        }


class RunningNowBlock(StructBlock):
    """Municipalities whose pilots are running."""

    heading = heading_block()
    text = TextBlock(label=_("Text"), required=False, max_length=300)

    class Meta:
        icon = "rotate"
        label = _("Running now")
        description = _("The pilots that are running in the municipalities.")
        group = LISTS
        template = "home/blocks/running_now.html"
        preview_value = {"heading": "Käynnissä nyt", "text": ""}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["items"] = running_municipalities(locale_id_of(parent_context))
        context.update(index_context("municipalities", parent_context))
        return context


class NextTrainingsBlock(StructBlock):
    """The next trainings."""

    heading = heading_block()
    count = IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=12)

    class Meta:
        icon = "date"
        label = _("Next trainings")
        description = _("The next trainings, filled by itself.")
        group = LISTS
        template = "home/blocks/next_trainings.html"
        preview_value = {"heading": "Seuraavat valmennukset", "count": 3}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context.update(list_context("trainings", parent_context, value["count"]))
        return context


class MunicipalitiesBlock(StructBlock):
    """All municipalities."""

    heading = heading_block()
    text = TextBlock(label=_("Text"), required=False, max_length=300)

    class Meta:
        icon = "home"
        label = _("Municipalities")
        description = _("All partner municipalities as cards.")
        group = LISTS
        template = "home/blocks/municipalities.html"
        preview_value = {"heading": "Kumppanikunnat", "text": ""}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context.update(list_context("municipalities", parent_context, None))
        return context


class FeaturedTipListBlock(StructBlock):
    """One tip list shown as a small poster."""

    heading = heading_block()
    text = TextBlock(label=_("Text"), required=False, max_length=300)
    tip_list = PageChooserBlock(
        label=_("Tip list"),
        page_type="tiplists.TipListPage",
        required=False,
        help_text=_("If empty, the newest one is shown."),
    )

    class Meta:
        icon = "tasks"
        label = _("Featured tip list")
        description = _("One tip list as a small poster.")
        group = LISTS
        template = "home/blocks/featured_tip_list.html"
        preview_value = {"heading": "Vinkkejä seinälle", "text": "", "tip_list": None}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context.update(tip_list_context(value["tip_list"], locale_id_of(parent_context)))
        return context


class LatestPostsBlock(StructBlock):
    """The newest blog posts."""

    heading = heading_block()
    count = IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=12)

    class Meta:
        icon = "edit"
        label = _("Latest posts")
        description = _("The newest blog posts, filled by itself.")
        group = LISTS
        template = "home/blocks/latest_posts.html"
        preview_value = {"heading": "Blogista", "count": 3}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context.update(list_context("posts", parent_context, value["count"]))
        return context
