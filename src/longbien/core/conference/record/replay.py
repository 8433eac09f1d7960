# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Replaying a record: the events go through the engine again, and every verdict is compared with what the record says.

Offline: no node, no network, no Django. The first difference is named; a value of the rules that this software has otherwise is named too.
"""

from dataclasses import dataclass

from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.conference.record.check import Finding
from longbien.core.conference.record.course import course_of_record
from longbien.core.conference.record.difference import Difference, first_difference
from longbien.core.conference.record.file import RecordFile
from longbien.core.conference.record.outcome import outcome_json, rules_part
from longbien.core.conference.record.walk import walk
from longbien.core.conference.rules.load import rule_set
from longbien.core.conference.rules.values import RuleSet

_ORDER = ("steps", "votes", "elections", "decisions", "refusals", "attempts", "rules_changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What a replay found: findings for the report, and how much came out the same."""

    findings: tuple[Finding, ...]
    votes: int
    refusals: int

    @property
    def same(self) -> bool:
        """Whether everything came out as the record says."""
        return all(one.good for one in self.findings)


def replay(record: RecordFile) -> Replayed:
    """Replay a record. What cannot be replayed is a finding, never an error."""
    try:
        course = course_of_record(record)
        rules = rule_set(course.profile, course.choices)
        walked = walk(rules, course.electorate, course.events)
        computed = outcome_json(walked, begins_at=course.begins_at)
    except LongBienError as error:
        stopped = Finding(False, "conference_record.replay_stopped", {"reason": str(error)})
        return Replayed(findings=(stopped,), votes=0, refusals=0)
    findings = list(_rules(record, rules, course.profile, dict(course.choices)))
    recorded = record.parts["outcome"]
    difference = _outcome(recorded, computed)
    votes, refusals = _count(computed, "votes"), _count(computed, "refusals")
    if difference is not None:
        findings.append(difference)
    else:
        params: dict[str, str | int] = {"votes": votes, "refusals": refusals}
        findings.append(Finding(True, "conference_record.holds_replay", params))
    return Replayed(findings=tuple(findings), votes=votes, refusals=refusals)


def _rules(record: RecordFile, rules: RuleSet, profile: str, choices: dict[str, str]) -> list[Finding]:
    """Compare the values of the rules, path by path: software of another year may have them otherwise."""
    stated = record.parts["rules"]
    if not isinstance(stated, dict):
        return [Finding(False, "conference_record.replay_stopped", {"reason": "rules"})]
    computed = {
        _path(one): one for one in _list(rules_part(rules, profile=profile, choices=choices)["values"])
    }
    recorded = {_path(one): one for one in _list(stated.get("values"))}
    found = []
    for path in sorted(recorded.keys() | computed.keys()):
        difference = first_difference(recorded.get(path), computed.get(path))
        if difference is not None:
            params: dict[str, str | int] = {
                "path": path,
                "computed": difference.computed,
                "recorded": difference.recorded,
            }
            found.append(Finding(False, "conference_record.replay_rule", params))
    return found


def _outcome(recorded: Json, computed: dict[str, Json]) -> Finding | None:
    """Find the first difference of what came of the events, step by step before anything else."""
    if not isinstance(recorded, dict):
        return Finding(False, "conference_record.replay_stopped", {"reason": "outcome"})
    for name in [*_ORDER, *(one for one in recorded if one not in _ORDER)]:
        difference = first_difference(recorded.get(name), computed.get(name), name)
        if difference is not None:
            params: dict[str, str | int] = {
                "number": _number(recorded.get(name), computed.get(name), difference),
                "what": difference.where,
                "computed": difference.computed,
                "recorded": difference.recorded,
            }
            return Finding(False, "conference_record.replay_differs", params)
    return None


def _number(recorded: Json, computed: Json, difference: Difference) -> int | str:
    """Give the number of the event at which two lists differ, where their entries have one."""
    place = difference.where.partition("[")[2].partition("]")[0]
    for rows in (_list(recorded), _list(computed)):
        row = rows[int(place)] if place.isdecimal() and int(place) < len(rows) else None
        if isinstance(row, dict) and isinstance(row.get("seq"), int):
            return int(str(row["seq"]))
    return "-"


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _path(value: Json) -> str:
    path = value.get("path") if isinstance(value, dict) else None
    return path if isinstance(path, str) else ""


def _count(computed: dict[str, Json], name: str) -> int:
    return len(_list(computed[name]))
