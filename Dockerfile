# Two stages: the first installs and compiles, the second runs as a user of its own.

FROM python:3.13-slim-bookworm AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends gettext \
    && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /app
ENV UV_PROJECT_ENVIRONMENT=/opt/venv UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-dev
COPY . .
# Neither command reads the secret or the database; production settings only refuse to start without them.
RUN export DJANGO_SETTINGS_MODULE=site_config.settings.production \
        SECRET_KEY=build ALLOWED_HOSTS=localhost BASE_URL=https://localhost DATABASE_URL=sqlite:////tmp/build.sqlite3 \
    && /opt/venv/bin/python manage.py compilemessages --ignore=.venv \
    && /opt/venv/bin/python manage.py collectstatic --no-input

FROM python:3.13-slim-bookworm
# Finnish words are divided by Voikko.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libvoikko1 voikko-fi \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 1000 --create-home site \
    && install --directory --owner=site --group=site /srv/media /srv/rendered
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=site_config.settings.production \
    MEDIA_ROOT=/srv/media \
    RENDERED_ROOT=/srv/rendered
USER site
VOLUME /srv/media /srv/rendered
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s CMD \
    python -c "import urllib.request; urllib.request.urlopen('http://localhost:8000/-/live', timeout=4)"
CMD ["gunicorn", "site_config.wsgi", "--bind=0.0.0.0:8000", "--workers=2", "--threads=4", "--access-logfile=-", \
     "--access-logformat=%(m)s %(U)s %(s)s %(B)s %(M)sms"]
