"""What the translators' workplace keeps beside wagtail-localize's own models."""

from .bulk import BulkAction, BulkItem
from .glossary import GlossaryTerm
from .jobs import Job, JobEvent, MailPreference

__all__ = ["BulkAction", "BulkItem", "GlossaryTerm", "Job", "JobEvent", "MailPreference"]
