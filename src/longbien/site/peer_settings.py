# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for the peer door: its own process, no sessions, no pages, no cookies."""

from longbien.site.settings import *  # noqa: F403 - the pages' settings, less what follows

ROOT_URLCONF = "longbien.site.peer_urls"
WSGI_APPLICATION = ""
# `longbien.site.peer_rsgi` has bounded every body before Django sees it.
DATA_UPLOAD_MAX_MEMORY_SIZE = None
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
