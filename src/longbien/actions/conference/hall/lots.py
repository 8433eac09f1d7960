# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lots that nobody can steer: the node is bound to a number when a roll-call is announced, and shows it when the vote is opened.

A lot drawn from a hat is typed in instead: `first` when the vote is announced. Who wants to draw by hand later writes `lot=by_hand`.
"""

from typing import Final

from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.conference.counting.lot import SEED_BYTES, commitment
from longbien.core.conference.hall.methods import ROLL_CALL
from longbien.core.conference.hall.sitting import Sitting
from longbien.store import models

BY_HAND: Final = "by_hand"


def bind_lot(node: Node, meeting: models.Meeting, body: dict[str, Json]) -> None:
    """Bind the node to a number for a roll-call that is announced without a first name; add the binding to the body."""
    if body.get("method") != ROLL_CALL or body.get("first"):
        return
    if body.get("lot") == BY_HAND:
        del body["lot"]
        return
    about = str(body.get("id", ""))
    seed = node.randomness(SEED_BYTES)
    models.LotSeed.objects.create(meeting=meeting, about=about[:80], seed=seed)
    body["lot"] = commitment(seed, about)


def show_lot(meeting: models.Meeting, sitting: Sitting, body: dict[str, Json]) -> None:
    """Show the number with which a roll-call's first name is drawn, when the vote is opened."""
    vote = sitting.votes.get(str(body.get("id", "")))
    if vote is None or not vote.lot or vote.first or "seed" in body:
        return
    row = models.LotSeed.objects.filter(meeting=meeting, about=vote.id).order_by("-pk").first()
    if row is not None:
        body["seed"] = bytes(row.seed).hex()
