"""What trainings add to the CMS."""

from django.urls import include, path
from wagtail import hooks


@hooks.register("register_admin_urls")
def office_addresses():
    return [path("trainings/", include("trainings.office.urls"))]
