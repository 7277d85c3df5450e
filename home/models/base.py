"""What every page of the site has, and the rows by which pages are classified."""

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page, PageManager, PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from home.languages import PageFamily, breadcrumbs, language_context
from home.remembered import remember
from home.visibility import listed


class BasePageQuerySet(PageQuerySet):
    def listed(self, locale_id):
        """The pages that a list may show in this language (see `home.visibility`)."""
        return listed(self).filter(locale_id=locale_id)


# The CMS counts while the editor types (static/js/admin.js): least, best and largest length.
SUMMARY_WIDGET = forms.Textarea(
    attrs={"rows": 3, "data-length-hint": "120 160 300", "data-length-text": _("{n} characters of {max}")}
)

BasePageManager = PageManager.from_queryset(BasePageQuerySet)


class BasePage(Page):
    """A page with a summary, an image with its text, an easy-language version and its place among the languages."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_(
            "One or two sentences for cards, search results and sharing. 120–160 characters are best, 300 at most."
        ),
    )
    image = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("image"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    image_alt = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What the image tells here, for readers who do not see it."),
    )
    image_is_decorative = models.BooleanField(
        _("the image is decorative"),
        default=False,
        help_text=_("Tick this if the image tells nothing that the text does not."),
    )
    social_image = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("image for sharing"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Shown when the page is shared. If empty, the page's image is used."),
    )
    easy_language_page = models.ForeignKey(
        Page,
        verbose_name=_("easy-language version"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The page that tells the same in easy language. It is linked under the title."),
    )

    objects = BasePageManager()

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary", widget=SUMMARY_WIDGET),
        MultiFieldPanel(["image", "image_alt", "image_is_decorative"], heading=_("Image")),
    ]
    promote_panels = [
        MultiFieldPanel(["slug", "seo_title", "search_description"], heading=_("For search engines")),
        MultiFieldPanel(["social_image"], heading=_("For sharing")),
        MultiFieldPanel(["show_in_menus", PageChooserPanel("easy_language_page")], heading=_("Place on the site")),
    ]

    search_fields = [*Page.search_fields, index.SearchField("summary")]

    # A translation has a slug and a place in the menu of its own: neither text to translate nor copied over.
    override_translatable_fields = [
        BaseTranslatableField("slug"),
        SynchronizedField("image_is_decorative"),
    ]

    preview_modes = [("", _("Screen")), ("print", _("Print"))]

    is_draft_shown = False

    class Meta:
        abstract = True

    def full_clean(self, *args, **kwargs):
        self.give_translation_its_slug()
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        errors = {}
        if self.image_id and not self.image_is_decorative and not self.image_alt.strip():
            errors["image_alt"] = _("Write an alternative text, or tick that the image is decorative.")
        for name in ("image", "social_image"):
            image = getattr(self, name)
            if image and image.consent_error:
                errors[name] = image.consent_error
        if errors:
            raise ValidationError(errors)

    def give_translation_its_slug(self):
        """Until a translation is first published its slug follows from its own title; then it stays."""
        if self.first_published_at is not None or self.pk is None:
            return
        source = (
            self.get_translations()
            .filter(first_published_at__isnull=False)
            .order_by("first_published_at")
            .only("slug", "title")
            .first()
        )
        if source is None or self.title == source.title:
            return
        if self.slug in (source.slug, f"{source.slug}-{self.locale.language_code}"):
            self.slug = ""  # Wagtail makes a free one from the title

    def remembered(self, name, build):
        """What surrounds a published page, remembered; a draft's is made each time."""
        if self.live_revision_id is None or self.is_draft_shown:
            return build()
        return remember(f"{name}-{self.pk}-{self.live_revision_id}", build)

    @property
    def language(self):
        """The code of the language that the page's content is in."""
        return (self.alias_of if self.alias_of_id else self).locale.language_code

    @cached_property
    def family(self):
        """The page's ancestors and translations."""
        return PageFamily(self)

    @cached_property
    def easy_language(self):
        """The public easy-language version in the page's own language, or None."""
        if not self.easy_language_page_id:
            return None
        keys = Page.objects.filter(pk=self.easy_language_page_id).values("translation_key")
        return listed(Page.objects.filter(translation_key__in=keys, locale_id=self.locale_id)).first()

    def answer_in_own_language(self, request):
        """Send the reader of an alias to its original; raise Http404 under the prefix of another language.

        Called before any page is served (`home.wagtail_hooks`), since pages with routes of their own do not come
        to `serve`. Returns a response, or None to go on.
        """
        if self.language != self.locale.language_code:
            return redirect(self.alias_of.url)
        if translation.get_language() != self.language:
            raise Http404
        return None

    def make_preview_request(self, *args, **kwargs):
        """Show a draft, with nothing that is remembered of the published page.

        Here and not in `serve_preview`, which a page with routes of its own takes from Wagtail's mixin. The language is
        that of the address, as for readers.
        """
        self.is_draft_shown = True
        return super().make_preview_request(*args, **kwargs)

    def draft_notes(self):
        """What whoever edits or translates the page should know of it as it stands, as (level, text).

        Levels: "good", "small" (worth a look) or "bad". May take seconds.
        """
        return []

    def serve_password_required_response(self, request, form, action_url):
        """Ask for the password, and tell nothing of the page: its own context stays out."""
        context = {"form": form, "action_url": action_url}
        return TemplateResponse(request, "wagtailcore/password_required.html", context)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(language_context(self, request))
        context["breadcrumbs"] = breadcrumbs(self)
        context["meta"] = {
            "title": self.seo_title or self.title,
            "description": self.search_description or self.summary,
            "image": self.social_image or self.image,
            "robots": "",
        }
        return context


class TopicRow(Orderable):
    """A topic chosen on a page. The row's topic is of the source language; languages match by translation key.

    A subclass adds `page = ParentalKey(<page type>, related_name="topic_rows")`.
    """

    topic = models.ForeignKey("home.Topic", verbose_name=_("topic"), on_delete=models.CASCADE, related_name="+")

    panels = ["topic"]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class MunicipalityRow(Orderable):
    """A municipality chosen on a page.

    A subclass adds `page = ParentalKey(<page type>, related_name="municipality_rows")`.
    """

    municipality = models.ForeignKey(
        "home.MunicipalityPage", verbose_name=_("municipality"), on_delete=models.CASCADE, related_name="+"
    )

    panels = ["municipality"]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")


def classification_panel(heading):
    """The panel of a page's topics and municipalities."""
    return MultiFieldPanel(
        [
            InlinePanel("topic_rows", label=_("Topic"), heading=_("Topics")),
            InlinePanel("municipality_rows", label=_("Municipality"), heading=_("Municipalities")),
        ],
        heading=heading,
    )


class ClassifiedPageQuerySet(BasePageQuerySet):
    def about_topic(self, translation_key):
        return self.filter(topic_rows__topic__translation_key=translation_key)

    def in_municipality(self, translation_key):
        return self.filter(municipality_rows__municipality__translation_key=translation_key)


class ClassifiedPage(BasePage):
    """A page with rows of topics and municipalities."""

    objects = PageManager.from_queryset(ClassifiedPageQuerySet)()

    class Meta:
        abstract = True

    @cached_property
    def topics(self):
        """The page's topics, in the page's language; one that is not translated is left out."""
        topic_model = apps.get_model("home.Topic")
        ids = [row.topic_id for row in self.topic_rows.all()]
        if not ids:
            return []
        keys = topic_model.objects.filter(pk__in=ids).values("translation_key")
        return list(topic_model.objects.filter(locale_id=self.locale_id, translation_key__in=keys))

    @cached_property
    def municipalities(self):
        """The live, public pages of the page's municipalities, in the page's language."""
        page_model = apps.get_model("home.MunicipalityPage")
        ids = [row.municipality_id for row in self.municipality_rows.all()]
        if not ids:
            return []
        keys = page_model.objects.filter(pk__in=ids).values("translation_key")
        return list(page_model.objects.listed(self.locale_id).filter(translation_key__in=keys))
