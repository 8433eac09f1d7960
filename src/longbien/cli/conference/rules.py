# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference rules`: which rules of procedure there are, and what each value is, on whose word and how sure."""

from typing import Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples
from longbien.cli.tables import table
from longbien.core.conference.rules.load import DEFAULT_PROFILE, profiles, rule_set, variants


@click.group("rules")
def rules() -> None:
    """Read and compare rules of procedure: profiles, open points, values with source and confidence."""


@rules.command("list", epilog=examples("longbien conference rules list"))
@json_option
def list_rules(*, as_json: bool) -> None:
    """List the profiles that ship and the open points of which a conference chooses an option each."""
    found = {"profiles": profiles(), "variants": variants()}

    def words() -> str:
        bodies = [(one.id, one.title, str(len(one.values))) for one in profiles()]
        points = [
            (
                one.id,
                one.question,
                ", ".join(f"{name}*" if name == one.default else name for name in one.options),
            )
            for one in variants()
        ]
        head = table(("profile", "body", "own values"), bodies)
        return f"{head}\n\n{table(('open point', 'question', 'options (* default)'), points)}"

    answer(found, words, as_json=as_json)


@rules.command(
    "show", epilog=examples("longbien conference rules show", "longbien conference rules show untoc")
)
@click.argument("profile", default=DEFAULT_PROFILE)
@json_option
def show_rules(*, profile: str, as_json: bool) -> None:
    """Show every value of a profile with its rule, sources and confidence."""
    found = rule_set(profile)

    def words() -> str:
        rows = [
            (one.label, str(one.value), one.rule, f"{one.confidence}{' (default)' if one.fallback else ''}")
            for one in found.values.values()
        ]
        return table(("what", "value", "rule", "how sure"), rows)

    answer(found, words, as_json=as_json)


COMMANDS: Final = (rules,)
