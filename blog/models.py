"""The blog: an index for each language, and its posts."""

import math

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from home import dates
from home.blocks import BodyBlock
from home.listing import Filter, Listing, municipality_filter, topic_filter
from home.models import BasePage, ClassifiedPage, Contact, MunicipalityRow, TopicRow
from home.models.base import ClassifiedPageQuerySet, classification_panel
from home.remembered import remember

WORDS_IN_MINUTE = 170  # a reading speed of Finnish text, whose words are long


class BlogIndexPage(RoutablePageMixin, BasePage):
    """All posts of one language, with filters and feeds."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.BlogPage"]

    class Meta:
        verbose_name = _("blog")
        verbose_name_plural = _("blogs")

    def posts(self):
        return BlogPage.objects.listed(self.locale_id).for_cards()

    @path("")
    def list_posts(self, request):
        return self.render(request)

    @path("feed/rss/", name="rss")
    def rss(self, request):
        from .feeds import RssFeed

        return RssFeed()(request, page=self)

    @path("feed/atom/", name="atom")
    def atom(self, request):
        from .feeds import AtomFeed

        return AtomFeed()(request, page=self)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        posts = self.posts()
        years = remember(
            f"years-{self.locale_id}",
            lambda: [str(day.year) for day in posts.dates("published_on", "year", order="DESC")],
        )
        by_year = Filter(
            "year",
            gettext("Year"),
            {year: year for year in years},
            lambda pages, year: pages.filter(published_on__year=int(year)),
        )
        listing = Listing(request, posts, [topic_filter(self.locale_id), municipality_filter(self.locale_id), by_year])
        listing.add_to(context)
        BlogPage.give_writers(listing.items)
        topic = listing.chosen.get("topic")
        query = f"?topic={topic}" if topic and not listing.has_unknown else ""
        context["feeds"] = [
            {
                "title": f"{self.title} ({name})",
                "url": f"{self.url}feed/{kind}/{query}",
                "type": f"application/{kind}+xml",
            }
            for kind, name in (("rss", "RSS"), ("atom", "Atom"))
        ]
        return context


class BlogPageQuerySet(ClassifiedPageQuerySet):
    def for_cards(self):
        """Newest first, with what cards show; writers are given by `BlogPage.give_writers`."""
        return self.select_related("image").defer_streamfields().order_by("-published_on", "-pk")

    def newest(self, count):
        posts = list(self.for_cards()[:count])
        BlogPage.give_writers(posts)
        return posts


class BlogPage(ClassifiedPage):
    """One post."""

    class Precision(models.TextChoices):
        DAY = "day", _("Day")
        MONTH = "month", _("Month only")

    published_on = models.DateField(_("date of publication"), default=timezone.localdate)
    published_precision = models.CharField(
        _("how the date is shown"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    body = StreamField(BodyBlock(), verbose_name=_("content"))

    objects = PageManager.from_queryset(BlogPageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        InlinePanel("writer_rows", label=_("Writer"), heading=_("Writers")),
        MultiFieldPanel(["published_on", "published_precision"], heading=_("Date")),
        FieldPanel("body"),
        classification_panel(_("What the post is about")),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("published_on")]

    card_template = "blog/includes/card.html"
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("blog post")
        verbose_name_plural = _("blog posts")

    @property
    def published_text(self):
        """The date as the editor chose it: a day, or the month alone ("tammikuu 2022")."""
        if self.published_precision == self.Precision.MONTH:
            return dates.month_text(self.published_on, language=self.language)
        return dates.day_text(self.published_on, weekday=False, language=self.language)

    @property
    def published_iso(self):
        whole = self.published_on.isoformat()
        return whole[:7] if self.published_precision == self.Precision.MONTH else whole

    @cached_property
    def reading_minutes(self):
        words = sum(len(text.split()) for text in self._meta.get_field("body").get_searchable_content(self.body))
        return max(1, math.ceil(words / WORDS_IN_MINUTE))

    @cached_property
    def writers(self):
        """The writers as {name, title, organisation}; see `give_writers` for lists."""
        self.give_writers([self])
        return self.__dict__["writers"]

    @staticmethod
    def give_writers(posts):
        """Fill `writers` of many posts of one language by two queries; an untranslated contact is as it is."""
        rows = [row for post in posts for row in post.writer_rows.all()] if len(posts) == 1 else None
        if rows is None:
            rows = list(BlogWriter.objects.filter(page__in=posts).order_by("sort_order"))
        contacts = {}
        ids = {row.contact_id for row in rows if row.contact_id}
        if ids:
            keys = Contact.objects.filter(pk__in=ids).values("translation_key")
            family = list(Contact.objects.filter(translation_key__in=keys).select_related("organisation"))
            in_language = {item.translation_key: item for item in family if item.locale_id == posts[0].locale_id}
            contacts = {item.pk: in_language.get(item.translation_key, item) for item in family}
        for post in posts:
            post.__dict__["writers"] = [
                row.as_writer(contacts.get(row.contact_id)) for row in rows if row.page_id == post.pk
            ]

    def related(self, count=3):
        """Other posts: those with most topics in common first, then the newest."""
        keys = [topic.translation_key for topic in self.topics]
        posts = (
            BlogPage.objects.listed(self.locale_id)
            .exclude(pk=self.pk)
            .annotate(shared=Count("topic_rows", filter=Q(topic_rows__topic__translation_key__in=keys), distinct=True))
            .select_related("image")
            .defer_streamfields()
            .order_by("-shared", "-published_on", "-pk")[:count]
        )
        posts = list(posts)
        self.give_writers(posts)
        return posts

    def neighbours(self):
        """The older and the newer post of the language by date, each or None."""
        posts = BlogPage.objects.listed(self.locale_id).defer_streamfields().exclude(pk=self.pk)
        same_day = Q(published_on=self.published_on)
        older = posts.filter(Q(published_on__lt=self.published_on) | same_day & Q(pk__lt=self.pk or 0))
        newer = posts.filter(Q(published_on__gt=self.published_on) | same_day & Q(pk__gt=self.pk or 0))
        return (
            older.order_by("-published_on", "-pk").first(),
            newer.order_by("published_on", "pk").first(),
        )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        surroundings = dict(self.remembered("post", self.surroundings))
        self.__dict__.update({name: surroundings.pop(name) for name in ("topics", "writers", "reading_minutes")})
        context.update(surroundings)
        context["jsonld"] = self.jsonld(context)
        return context

    def surroundings(self):
        """What the page shows besides its body; costs about ten queries."""
        previous_post, next_post = self.neighbours()
        return {
            "topics": self.topics,
            "writers": self.writers,
            "reading_minutes": self.reading_minutes,
            "related": self.related(),
            "previous_post": previous_post,
            "next_post": next_post,
        }

    def jsonld(self, context):
        """The post as schema.org BlogPosting."""
        people = [
            {
                "@type": "Person" if writer["name"] else "Organization",
                "name": writer["name"] or writer["organisation"] or writer["title"],
            }
            for writer in self.writers
        ]
        return {
            "@context": "https://schema.org",
            "@type": "BlogPosting",
            "headline": self.title,
            "description": self.summary,
            "datePublished": self.published_iso,
            "dateModified": dates.iso_text(self.last_published_at) if self.last_published_at else None,
            "inLanguage": self.language,
            "mainEntityOfPage": context["canonical"],
            "author": people or None,
            "keywords": [topic.name for topic in self.topics] or None,
        }


class BlogWriter(Orderable):
    """A writer of a post: one of the team's contacts, or a guest who is not shown among the team."""

    page = ParentalKey(BlogPage, on_delete=models.CASCADE, related_name="writer_rows")
    contact = models.ForeignKey(
        Contact, verbose_name=_("contact"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("guest's name"), max_length=120, blank=True)
    organisation = models.CharField(_("guest's organisation"), max_length=160, blank=True)

    panels = ["contact", "name", "organisation"]

    class Meta(Orderable.Meta):
        verbose_name = _("writer")
        verbose_name_plural = _("writers")

    def clean(self):
        super().clean()
        if bool(self.contact_id) == bool(self.name.strip()):
            raise ValidationError({"name": _("Choose a contact or write a guest's name, one of them.")})

    def as_writer(self, contact):
        """The writer in words; `contact` is the row's contact, in the post's language if it is translated."""
        if contact is None:
            return {"name": self.name, "title": "", "organisation": self.organisation}
        organisation = contact.organisation
        return {
            "name": contact.name,
            "title": contact.title,
            "organisation": str(organisation) if organisation else "",
        }


class BlogPageTopic(TopicRow):
    page = ParentalKey(BlogPage, on_delete=models.CASCADE, related_name="topic_rows")


class BlogPageMunicipality(MunicipalityRow):
    page = ParentalKey(BlogPage, on_delete=models.CASCADE, related_name="municipality_rows")
