# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference replay` and `what-if`: a record checked and walked through again, without a node, a network or Django."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from longbien.actions.conference.record.words import (
    event_words,
    finding_words,
    matter_words,
    now_words,
    refused_words,
    standing_words,
    verdict_words,
)
from longbien.cli.answers import answer, json_option
from longbien.cli.conference.rules import language_option
from longbien.cli.inputs import examples, read_file
from longbien.cli.tables import facts, table
from longbien.core.base.canonical import decode_loose
from longbien.core.base.errors import MalformedError
from longbien.core.base.library import parse_yaml
from longbien.core.conference.record.check import Checked, check_record
from longbien.core.conference.record.course import Course, course_of_draft, course_of_record
from longbien.core.conference.record.file import MAX_RECORD, RecordFile, parse_file
from longbien.core.conference.record.replay import Replayed, replay
from longbien.core.conference.rules.compare import read_spec
from longbien.core.conference.whatif.compare import ChangedStep, WhatIf, what_if
from longbien.core.parties.entry import parse_fingerprint, print_fingerprint
from longbien.texts import translated

PROVEN: Final = 0
WRONG: Final = 1
UNANCHORED: Final = 3
"""Exit statuses, as those of `longbien verify`."""
_RECORD: Final = b'"longbien/conference-record-file/'


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What replay answers in JSON: the verdict and everything that was found."""

    result: str
    record: str
    meeting: str
    checked: Checked
    replayed: Replayed


@click.command(
    "replay",
    epilog=examples(
        "longbien conference replay cosp-1-m3-record-1.json",
        "longbien conference replay cosp-1-m3-record-1.json --fingerprint 5f3a...",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "--fingerprint",
    "fingerprints",
    multiple=True,
    metavar="HEX",
    help="The fingerprint of the secretariat's keys, obtained from the secretariat itself.",
)
@click.option("--quiet", is_flag=True, help="Print one line.")
@language_option
@json_option
def replay_command(
    file: Path, fingerprints: tuple[str, ...], quiet: bool, language: str, *, as_json: bool
) -> None:
    """Check the record of a meeting and replay it: signatures, log, every verdict. Says what is NOT proven."""
    trusted = [parse_fingerprint(one) for one in fingerprints]
    record = parse_file(read_file(file, MAX_RECORD))
    checked, replayed = check_record(record, fingerprints=trusted), replay(record)
    status = WRONG if not (checked.holds and replayed.same) else PROVEN if checked.anchored else UNANCHORED
    result = {PROVEN: "proven", WRONG: "wrong", UNANCHORED: "keys_not_proven"}[status]
    given = Answer(
        result=result,
        record=checked.digest,
        meeting=record.statement.meeting,
        checked=checked,
        replayed=replayed,
    )

    def words() -> str:
        last = translated(language, f"conference_record.result_{result}")
        return last if quiet else "\n".join((_report(language, record, given), "", last))

    answer(given, words, as_json=as_json)
    sys.exit(status)


@click.command(
    "what-if",
    epilog=examples(
        "longbien conference what-if cosp-1-m3-record-1.json --rules untoc",
        "longbien conference what-if draft.yaml --rules cosp-default:quorum_base=participating,tie_rule=second_vote_48h",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "--rules", "spec", required=True, metavar="PROFILE[:VARIANT=OPTION,...]", help="The other rules."
)
@click.option("--all", "everything", is_flag=True, help="Show every step that changes, not only the first.")
@language_option
@json_option
def what_if_command(file: Path, spec: str, everything: bool, language: str, *, as_json: bool) -> None:
    """Show what would have come of a meeting (a record, or a list of events in YAML or JSON) under other rules."""
    other = read_spec(spec)
    found = what_if(_course(file), other)
    answer(found, lambda: what_if_words(language, found, everything=everything), as_json=as_json)


def what_if_words(language: str, found: WhatIf, *, everything: bool) -> str:
    """Tell a comparison: the first step that changes, then every verdict and standing that differs at the end."""
    if found.first is None and not found.verdicts:
        return translated(language, "conference_record.nothing_changes", count=found.events)
    if found.first is None:
        lines = [translated(language, "conference_record.only_figures")]
    else:
        lines = [translated(language, "conference_record.first_change"), _changed(language, found.first)]
    if everything:
        lines += [_changed(language, one) for one in found.steps[1:]]
    elif len(found.steps) > 1:
        lines.append(translated(language, "conference_record.more_steps", count=len(found.steps) - 1))
    if found.verdicts:
        head = [
            translated(language, f"conference_record.{one}") for one in ("vote", "own_rules", "other_rules")
        ]
        rows = [
            (
                f"{one.vote}: {matter_words(language, one.on)}",
                verdict_words(language, one.before),
                verdict_words(language, one.after),
            )
            for one in found.verdicts
        ]
        lines += ["", translated(language, "conference_record.changed_verdicts"), table(head, rows)]
    if found.standings:
        head = [
            translated(language, f"conference_record.{one}") for one in ("what", "own_rules", "other_rules")
        ]
        rows = [
            (
                matter_words(language, one.name),
                standing_words(language, one.before) or "-",
                standing_words(language, one.after) or "-",
            )
            for one in found.standings
        ]
        lines += ["", translated(language, "conference_record.changed_standings"), table(head, rows)]
    return "\n".join((*lines, "", translated(language, "conference_record.what_if_limits")))


def _changed(language: str, one: ChangedStep) -> str:
    sides = ((one.refused_before, one.before), (one.refused_after, one.after))
    told = [
        refused_words(language, refusal) if refusal else now_words(language, now) for refusal, now in sides
    ]
    accepted = translated(language, "conference_record.accepted")
    return facts(
        (
            (
                translated(language, "conference_record.event"),
                f"{one.event.seq} · {one.event.at:%Y-%m-%d %H:%M} · {one.event.by} · {event_words(language, one.event.kind)}",
            ),
            (translated(language, "conference_record.own_rules"), told[0] or accepted),
            (translated(language, "conference_record.other_rules"), told[1] or accepted),
        )
    )


def _course(file: Path) -> Course:
    """Read a record, or a draft in YAML or JSON."""
    data = read_file(file, MAX_RECORD)
    if _RECORD in data:
        return course_of_record(parse_file(data))
    if data.lstrip()[:1] in (b"[", b"{"):
        return course_of_draft(decode_loose(data, max_bytes=MAX_RECORD))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    return course_of_draft(parse_yaml(text, source=file.name).value)


def _report(language: str, record: RecordFile, given: Answer) -> str:
    checked, replayed = given.checked, given.replayed
    lines = [
        facts(
            (
                (translated(language, "conference_record.meeting"), record.statement.meeting),
                (translated(language, "conference_record.record_digest"), checked.digest),
                (
                    translated(language, "conference_record.fingerprint"),
                    print_fingerprint(checked.fingerprint) if checked.fingerprint else "-",
                ),
            )
        ),
        "",
    ]
    findings = (*checked.findings, *replayed.findings)
    lines += [f"{'  ' if one.good else '! '}{finding_words(language, one)}" for one in findings]
    lines += ["", translated(language, "conference_record.not_proven")]
    lines += [f"  - {translated(language, code)}" for code in checked.not_proven]
    return "\n".join(lines)


COMMANDS: Final = (replay_command, what_if_command)
