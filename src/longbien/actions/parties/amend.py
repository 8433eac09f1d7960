# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What our own entry says of us changes: authorities and languages, read from the State's notices; what we ask of requests. Two directory officers do it together."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.parties.renew import tell_partners
from longbien.actions.parties.trust import pending_row, trust_entry
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.parties.chain import CONFIRMATIONS, read_next, sign_entry
from longbien.core.parties.contacts import Profile
from longbien.core.parties.entry import Entry
from longbien.core.parties.notified import with_notices
from longbien.core.parties.successor import amend
from longbien.core.sealing.act import Approval
from longbien.core.treaty.joining.notices import read_notices
from longbien.store import models
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

VERB: Final = "parties.amend"


def amend_from_notices(*, node: Node, actors: Collection[models.Officer], data: bytes) -> models.Entry:
    """Put the State's notices (JSON of `longbien treaty join`) into our entry and tell partners; the keys stay.

    MalformedError `joining.notices_malformed`; RefusedError `people.two_needed`, `people.not_permitted` and those of `with_notices`.
    """
    _two(actors)
    notices = read_notices(data)
    return _amended(node, actors, lambda entry, now: with_notices(entry, notices, issued=now))


def amend_profile(*, node: Node, actors: Collection[models.Officer], profile: Profile) -> models.Entry:
    """Put what we ask of those who write to us into our entry and tell partners.

    RefusedError `people.two_needed`, `people.not_permitted`, `parties.profile_unknown` for a kind, field or code that no form has,
    `parties.profile_nothing` if nothing changes.
    """
    _two(actors)
    _require_known(profile)

    def changed(entry: Entry, now: datetime) -> Entry:
        if entry.profile == profile:
            raise RefusedError("parties.profile_nothing")
        return replace(amend(entry, issued=now), profile=profile)

    return _amended(node, actors, changed)


def _two(actors: Collection[models.Officer]) -> None:
    if len({actor.pk for actor in actors}) < CONFIRMATIONS:
        raise RefusedError("people.two_needed")
    for actor in actors:
        require(actor, VERB)


def _require_known(profile: Profile) -> None:
    """Refuse a row that would never fit: a slip of the pen is noticed here, not by a partner."""
    fields = {name for form in forms().values() for name in form.fields}
    named = list(profile.required_fields)
    for row in profile.requirements:
        named += row.required_fields
        unknown = [one for one in row.kinds if one not in forms()]
        unknown += [one for one in row.categories if one not in vocabulary("DATA-CATEGORY")]
        unknown += [one for one in row.authorisers if one not in vocabulary("AUTHORISER")]
        unknown += [one for one in (row.channel,) if one and one not in vocabulary("RESPONSE-MEANS")]
        named += unknown
        fields -= set(unknown)
    for one in named:
        if one not in fields:
            raise RefusedError("parties.profile_unknown", value=one)


def _amended(
    node: Node, actors: Collection[models.Officer], change: Callable[[Entry, datetime], Entry]
) -> models.Entry:
    """Make, sign, send and trust our next entry, and log who changed it."""
    now = cut_moment(node.clock())
    with write_transaction():
        before = trusted_entry(node.party)
        if before is None:
            raise RefusedError("parties.not_introduced", party=node.party)
        entry = change(before, now)
        signed = read_next(sign_entry(entry, node.keys.act), before)
        tell_partners(node, signed, [Approval(role_id=actor.role_id, at=now) for actor in actors], now)
        row = pending_row(node.party, signed, now)
        trust_entry(node=node, row=row, signed=signed, now=now)
        role_ids = " ".join(sorted(actor.role_id for actor in actors))
        facts: dict[str, JsonInput] = {"entry": signed.fingerprint, "number": entry.number}
        record_decision(node=node, verb=VERB, role_id=role_ids, facts=facts, now=now)
    return row
