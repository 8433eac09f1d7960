# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference rules`: which rules of procedure there are, what each value is, on whose word and how sure, and what differs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeVar

import click

from longbien.actions.conference.rules.words import Compared, Shown, coded, compared, shown
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples, read_file
from longbien.cli.tables import facts, table
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.library import parse_yaml
from longbien.core.conference.rules.compare import differences, read_spec
from longbien.core.conference.rules.load import DEFAULT_PROFILE, profiles, read_rules, variants
from longbien.core.conference.rules.values import RuleSet
from longbien.texts import LANGUAGES, phrase, translated

_Command = TypeVar("_Command", bound=Callable[..., object])

_MAX_FILE: Final = 64 * 1024
_ENDINGS: Final = frozenset({".json", ".yaml", ".yml"})


def language_option(command: _Command) -> _Command:
    """Give a command the option --language, which it receives as `language`."""
    return click.option(
        "--language",
        type=click.Choice(sorted(LANGUAGES)),
        default="en",
        show_default=True,
        help="The language of the answer.",
    )(command)


@click.group("rules")
def rules() -> None:
    """Read and compare rules of procedure: profiles, open points, values with source and confidence."""


@rules.command("list", epilog=examples("longbien conference rules list"))
@language_option
@json_option
def list_rules(*, language: str, as_json: bool) -> None:
    """List the profiles that ship and the open points of which a conference chooses an option each."""
    found = {"profiles": profiles(), "variants": variants()}

    def words() -> str:
        bodies = [(one.id, phrase(language, one.title)) for one in profiles()]
        points = [
            (
                one.id,
                phrase(language, one.question),
                "\n".join(
                    f"{name}{'*' if name == one.default else ''}: {phrase(language, option.label)}"
                    for name, option in one.options.items()
                ),
            )
            for one in variants()
        ]
        lines = [table(("profile", "body"), bodies), ""]
        for name, question, options in points:
            lines += [f"{name}: {question}", *(f"    {line}" for line in options.splitlines())]
        return "\n".join((*lines, "", "* the option that the default profile takes"))

    answer(found, words, as_json=as_json)


@rules.command(
    "show",
    epilog=examples(
        "longbien conference rules show",
        "longbien conference rules show untoc --section quorum",
        "longbien conference rules show untoc:tie_rule=second_vote_48h --language fr",
    ),
)
@click.argument("rule_set", default=DEFAULT_PROFILE, metavar="[RULES]")
@click.option("--section", help="Only the values of this section, such as quorum or voting.")
@language_option
@json_option
def show_rules(*, rule_set: str, section: str | None, language: str, as_json: bool) -> None:
    """Show the values of a rule set, each with its rule, sources and how sure it is. RULES: a profile, with options or not, or a file."""
    found = read_rule_set(rule_set)
    values = [one for one in found.values.values() if section in {None, one.path.partition(".")[0]}]
    if not values:
        raise UsageError("conference.rules_section", name=(section or "")[:40], known=_sections(found))
    answer(
        {"profile": found.id, "choices": found.choices, "values": values},
        lambda: "\n".join(_listed(found, [shown(language, one) for one in values], language)),
        as_json=as_json,
    )


@rules.command(
    "compare",
    epilog=examples(
        "longbien conference rules compare untoc ga-committee",
        "longbien conference rules compare cosp-default cosp-default:quorum_base=participating",
    ),
)
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@language_option
@json_option
def compare_rules(*, first: str, second: str, language: str, as_json: bool) -> None:
    """Say what differs between two rule sets. A and B: a profile, a profile with options, or a file with profile and choices."""
    a, b = read_rule_set(first), read_rule_set(second)
    answer(
        {"a": first, "b": second, "differences": differences(a, b)},
        lambda: _differences(compared(language, a, b), (first, second), language),
        as_json=as_json,
    )


def read_rule_set(text: str) -> RuleSet:
    """Read a rule set that a person names: a profile, `profile:variant=option,...`, or a JSON or YAML file.

    RefusedError `conference.rules_spec`, `conference.rule_unknown`; UsageError `conference.rules_file`.
    """
    path = Path(text)
    if path.suffix.lower() not in _ENDINGS:
        return read_spec(text)
    data = read_file(path, _MAX_FILE)
    try:
        return read_rules(parse_yaml(data.decode("utf-8"), source=path.name).value)
    except (UnicodeDecodeError, MalformedError) as error:
        raise UsageError("conference.rules_file", file=path.name) from error


def _sections(rules: RuleSet) -> str:
    return ", ".join(dict.fromkeys(path.partition(".")[0] for path in rules.values))


def _listed(rules: RuleSet, values: list[Shown], language: str) -> Iterator[str]:
    """Write values section by section, below what the whole set is."""
    yield phrase(language, rules.title)
    yield rules.note
    section = ""
    for one in values:
        if one.section != section:
            section = one.section
            yield f"\n{section}"
        yield facts([(f"  {one.label}", one.value), ("", one.text), ("", _standing(one, language))])


def _standing(one: Shown, language: str) -> str:
    """Say where a value stands and how sure it is."""
    parts = [one.rule, one.sources if one.sources not in one.rule else "", one.confidence]
    if one.fallback:
        parts.append(translated(language, "conference_rules.fallback"))
    return f"[{'; '.join(part for part in parts if part)}]"


def _differences(found: tuple[Compared, ...], names: tuple[str, str], language: str) -> str:
    """Write the differences, each with both values, where they stand and what they come to."""
    if not found:
        return translated(language, "conference.compare_nothing", a=names[0], b=names[1])
    blocks = [translated(language, "conference.compare_count", count=len(found), a=names[0], b=names[1])]
    for number, one in enumerate(found, start=1):
        pairs = [
            ("  A", f"{one.a.value} {_standing(one.a, language)}"),
            ("", one.a_means),
            ("  B", f"{one.b.value} {_standing(one.b, language)}"),
            ("", one.b_means),
        ]
        point = one.a.open_point or one.b.open_point
        if point and not (one.a.open_point and one.b.open_point):
            pairs.append((f"  {coded(language, 'open_point')}", point))
        blocks.append(f"{number}. {one.label}\n{facts(pairs)}")
    return "\n\n".join(blocks)


COMMANDS: Final = (rules,)
