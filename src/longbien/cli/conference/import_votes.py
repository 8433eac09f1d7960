# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference import-votes`: recorded votes of any body, recomputed under a rule of procedure, and what differs."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, TextIO

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.conference.import_file import Reading, opened, reading_options
from longbien.cli.conference.import_words import told
from longbien.cli.conference.rules import language_option, read_rule_set
from longbien.cli.inputs import examples
from longbien.cli.outputs import new_file
from longbien.core.base.canonical import Json
from longbien.core.conference.counting.verdict import verdict_json
from longbien.core.conference.rules.load import DEFAULT_PROFILE
from longbien.core.conference.votesfile.gather import Finding
from longbien.core.conference.votesfile.outcomes import Question, Result, results
from longbien.core.conference.votesfile.table import MAX_LINE, gather
from longbien.texts import sentence

KEPT: Final = 100_000
"""Findings that are kept for the answer; all of them go into the file of --findings."""
DEFAULT_COMPARED: Final = ("simple", "two_thirds")


@dataclass(slots=True)
class Findings:
    """The findings: all counted by code, the first ones kept, each written to the file of --findings."""

    kept: list[Finding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    file: TextIO | None = None

    def take(self, finding: Finding) -> None:
        """Take one finding."""
        self.counts[finding.code] += 1
        if len(self.kept) < KEPT:
            self.kept.append(finding)
        if self.file is not None:
            row = (
                finding.line,
                finding.code,
                finding.item,
                finding.text,
                sentence(finding.code, text=finding.text),
            )
            csv.writer(self.file).writerow(row)


@click.command(
    "import-votes",
    epilog=examples(
        "longbien conference import-votes votes.csv",
        "longbien conference import-votes votes.csv --rule two_thirds --differences",
        "longbien conference import-votes votes.csv --column item=rcid --spelling 1=yes --spelling 2=abstain --spelling 3=no",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--rule",
    default="simple",
    show_default=True,
    help="The threshold, such as simple, two_thirds or absolute.",
)
@click.option(
    "--profile",
    default=DEFAULT_PROFILE,
    show_default=True,
    help="The rules: a profile, with options or not, or a file.",
)
@click.option(
    "--compare", multiple=True, help="Another threshold to compare with (otherwise simple and two_thirds)."
)
@click.option(
    "--members",
    type=click.IntRange(1, 100_000),
    help="How many could vote (otherwise those listed for the item).",
)
@click.option(
    "--parties", type=click.IntRange(1, 100_000), help="States Parties: judges the quorum for deciding, too."
)
@click.option("--differences", is_flag=True, help="Only items of which something differs or is not sure.")
@click.option(
    "--findings",
    "findings_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A new file for every finding (CSV).",
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=50,
    show_default=True,
    help="Items and findings shown (0: all).",
)
@reading_options
@language_option
@json_option
def import_votes(
    *,
    file: Path,
    rule: str,
    profile: str,
    compare: Sequence[str],
    members: int | None,
    parties: int | None,
    differences: bool,
    reading: Reading,
    findings_file: Path | None,
    limit: int,
    language: str,
    as_json: bool,
) -> None:
    """Read recorded votes (CSV: meeting, date, item, State, vote), recompute every result under a rule, and show what differs.

    The item, the State (code or name) and the vote must be there; outcome, for, against and abstain are compared if they are.
    """
    asked = Question(
        rules=read_rule_set(profile),
        threshold=rule,
        compared=tuple(compare) or DEFAULT_COMPARED,
        members=members,
        parties=parties,
    )
    for name in (rule, *asked.compared):
        asked.rules.threshold(name)
    with _findings(findings_file) as findings, opened(file, reading.encoding) as (text, assumed):
        gathered = gather(iter(partial(text.readline, MAX_LINE), ""), reading.how, findings.take)
        found = list(results(gathered, asked))
    summary = _summary(found, findings, lines=gathered.lines, former=gathered.former_states())
    summary["encoding_assumed"] = assumed
    shown = [one for one in found if one.differences] if differences else found
    value: dict[str, Json] = {
        "rule": rule,
        "profile": asked.rules.id,
        "choices": dict(asked.rules.choices),
        "summary": summary,
        "findings": [_finding_json(one) for one in findings.kept] if as_json else [],
        "items": [result_json(one) for one in shown] if as_json else [],
    }
    answer(
        value, lambda: told(summary, shown, findings.kept, limit=limit, language=language), as_json=as_json
    )


def result_json(one: Result) -> dict[str, Json]:
    """Give the result of an item as JSON."""
    return {
        "meeting": one.meeting,
        "date": one.date,
        "item": one.item,
        "line": one.line,
        "verdict": {name: held for name, held in verdict_json(one.verdict).items() if name != "rule"},
        "otherwise": dict(one.otherwise),
        "recorded": {
            "outcome": one.recorded.outcome,
            "text": one.recorded.outcome_text,
            **one.recorded.totals,
        },
        "differences": list(one.differences),
        "open": one.open,
        "sure": one.sure,
        "former_states": one.former,
    }


def _summary(
    found: Sequence[Result], findings: Findings, *, lines: int, former: dict[str, int]
) -> dict[str, Json]:
    outcomes = Counter(one.verdict.outcome.value for one in found)
    differences = Counter(code for one in found for code in one.differences)
    return {
        "lines": lines,
        "items": len(found),
        "outcomes": dict(outcomes),
        "differences": dict(differences),
        "findings": dict(findings.counts),
        "findings_left_out": sum(findings.counts.values()) - len(findings.kept),
        "former_states": dict(former),
    }


def _finding_json(one: Finding) -> dict[str, Json]:
    return {"line": one.line, "code": one.code, "item": one.item, "text": one.text}


@contextmanager
def _findings(path: Path | None) -> Iterator[Findings]:
    """Give the place for findings, with a new file if one is wanted."""
    if path is None:
        yield Findings()
        return
    with new_file(path) as sink:
        file = io.TextIOWrapper(sink, encoding="utf-8", newline="", write_through=True)
        csv.writer(file).writerow(("line", "code", "item", "text", "sentence"))
        yield Findings(file=file)
        file.detach()


COMMANDS: Final = (import_votes,)
