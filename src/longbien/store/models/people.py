# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts of the node's own people."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class Officer(AbstractUser):
    """A person who works at this node. What the role may do is in `longbien.actions.access`, not in rows."""

    role_id = models.CharField(max_length=64, blank=True, default="")
