"""Many people in a training, and staff with some rights."""

from django.contrib.auth.models import Permission
from django.urls import reverse

from tests.factories import make_user, training_of
from trainings.models import Registration


def people_in(page, number, **values):
    """So many confirmed people, all at once."""
    rows = [
        Registration(
            training=training_of(page),
            number=n,
            status="confirmed",
            language="fi",
            **{"name": f"Osallistuja {n:03}", "email": f"osallistuja-{n}@example.org", **values},
        )
        for n in range(1, number + 1)
    ]
    return Registration.objects.bulk_create(rows)


def mark_present(*items):
    Registration.objects.filter(pk__in=[item.pk for item in items]).update(attendance="present")


def staff(*permissions):
    """Somebody who may sign in to the CMS and has these rights."""
    user = make_user()
    names = ["access_admin", *permissions]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return user


def address(name, page, *more):
    return reverse(f"trainings_office:{name}", args=[training_of(page).pk, *more])
