# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The peer door as a WSGI application, in a process of its own so that a slow partner never holds a page."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longbien.site.peer_settings")

application = get_wsgi_application()
