"""What people are told because time has come: that the training is near, and where its materials are after it."""

from collections import defaultdict
from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Site

from home.models import OutboxMessage
from trainings.mail import has_materials
from trainings.models import Call, Kind, Registration, Training, TrainingPage, TrainingSettings
from trainings.registration import mail_kind, tell

MATERIALS_DAYS = 30
# Who was told a day ago that they have a seat need not be told again yet.
AFTER_CONFIRMATION = timedelta(days=1)
# When a training without a known time would have its reminder: not at midnight.
ALL_DAY_CLOCK = time(9)


def tell_due():
    """Tell everybody who is to be told by now. Each is told once, on however many machines this runs."""
    if Site.objects.filter(is_default_site=True).exists():
        remind()
        tell_of_materials()


def remind():
    """Queue the reminders of trainings that start soon, one for each start day: a moved training has a new one."""
    days = TrainingSettings.current().reminder_days
    if not days:
        return
    now = timezone.now()
    near = Training.objects.filter(is_cancelled=False, starts__gt=now, starts__lt=now + timedelta(days=days + 1))
    by_day = defaultdict(list)
    for training in near:
        if reminder_time(training, days) <= now:
            by_day[training.first_day.isoformat()].append(training.pk)
    for day, trainings in by_day.items():
        people = (
            Registration.objects.confirmed()
            .alias(confirmed_at=Coalesce("promoted_at", "created_at"))
            .filter(training__in=trainings, anonymised_at__isnull=True, confirmed_at__lt=now - AFTER_CONFIRMATION)
        )
        tell(untold(people, Kind.REMINDER, day), Kind.REMINDER, turn=day)


def reminder_time(training, days):
    """The same time of day so many days before, by the clocks of that day, even if they change in between."""
    at = ALL_DAY_CLOCK if training.is_all_day else timezone.localtime(training.starts).time()
    return timezone.make_aware(datetime.combine(training.first_day - timedelta(days=days), at))


def reminder_is_to_come(training):
    """Whether those who have a seat will still be reminded."""
    days = TrainingSettings.current().reminder_days
    return bool(days) and reminder_time(training, days) > timezone.now()


def tell_of_materials():
    """Queue the mails to those who took part in a training whose page has got materials since."""
    now = timezone.now()
    ended = Training.objects.filter(is_cancelled=False, ends__range=(now - timedelta(days=MATERIALS_DAYS), now))
    pages = TrainingPage.objects.live().filter(translation_key__in=ended.values("key"), alias_of__isnull=True)
    keys = {page.translation_key for page in pages if has_materials(page)}
    marked = Registration.objects.filter(training=OuterRef("training")).exclude(
        attendance=Registration.Attendance.UNKNOWN
    )
    people = (
        Registration.objects.confirmed()
        .filter(training__key__in=keys, anonymised_at__isnull=True)
        .filter(Q(attendance=Registration.Attendance.PRESENT) | ~Exists(marked))
    )
    tell(untold(people, Kind.MATERIALS, ""), Kind.MATERIALS)


def untold(people, kind, turn):
    """Those of the people who have neither a mail nor a call of this kind and turn yet."""
    mails = OutboxMessage.objects.filter(kind=mail_kind(kind), turn=turn, about=OuterRef("pk"))
    calls = Call.objects.filter(kind=kind, turn=turn, registration=OuterRef("pk"))
    return people.exclude(Exists(mails)).exclude(Exists(calls)).only("pk", "email")
