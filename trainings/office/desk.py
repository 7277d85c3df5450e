"""The views in which the organiser works with trainings and people."""

urlpatterns = []
