"""How far the translations of objects are, computed from what is there each time it is asked."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """The state of one object in one language. The first that is true holds."""

    MISSING = "missing", _("Missing")  # no page, or an alias alone
    SEPARATE = "separate", _("Not connected to the source")  # a page that wagtail-localize does not translate
    REVIEW = "review", _("In review")  # the job is with the reviewer
    OUTDATED = "outdated", _("Outdated")  # readers see a translation of an older source
    TRANSLATING = "translating", _("In translation")  # texts are missing
    MACHINE = "machine", _("Machine-translated parts")  # complete, with texts by a machine that nobody has read
    DRAFT = "draft", _("Draft")  # complete, not published, or changed since
    UP_TO_DATE = "up_to_date", _("Up to date")


@dataclass(frozen=True)
class Status:
    """One object in one language. Counts are of texts (segments); `words_left` is of the source's words."""

    state: State
    translation_id: int | None = None
    target_id: int | None = None
    total: int = 0
    done: int = 0
    machine: int = 0
    words_left: int = 0
    job_id: int | None = None

    @property
    def percent(self):
        """How much is translated, rounded down, so that 100 means all."""
        return self.done * 100 // self.total if self.total else 100
