"""Who may do what with a translation job, in which state, and what is left in its history."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError

from home.models import Organisation
from tests.factories import fresh, make_post, make_user
from tests.served import database_copy, working_on
from tests.translations.translating import followed, make_job, translator, write_all
from translations import jobs, publishing, rights
from translations.models import Job, JobEvent

pytestmark = pytest.mark.django_db

State, Kind = Job.State, JobEvent.Kind


@pytest.fixture
def translation():
    return followed(make_post())


@pytest.fixture
def people():
    """Somebody of each role: the translator and the reviewer of the job, and four who are neither."""
    return {
        "translator": translator(),
        "reviewer": translator(),
        "colleague": translator(),
        "editor": make_user("Editors", email="editor@example.org"),
        "translator of English": translator("en"),
        "organiser": make_user("Training organisers"),
        "reader": make_user(),
        "administrator": make_user(is_superuser=True),
    }


@pytest.fixture
def job(translation, people):
    return make_job(translation, people["editor"], assignee=people["translator"], reviewer=people["reviewer"])


def kinds(job):
    return list(job.events.values_list("kind", flat=True))


OTHERS = {"colleague", "editor", "administrator"}
MAY = {
    "order": {"reviewer", *OTHERS},
    "hand_in": {"translator", "reviewer", *OTHERS},
    "approve": {"reviewer", *OTHERS},
    "send_back": {"reviewer", *OTHERS},
    "comment": {"translator", "reviewer", *OTHERS},
    "publish": {"translator", "reviewer", *OTHERS},
}


@pytest.mark.parametrize("step", MAY)
def test_each_role_may_take_its_steps_alone(job, people, step):
    assert {role for role, user in people.items() if jobs.may(user, job, step)} == MAY[step]
    assert not jobs.may(AnonymousUser(), job, step)


DO = {
    "hand_in": lambda job, user: jobs.hand_in(job, user, "Klar"),
    "approve": lambda job, user: jobs.approve(job, user),
    "send_back": lambda job, user: jobs.send_back(job, user, "Rubriken"),
}
LEADS = {
    ("hand_in", State.TODO): State.REVIEW,
    ("hand_in", State.IN_PROGRESS): State.REVIEW,
    ("approve", State.REVIEW): State.APPROVED,
    ("send_back", State.REVIEW): State.IN_PROGRESS,
    ("send_back", State.APPROVED): State.IN_PROGRESS,
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", DO)
@pytest.mark.parametrize("role", ["translator", "reviewer", "editor", "translator of English", "reader"])
def test_a_step_is_taken_by_whom_it_is_allowed_from_the_states_that_allow_it(job, people, role, step, state):
    Job.objects.filter(pk=job.pk).update(state=state)
    before = kinds(job)
    if role not in MAY[step]:
        with pytest.raises(PermissionDenied):
            DO[step](job, people[role])
    elif (step, state) not in LEADS:
        with pytest.raises(jobs.WrongStateError):
            DO[step](job, people[role])
    else:
        event = DO[step](job, people[role])
        assert job.state == LEADS[step, state]
        assert (event.user, len(kinds(job))) == (people[role], len(before) + 1)
        assert (step in jobs.allowed(people[role], job)) is ((step, job.state) in LEADS)
        return
    job.refresh_from_db()
    assert (job.state, kinds(job)) == (state, before)


def test_what_is_allowed_now_follows_the_state_and_the_rights(job, people):
    assert jobs.allowed(people["translator"], job) == {"hand_in", "comment"}
    assert jobs.allowed(people["editor"], job) == {"hand_in", "comment", "order"}
    jobs.hand_in(job, people["translator"])
    assert jobs.allowed(people["translator"], job) == {"comment"}
    assert jobs.allowed(people["reviewer"], job) == {"approve", "send_back", "comment", "order"}
    assert jobs.allowed(people["reader"], job) == set()


def test_without_a_reviewer_nothing_is_handed_in(translation, people):
    job = make_job(translation, assignee=people["translator"])
    assert "hand_in" not in jobs.allowed(people["translator"], job)
    with pytest.raises(jobs.WrongStateError):
        jobs.hand_in(job, people["translator"])
    assert publishing.lacks_of(translation).keys() == {"missing"}


def test_nobody_reviews_their_own_translation(translation, people):
    with pytest.raises(ValidationError, match="own translation"):
        jobs.order(translation, people["editor"], {"assignee": people["colleague"], "reviewer": people["colleague"]})
    assert not Job.objects.filter(translation=translation).exists()
    job = make_job(translation, assignee=people["administrator"], reviewer=people["reviewer"], state=State.REVIEW)
    with pytest.raises(PermissionDenied):
        jobs.approve(job, people["administrator"])


def test_who_orders_what_and_to_whom_it_is_given_stands_in_the_history(translation, people):
    job = jobs.order(translation, people["editor"], {"assignee": people["translator"], "note": "Kuntiin"})
    assert (job.created_by, job.assignee, job.note) == (people["editor"], people["translator"], "Kuntiin")
    assert list(job.events.values_list("kind", "user", "person", "text")) == [
        (Kind.ORDERED, people["editor"].pk, None, ""),
        (Kind.ASSIGNED, people["editor"].pk, people["translator"].pk, ""),
    ]
    jobs.order(translation, people["editor"], {"assignee": people["translator"]})
    assert len(kinds(job)) == 2
    jobs.order(translation, people["editor"], {"assignee": None, "priority": Job.Priority.HIGH})
    assert job.events.last().text == "assignee priority"


@pytest.mark.parametrize(("number", "state"), [(1, State.TODO), (None, State.PUBLISHED)])
def test_a_published_translation_given_to_somebody_is_to_do_if_it_has_gaps(translation, people, number, state):
    write_all(translation, number=number)
    make_job(translation, state=State.PUBLISHED)
    jobs.order(translation, people["editor"], {"assignee": people["translator"]})
    assert Job.objects.get(translation=translation).state == state


def test_a_job_that_came_about_by_itself_belongs_to_the_first_who_orders_it(translation, people):
    job = jobs.job_of(translation)
    assert job.created_by is None
    jobs.order(translation, people["editor"], {"assignee": people["translator"]})
    job.refresh_from_db()
    assert job.created_by == people["editor"]


def test_writing_begins_the_work_and_gives_it_to_whom_nobody_was_given(translation, people):
    job = jobs.order(translation, people["editor"], {})
    first, second = translation.source.stringsegment_set.order_by("order")[:2]
    jobs.note_edit(job, people["colleague"], first.context_id)
    jobs.note_edit(job, people["editor"], second.context_id)
    job.refresh_from_db()
    assert (job.state, job.assignee, job.last_context) == (State.IN_PROGRESS, people["colleague"], second.context)
    assert kinds(job) == [Kind.ORDERED, Kind.STARTED]


@pytest.mark.parametrize("state", [State.REVIEW, State.APPROVED])
def test_the_reviewers_own_corrections_leave_the_job_where_it_is(job, people, state):
    Job.objects.filter(pk=job.pk).update(state=state)
    context = job.translation.source.stringsegment_set.first().context_id
    jobs.note_edit(job, people["reviewer"], context)
    job.refresh_from_db()
    assert job.state == state
    jobs.note_edit(job, people["translator"], context)
    job.refresh_from_db()
    assert job.state == State.IN_PROGRESS


@pytest.mark.parametrize("state", State)
def test_a_changed_source_is_work_again(job, state):
    Job.objects.filter(pk=job.pk).update(state=state)
    jobs.note_source_changed(job, 3)
    assert job.state == (State.IN_PROGRESS if state == State.IN_PROGRESS else State.TODO)
    assert job.events.last().number == 3


def test_a_reviewer_taken_away_lets_the_work_go_on(job, people):
    jobs.hand_in(job, people["translator"])
    jobs.order(job.translation, people["editor"], {"reviewer": None})
    job.refresh_from_db()
    assert job.state == State.IN_PROGRESS


def test_the_job_survives_the_people_who_are_deleted(job, people):
    jobs.hand_in(job, people["translator"])
    jobs.comment(job, people["reviewer"], "Katson huomenna.")
    for role in ("translator", "reviewer", "editor"):
        people[role].delete()
    job.refresh_from_db()
    assert (job.assignee, job.reviewer, job.created_by, job.state) == (None, None, None, State.REVIEW)
    assert set(job.events.values_list("user", "person")) == {(None, None)}
    # Nobody has to wait for a word that nobody can give.
    assert "approval" not in publishing.lacks_of(job.translation)
    assert jobs.approve(job, people["colleague"]).kind == Kind.APPROVED


def test_somebody_else_approves_in_the_place_of_a_reviewer_who_has_left(job, people):
    jobs.hand_in(job, people["translator"])
    people["reviewer"].is_active = False
    people["reviewer"].save()
    assert people["reviewer"] not in rights.who_can_edit(rights.target_of(job.translation))
    jobs.approve(job, people["colleague"])
    assert job.state == State.APPROVED


def test_of_a_deleted_translation_nothing_is_left_to_do(job, people):
    rights.target_of(job.translation).delete()
    job = Job.objects.get(pk=job.pk)
    assert not job.translation.enabled
    assert jobs.allowed(people["administrator"], job) == {"order"}


def test_those_who_may_translate_are_offered(translation, people):
    wanted = {"translator", "reviewer", "colleague", "editor", "administrator"}
    found = set(rights.who_can_edit(rights.target_of(translation)))
    assert {role for role, user in people.items() if user in found} == wanted


def test_those_who_may_translate_shared_content_are_offered(people):
    organisation = Organisation.objects.filter(locale__language_code="fi").first()
    target = rights.target_of(followed(organisation))
    found = set(rights.who_can_edit(target))
    assert {role for role, user in people.items() if user in found} == {
        "translator", "reviewer", "colleague", "editor", "administrator",
    }  # fmt: skip


def test_publishing_ends_the_job_and_the_history_tells_what_was_lacking(job, people):
    write_all(job.translation, number=1)
    with pytest.raises(publishing.NotReadyError):
        publishing.publish(job.translation, people["editor"])
    publishing.publish(job.translation, people["editor"], anyway=True)
    job.refresh_from_db()
    event = job.events.last()
    assert (job.state, event.kind) == (State.PUBLISHED, Kind.PUBLISHED_ANYWAY)
    assert event.text.startswith("missing=")
    assert event.text.endswith("approval=1")


def test_a_translation_that_is_published_with_its_source_ends_its_job(people):
    source = make_post(live=False)
    translation = followed(source)
    job = make_job(translation, people["editor"], assignee=people["translator"])
    write_all(translation)
    translation.save_target(publish=False)
    fresh(source).get_latest_revision().publish()
    job.refresh_from_db()
    assert rights.target_of(translation).live
    assert (job.state, job.events.last().kind) == (State.PUBLISHED, Kind.PUBLISHED)


# Two at once


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), database_copy() as (values, _address):
        yield values


def at_once(database, *actions):
    """Run these in threads that begin together, on a database. Returns what each gave or raised."""
    gate, found = threading.Barrier(len(actions)), [None] * len(actions)

    def run(number, action):
        try:
            with working_on(database):
                gate.wait()
                found[number] = action()
        except Exception as error:
            found[number] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(actions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_of_two_who_decide_at_once_one_does(database, db):
    with working_on(database):
        translation, users = followed(make_post()), [translator(), translator(), translator()]
        job = make_job(translation, assignee=users[0], reviewer=users[1], state=State.REVIEW)
        found = at_once(
            database,
            lambda: jobs.approve(Job.objects.get(pk=job.pk), users[1]),
            lambda: jobs.send_back(Job.objects.get(pk=job.pk), users[2], "Rubriken"),
        )
        # Sending back what was approved a moment ago is allowed; approving what was sent back is not.
        job.refresh_from_db()
        assert job.state == State.IN_PROGRESS
        assert kinds(job)[-1] == Kind.SENT_BACK
        assert [error for error in found if isinstance(error, Exception)] in ([], [found[0]])


def test_of_two_who_order_at_once_neither_is_lost(database, db):
    with working_on(database):
        translation, users = followed(make_post()), [translator(), translator()]
        found = at_once(
            database,
            lambda: jobs.order(translation, None, {"assignee": users[0]}),
            lambda: jobs.order(translation, None, {"reviewer": users[1]}),
        )
        assert not any(isinstance(error, Exception) for error in found), found
        job = Job.objects.get(translation=translation)
        assert (job.assignee, job.reviewer) == (users[0], users[1])
        assert kinds(job).count(Kind.ORDERED) == 1
