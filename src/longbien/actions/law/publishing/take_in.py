# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A published concordance that arrives, or that this node made or gets back: kept as a row beside all that came before it."""

from longbien.actions.node import Node
from longbien.core.cooperation.acts.eyes import require_eyes
from longbien.core.law.reporting.published import PUBLISHED, read_published
from longbien.core.sealing.act import Act
from longbien.store import models
from longbien.store.models.exchange import Act as ActRow


def take_in(node: Node, row: ActRow, act: Act) -> None:
    """Keep what a State says of its law; RefusedError or MalformedError refuses the act. Other kinds `concordance.*` are not understood yet."""
    if act.kind != PUBLISHED:
        return
    ours = row.direction == ActRow.MADE
    require_eyes(act.kind, act.body, tuple(one.role_id for one in act.approved_by))
    found = read_published(act.body, sender=act.sender)
    value = found.concordance
    models.PublishedConcordance.objects.get_or_create(
        act=row.digest,
        defaults={
            "thread": act.thread,
            "ours": ours,
            "partner": act.recipient if ours else act.sender,
            "state": value.state,
            "title": value.title,
            "language": value.language,
            "as_of": value.as_of,
            "rows": len(value.rows),
            "value": found.data,
            "sha256": found.sha256,
            "said_at": act.time,
        },
    )
