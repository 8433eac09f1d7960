# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What `longbien conference import-votes` tells a person: findings line by line, a table of items, and the sums."""

from collections.abc import Iterator, Mapping, Sequence

from longbien.cli.tables import facts, table
from longbien.core.base.canonical import Json
from longbien.core.conference.votesfile.gather import Finding
from longbien.core.conference.votesfile.outcomes import Result
from longbien.texts import translated, word

_HEADS = ("item", "votes", "needed", "outcome", "recorded", "otherwise")


def told(
    summary: Mapping[str, Json],
    shown: Sequence[Result],
    findings: Sequence[Finding],
    *,
    limit: int,
    language: str,
) -> str:
    """Give the answer in words."""
    parts = [
        *_findings(findings, summary, limit, language),
        *_items(shown, limit, language),
        *_sums(summary, language),
    ]
    return "\n".join(parts)


def _findings(
    findings: Sequence[Finding], summary: Mapping[str, Json], limit: int, language: str
) -> Iterator[str]:
    for one in findings[: limit or None]:
        said = translated(language, one.code, text=one.text)
        yield translated(language, "conference_votes.file_finding", line=one.line, item=one.item, said=said)
    counts = summary["findings"]
    every = (
        sum(value for value in counts.values() if isinstance(value, int)) if isinstance(counts, dict) else 0
    )
    left = every - len(findings[: limit or None])
    if left:
        yield translated(language, "conference_votes.file_more_findings", count=left)
    if summary["encoding_assumed"]:
        yield translated(language, "conference_votes.file_encoding_assumed")
    former = summary["former_states"]
    if isinstance(former, dict):
        for name, lines in former.items():
            yield translated(language, "conference_votes.file_former", name=name, lines=lines)
    if findings:
        yield ""


def _items(shown: Sequence[Result], limit: int, language: str) -> Iterator[str]:
    rows = [_row(one, language) for one in shown[: limit or None]]
    if rows:
        heads = [translated(language, f"conference_votes.head_{name}") for name in _HEADS]
        yield table(heads, rows)
        yield ""
    left = len(shown) - len(rows)
    if left:
        yield translated(language, "conference_votes.file_more_items", count=left)


def _row(one: Result, language: str) -> tuple[str, ...]:
    counted = one.verdict.tally
    name = " ".join(part for part in (one.date, one.meeting, one.item) if part)
    votes = f"{counted.in_favour}-{counted.against}-{counted.abstain}"
    recorded = " ".join(
        part
        for part in (
            _outcome(one.recorded.outcome, language) or one.recorded.outcome_text,
            "-".join(str(number) for number in one.recorded.totals.values()),
        )
        if part
    )
    own = one.verdict.outcome.value
    otherwise = ", ".join(
        f"{word(language, 'conference_threshold', threshold)}: {_outcome(outcome, language)}"
        for threshold, outcome in one.otherwise.items()
        if outcome != own
    )
    mark = f" (+{one.open}?)" if one.open else ""
    bold = "≠ " if _differs(one) else ""
    return (name, votes + mark, str(one.verdict.needed), bold + _outcome(own, language), recorded, otherwise)


def _differs(one: Result) -> bool:
    return any(code != "conference_votes.differs_rule" for code in one.differences)


def _outcome(code: str, language: str) -> str:
    return word(language, "conference_outcome", code) if code else ""


def _sums(summary: Mapping[str, Json], language: str) -> Iterator[str]:
    yield translated(language, "conference_votes.file_sum", lines=summary["lines"], items=summary["items"])
    pairs: list[tuple[str, str]] = []
    outcomes, differences, findings = summary["outcomes"], summary["differences"], summary["findings"]
    if isinstance(outcomes, dict):
        pairs += [(f"  {number}", _outcome(code, language)) for code, number in outcomes.items()]
    if isinstance(differences, dict):
        pairs += [(f"  {number}", translated(language, code)) for code, number in differences.items()]
    if isinstance(findings, dict):
        pairs += [(f"  {number}", translated(language, f"{code}_sum")) for code, number in findings.items()]
    yield facts(pairs)
