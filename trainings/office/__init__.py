"""The organiser's office in the CMS: trainings, the people in them, papers and numbers."""
