"""The page of a training."""

from datetime import UTC, datetime, time

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import OuterRef, Subquery
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index

from home.blocks import PLAIN_RICH_TEXT, BodyBlock
from home.blocks.links import DownloadBlock
from home.frame import for_request
from home.models import BasePage, ClassifiedPage, Contact, MunicipalityRow, TopicRow
from home.models.base import ClassifiedPageQuerySet
from trainings import facts
from trainings.blocks import QuestionBlock, SessionBlock

from .training import Seats, Training


class TrainingPageQuerySet(ClassifiedPageQuerySet):
    def annotated(self):
        """With the start of the training's own row, by which lists are ordered."""
        starts = Training.objects.filter(key=OuterRef("translation_key")).values("starts")[:1]
        return self.annotate(training_starts=Subquery(starts))

    def upcoming(self):
        keys = Training.objects.upcoming().order_by().values("key")
        return self.annotated().filter(translation_key__in=keys).order_by("training_starts", "pk")

    def past(self):
        keys = Training.objects.past().order_by().values("key")
        return self.annotated().filter(translation_key__in=keys).order_by("-training_starts", "-pk")

    def of_mode(self, mode):
        return self.filter(translation_key__in=Training.objects.filter(mode=mode).values("key"))

    def with_training(self):
        """The pages as a list, each with its `training` (one more query)."""
        pages = list(self.select_related("image").defer_streamfields())
        keys = [page.translation_key for page in pages]
        rows = {row.key: row for row in Training.objects.with_seats().filter(key__in=keys)}
        for page in pages:
            page.__dict__["training"] = rows.get(page.translation_key)
        return [page for page in pages if page.training]

    def telling_of(self, training, language):
        """The live page of a training in a language or, if there is none, its oldest live page; None without one."""
        pages = list(
            self.live()
            .filter(translation_key=training.key, alias_of__isnull=True)
            .select_related("locale")
            .order_by("pk")
        )
        return next((page for page in pages if page.locale.language_code == language), pages[0] if pages else None)

    def newest(self, count):
        """The next trainings; a page shows the past ones only in its index."""
        return self.upcoming()[:count].with_training()


FORM_ROUTE = rf"^({facts.ANY_SEGMENT})/$"  # the page sends the reader of another language's to its own
SHARED = _("All languages share these facts: change them on the source page.")


class TrainingPage(RoutablePageMixin, ClassifiedPage):
    """One training. Its facts are mirrored to its `Training` row when the page is published."""

    starts_on = models.DateField(_("first day"))
    starts_at = models.TimeField(_("starts at"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("Only if it is not the first day."))
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    details_later = models.BooleanField(_("time and place will be told later"), default=False)
    programme = StreamField([("session", SessionBlock())], verbose_name=_("programme"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    mode = models.CharField(_("mode"), max_length=8, choices=Training.Mode.choices, default=Training.Mode.ON_SITE)
    venue = models.CharField(_("place"), max_length=160, blank=True)
    address = models.CharField(_("street address"), max_length=200, blank=True)
    meeting_url = models.URLField(
        _("address of the online meeting"),
        blank=True,
        help_text=_("Never on the public page: only in mail and on the own pages of those who have a seat."),
    )
    venue_accessibility = models.TextField(
        _("accessibility of the place"),
        blank=True,
        max_length=500,
        help_text=_("Entrance, toilets, induction loop, quiet room, parking, assistance."),
    )
    languages = models.CharField(
        _("language of the training"), max_length=120, blank=True, help_text=_("In words, such as “Finnish”.")
    )
    material_languages = models.CharField(_("languages of the material"), max_length=120, blank=True)
    interpretation = models.TextField(_("interpretation and captioning"), blank=True, max_length=300)
    price = models.CharField(_("price"), max_length=120, blank=True)
    audience = models.TextField(_("for whom"), blank=True, max_length=300)

    registration = models.CharField(
        _("registration"),
        max_length=10,
        choices=Training.RegistrationKind.choices,
        default=Training.RegistrationKind.HERE,
    )
    registration_url = models.URLField(_("address of the registration"), blank=True)
    registration_opens = models.DateTimeField(_("registration opens"), null=True, blank=True)
    registration_closes = models.DateTimeField(_("registration closes"), null=True, blank=True)
    capacity = models.PositiveIntegerField(
        _("seats"), null=True, blank=True, help_text=_("Empty if there is room for everybody.")
    )
    waitlist_capacity = models.PositiveIntegerField(
        _("seats in the queue"), null=True, blank=True, help_text=_("Empty if the queue has no end; 0 for no queue.")
    )
    asks_telephone = models.BooleanField(_("ask for a telephone number"), default=True)
    asks_needs = models.BooleanField(
        _("ask what people need to take part"),
        default=True,
        help_text=_("Such as an interpreter or a diet where food is served. Seen only by those who may see it."),
    )
    questions = StreamField([("question", QuestionBlock())], verbose_name=_("questions of your own"), blank=True)
    retention_days = models.PositiveSmallIntegerField(
        _("registrations are kept (days)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(3650)],
        help_text=_("After the training; empty for what the training settings say."),
    )
    contact = models.ForeignKey(
        Contact,
        verbose_name=_("contact"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Give the contact a telephone number for those who have no e-mail."),
    )
    is_cancelled = models.BooleanField(_("the training is cancelled"), default=False)

    materials = StreamField([("file", DownloadBlock())], verbose_name=_("materials"), blank=True)
    recording_url = models.URLField(_("address of the recording"), blank=True)
    after_text = RichTextField(_("after the training"), features=PLAIN_RICH_TEXT, blank=True)

    objects = PageManager.from_queryset(TrainingPageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel(["starts_on", "starts_at"]),
                FieldRowPanel(["ends_on", "ends_at"]),
                "details_later",
                "is_cancelled",
            ],
            heading=_("When"),
            help_text=SHARED,
        ),
        MultiFieldPanel(["mode", "venue", "address", "venue_accessibility", "meeting_url"], heading=_("Where")),
        FieldPanel("body"),
        FieldPanel("programme"),
        MultiFieldPanel(
            ["audience", "languages", "material_languages", "interpretation", "price"],
            heading=_("Practical facts"),
        ),
        MultiFieldPanel(
            [
                "registration",
                "registration_url",
                FieldRowPanel(["registration_opens", "registration_closes"]),
                FieldRowPanel(["capacity", "waitlist_capacity"]),
                "contact",
                "asks_telephone",
                "asks_needs",
                "questions",
                "retention_days",
            ],
            heading=_("Registration"),
            help_text=SHARED,
        ),
        MultiFieldPanel(["materials", "recording_url", "after_text"], heading=_("Afterwards"), classname="collapsed"),
        MultiFieldPanel(
            [
                InlinePanel("topic_rows", label=_("Topic"), heading=_("Topics")),
                InlinePanel("municipality_rows", label=_("Municipality"), heading=_("Municipalities")),
            ],
            heading=_("What the training is about"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("programme"),
        index.SearchField("venue"),
        index.SearchField("audience"),
    ]

    card_template = "trainings/includes/card.html"
    preview_modes = [*BasePage.preview_modes, ("register", _("Registration form"))]
    parent_page_types = ["trainings.TrainingIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")

    def clean(self):
        super().clean()
        errors = {}
        if self.ends_at and not self.starts_at:
            errors["starts_at"] = _("Write when the training starts.")
        if self.starts_on:
            if self.ends_on and self.ends_on < self.starts_on:
                errors["ends_on"] = _("The last day must not be before the first day.")
            # In UTC: on the night when the clocks change, an hour is missing or there twice.
            elif self.starts_at and self.ends_at and self.ends.astimezone(UTC) <= self.starts.astimezone(UTC):
                errors["ends_at"] = _("The end must be after the start.")
            elif message := self.error_of_new_date():
                errors["starts_on"] = message
        if self.registration == Training.RegistrationKind.ELSEWHERE and not self.registration_url:
            errors["registration_url"] = _("Write the address where people register.")
        if self.registration == Training.RegistrationKind.CONTACT and not self.contact_id:
            errors["contact"] = _("Choose the contact to whom people register.")
        if self.registration_opens and self.registration_closes and self.registration_closes <= self.registration_opens:
            errors["registration_closes"] = _("Registration must close after it opens.")
        if errors:
            raise ValidationError(errors)

    def error_of_new_date(self):
        """Why the training cannot move to the page's dates because of the people in it; empty if it can."""
        now = timezone.now()
        row = Training.objects.filter(key=self.translation_key, registrations__isnull=False).first()
        if row is None or self.alias_of_id:
            return ""
        if row.ends > now >= self.ends and row.registrations.active().exists():
            return _("People have registered: the training cannot move into the past. Check the year.")
        if row.anonymised_at and self.ends > now:
            return _("This training was held, and its people are anonymised. Copy the page for a new one.")
        return ""

    # The page's own copy of the facts: only for mirroring and previews of drafts. Everything else reads `training`.

    @property
    def starts(self):
        """The start in the project's time zone; midnight if no time is known."""
        return timezone.make_aware(datetime.combine(self.starts_on, self.starts_at or time.min))

    @property
    def ends(self):
        """The end; the last moment of the last day if no time is known."""
        if self.ends_at:
            at = self.ends_at
        elif self.starts_at and not self.ends_on:
            at = self.starts_at
        else:
            at = time(23, 59, 59)
        return timezone.make_aware(datetime.combine(self.ends_on or self.starts_on, at))

    def facts(self):
        """The facts that the `Training` row mirrors, by the row's field names."""
        return {
            "name": self.title,
            "starts": self.starts,
            "ends": self.ends,
            "is_all_day": self.starts_at is None,
            "place": ", ".join(part for part in (self.venue, self.address) if part),
            **{
                name: getattr(self, name)
                for name in (
                    "details_later",
                    "mode",
                    "registration",
                    "registration_url",
                    "registration_opens",
                    "registration_closes",
                    "capacity",
                    "waitlist_capacity",
                    "contact_id",
                    "meeting_url",
                    "asks_telephone",
                    "asks_needs",
                    "retention_days",
                    "is_cancelled",
                )
            },
        }

    def session_times(self):
        """{block id: (start, end or None)} of the sessions whose time is known."""
        times = {}
        for block in self.programme:
            value = block.value
            if value["starts"] is None:
                continue
            day = value["date"] or self.starts_on
            ends = value["ends"]
            times[block.id] = (
                timezone.make_aware(datetime.combine(day, value["starts"])),
                timezone.make_aware(datetime.combine(day, ends)) if ends else None,
            )
        return times

    def question_facts(self):
        """{block id: the fields of its `Question` row} of the questions, in their order."""
        return {
            block.id: {
                "kind": block.value["kind"],
                "label": block.value["label"],
                "options": block.value.choices,
                "is_required": bool(block.value["is_required"]),
                "sort_order": number,
            }
            for number, block in enumerate(self.questions)
        }

    @cached_property
    def training(self):
        """The row of facts that all languages share; for a draft that was never published, its own facts."""
        key = (self.alias_of if self.alias_of_id else self).translation_key
        row = Training.objects.with_seats().filter(key=key).first()
        return self.training_of_draft(key, row) if row is None or self.is_draft_shown else row

    def training_of_draft(self, key, row):
        """The facts as this draft tells them, with the seats of the row if there is one; never saved."""
        draft = Training(key=key, is_published=True, **self.facts())
        seats = row.seats if row else Seats(0, 0)
        draft.confirmed_count, draft.waitlisted_count = seats.confirmed, seats.waitlisted
        return draft

    @property
    def when_text(self):
        return self.training.when_text(language=self.language)

    @property
    def when_iso(self):
        return facts.when_iso(self.training)

    @property
    def place_text(self):
        """Where it is held, in a few words."""
        return facts.place_text(self.training, ", ".join(part for part in (self.venue, self.address) if part))

    @cached_property
    def contact_in_language(self):
        return self.training.contact_in(self.language)

    @property
    def registration_action(self):
        """How to sign up now: {kind, url, text}, or None when one cannot."""
        return facts.registration_action(self)

    @property
    def form_url(self):
        """The address of the registration form."""
        return f"{self.url or ''}{facts.register_segment(self.language)}/"

    @path("")
    def show(self, request):
        return self.render(request)

    @path("calendar.ics/", name="calendar")
    def calendar(self, request):
        from trainings.calendar import calendar_response

        return calendar_response(self.title, [self], filename=f"{self.slug}.ics")

    @re_path(FORM_ROUTE, name="register")
    def register(self, request, segment):
        from trainings.signing_up import answer

        if segment != facts.register_segment(self.language):
            return redirect(self.form_url)
        return answer(request, self)

    def serve_preview(self, request, mode_name):
        if mode_name == "register":
            return self.register(request, facts.register_segment(self.language))
        return super().serve_preview(request, mode_name)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["sessions"] = facts.programme_by_day(self)
        context["facts"] = facts.practical_facts(self)
        context["calendar_url"] = f"{self.url}calendar.ics" if self.url else ""
        context["organizer_name"] = for_request(request).texts.get("name", "")
        context["jsonld"] = facts.event_jsonld(self, context)
        return context


class TrainingPageTopic(TopicRow):
    page = ParentalKey(TrainingPage, on_delete=models.CASCADE, related_name="topic_rows")


class TrainingPageMunicipality(MunicipalityRow):
    page = ParentalKey(TrainingPage, on_delete=models.CASCADE, related_name="municipality_rows")
