# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for the peer door: its own process, no sessions, no pages, no cookies."""

from longbien.site.settings import *  # noqa: F403

ROOT_URLCONF = "longbien.site.peer_urls"
WSGI_APPLICATION = "longbien.site.peer_wsgi.application"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "longbien.store",
    "longbien.site.apps.Wiring",
]
AUTHENTICATION_BACKENDS = []
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
]
