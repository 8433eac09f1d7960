# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference cases`: a lawyer's file of cases, each computed by the engine and held against the outcome expected."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.conference.rules import language_option, read_rule_set
from longbien.cli.inputs import examples, read_file
from longbien.cli.tables import facts
from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.conference.cases.carrying import Result, Status, carry_out
from longbien.core.conference.cases.comparing import Compared
from longbien.core.conference.cases.reading import read_cases
from longbien.core.conference.rules.values import RuleValue
from longbien.texts import SENTENCES, translated

MAX_FILE: Final = 8 * 1024 * 1024
"""Bytes of a file of cases."""
_NOTHING: Final = "-"
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
        lambda: "\n\n".join(_written(chosen, counts, language)),
        as_json=as_json,
    )
    if counts[Status.DIFFERS]:
        context.exit(_DIFFERS)


def _written(found: tuple[Result, ...], counts: Counter[Status], language: str) -> Iterator[str]:
    """Write each case, then how many came out how."""
    for one in found:
        yield _case(one, language)
    yield translated(
        language,
        "conference_cases.summary",
        total=len(found),
        agrees=counts[Status.AGREES],
        differs=counts[Status.DIFFERS],
        undetermined=counts[Status.UNDETERMINED],
    )


def _case(one: Result, language: str) -> str:
    """Write a case: how it came out, what was expected beside what was computed, the rules that decided, what is to be noted."""
    status = translated(language, f"conference_cases.{one.status.value}")
    pairs = [(f"  {_MARKS[held.same]} {held.name}", _compared(held, language)) for held in one.compared]
    pairs += [(f"    {name}", _value(value)) for name, value in _more(one)]
    label = translated(language, "conference_cases.rule")
    pairs += [(f"    {'' if number else label}", _rule(rule)) for number, rule in enumerate(one.rules)]
    pairs += [("    !", translated(language, note.code, **note.params)) for note in one.remarks]
    if one.needs:
        needs = ", ".join(need_words(need, language) for need in one.needs)
        status = translated(language, "conference_cases.need", needs=needs)
    return f"{one.id}  [{one.kind}, {one.rules_of}]  {status}\n{facts(pairs)}"


def need_words(need: str, language: str) -> str:
    """Say what is missing: a name of an input in words, behind the step that lacks it."""
    step, colon, name = need.rpartition(": ")
    code = f"conference_cases.need_{name.replace('.', '_')}"
    words = translated(language, code) if code in SENTENCES else name
    return f"{step}{colon}{words}"


def _compared(held: Compared, language: str) -> str:
    computed = _NOTHING if held.same is None else _value(held.computed)
    return translated(
        language, "conference_cases.compared", computed=computed, expected=_value(held.expected)
    )


def _more(one: Result) -> list[tuple[str, Json]]:
    """Give what the engine computed beyond the outcome expected, if nothing was expected of it or the outcome differs."""
    named = {compared.name for compared in one.compared}
    if one.status is not Status.DIFFERS and named:
        return []
    return [(name, value) for name, value in one.computed.items() if name not in named and value is not None]


def _rule(rule: RuleValue) -> str:
    cited = rule.rule or ", ".join(rule.sources)
    return f"{rule.label} ({rule.path}; {cited}; {rule.confidence})"


def _value(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


COMMANDS: Final = (cases,)
