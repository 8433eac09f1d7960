# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tokens for programs: given by an officer to himself, bounded in what and how long, revocable, each giving and ending logged.

A token is never a second person: whoever acts by it is its officer, with the officer's roles as they are at that moment, and by a token nobody
approves anything (`api` asks for a signed-in person there).
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import QuerySet

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment, print_moment
from longbien.store import models
from longbien.store.models.tokens import OfficerToken
from longbien.store.writing import write_transaction

SCOPES: Final = ("read", "draft", "say")
"""What a token may be for: reading, drafts, and saying things in threads (which takes a second person where two are needed)."""
LONGEST: Final = timedelta(days=365)
MOST: Final = 20
"""Tokens that one officer may have at a time."""
_PREFIX: Final = "lb1"
_ID: Final = 8
_SECRET: Final = 32
_TOKEN: Final = re.compile(r"lb1_([0-9a-f]{16})_([A-Za-z0-9_-]{43})")
_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token as its officer sees it; the secret is shown once, when it is given, and never again."""

    token_id: str
    name: str
    scopes: tuple[str, ...]
    given_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    used_at: datetime | None
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Who asks by a token, and for what it was given."""

    officer: models.Officer
    scopes: frozenset[str]
    token_id: str


def give_token(
    *, node: Node, actor: models.Officer, name: str, scopes: Sequence[str], days: int
) -> tuple[Token, str]:
    """Give the officer a token; its text is in the second value and nowhere else.

    UsageError `people.token_name`, `people.token_scopes`, `people.token_days`; RefusedError `people.not_permitted`, `people.token_many`.
    """
    require(actor, "people.token")
    if not name.strip() or len(name) > 80 or not name.isprintable():
        raise UsageError("people.token_name", letters=80)
    if not scopes or not set(scopes) <= set(SCOPES):
        raise UsageError("people.token_scopes", known=", ".join(SCOPES))
    if not 1 <= days <= LONGEST.days:
        raise UsageError("people.token_days", days=LONGEST.days)
    now = cut_moment(node.clock())
    secret = base64.urlsafe_b64encode(node.randomness(_SECRET)).rstrip(b"=").decode()
    with write_transaction():
        if _held(actor, now).count() >= MOST:
            raise RefusedError("people.token_many", most=MOST)
        row = OfficerToken.objects.create(
            token_id=node.randomness(_ID).hex(),
            officer=actor,
            name=name.strip(),
            digest=hashlib.sha256(secret.encode()).hexdigest(),
            scopes=sorted(set(scopes)),
            given_at=now,
            expires_at=now + timedelta(days=days),
        )
        facts = {"token": row.token_id, "scopes": row.scopes, "expires": print_moment(row.expires_at)}
        record_decision(node=node, verb="people.token", role_id=actor.role_id, facts=facts, now=now)
    return _view(row, now), f"{_PREFIX}_{row.token_id}_{secret}"


def revoke_token(*, node: Node, actor: models.Officer, token_id: str) -> Token:
    """End one of the officer's own tokens at once; UsageError `people.token_unknown`."""
    now = cut_moment(node.clock())
    with write_transaction():
        row = OfficerToken.objects.select_for_update().filter(token_id=token_id[:16], officer=actor).first()
        if row is None:
            raise UsageError("people.token_unknown", token=token_id[:16])
        if row.revoked_at is None:
            row.revoked_at = now
            row.save(update_fields=["revoked_at"])
            facts = {"token": row.token_id}
            record_decision(
                node=node, verb="people.token_revoked", role_id=actor.role_id, facts=facts, now=now
            )
    return _view(row, now)


def tokens(*, node: Node, actor: models.Officer) -> tuple[Token, ...]:
    """Give the officer's own tokens, the newest first."""
    now = node.clock()
    return tuple(_view(row, now) for row in OfficerToken.objects.filter(officer=actor).order_by("-id")[:100])


def bearer(*, node: Node, text: str) -> Bearer:
    """Tell who asks by a token; RefusedError `people.token_invalid` for one that is none, has ended, or whose officer has no role any more."""
    found = _TOKEN.fullmatch(text)
    row = OfficerToken.objects.select_related("officer").filter(token_id=found[1]).first() if found else None
    given = hashlib.sha256((found[2] if found else "").encode()).hexdigest()
    now = node.clock()
    if row is None or not hmac.compare_digest(given, row.digest) or not _holds(row, now):
        raise RefusedError("people.token_invalid")
    if not row.officer.roles():
        raise RefusedError("people.token_invalid")
    if row.used_at is None or row.used_at + _HOUR <= now:
        OfficerToken.objects.filter(pk=row.pk).update(used_at=cut_moment(now))
    return Bearer(officer=row.officer, scopes=frozenset(row.scopes), token_id=row.token_id)


def _held(actor: models.Officer, now: datetime) -> QuerySet[OfficerToken]:
    return OfficerToken.objects.filter(officer=actor, revoked_at=None, expires_at__gt=now)


def _holds(row: OfficerToken, now: datetime) -> bool:
    return row.revoked_at is None and row.given_at <= now < row.expires_at


def _view(row: OfficerToken, now: datetime) -> Token:
    return Token(
        token_id=row.token_id,
        name=row.name,
        scopes=tuple(row.scopes),
        given_at=row.given_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        used_at=row.used_at,
        holds=_holds(row, now),
    )
