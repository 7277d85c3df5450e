"""Dates that the CMS's date fields write and read (WAGTAIL_DATE_FORMAT); Django adds the ISO forms itself."""

DATE_INPUT_FORMATS = ["%d.%m.%Y"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H:%M"]
TIME_INPUT_FORMATS = ["%H:%M", "%H.%M", "%H:%M:%S"]
