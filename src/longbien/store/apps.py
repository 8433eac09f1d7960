# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one model application."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """All rows of a node, under the label `longbien`."""

    name = "longbien.store"
    label = "longbien"
    default_auto_field = "django.db.models.BigAutoField"
