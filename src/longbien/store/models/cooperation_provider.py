# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What providers answered to orders: rows that never leave the node; what the other State learns of it is said by acts."""

from django.db import models

from longbien.store.models.cooperation import Request
from longbien.store.models.people import DecisionRecord, Officer


class ProviderAnswer(models.Model):
    """One answer. `state`: `review` (a lawyer looks first), `ready` (may be passed on), `done`. `body`: its members (data/acts/provider.yaml)."""

    REVIEW = "review"
    READY = "ready"
    DONE = "done"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="provider_answers")
    order_id = models.CharField(max_length=32, blank=True, default="")
    body = models.JSONField()
    state = models.CharField(max_length=6)
    came_as = models.CharField(max_length=5)
    """`file` or `typed`."""
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    role_id = models.CharField(max_length=64)
    at = models.DateTimeField()
    lawyer = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    opinion = models.TextField(blank=True, default="")
    reviewed_by = models.CharField(max_length=64, blank=True, default="")
    reviewed_at = models.DateTimeField(null=True)
    said = models.CharField(max_length=64, blank=True, default="")
    """The kind of act by which the requesting State learnt of it."""
    record = models.OneToOneField(DecisionRecord, on_delete=models.PROTECT, related_name="+")
