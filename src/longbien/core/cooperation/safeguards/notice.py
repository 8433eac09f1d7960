# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter by which a person, or his lawyer, is told that data about him were kept or given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What the letter says: from which authority, to whom, under which number, what was done, where to complain."""

    names: Mapping[str, str]
    """The State's name by language."""
    authority: str
    reach: str
    number: str
    addressee: str
    what: str
    remedy: str
    issued_at: datetime
    role_id: str
    exercise: bool
