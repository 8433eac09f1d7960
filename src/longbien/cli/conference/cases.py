# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference cases`: a lawyer's file of cases, each computed by the engine and held against the outcome expected."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from longbien.actions.conference.cases.words import shown_case, summary
from longbien.cli.answers import answer, json_option
from longbien.cli.conference.rules import language_option, read_rule_set
from longbien.cli.inputs import examples, read_file
from longbien.cli.tables import facts
from longbien.core.base.errors import MalformedError
from longbien.core.conference.cases.carrying import Result, Status, carry_out
from longbien.core.conference.cases.reading import read_cases
from longbien.texts import translated

MAX_FILE: Final = 8 * 1024 * 1024
"""Bytes of a file of cases."""
_DIFFERS: Final = 1
_MARKS: Final = {True: "=", False: "≠", None: " "}


@click.command(
    "cases",
    epilog=examples(
        "longbien conference cases cases.yaml",
        "longbien conference cases cases.yaml --only ga-china-1970 --json",
        "longbien conference cases cases.yaml --rules ilo",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--only", "only", multiple=True, metavar="ID", help="Only this case; may be given again.")
@click.option(
    "--rules", "rules", metavar="RULES", help="Under these rules, whatever a case or its body says."
)
@language_option
@json_option
@click.pass_context
def cases(
    context: click.Context,
    *,
    file: Path,
    only: tuple[str, ...],
    rules: str | None,
    language: str,
    as_json: bool,
) -> None:
    """Compute each case of a YAML file and compare it with the outcome expected, with the rule that decided.

    A case whose inputs do not suffice is undetermined, and what is missing is named. The exit status is 1 when an outcome differs.
    """
    data = read_file(file, MAX_FILE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    held = read_cases(text, source=file.name)
    found = carry_out(held, read_rule_set(rules) if rules is not None else None)
    chosen = tuple(one for one in found if not only or one.id in only)
    unknown = [name for name in only if name not in {one.id for one in found}]
    if unknown:
        raise MalformedError("conference_cases.id_unknown", id=unknown[0][:80], source=file.name)
    counts = Counter(one.status for one in chosen)
    answer(
        {"cases": chosen, "counts": {status.value: counts[status] for status in Status}},
        lambda: "\n\n".join(_written(chosen, language)),
        as_json=as_json,
    )
    if counts[Status.DIFFERS]:
        context.exit(_DIFFERS)


def _written(found: tuple[Result, ...], language: str) -> Iterator[str]:
    """Write each case, then how many came out how."""
    label = translated(language, "conference_cases.rule")
    for one in found:
        held = shown_case(language, one)
        pairs = [
            (
                f"  {_MARKS[fact.same]} {fact.name}",
                translated(
                    language, "conference_cases.compared", computed=fact.computed, expected=fact.expected
                ),
            )
            for fact in held.facts
        ]
        pairs += [(f"    {name}", value) for name, value in held.more]
        pairs += [(f"    {'' if number else label}", rule) for number, rule in enumerate(held.rules)]
        pairs += [("    !", remark) for remark in held.remarks]
        yield f"{held.id}  [{held.kind}, {held.rules_of}]  {held.need or held.status}\n{facts(pairs)}"
    yield summary(language, found)


COMMANDS: Final = (cases,)
