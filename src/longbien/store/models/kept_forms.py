# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an officer had typed and could not be put where it belongs: kept under the officer until it is taken up again."""

from django.db import models

from longbien.store.models.people import Officer


class KeptForm(models.Model):
    """One form as it was typed: posted after the session had ended, or a version of a draft that another window overtook."""

    kept_id = models.CharField(max_length=32, unique=True)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    path = models.CharField(max_length=300)
    """The page it was typed on."""
    request_id = models.CharField(max_length=32, blank=True, default="", db_index=True)
    """The draft it is a version of; empty for any other form."""
    posted = models.JSONField(default=dict)
    """Each control's values as they were sent."""
    raw = models.JSONField(default=dict)
    """The fields of a draft, as drafts are kept."""
    cause = models.CharField(max_length=10)
    """`session` or `window`."""
    kept_at = models.DateTimeField()
