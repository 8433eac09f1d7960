# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for the live door: its own process with rows and templates, without addresses, middleware or sign-in."""

from longbien.site.settings import *  # noqa: F403 - the pages' settings, less what follows

ROOT_URLCONF = ""
WSGI_APPLICATION = ""
MIDDLEWARE = []
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "longbien.store",
    "longbien.site.apps.Wiring",
]
