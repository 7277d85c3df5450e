"""What the organiser takes out: sheets and certificates as PDF, the participants as xlsx, numbers for the funder."""

urlpatterns = []
