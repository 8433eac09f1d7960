# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Completeness and consistency of a request, as a table: most published reasons for failure can be caught before sending.

`check` runs while a draft is typed, again before it leaves, and on the receiving side, where it shows what is wanting. A stop
that may be passed needs a written reason (`bodies.Override`), which travels with the request and marks it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.core.cooperation.checks import rules
from longbien.core.cooperation.checks.rules import Draft, Found
from longbien.core.cooperation.findings import STOP, WARN, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One row: the code (its sentence is in `longbien.texts`), how hard it is, whether a written reason passes it, and why it exists."""

    code: str
    rule: Callable[[Draft], Iterable[Found]]
    severity: str
    source: str
    overridable: bool = False


_JUDGEMENT: Final = "house"
_PROVIDERS: Final = "published reasons for failed requests (SIRIUS 2019)"

CHECKS: Final = (
    Check(code="cooperation.check.missing", rule=rules.missing, severity=STOP, source="40.15, 42.3"),
    Check(
        code="cooperation.check.missing_by_template",
        rule=rules.missing_by_template,
        severity=STOP,
        source="T-CY(2018)10, T-CY(2018)11",
        overridable=True,
    ),
    Check(
        code="cooperation.check.missing_by_profile",
        rule=rules.missing_by_profile,
        severity=STOP,
        source="requirements of the requested State",
        overridable=True,
    ),
    Check(code="cooperation.check.basis_none", rule=rules.basis_none, severity=STOP, source="40.6, 40.7"),
    Check(
        code="cooperation.check.ip_port",
        rule=rules.ip_port,
        severity=STOP,
        source=_PROVIDERS,
        overridable=True,
    ),
    Check(
        code="cooperation.check.ip_time",
        rule=rules.ip_time,
        severity=STOP,
        source=_PROVIDERS,
        overridable=True,
    ),
    Check(
        code="cooperation.check.time_offset",
        rule=rules.time_offset,
        severity=STOP,
        source=_PROVIDERS,
        overridable=True,
    ),
    Check(
        code="cooperation.check.ip_public",
        rule=rules.ip_public,
        severity=STOP,
        source=_PROVIDERS,
        overridable=True,
    ),
    Check(
        code="cooperation.check.time_future",
        rule=rules.time_future,
        severity=STOP,
        source=_PROVIDERS,
        overridable=True,
    ),
    Check(
        code="cooperation.check.service_missing",
        rule=rules.service_missing,
        severity=STOP,
        source=_PROVIDERS,
        overridable=True,
    ),
    Check(code="cooperation.check.digits", rule=rules.digits, severity=WARN, source=_PROVIDERS),
    Check(
        code="cooperation.check.time_outside_period",
        rule=rules.time_outside_period,
        severity=WARN,
        source=_JUDGEMENT,
    ),
    Check(
        code="cooperation.check.period_future", rule=rules.period_future, severity=STOP, source="42.1, 44.1"
    ),
    Check(code="cooperation.check.period_long", rule=rules.period_long, severity=WARN, source="24"),
    Check(
        code="cooperation.check.language",
        rule=rules.language_not_accepted,
        severity=STOP,
        source="40.13",
        overridable=True,
    ),
    Check(code="cooperation.check.secrecy_over", rule=rules.secrecy_over, severity=STOP, source=_JUDGEMENT),
    Check(code="cooperation.check.secrecy_long", rule=rules.secrecy_long, severity=WARN, source=_JUDGEMENT),
    Check(code="cooperation.check.needed_by_past", rule=rules.needed_by_past, severity=STOP, source="40.26"),
    Check(code="cooperation.check.retention_past", rule=rules.retention_past, severity=WARN, source="42.3.e"),
    Check(
        code="cooperation.check.follow_up_past",
        rule=rules.follow_up_past,
        severity=STOP,
        source="42.3.f",
        overridable=True,
    ),
    Check(code="cooperation.check.follow_up_late", rule=rules.follow_up_late, severity=WARN, source="42.8"),
    Check(
        code="cooperation.check.extension_lapsed", rule=rules.extension_lapsed, severity=STOP, source="42.9"
    ),
    Check(
        code="cooperation.check.path_without_traffic",
        rule=rules.path_without_traffic,
        severity=STOP,
        source="43.1",
        overridable=True,
    ),
    Check(
        code="cooperation.check.other_authority",
        rule=rules.other_authority,
        severity=WARN,
        source="40.12, 41.2",
    ),
    Check(
        code="cooperation.check.contact_hours",
        rule=rules.contact_hours,
        severity=WARN,
        source="T-CY(2018)11 item 5",
    ),
    Check(
        code="cooperation.check.not_stored_data",
        rule=rules.not_stored_data,
        severity=WARN,
        source="40.3.d, 44.1",
    ),
)
"""Every check, in the order in which findings are shown."""


def check(draft: Draft, *, more: Iterable[Finding] = ()) -> tuple[Finding, ...]:
    """Examine a draft; `more` are findings of other rooms, such as the legal basis (`findings.of_refusal`), shown first.

    A check that finds several identifiers of one field gives one finding for each; one override passes them all.
    """
    found = list(more)
    for row in CHECKS:
        for name, params in row.rule(draft):
            found.append(
                Finding(
                    code=row.code,
                    severity=row.severity,
                    source=row.source,
                    field=name,
                    overridable=row.overridable,
                    params=MappingProxyType(dict(params)),
                )
            )
    return tuple(found)
