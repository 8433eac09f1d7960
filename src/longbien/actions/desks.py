# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which desk takes which acts: one table, given to the node when a process starts."""

from types import MappingProxyType
from typing import Final

from longbien.actions.cooperation import take_in as cooperation
from longbien.actions.cooperation.sharing import take_in as sharing
from longbien.actions.evidence import after_made as evidence_made
from longbien.actions.evidence import documents, offers
from longbien.actions.evidence import take_back as evidence_back
from longbien.actions.evidence import take_in as evidence
from longbien.actions.evidence.parcel import parcel
from longbien.actions.evidence.segments import take_from_courier
from longbien.actions.exchange import recall
from longbien.actions.law.publishing import take_in as published
from longbien.actions.node import Desks
from longbien.actions.parties.take_in import take_entry
from longbien.actions.treaty.bases import agree

DESKS: Final = Desks(
    takers=MappingProxyType(
        {
            "request.": documents.take_in,
            "answer.": offers.take_in,
            "dispute.": cooperation.take_in,
            "consultation.": sharing.take_in,
            "evidence.": evidence.take_in,
            "act.": recall.take_in,
            "agreement.": agree.take_in,
            "concordance.": published.take_in,
            "directory.entry": take_entry,
        }
    ),
    after_made=MappingProxyType(
        {
            "request.": documents.after_made,
            "answer.": offers.after_made,
            "dispute.": cooperation.after_made,
            "consultation.": sharing.after_made,
            "act.": recall.after_made,
            "evidence.": evidence_made.after_made,
            "agreement.": agree.take_in,
            "concordance.": published.take_in,
        }
    ),
    taken_back=MappingProxyType(
        {
            "request.": documents.take_back,
            "answer.": offers.take_back,
            "dispute.": cooperation.take_back,
            "consultation.": sharing.take_back,
            "evidence.": evidence_back.take_back,
            "agreement.": agree.take_in,
            "concordance.": published.take_in,
        }
    ),
    take_segment=take_from_courier,
    parcel=parcel,
)
