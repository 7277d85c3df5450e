"""The models of the ground floor, by room."""

from .base import BasePage, ClassifiedPage, MunicipalityRow, TopicRow
from .feedback import Feedback, FeedbackPage
from .images import SiteImage, SiteRendition
from .municipalities import MunicipalityIndexPage, MunicipalityPage
from .outbox import OutboxMessage
from .pages import HomePage, StandardPage
from .settings import SiteSettings
from .snippets import Contact, HyphenException, Organisation, SiteTexts, Topic

__all__ = [
    "BasePage",
    "ClassifiedPage",
    "Contact",
    "Feedback",
    "FeedbackPage",
    "HomePage",
    "HyphenException",
    "MunicipalityIndexPage",
    "MunicipalityPage",
    "MunicipalityRow",
    "Organisation",
    "OutboxMessage",
    "SiteImage",
    "SiteRendition",
    "SiteSettings",
    "SiteTexts",
    "StandardPage",
    "Topic",
    "TopicRow",
]
