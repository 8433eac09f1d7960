# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gate of the safeguards: asked when an act is proposed and again when it is signed, so that nobody passes by.

Neither a role nor a flag opens it. A door that finds another way to make an act still ends in `after_made` of this desk, which asks.
"""

from collections.abc import Mapping, Sequence

from longbien.actions.cooperation.safeguards.occasion import (
    DECIDED,
    answer_occasion,
    doubtful,
    form_kind,
    request_occasions,
    steps_done,
)
from longbien.actions.cooperation.thread import Thread, find_thread
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.cooperation.acts.bodies import Request as RequestBody
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.safeguards.missing import GRANTS, asks_anything, require_steps
from longbien.core.cooperation.safeguards.table import ANSWER
from longbien.core.sealing.act import Act
from longbien.store.models.cooperation import Request
from longbien.store.queries.cooperation import find_request


def require_safeguards(
    *, node: Node, thread: Thread, kind: str, body: Mapping[str, Json], signers: Sequence[str] = ()
) -> None:
    """RefusedError `safeguards.…` unless every step that stands before this act was taken.

    `signers`: the officers who approve it, without the one who proposed it.
    """
    if not _gives(kind, body):
        return
    occasion = answer_occasion(thread, body)
    if occasion is not None:
        done = steps_done(thread.request, node.clock(), doubtful=doubtful(thread))
        require_steps(occasion, done, signers)


def require_before_request(
    *, node: Node, request: Request, body: RequestBody, signers: Sequence[str] = ()
) -> None:
    """Do as `require_safeguards` for a request of ours that is to be sent."""
    occasions = request_occasions(body.form, body.legal_basis, body.values)
    if not occasions:
        return
    done = steps_done(request, node.clock(), doubtful=False)
    for occasion in occasions:
        require_steps(occasion, done, signers)


def require_at_signing(node: Node, act: Act) -> None:
    """Ask again while an act of ours is made, with the officers whose names it bears."""
    signers = [one.role_id for one in act.approved_by[1:]]
    if form_kind(act.kind):
        body, request = read_body(act.kind, act.body), find_request(act.thread)
        if isinstance(body, RequestBody) and request is not None:
            require_before_request(node=node, request=request, body=body, signers=signers)
    elif _gives(act.kind, act.body):
        thread = find_thread(node.party, act.thread)
        require_safeguards(node=node, thread=thread, kind=act.kind, body=act.body, signers=signers)


def _gives(kind: str, body: Mapping[str, Json]) -> bool:
    """Tell whether an act is a decision that gives something before which a step may stand."""
    is_grant = kind == DECIDED and body.get("decision") in GRANTS
    return is_grant and asks_anything(ANSWER, str(body.get("measure")))
