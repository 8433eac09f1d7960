# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rules that a conference chose want of credentials, and what a rejection takes away: read from its rule values."""

from datetime import datetime
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.conference.credentials.papers import Signer, Wanted
from longbien.core.conference.credentials.states import Effect
from longbien.core.conference.rules.values import RuleSet

EFFECT: Final = "credentials.rejection_effect"
SIGNED_BY: Final = "credentials.signed_by"
SIGNED_BY_FOR_AMENDMENT: Final = "credentials.signed_by_for_amendment_of_convention"
HOURS: Final = "credentials.deadline_hours_before_opening"


def wanted(rules: RuleSet, opening: datetime, *, amends: bool = False) -> Wanted:
    """Give what papers are held to; RefusedError `conference.rule_unknown` if a rule names a rank that is not known here."""
    hours = rules.value(HOURS).value
    return Wanted(
        signers=_signers(rules.value(SIGNED_BY).value),
        signers_for_amendment=_signers(rules.value(SIGNED_BY_FOR_AMENDMENT).value),
        hours_before=hours if isinstance(hours, int) else 24,
        opening=opening,
        amends=amends,
    )


def effect(rules: RuleSet) -> Effect:
    """Give what a rejection takes away."""
    value = rules.value(EFFECT).value
    try:
        return Effect(str(value))
    except ValueError:
        raise _unknown(EFFECT, value, tuple(Effect)) from None


def examined_by(rules: RuleSet) -> str:
    """Give who examines: `bureau` or `committee_of_9` (variant `credentials_body`)."""
    return str(rules.value("credentials.examined_by").value)


def _signers(value: Json) -> frozenset[Signer]:
    given = value if isinstance(value, list) else []
    try:
        return frozenset(Signer(str(one)) for one in given)
    except ValueError:
        raise _unknown(SIGNED_BY, value, tuple(Signer)) from None


def _unknown(path: str, value: Json, known: tuple[str, ...]) -> RefusedError:
    return RefusedError(
        "conference.rule_unknown", kind=path, name=str(value)[:80], known=", ".join(str(one) for one in known)
    )
