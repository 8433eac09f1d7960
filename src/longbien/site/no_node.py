# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings on a machine without a node: enough to show the help of commands, and no database."""

SECRET_KEY = "no node, nothing to sign"  # noqa: S105 # nothing is signed with it
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "longbien.store",
]
AUTH_USER_MODEL = "longbien.Officer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]
USE_I18N = True
USE_TZ = True
