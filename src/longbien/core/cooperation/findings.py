# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Findings: what a check says of a draft or a decision. A code for programs, its sentence in `longbien.texts`."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.cooperation.acts.bodies import Override

STOP: Final = "stop"
WARN: Final = "warn"
SHORTEST_REASON: Final = 10
"""An override's reason has at least so many characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding about one field (`""`: the whole). `source` is the article or instrument that the rule carries out.

    `stop` keeps the draft from leaving unless `overridable` and passed with a written reason; `warn` only tells.
    """

    code: str
    severity: str
    source: str
    field: str = ""
    overridable: bool = False
    params: Mapping[str, str | int] = dataclasses.field(default_factory=lambda: MappingProxyType({}))


def of_refusal(error: LongBienError, *, source: str, about: str = "") -> Finding:
    """Make a finding of a refusal by another room, such as `treaty.not_in_force` about `legal_basis`."""
    return Finding(code=error.code, severity=STOP, source=source, field=about, params=error.params)


def standing(findings: Iterable[Finding], overrides: Iterable[Override] = ()) -> tuple[Finding, ...]:
    """Give the stops that no override passes: an override counts for its check and field, if it has a reason and may be given."""
    passed = {(item.check, item.field) for item in overrides if len(item.reason.strip()) >= SHORTEST_REASON}
    return tuple(
        finding
        for finding in findings
        if finding.severity == STOP and not (finding.overridable and (finding.code, finding.field) in passed)
    )


def require_none(findings: Iterable[Finding], overrides: Iterable[Override] = ()) -> None:
    """Refuse if a stop stands: RefusedError with the code and values of the first one."""
    for finding in standing(findings, overrides):
        raise RefusedError(finding.code, **finding.params)
