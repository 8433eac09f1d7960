# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes by which badges sign in: handed out on paper, used once or until the session is over, as the secretariat chooses.

Twelve signs of 32, so 60 bits; kept only as an HMAC under the node's secret key, so that neither a copied database nor a
fast machine gives them away. Wrong ones are counted by account and address, as wrong passwords are (django-axes).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Final

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from longbien.actions.conference.people.keeping import note_decision, require_keeper, signature
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.store import models
from longbien.store.writing import write_transaction

SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are read as others."""
_LENGTH: Final = 12
_GROUP: Final = 4
_SALT: Final = "longbien.conference.badge-code"
_READ_AS: Final = str.maketrans({"I": "1", "L": "1", "O": "0"})
_AFTER: Final = timedelta(days=1, hours=12)
"""Codes end this long after the session's last day began, in UTC: noon of the next day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A code as it is handed out; it can never be shown again."""

    badge: int
    username: str
    code: str = field(repr=False)
    once: bool
    expires_at: datetime


def issue_codes(
    *, node: Node, actor: models.Officer, badges: Iterable[models.Badge], once: bool
) -> tuple[Handed, ...]:
    """Give each badge a new code; an earlier one ends. `once`: its first use is the last.

    RefusedError `people.not_your_delegation` if one badge is of another delegation than the actor's; then none is issued.
    """
    rows = list(badges)
    for delegation in {row.delegation_id: row.delegation for row in rows}.values():
        require_keeper(actor, delegation)
    if not rows:
        return ()
    now, by = node.clock(), signature(actor)
    expires = _expiry(rows[0].conference, now)
    codes = {row.pk: _draw(node) for row in rows}
    with write_transaction():
        models.BadgeCode.objects.filter(badge__in=rows, ended_at=None).update(ended_at=now)
        models.BadgeCode.objects.bulk_create(
            models.BadgeCode(
                badge=row,
                digest=_digest(row.pk, codes[row.pk]),
                once=once,
                issued_by=by,
                issued_at=now,
                expires_at=expires,
            )
            for row in rows
        )
        facts: dict[str, JsonInput] = {
            "step": "codes",
            "conference": rows[0].conference,
            "badges": [row.number for row in rows],
            "once": once,
        }
        note_decision(node=node, actor=actor, facts=facts, now=now)
    names = dict(
        models.Officer.objects.filter(pk__in=[row.officer_id for row in rows]).values_list("pk", "username")
    )
    return tuple(
        Handed(
            badge=row.number,
            username=names[row.officer_id],
            code=grouped(codes[row.pk]),
            once=once,
            expires_at=expires,
        )
        for row in rows
    )


def grouped(code: str) -> str:
    """Write a code in groups of four, as it is read aloud."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


class BadgeCodeBackend(ModelBackend):
    """Signs the account of a badge in by its code (a Django authentication backend; named in the settings)."""

    def authenticate(  # type: ignore[override] # Django calls a backend only with the words that it takes
        self, request: HttpRequest | None, *, username: str = "", badge_code: str = "", **_more: Any
    ) -> models.Officer | None:
        """Give the account, or None; a code for one use is used up in the same step."""
        given = _plain(badge_code)
        if not username or len(given) != _LENGTH:
            return None
        row = (
            models.BadgeCode.objects.filter(badge__officer__username=username, ended_at=None)
            .select_related("badge__officer")
            .first()
        )
        # Compared also where there is nothing to compare with: the answer takes as long.
        right = constant_time_compare(_digest(row.badge_id if row else 0, given), row.digest if row else "-")
        now = timezone.now()
        if row is None or not right or row.expires_at <= now or row.badge.ended_at is not None:
            return None
        officer = row.badge.officer
        if not self.user_can_authenticate(officer) or not _use(row, now):
            return None
        return officer


def _use(row: models.BadgeCode, now: datetime) -> bool:
    """Note the use; False for a code that another sign-in used up a moment before."""
    with write_transaction():
        open_rows = models.BadgeCode.objects.filter(pk=row.pk, ended_at=None)
        if row.once:
            return bool(open_rows.update(used_at=now, ended_at=now))
        return bool(open_rows.update(used_at=now))


def _plain(code: str) -> str:
    return "".join(code.upper().replace("-", " ").split()).translate(_READ_AS)


def _draw(node: Node) -> str:
    return "".join(SIGNS[byte % len(SIGNS)] for byte in node.randomness(_LENGTH))


def _digest(badge: int, code: str) -> str:
    return salted_hmac(_SALT, f"{badge}:{code}", algorithm="sha256").hexdigest()


def _expiry(conference: str, now: datetime) -> datetime:
    last = models.Conference.objects.filter(conference_id=conference).values_list("last_day", flat=True)
    day = next(iter(last), now.date())
    return max(datetime.combine(day, time(), tzinfo=now.tzinfo) + _AFTER, now + timedelta(hours=12))
