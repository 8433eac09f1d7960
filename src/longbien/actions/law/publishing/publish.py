# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Publishing a concordance: its public version as a signed act to named partners, by two people. A later one replaces an earlier; none is deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from longbien.actions.access import require
from longbien.actions.exchange.propose import propose
from longbien.actions.law.concordance.seen import public_table
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import PartyId
from longbien.core.law.reporting.published import PUBLISHED, write_published
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "law.publish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A publication to one partner: the proposal that waits for a second person, or the act (its digest) that was made."""

    partner: str
    proposal: int
    act: str


def publish(
    *, node: Node, actor: models.Officer, concordance: str, partners: Sequence[PartyId]
) -> tuple[Sending, ...]:
    """Propose to publish a concordance to partners; each act is made once a second person has approved it.

    RefusedError `people.not_permitted`, `parties.not_introduced`, `law_report.not_own`, `law_report.published_large`; UsageError
    `law_report.nobody`, `law.concordance_not_found`.
    """
    require(actor, VERB)
    wanted = tuple(dict.fromkeys(partners))
    if not wanted:
        raise UsageError("law_report.nobody")
    value = public_table(node=node, actor=actor, ref=concordance)
    if value.state != node.party:
        raise RefusedError("law_report.not_own", state=value.state)
    body = write_published(value)
    made = []
    with write_transaction():
        for partner in wanted:
            proposal = propose(
                node=node,
                actor=actor,
                kind=PUBLISHED,
                recipient=partner,
                thread=None,
                refers_to=None,
                body=body,
            )
            act = proposal.act.digest if proposal.act is not None else ""
            made.append(Sending(partner=partner, proposal=proposal.pk, act=act))
    return tuple(made)
