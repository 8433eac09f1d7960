# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""All models, one module per room; Django finds them here."""

from longbien.store.models.cooperation import Clock, Override, Request
from longbien.store.models.evidence import CustodyRecord, EvidenceObject, EvidencePart, HeldSegment
from longbien.store.models.people import Officer

__all__ = [
    "Clock",
    "CustodyRecord",
    "EvidenceObject",
    "EvidencePart",
    "HeldSegment",
    "Officer",
    "Override",
    "Request",
]
