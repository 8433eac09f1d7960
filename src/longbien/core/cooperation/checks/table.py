# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Completeness and consistency of a request, as a table: most published reasons for failure can be caught before sending.

`check` runs while a draft is typed, again before it leaves, and on the receiving side, where it shows what is wanting. A stop
that may be passed needs a written reason (`bodies.Override`), which travels with the request and marks it. The legal basis and
the scope of a request under it are judged beside this table (`deciding.scope`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from longbien.core.cooperation.checks import accounts, breadth, contents, dates, people
from longbien.core.cooperation.checks.draft import Draft, Found
from longbien.core.cooperation.findings import STOP, WARN, Finding

Rule: TypeAlias = Callable[[Draft], Iterable[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One row: the code (its sentence is in `longbien.texts`), how hard it is, whether a written reason passes it, and why it exists."""

    code: str
    rule: Rule
    severity: str
    source: str
    overridable: bool = False


def _stop(name: str, rule: Rule, source: str) -> Check:
    """Give a check that nothing passes."""
    return Check(code=f"cooperation.check.{name}", rule=rule, severity=STOP, source=source)


def _hold(name: str, rule: Rule, source: str) -> Check:
    """Give a check that a written reason passes."""
    return Check(code=f"cooperation.check.{name}", rule=rule, severity=STOP, source=source, overridable=True)


def _warn(name: str, rule: Rule, source: str) -> Check:
    """Give a check that only tells."""
    return Check(code=f"cooperation.check.{name}", rule=rule, severity=WARN, source=source)


_HOUSE: Final = "house"
_PROVIDERS: Final = "published reasons for failed requests (SIRIUS 2019)"
_TEMPLATES: Final = "T-CY(2018)10, T-CY(2018)11"
_PROFILE: Final = "requirements of the requested State"

CONTENTS: Final = (
    _stop("missing", contents.missing, "40.15, 42.3, 45.3, 50.3"),
    _hold("missing_by_template", contents.missing_by_template, _TEMPLATES),
    _hold("missing_by_profile", contents.missing_by_profile, _PROFILE),
    _hold("authoriser_by_profile", contents.authoriser_by_profile, _PROFILE),
    _hold("penalty_by_profile", contents.penalty_by_profile, _PROFILE),
    _warn("channel_by_profile", contents.channel_by_profile, _PROFILE),
    _stop("basis_none", contents.basis_none, "40.6, 40.7"),
    _hold("undertakings_missing", contents.undertakings_missing, "40.10, 40.11"),
    _hold("preservation_unnamed", contents.preservation_unnamed, "43.1"),
    _warn("like_case_unsaid", contents.like_case_unsaid, "45.2"),
    _warn("paper_missing", contents.paper_missing, _TEMPLATES),
)
ACCOUNTS: Final = (
    _hold("ip_port", accounts.ip_port, _PROVIDERS),
    _hold("ip_time", accounts.ip_time, _PROVIDERS),
    _hold("time_offset", accounts.time_offset, _PROVIDERS),
    _hold("ip_public", accounts.ip_public, _PROVIDERS),
    _hold("time_future", accounts.time_future, _PROVIDERS),
    _hold("service_missing", accounts.service_missing, _PROVIDERS),
    _warn("digits", accounts.digits, _PROVIDERS),
    _warn("time_outside_period", accounts.time_outside_period, _HOUSE),
    _warn("twice", accounts.twice, _HOUSE),
)
PEOPLE: Final = (
    _hold("birth_future", people.birth_future, _HOUSE),
    _warn("state_unknown", people.state_unknown, "ISO 3166-1"),
    _warn("role_unfit", people.role_unfit, "37.1, 38, 40.3, 40.9, 40.18"),
    _warn("not_told_apart", people.not_told_apart, "UN Model Treaty on Extradition 5"),
    _warn("masked_name_in_text", people.masked_name_in_text, "34"),
    _warn("property_vague", people.property_vague, "50.3.a"),
)
BREADTH: Final = (
    _warn("period_long", breadth.period_long, "24"),
    _hold("period_very_long", breadth.period_very_long, "24"),
    _hold("whole_account", breadth.whole_account, "24"),
    _warn("many_accounts", breadth.many_accounts, "24"),
    _hold("many_for_content", breadth.many_for_content, "24"),
    _hold("range_wide", breadth.range_wide, "24"),
    _warn("all_categories", breadth.all_categories, "24"),
    _warn("collection_long", breadth.collection_long, "24, 45.3.f"),
    _hold("collection_very_long", breadth.collection_very_long, "24, 45.3.f"),
    _hold("emergency_broad", breadth.emergency_broad, "24, 41.3.e"),
)
DATES: Final = (
    _stop("period_future", dates.period_future, "42.1, 44.1"),
    _hold("not_past", dates.not_past, _HOUSE),
    _hold("not_future", dates.not_future, _HOUSE),
    _hold("authorisation_short", dates.authorisation_short, "24, 45.3.f"),
    _warn("review_late", dates.review_late, "24"),
    _warn("window_short", dates.window_short, _HOUSE),
    _hold("service_late", dates.service_late, "40.3.b"),
    _warn("detention_over", dates.detention_over, "40.10"),
    _warn("sentence_short", dates.sentence_short, "38"),
    _hold("follow_up_after_release", dates.follow_up_after_release, "37.10"),
    _stop("secrecy_over", dates.secrecy_over, _HOUSE),
    _warn("secrecy_long", dates.secrecy_long, _HOUSE),
    _stop("needed_by_past", dates.needed_by_past, "40.26"),
    _warn("retention_past", dates.retention_past, "42.3.e"),
    _hold("follow_up_past", dates.follow_up_past, "42.3.f"),
    _warn("follow_up_late", dates.follow_up_late, "42.8"),
    _stop("extension_lapsed", dates.extension_lapsed, "42.9"),
)
MANNER: Final = (
    _hold("language", contents.language_not_accepted, "40.13"),
    _warn("translation_same", contents.translation_same, "40.13"),
    _hold("path_without_traffic", contents.path_without_traffic, "43.1"),
    _warn("other_authority", contents.other_authority, "40.12, 41.2"),
    _warn("contact_hours", contents.contact_hours, "T-CY(2018)11 item 5"),
    _warn("not_stored_data", contents.not_stored_data, "40.3.d, 44.1"),
)
CHECKS: Final = (*CONTENTS, *ACCOUNTS, *PEOPLE, *BREADTH, *DATES, *MANNER)
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
