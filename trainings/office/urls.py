"""The addresses of the office, under `/cms/trainings/`, and who may open each."""

from django.urls import path

from . import (
    access_report,
    adding,
    calls,
    data_requests,
    door,
    messages,
    needs,
    papers,
    participants,
    person,
    trainings,
)
from .access import CHANGE, ERASE, NEEDS, SEE_LOG, allowed

app_name = "trainings_office"

see, change, see_needs = allowed(), allowed(CHANGE), allowed(NEEDS)
see_log, erase = allowed(SEE_LOG), allowed(ERASE)

urlpatterns = [
    path("", see(trainings.Trainings.as_view()), name="trainings"),
    path("results/", see(trainings.Trainings.as_view(results_only=True)), name="trainings_results"),
    path("page/<int:page_id>/", see(trainings.of_page), name="of_page"),
    path("access/", see_log(access_report.AccessReport.as_view()), name="access_report"),
    path(
        "access/results/",
        see_log(access_report.AccessReport.as_view(results_only=True)),
        name="access_report_results",
    ),
    path("<int:pk>/", see(participants.Participants.as_view()), name="participants"),
    path(
        "<int:pk>/results/",
        see(participants.Participants.as_view(results_only=True)),
        name="participants_results",
    ),
    path("<int:pk>/filed/", change(participants.note_filed), name="note_filed"),
    path("<int:pk>/add/", change(adding.Add.as_view()), name="add"),
    path("<int:pk>/messages/", see(messages.Messages.as_view()), name="messages"),
    path("<int:pk>/messages/new/", change(messages.NewMessage.as_view()), name="new_message"),
    path("<int:pk>/calls/", see(calls.Calls.as_view()), name="calls"),
    path("<int:pk>/door/", change(door.Door.as_view()), name="door"),
    path("<int:pk>/needs/", see_needs(needs.Needs.as_view()), name="needs"),
    path("calls/<int:pk>/", change(calls.note_call), name="note_call"),
    path("people/<int:pk>/", see(person.Person.as_view()), name="person"),
    path("people/<int:pk>/edit/", change(person.Edit.as_view()), name="edit"),
    path("people/<int:pk>/move/", change(person.Move.as_view()), name="move"),
    path("people/<int:pk>/cancel/", change(person.Cancel.as_view()), name="cancel"),
    path("people/<int:pk>/promote/", change(person.promote), name="promote"),
    path("people/<int:pk>/attendance/", change(person.mark), name="mark"),
    path("people/<int:pk>/present/", change(door.mark_at_door), name="mark_at_door"),
    path("people/<int:pk>/send-again/", change(person.send_again), name="send_again"),
    path("people/<int:pk>/erase/", erase(person.Erase.as_view()), name="erase"),
    *papers.urlpatterns,
    *data_requests.urlpatterns,
]
