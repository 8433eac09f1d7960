# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A record in words: names of participants, matters, events, standings and verdicts in a reader's language. Needs no node and no rows."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from longbien.actions.conference.rules.words import value_words
from longbien.core.base.canonical import Json
from longbien.core.conference.counting.verdict import Verdict, verdict_json
from longbien.core.conference.hall.refusing import Refusal
from longbien.core.conference.record.check import Finding
from longbien.core.conference.rules.values import RuleValue
from longbien.core.treaty.status.participants import participants
from longbien.texts import SENTENCES, translated, word

_STANDING: Final = re.compile(r"([a-z_]+) \(declared: ([a-z_]+)\)")
_TABLES: Final = ("conference_outcome", "conference_text", "conference_state", "conference_standing")
_RIGHT_TO_LEFT: Final = frozenset({"ar"})


def apart(text: object) -> str:
    """Keep a name, number or moment in its own direction (Unicode isolates), whatever stands around it."""
    return f"\u2068{text}\u2069"


def isolated(language: str, params: Mapping[str, object]) -> dict[str, object]:
    """Keep the values of a sentence in their own direction where the sentence runs from right to left."""
    turned = language.partition("-")[0] in _RIGHT_TO_LEFT
    return {name: apart(value) if turned and value is not None else value for name, value in params.items()}


class Names:
    """The names of a meeting's participants: UN short names where the code is known, else what the electorate calls them."""

    def __init__(self, electorate: Json) -> None:
        """Take the part `electorate` of a record."""
        held = electorate.get("participants") if isinstance(electorate, dict) else None
        rows = held if isinstance(held, list) else []
        self._own = {str(row.get("id")): str(row.get("name", "")) for row in rows if isinstance(row, dict)}

    def of(self, code: str, language: str) -> str:
        """Name a participant, the Chair or the secretariat."""
        if code in ("chair", "secretariat"):
            return translated(language, f"conference_record.by_{code}")
        own = self._own.get(code, "")
        if own:
            return own
        row = participants().get(code)  # type: ignore[call-overload] # any text may be asked for
        return row.name(language.partition("-")[0]) if row is not None else code


def event_words(language: str, kind: str) -> str:
    """Say a kind of event as something that happened."""
    return word(language, "conference_event", kind)


def matter_words(language: str, on: str) -> str:
    """Name a matter: its sort in words, its id as it is."""
    sort, _colon, name = on.partition(":")
    said = word(language, "conference_matter", sort)
    return f"{said} {apart(name)}" if name else said


def standing_words(language: str, standing: str) -> str:
    """Say a standing: of a vote with a verdict and another declaration both, of anything else its state."""
    both = _STANDING.fullmatch(standing)
    if both is not None:
        told = [outcome_words(language, one) for one in both.groups()]
        return translated(language, "conference_record.declared_else", computed=told[0], declared=told[1])
    head, _colon, rest = standing.partition(": ")
    return f"{outcome_words(language, head)}: {rest}" if rest else outcome_words(language, head)


def outcome_words(language: str, code: str) -> str:
    """Say an outcome or a state."""
    for table in _TABLES:
        if f"word.{table}.{code}" in SENTENCES:
            return word(language, table, code)
    return code.replace("_", " ")


def now_words(language: str, now: Mapping[str, str]) -> str:
    """Say what an event changed: each name with its new standing."""
    told = [
        f"{matter_words(language, name)}: {standing_words(language, state)}" for name, state in now.items()
    ]
    return "; ".join(told)


def refusal_words(language: str, code: str, facts: Mapping[str, object]) -> str:
    """Say why an event was refused."""
    return translated(language, code, **isolated(language, facts))


def verdict_words(language: str, verdict: Verdict | None) -> str:
    """Say a verdict with its figures; that there was none for None."""
    if verdict is None:
        return translated(language, "conference_record.no_verdict")
    return verdict_json_words(language, verdict_json(verdict))


def verdict_json_words(language: str, verdict: Mapping[str, Json]) -> str:
    """Say a verdict as the record has it."""
    quorum = verdict.get("quorum")
    held = quorum if isinstance(quorum, dict) else {}
    params: dict[str, object] = {
        **{name: verdict.get(name) for name in ("for", "against", "abstain")},
        "needed": verdict.get("votes_needed"),
        "short": verdict.get("short_by"),
        "present": held.get("present", "-"),
        "required": held.get("required", "-"),
    }
    return translated(language, str(verdict.get("reason")), **isolated(language, params))


def rule_words(language: str, rule: Json) -> str:
    """Quote a rule: path, citation, value, sources and how sure it is."""
    if not isinstance(rule, dict):
        return ""
    path = str(rule.get("path", ""))
    if "value" not in rule:
        return path
    sources = rule.get("sources")
    held = RuleValue(
        path=path,
        label="",
        value=rule.get("value"),
        rule=str(rule.get("rule") or "—"),
        sources=tuple(map(str, sources)) if isinstance(sources, list) else (),
        confidence=str(rule.get("confidence", "")),
    )
    return translated(
        language,
        "conference_record.rule",
        path=apart(path),
        rule=apart(held.rule),
        value=apart(value_words(language, held)),
        sources=apart(", ".join(held.sources)),
        confidence=word(language, "conference_confidence", held.confidence),
    )


def refused_words(language: str, refusal: Refusal | None) -> str:
    """Say a refusal, or that the event was accepted."""
    if refusal is None:
        return translated(language, "conference_record.accepted")
    return refusal_words(language, refusal.code, refusal.facts)


def finding_words(language: str, finding: Finding) -> str:
    """Say one finding of a check or replay."""
    return translated(language, finding.code, **isolated(language, finding.params))


def roll_words(
    ballots: Mapping[str, Json], names: Names, language: str, order: Iterable[str]
) -> dict[str, list[str]]:
    """Give the names of those who voted yes, no and abstained, each in the given order."""
    found: dict[str, list[str]] = {"yes": [], "no": [], "abstain": []}
    for code in order:
        choice = str(ballots.get(code, ""))
        if choice in found:
            found[choice].append(names.of(code, language))
    return found
