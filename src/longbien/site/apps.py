# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hooks the node to the verbs once Django is up."""

from django.apps import AppConfig


class Wiring(AppConfig):
    """Not a model app: only the moment at which rows may be imported."""

    name = "longbien.site"
    label = "longbien_site"
    verbose_name = "Long Biên wiring"

    def ready(self) -> None:
        """Say where the node comes from."""
        from longbien.actions.node import provide_node  # app ready
        from longbien.site.wiring import Provider  # app ready

        provide_node(Provider())
