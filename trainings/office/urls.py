"""The addresses of the office, under `/cms/trainings/`."""

from . import desk, papers, person

app_name = "trainings_office"
urlpatterns = [*desk.urlpatterns, *papers.urlpatterns, *person.urlpatterns]
