"""The states of a translation job: to do → in progress → in review → approved → published; who may move it, and what
is told to whom. Every change of a job goes through here, and leaves an event in its history."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from translations import mail, rights
from translations.models import Job, JobEvent

State, Kind = Job.State, JobEvent.Kind

FIELDS = ("assignee", "reviewer", "due_on", "priority", "note")
# From which states each step can be taken.
STEPS = {
    "hand_in": {State.TODO, State.IN_PROGRESS},
    "approve": {State.REVIEW},
    "send_back": {State.REVIEW, State.APPROVED},
}


class WrongStateError(Exception):
    """The job is not in a state from which the step can be taken; somebody else may have been quicker."""


def job_of(translation):
    """The job of a translation, made if there is none yet."""
    return Job.objects.get_or_create(translation=translation)[0]


def may(user, job, step, target=None):
    """Whether somebody may take a step: "order", "hand_in", "approve", "send_back", "comment", "publish".

    `target`: the translated object, if the caller has it. Whether the job's state allows the step is not asked.
    """
    target = target or rights.target_of(job.translation)
    if step == "order":
        return rights.can_submit(user)
    if target is None:
        return False
    if step in ("approve", "send_back"):
        # The reviewer; or, in the reviewer's place, whoever may publish and has not translated it.
        is_other = user.pk != job.assignee_id
        return user.pk == job.reviewer_id or user.is_superuser or (is_other and rights.can_publish(user, target))
    if step == "publish":
        return rights.can_publish(user, target)
    return rights.can_edit(user, target) or (step == "comment" and user.pk == job.reviewer_id)


@transaction.atomic
def order(translation, user, values):
    """Set who translates and reviews, by when, how urgent, and the note.

    `values`: the FIELDS that are to change, empty ones included. Whoever becomes the translator is told. Raises
    nothing: `user` None stands for a command. Returns the job.
    """
    job, is_new = Job.objects.get_or_create(translation=translation, defaults={"created_by": user})
    job = Job.objects.select_for_update().get(pk=job.pk)
    changed = [name for name in FIELDS if name in values and getattr(job, name) != values[name]]
    for name in changed:
        setattr(job, name, values[name])
    if changed:
        job.save(update_fields=changed)
    if is_new:
        note(job, Kind.ORDERED, user)
    if "assignee" in changed and job.assignee_id:
        note(job, Kind.ASSIGNED, user, text=job.assignee.get_full_name() or job.assignee.get_username())
    elif changed and not is_new:
        note(job, Kind.CHANGED, user)
    return job


@transaction.atomic
def note_edit(job, user, context_id):
    """Somebody has written a segment: the work goes on, and that is where to open it again."""
    states = {State.TODO, State.REVIEW, State.APPROVED, State.PUBLISHED}
    if Job.objects.filter(pk=job.pk, state__in=states).update(state=State.IN_PROGRESS):
        note(job, Kind.STARTED, user)
    Job.objects.filter(pk=job.pk).update(last_context=context_id)


def hand_in(job, user, text=""):
    """Give the translation to the reviewer. Raises PermissionDenied, or WrongStateError (also without a reviewer)."""
    if job.reviewer_id is None:
        raise WrongStateError
    return step(job, user, "hand_in", State.REVIEW, Kind.HANDED_IN, text)


def approve(job, user, text=""):
    """Find the translation good. Raises PermissionDenied or WrongStateError."""
    return step(job, user, "approve", State.APPROVED, Kind.APPROVED, text)


def send_back(job, user, text):
    """Give the translation back with a word on what is to be mended. Raises PermissionDenied or WrongStateError."""
    return step(job, user, "send_back", State.IN_PROGRESS, Kind.SENT_BACK, text)


def comment(job, user, text):
    """Say something about the job. Raises PermissionDenied."""
    if not may(user, job, "comment"):
        raise PermissionDenied
    return note(job, Kind.COMMENTED, user, text=text)


@transaction.atomic
def step(job, user, name, state, kind, text):
    if not may(user, job, name):
        raise PermissionDenied
    if not Job.objects.filter(pk=job.pk, state__in=STEPS[name]).update(state=state):
        raise WrongStateError
    job.state = state
    return note(job, kind, user, text=text)


@transaction.atomic
def note_published(job, user, reasons=()):
    """The translation has been published; `reasons`: why it was not ready, if somebody published it anyway."""
    Job.objects.filter(pk=job.pk).update(state=State.PUBLISHED)
    note(job, Kind.PUBLISHED_ANYWAY if reasons else Kind.PUBLISHED, user, text="\n".join(map(str, reasons)))


@transaction.atomic
def note_source_changed(job, number):
    """The source has `number` texts that are not translated yet: there is work again."""
    Job.objects.filter(pk=job.pk).update(state=State.TODO)
    note(job, Kind.SOURCE_CHANGED, None, number=number)


def note(job, kind, user, **values):
    """Add to the history, and tell whom it concerns."""
    event = JobEvent.objects.create(job=job, kind=kind, user=user, **values)
    mail.tell(event)
    return event
