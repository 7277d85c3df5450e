"""The index of trainings."""

from itertools import groupby

from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from home.listing import Filter, Listing, municipality_filter, topic_filter
from home.models import BasePage

from .pages import TrainingPage
from .training import Training


class TrainingIndexPage(RoutablePageMixin, BasePage):
    """The coming and the past trainings of one language, and a calendar to subscribe to."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["trainings.TrainingPage"]

    class Meta:
        verbose_name = _("trainings, index")
        verbose_name_plural = _("trainings, indexes")

    def trainings(self):
        return TrainingPage.objects.listed(self.locale_id)

    def coming(self, filters, chosen):
        """The coming trainings by months: [{month, items}]. They stand before the first page of the past ones."""
        pages = self.trainings().upcoming()
        for item in filters:
            if item.name in chosen:
                value = chosen[item.name]
                pages = item.apply(pages, value) if value in item.options else pages.none()
        months = groupby(pages.with_training(), key=lambda page: page.training.first_day.replace(day=1))
        return [{"month": month, "items": list(items)} for month, items in months]

    @path("")
    def list_trainings(self, request):
        return self.render(request)

    @path("calendar.ics/", name="calendar")
    def calendar(self, request):
        from trainings.calendar import calendar_response

        pages = self.trainings().upcoming()
        topics = topic_filter(self.locale_id)
        slug = request.GET.get("topic")
        if slug:
            if slug not in topics.options:
                raise Http404
            pages = topics.apply(pages, slug)
        return calendar_response(self.title, pages.with_training(), filename="calendar.ics")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        by_mode = Filter(
            "mode",
            gettext("Mode"),
            {value.replace("_", "-"): str(label) for value, label in Training.Mode.choices},
            lambda pages, value: pages.of_mode(value.replace("-", "_")),
        )
        filters = [topic_filter(self.locale_id), municipality_filter(self.locale_id), by_mode]
        listing = Listing(request, self.trainings().past(), filters)
        listing.add_to(context)
        listing.items = listing.page.object_list.with_training()
        context["coming"] = self.coming(filters, listing.chosen) if listing.page.number == 1 else []
        context["calendar_url"] = f"{self.url}calendar.ics"
        return context
