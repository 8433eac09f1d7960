# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Conference's answer to what was put to it."""

from dataclasses import dataclass

from longbien.core.conference.hall.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether what was put is carried, and the event that says so."""

    event: Event
    carried: bool
