# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Examining a request: every check of the form, and the legal basis between the two States on the day.

The same for a draft, for the request before it leaves, and for one that arrived (there it shows what is wanting).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from longbien.actions.treaty.bases.current import basis_between, said_about_extradition
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.acts.bodies import BASIS_FIELD
from longbien.core.cooperation.checks.draft import Draft
from longbien.core.cooperation.checks.table import check
from longbien.core.cooperation.deciding.scope import CONVENTION, check_scope
from longbien.core.cooperation.findings import WARN, Finding, of_refusal
from longbien.core.cooperation.forms.kinds import Form
from longbien.core.cooperation.forms.values import FieldValue
from longbien.core.parties.requirements import Requirement
from longbien.core.treaty.bases.basis import Basis
from longbien.store.queries.parties import trusted_entry

EXTRADITION: Final = ("extradition", "arrest")
_BASIS_SOURCE: Final = "40.6, 40.7"


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was found, and the legal basis that holds between the two States on the day, if one does."""

    findings: tuple[Finding, ...]
    basis: Basis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Who asks whom, when, and whether it is an exercise. `made_on`: the day on which a request that has left was made; its basis is that day's."""

    requesting: PartyId
    requested: PartyId
    exercise: bool
    now: datetime
    made_on: date | None = None


def examine(form: Form, values: Mapping[str, FieldValue], between: Between) -> Examined:
    """Examine a request by the form's checks, the requested State's profile and the status table."""
    basis, more = None, []
    code = values.get(BASIS_FIELD)
    if isinstance(code, str):
        try:
            basis = basis_today(code, between)
        except RefusedError as error:
            more.append(of_refusal(error, source=_BASIS_SOURCE, about=BASIS_FIELD))
        more.extend(check_scope(code, form, values))
        if code == CONVENTION and any(one.grounds in EXTRADITION for one in form.measures(values)):
            more.append(_about_extradition(between))
    entry = trusted_entry(between.requested)
    draft = Draft(
        form=form,
        values=values,
        now=between.now,
        languages=entry.languages if entry else (),
        asked=asked_of(between.requested, form, values),
    )
    return Examined(findings=check(draft, more=more), basis=basis)


def asked_of(party: PartyId, form: Form, values: Mapping[str, FieldValue]) -> Requirement:
    """Give what a State asks of such a request by the profile of its entry, for the categories of data that it names."""
    entry, found = trusted_entry(party), values.get("data_categories")
    categories = tuple(str(code) for code in found) if isinstance(found, tuple) else ()
    return entry.profile.asks(form.id, categories) if entry else Requirement()


def _about_extradition(between: Between) -> Finding:
    """Show what the requested State has notified under Art. 37(6)."""
    said = said_about_extradition(between.requested, day=between.now.date())
    return Finding(
        code="cooperation.check.extradition_unsaid" if said is None else "cooperation.check.extradition_said",
        severity=WARN,
        source="37.6.a",
        field=BASIS_FIELD,
        params={"state": between.requested, "words": (said or "")[:300]},
    )


def basis_today(code: str, between: Between) -> Basis:
    """Give the legal basis between the two States on the day; RefusedError `treaty.…` where there is none."""
    pair = (between.requesting, between.requested)
    return basis_between(code, pair, day=between.made_on or between.now.date(), exercise=between.exercise)
