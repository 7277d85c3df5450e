"""The addresses of the office, under `/cms/trainings/`."""

from . import desk, papers

app_name = "trainings_office"
urlpatterns = [*desk.urlpatterns, *papers.urlpatterns]
