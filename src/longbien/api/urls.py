# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the API."""

from longbien.api.door import addresses

urlpatterns = addresses()
