"""Who of the staff may see and do what with people's data, and the log of who did."""

from functools import wraps

from django.core.exceptions import PermissionDenied

from trainings.models import AccessLogEntry

SEE = "trainings.view_registration"
CHANGE = "trainings.change_registration"
EXPORT = "trainings.export_registration"
ERASE = "trainings.delete_registration"
NEEDS = "trainings.view_registrationneeds"
SEE_LOG = "trainings.view_accesslogentry"
ALL = (SEE, CHANGE, EXPORT, ERASE, NEEDS, SEE_LOG)


def allowed(*permissions):
    """Guard a view: whoever lacks one of the rights gets 403 in the CMS. Nobody sees people without SEE."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            require(request.user, *permissions)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def require(user, *permissions):
    """Raise PermissionDenied unless the user may see people and has these rights."""
    if not user.has_perms([SEE, *permissions]):
        raise PermissionDenied


def log(request, action, *, training=None, registration=None):
    """Note that the user of the request saw or took out people's data."""
    AccessLogEntry.objects.create(
        user=request.user,
        action=action,
        training=training or (registration and registration.training),
        registration_number=registration and registration.pk,
    )
