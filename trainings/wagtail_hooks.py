"""What trainings add to the CMS."""

from django.urls import include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from trainings.viewsets import MailTextViewSet

register_snippet(MailTextViewSet)


@hooks.register("register_admin_urls")
def office_addresses():
    return [path("trainings/", include("trainings.office.urls"))]
