# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The terms of accreditation that a conference chose, read from its rule values (variants `ngo_...`); and which of them stands behind a refusal."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.conference.accreditation.states import Terms
from longbien.core.conference.rules.values import RuleSet, RuleValue

_SUBSIDIARY: Final[Mapping[object, str]] = MappingProxyType({True: "always", False: "never"})

BEHIND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "conference.objection_reasons": "accreditation.objection_reasons",
        "conference.objection_late": "accreditation.circulate_days_before",
        "conference.objection_twice": "accreditation.objector_recorded",
        "conference.not_circulated": "accreditation.track_other",
        "conference.circulated_late": "accreditation.circulate_days_before",
        "conference.objections_running": "accreditation.circulate_days_before",
        "conference.objections_open": "accreditation.objections_needed",
        "conference.consent_missing": "accreditation.state_consent",
        "conference.consent_track": "accreditation.state_consent",
        "conference.no_ground": "accreditation.transitions",
        "conference.not_referred": "accreditation.transitions",
        "conference.application_step": "accreditation.transitions",
    }
)
"""The rule value that a refusal comes from, by its code."""


def terms(rules: RuleSet, opening: datetime) -> Terms:
    """Give the terms for a session that opens at a moment."""
    days = rules.value("accreditation.circulate_days_before").value
    return Terms(
        opening=opening,
        circulate_days=days if isinstance(days, int) else 30,
        reasons_required=_text(rules, "objection_reasons") == "required_written",
        visibility=_text(rules, "objection_visibility"),
        default=_text(rules, "if_no_decision"),
        carry_over=_text(rules, "ahc_carryover") == "yes",
        consent=_text(rules, "state_consent"),
        subsidiary=_subsidiary(rules.value("participants.ngo.subsidiary_bodies").value),
    )


def rule_behind(rules: RuleSet, code: str) -> RuleValue | None:
    """Give the rule value from which a refusal comes; None for one that comes from no rule."""
    path = BEHIND.get(code)
    return rules.value(path) if path is not None else None


def _text(rules: RuleSet, name: str) -> str:
    return str(rules.value(f"accreditation.{name}").value)


def _subsidiary(value: Json) -> str:
    return _SUBSIDIARY.get(value, str(value)) if isinstance(value, bool) else str(value)
