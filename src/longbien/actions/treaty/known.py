# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the node knows about the status of the Convention and of its record, with a name that changes whenever the knowledge does.

A page that is kept under that name costs two small queries; the events are read only when a part has to be made anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, Max

from longbien.actions.treaty.status import CurrentStatus, current_status
from longbien.core.treaty.status.events import Event
from longbien.store import models


@dataclass(frozen=True, kw_only=True)
class Known:
    """The status that holds now, read when it is first needed; `version` names exactly it, and the record."""

    version: str
    read: Callable[[], CurrentStatus]

    @cached_property
    def status(self) -> CurrentStatus:
        """Give the status with its source."""
        return self.read()

    @property
    def events(self) -> tuple[Event, ...]:
        """Give the events that count now, in order."""
        return self.status.events

    @property
    def on(self) -> date:
        """Give the day up to which they were checked."""
        return self.status.known_on


def known() -> Known:
    """Give what is known: the depositary's page as it was last applied and what officers entered, otherwise the seed. Public."""
    page = models.StatusPage.objects.exclude(applied_at=None).aggregate(Max("applied_at"), Max("pk"))
    rows = models.StatusEvent.objects.filter(page=None).aggregate(Max("pk"), Count("struck_at"))
    added = models.RecordEntry.objects.aggregate(Max("pk"))
    withdrawn = models.RecordWithdrawal.objects.aggregate(Max("pk"))
    found = (*page.values(), *rows.values(), *added.values(), *withdrawn.values())
    return Known(version=repr(found), read=current_status)
