"""Things that several pages use: topics, people, organisations, the site's texts in each language, exceptions."""

import unicodedata

from django.conf import settings
from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Replace
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from home.words import BORDER


class Topic(TranslatableMixin, index.Indexed, models.Model):
    """What a post, a training or a tip list is about."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(
        _("address part"),
        max_length=80,
        blank=True,
        help_text=_("Used in the addresses of filtered lists. Made from the name if left empty."),
    )

    panels = ["name", "slug"]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale_id")]
    override_translatable_fields = [BaseTranslatableField("slug")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [
            *getattr(TranslatableMixin.Meta, "constraints", []),
            models.UniqueConstraint(fields=["locale", "slug"], name="unique_topic_slug_in_language"),
        ]

    def __str__(self):
        return self.name

    def full_clean(self, *args, **kwargs):
        if not self.slug or self.is_untouched_copy():
            self.slug = self.free_slug()
        super().full_clean(*args, **kwargs)

    def is_untouched_copy(self):
        """Whether this is a translation that still has the slug of its source, though not its name."""
        return (
            self.locale.language_code != settings.LANGUAGE_CODE
            and Topic.objects.filter(translation_key=self.translation_key, slug=self.slug)
            .exclude(locale_id=self.locale_id)
            .exclude(name=self.name)
            .exists()
        )

    def free_slug(self):
        base = slugify(self.name)[:70] or "topic"
        taken = set(
            Topic.objects.filter(locale_id=self.locale_id, slug__startswith=base)
            .exclude(pk=self.pk)
            .values_list("slug", flat=True)
        )
        return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, 1000))) if slug not in taken)


class Organisation(TranslatableMixin, index.Indexed, models.Model):
    """A funder, an implementer, a partner or an association."""

    class Role(models.TextChoices):
        FUNDER = "funder", _("Funder")
        IMPLEMENTER = "implementer", _("Implementer")
        PARTNER = "partner", _("Partner")
        ASSOCIATION = "association", _("Association")

    name = models.CharField(_("name"), max_length=160)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    name_language = models.CharField(
        _("language of the name"),
        max_length=8,
        blank=True,
        help_text=_("Language code such as “fi”, only if the name is in another language than the page."),
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    logo = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("logo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    url = models.URLField(_("website"), blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        MultiFieldPanel(["name", "short_name", "name_language"], heading=_("Name")),
        "role",
        MultiFieldPanel(["logo", "url", "sort_order"], heading=_("How it is shown")),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale_id")]
    override_translatable_fields = [BaseTranslatableField("name_language")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.short_name or self.name


class Contact(TranslatableMixin, index.Indexed, models.Model):
    """A person of the project, or a role whose person is not told."""

    name = models.CharField(_("name"), max_length=120, blank=True)
    title = models.CharField(_("title or task"), max_length=120)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    photo = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("photograph"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    panels = [
        MultiFieldPanel(["name", "title", "organisation"], heading=_("Who")),
        MultiFieldPanel(["email", "phone"], heading=_("How to reach")),
        FieldPanel("photo"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("locale_id"),
    ]
    override_translatable_fields = [SynchronizedField("name"), SynchronizedField("phone")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["name", "title"]

    def __str__(self):
        return ", ".join(part for part in (self.name, self.title) if part)

    def clean(self):
        super().clean()
        if self.photo and self.photo.consent_error:
            raise ValidationError({"photo": self.photo.consent_error})

    @property
    @display(description=_("name"))
    def heading(self):
        """The person's name or, where it is not told, the title."""
        return self.name or self.title


class SiteTexts(TranslatableMixin, models.Model):
    """The site's own texts that have a language; one in each language."""

    name = models.CharField(_("short name of the project"), max_length=80)
    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    footer = models.TextField(_("text of the footer"), blank=True)
    funding_statement = models.TextField(
        _("funding statement"), blank=True, help_text=_("Who funds the project, in a sentence or two.")
    )
    emblem_line = models.CharField(
        _("name of the fund beside the EU emblem"),
        max_length=80,
        blank=True,
        help_text=_("Shown in the programme of 2014–2020 only; the later programme does not allow it."),
    )
    notice = models.TextField(
        _("notice on every page"),
        blank=True,
        max_length=300,
        help_text=_("Shown until the time set in the site settings."),
    )

    panels = [
        MultiFieldPanel(["name", "tagline"], heading=_("The project")),
        MultiFieldPanel(["footer", "funding_statement", "emblem_line"], heading=_("Footer and funding")),
        "notice",
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("site texts")
        verbose_name_plural = _("site texts")
        constraints = [
            *getattr(TranslatableMixin.Meta, "constraints", []),
            models.UniqueConstraint(fields=["locale"], name="one_site_texts_in_language"),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if self.locale_id and SiteTexts.objects.filter(locale_id=self.locale_id).exclude(pk=self.pk).exists():
            raise ValidationError(_("This language has its site texts already. Edit them instead."))


class HyphenException(models.Model):
    """A word whose places of hyphenation the editors say themselves; the same in every language."""

    word = models.CharField(
        _("word"),
        max_length=120,
        help_text=_(
            "Written with “·” or “|” where it may break: kunta·työn·tekijä. A word without a mark never breaks. "
            "It holds for inflected forms too. Only words of more than 14 letters break in headings and print."
        ),
    )

    panels = ["word"]

    class Meta:
        verbose_name = _("exception to hyphenation")
        verbose_name_plural = _("exceptions to hyphenation")
        ordering = ["word"]
        constraints = [
            models.UniqueConstraint(
                Replace("word", models.Value(BORDER), models.Value("")),
                name="one_hyphen_exception_for_word",
                violation_error_message=_("This word has its exception already. Edit that instead."),
            )
        ]

    def __str__(self):
        return self.word

    def save(self, *args, **kwargs):
        self.word = normalised(self.word)
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        self.word = normalised(self.word)
        if not all(part.isalpha() for part in self.word.split(BORDER)):
            raise ValidationError({"word": _("Write one word: letters, and “·” or “|” where it may break.")})


def normalised(word):
    """The word in small letters, composed, with one kind of mark."""
    return unicodedata.normalize("NFC", word).strip().lower().replace("|", BORDER)
