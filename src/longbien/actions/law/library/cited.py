# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which duties of the Convention cite a provision of a version, in the concordances of this node."""

from dataclasses import dataclass
from typing import Final

from longbien.actions.access import require
from longbien.actions.law.library.laws import READ, VersionShown
from longbien.core.treaty.provisions.citation import ProvisionId, cite_short
from longbien.store import models

MOST: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """A duty with the concordance that links it to the provision."""

    concordance: str
    title: str
    duty: str
    cite: str


def cited_in(version: VersionShown, provision: str, *, actor: models.Officer) -> tuple[Citing, ...]:
    """Give the duties that link this very text: same law, label and digest. RefusedError `people.not_permitted`."""
    require(actor, READ)
    state, _, code = version.law.partition("/")
    pieces = models.ConcordancePiece.objects.filter(
        kind="link",
        current=True,
        ended=False,
        key=f"{code}|{version.label}|{provision}",
        concordance__state=state,
    ).select_related("concordance")
    texts = models.ConcordanceText.objects.filter(concordance__state=state, law=code, version=version.label)
    same = {text.concordance_id for text in texts if version.digest.encode() in bytes(text.used)}
    return tuple(
        Citing(
            concordance=one.concordance.ref,
            title=one.concordance.title,
            duty=one.row,
            cite=cite_short(ProvisionId(one.row)),
        )
        for one in pieces.order_by("concordance_id", "row")[:MOST]
        if one.concordance_id in same
    )
