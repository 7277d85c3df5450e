"""Trainings: the pages that editors write, the ledger of facts and seats that all languages share, the people in it."""

from .index import TrainingIndexPage
from .mail_texts import Kind, MailText
from .office import AccessLogEntry, Call, Message, TrainingSettings
from .pages import TrainingPage, TrainingPageMunicipality, TrainingPageTopic
from .registration import Answer, OwnPageLink, Registration, RegistrationNeeds
from .training import Question, Session, Training

__all__ = [
    "AccessLogEntry",
    "Answer",
    "Call",
    "Kind",
    "MailText",
    "Message",
    "OwnPageLink",
    "Question",
    "Registration",
    "RegistrationNeeds",
    "Session",
    "Training",
    "TrainingIndexPage",
    "TrainingPage",
    "TrainingPageMunicipality",
    "TrainingPageTopic",
    "TrainingSettings",
]
