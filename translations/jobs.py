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
    if step == "order":
        # Whoever translates does not take the reviewer away.
        is_reviewed = bool(job.reviewer_id) and user.pk == job.assignee_id
        return not is_reviewed and rights.can_order(user, job.translation.target_locale)
    target = target or rights.target_of(job.translation)
    if target is None:
        return False
    if step in ("approve", "send_back"):
        # The reviewer or, in the reviewer's place, whoever may publish; never the translator.
        is_other = user.pk != job.assignee_id
        return is_other and (user.pk == job.reviewer_id or rights.can_publish(user, target))
    if step == "publish":
        return rights.can_publish(user, target)
    if step == "comment" and (user.pk == job.reviewer_id or may(user, job, "order")):
        return True
    return rights.can_edit(user, target)


def allowed(user, job, target=None):
    """The steps that somebody may take now, by their rights and the job's state, as a set of names."""
    steps = {name for name in STEPS if job.state in STEPS[name]} | {"order", "comment"}
    if job.reviewer_id is None:
        steps.discard("hand_in")
    return {name for name in steps if may(user, job, name, target)}


def is_to_hand_in(job):
    """Whether the next step is to hand in: there is a reviewer, and the translator has it."""
    return job.reviewer_id is not None and job.state in STEPS["hand_in"]


@transaction.atomic
def order(translation, user, values):
    """Set who translates and reviews, by when, how urgent, and the note.

    `values`: the FIELDS that are to change, empty ones included. What was published with gaps is to do again. Whoever
    becomes the translator, or the reviewer of what waits for one, is told. `user` None stands for a command. Returns
    the job. Raises ValidationError if the translator would review the own work; rights are the caller's to ask.
    """
    job, is_new = Job.objects.get_or_create(translation=translation, defaults={"created_by": user})
    job = Job.objects.select_for_update().get(pk=job.pk)
    changed = [name for name in FIELDS if name in values and getattr(job, name) != values[name]]
    for name in changed:
        setattr(job, name, values[name])
    job.clean()
    if job.created_by_id is None:
        job.created_by = user
    if job.state == State.REVIEW and job.reviewer_id is None:
        job.state = State.IN_PROGRESS  # there is nobody any more for whose word it would wait
    if job.state == State.PUBLISHED and is_incomplete(translation):
        job.state = State.TODO
    job.save()
    if is_new:
        note(job, Kind.ORDERED, user)
    if "assignee" in changed and job.assignee_id:
        note(job, Kind.ASSIGNED, user, person=job.assignee)
    others = [name for name in changed if name != "assignee" or job.assignee_id is None]
    if others and not is_new:
        note(job, Kind.CHANGED, user, text=" ".join(others))
    return job


def is_incomplete(translation):
    """Whether some texts are not translated."""
    total, done = translation.get_progress()
    return done < total


@transaction.atomic
def note_edit(job, user, context_id):
    """Somebody has written a segment: the work goes on, and that is where to open it again.

    What nobody was given is theirs from now on. A reviewer's own corrections leave the job in review.
    """
    job = Job.objects.select_for_update().get(pk=job.pk)
    is_reviewing = user.pk == job.reviewer_id and job.state in (State.REVIEW, State.APPROVED)
    is_begun = job.state != State.IN_PROGRESS and not is_reviewing
    job.last_context_id = context_id
    if is_begun:
        job.state = State.IN_PROGRESS
    if job.assignee_id is None and user.pk != job.reviewer_id:
        job.assignee = user
    job.save(update_fields=["state", "assignee", "last_context"])
    if is_begun:
        note(job, Kind.STARTED, user)


def hand_in(job, user, text=""):
    """Give the translation to the reviewer. Raises PermissionDenied, or WrongStateError (also without a reviewer)."""
    return step(job, user, "hand_in", State.REVIEW, Kind.HANDED_IN, text, reviewer__isnull=False)


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
def step(job, user, name, state, kind, text, **condition):
    """Take a step from the state in which the job is now, whatever the caller has read."""
    if not may(user, job, name):
        raise PermissionDenied
    if not Job.objects.filter(pk=job.pk, state__in=STEPS[name], **condition).update(state=state):
        raise WrongStateError
    job.refresh_from_db()
    return note(job, kind, user, text=text)


@transaction.atomic
def note_published(job, user, lacks=None):
    """The translation has been published; `lacks`: see `publishing.lacks_of`, if somebody published it anyway."""
    Job.objects.filter(pk=job.pk).update(state=State.PUBLISHED)
    job.state = State.PUBLISHED
    text = " ".join(f"{name}={number}" for name, number in (lacks or {}).items())
    note(job, Kind.PUBLISHED_ANYWAY if lacks else Kind.PUBLISHED, user, text=text)


@transaction.atomic
def note_source_changed(job, number):
    """The source has `number` texts that are not translated yet: there is work again."""
    Job.objects.filter(pk=job.pk).exclude(state=State.IN_PROGRESS).update(state=State.TODO)
    job.refresh_from_db()
    note(job, Kind.SOURCE_CHANGED, None, number=number)


@transaction.atomic
def note(job, kind, user, **values):
    """Add to the history, and tell whom it concerns."""
    event = JobEvent.objects.create(job=job, kind=kind, user=user, **values)
    mail.tell(event)
    return event
