"""The files made of lists, and how often they are fetched."""

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tiplists import printing

from .pages import TipListPage


class PrintedFile(models.Model):
    """The newest good file of a list in one form, and what became of a later attempt that failed.

    `key` is what the file was made from (`home.typesetting.key_of`); `name` is its place in the storage "rendered".
    """

    page = models.ForeignKey(
        TipListPage, verbose_name=_("tip list"), on_delete=models.CASCADE, related_name="printed_files"
    )
    variant = models.CharField(_("form"), max_length=12)
    key = models.CharField(_("key"), max_length=64, blank=True)
    name = models.CharField(_("file"), max_length=160, blank=True)
    bytes = models.PositiveIntegerField(_("bytes"), default=0)
    # What the template tells: pages, size of the type in points, whether it fits.
    facts = models.JSONField(_("facts"), default=dict)
    failed_key = models.CharField(_("key that failed"), max_length=64, blank=True)
    failed_at = models.DateTimeField(_("failed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("printed file")
        verbose_name_plural = _("printed files")
        constraints = [models.UniqueConstraint(fields=["page", "variant"], name="one_file_of_each_variant")]

    def __str__(self):
        return f"{self.page_id} {self.variant}"


class FetchCount(models.Model):
    """How often a list's file was downloaded or its code scanned in a month. Nobody's address is kept."""

    SCAN, BOOKLET = "scan", "booklet"

    page = models.ForeignKey(
        TipListPage, verbose_name=_("tip list"), on_delete=models.CASCADE, related_name="fetch_counts"
    )
    kind = models.CharField(_("form"), max_length=12)  # a variant of `tiplists.printing`, SCAN or BOOKLET
    month = models.DateField(_("month"))
    count = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        verbose_name = _("count of downloads")
        verbose_name_plural = _("counts of downloads")
        constraints = [models.UniqueConstraint(fields=["page", "kind", "month"], name="one_count_of_each_month")]

    def __str__(self):
        return f"{self.page_id} {self.kind} {self.month:%Y-%m}: {self.count}"

    @property
    def kind_text(self):
        others = {self.SCAN: _("Code scanned"), self.BOOKLET: _("In a booklet")}
        return others.get(self.kind) or printing.VARIANTS[self.kind].label

    @classmethod
    def add(cls, page_id, kind):
        """Count one more in this month."""
        month = timezone.localdate().replace(day=1)
        row, _is_new = cls.objects.get_or_create(page_id=page_id, kind=kind, month=month)
        cls.objects.filter(pk=row.pk).update(count=F("count") + 1)
