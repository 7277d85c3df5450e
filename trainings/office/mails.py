"""How the mails to participants fare, as the outbox knows it."""

from collections import defaultdict

from django.db.models import Count
from django.utils.translation import gettext as _

from home.models import OutboxMessage
from trainings.models import Kind, Registration
from trainings.registration import mail_kind

State = OutboxMessage.State
KINDS = {mail_kind(kind): kind for kind in Kind}


def mails_of(numbers):
    """The mails to the people with these numbers, the newest last."""
    return OutboxMessage.objects.filter(kind__in=KINDS, about__in=numbers).order_by("created_at", "pk")


def add_mail_state(people):
    """Give each person of a list the worst `mail_state` and the `mail_problem` of a given-up mail (one query)."""
    found = defaultdict(dict)
    for mail in mails_of([item.pk for item in people]):
        found[mail.about][mail.state] = mail
    for item in people:
        states = found[item.pk]
        item.mail_state = next(
            (state for state in (State.DEAD, State.QUEUED, State.SENDING, State.SENT) if state in states), None
        )
        item.mail_problem = problem_text(states[State.DEAD]) if State.DEAD in states else ""


def problem_text(mail):
    """Why a mail was not delivered, for people who know no codes; the code stays for those who do."""
    if mail.problem.startswith("SMTP 5"):
        return _("The mail server refused the address or the mail (%(code)s)") % {"code": mail.problem}
    return _("The mail could not be handed over (%(code)s)") % {"code": mail.problem}


def dead_letters(training_ids):
    """{number of the training: its given-up mails}, for those that have any (two queries)."""
    mails = OutboxMessage.objects.filter(kind__in=KINDS, state=State.DEAD).values("about").annotate(count=Count("pk"))
    counts = {row["about"]: row["count"] for row in mails}
    problems = defaultdict(int)
    people = Registration.objects.filter(pk__in=counts, training__in=training_ids)
    for pk, training_id in people.order_by().values_list("pk", "training_id"):
        problems[training_id] += counts[pk]
    return dict(problems)
