# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draw what a meeting goes by, from its tables, into docs/reference/hall.md: motions by precedence, the life of a proposal, every kind of event.

`--check` says whether the page is fresh.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from longbien.core.conference.hall.kinds import KINDS, PHASES, Kind
from longbien.core.conference.hall.life import LIFE
from longbien.core.conference.rules.load import rule_set
from longbien.core.conference.rules.values import Motion

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "hall.md"
HEAD = """<!-- SPDX-FileCopyrightText: 2026 Long Biên contributors -->
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- Drawn by tools/draw_hall.py from core/conference/hall and data/procedure; do not edit. -->
# The hall: motions, proposals, events

From the default profile of the rules (`cosp-default`); another profile has its own ranks, speakers and thresholds. What each means:
[the engine](../desks/conference/engine.md); the form of events: [protocol](../protocol/conference.md).
"""


def page() -> str:
    """Give the whole page."""
    return "\n".join((HEAD, *motions(), "", *life(), "", *events())) + "\n"


def motions() -> Iterator[str]:
    """Draw the motions by precedence, and write them as a table."""
    rules = rule_set()
    ranked = sorted((one for one in rules.motions.values() if one.rank is not None), key=_rank)
    yield "## Motions by precedence\n\nThe upper one is put before the lower. Those without a rank are taken as they are made, after those that have one.\n"
    yield "```mermaid\nflowchart TD"
    yield "    order([point of order, then the appeal against its ruling])"
    before = "order"
    for one in ranked:
        yield f"    {before} --> {one.id}[{one.rank}. {one.rule.label}]"
        before = one.id
    others = " / ".join(one.rule.label for one in rules.motions.values() if one.rank is None)
    yield f"    {before} --> others[{others}]\n```\n"
    yield "| motion | rank | heard for | heard against | takes | rule | confidence |\n|---|---|---|---|---|---|---|"
    for one in (*ranked, *(held for held in rules.motions.values() if held.rank is None)):
        mover = " (the mover is one)" if one.mover_counts_as_for else ""
        yield (
            f"| `{one.id}` | {one.rank or '–'} | {one.speakers_for}{mover} | {one.speakers_against} "
            f"| {one.threshold or 'nothing: granted'} | {one.rule.rule} | {one.rule.confidence} |"
        )


def _rank(motion: Motion) -> int:
    return motion.rank or 0


def life() -> Iterator[str]:
    """Draw the life of a proposal, and write it as a table."""
    yield "## The life of a proposal\n\n```mermaid\nstateDiagram-v2\n    [*] --> tabled: proposal.tabled"
    for row in LIFE:
        yield f"    {row.before} --> {row.after}: {row.by}"
    yield "```\n\n| in | by | then | rule |\n|---|---|---|---|"
    for row in LIFE:
        yield f"| {row.before} | {row.by} | {row.after} | `{row.rule}` |"


def events() -> Iterator[str]:
    """Write every kind of event as a table."""
    yield (
        "## Kinds of event\n\n*amid*: what it may interrupt (a vote that was announced, a point of order before its ruling, an appeal). "
        "A member with `?` may be missing. A right is one of the role's (`participants` of the rules).\n"
    )
    yield "| kind | said by | right | when | amid | members |\n|---|---|---|---|---|---|"
    for name, kind in KINDS.items():
        members = ", ".join(f"`{member}` {shape.name}" for member, shape in kind.members.items()) or "–"
        yield (
            f"| `{name}` | {', '.join(kind.by)} | {kind.right or '–'} | {_when(kind)} "
            f"| {', '.join(sorted(kind.amid)) or '–'} | {members} |"
        )


def _when(kind: Kind) -> str:
    return (
        "always" if kind.when == set(PHASES) else ", ".join(phase for phase in PHASES if phase in kind.when)
    )


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` compare it: status 1 if it is stale."""
    text = page()
    if arguments == ["--check"]:
        fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
        print("fresh" if fresh else f"stale: run python -m tools.draw_hall ({PAGE.name})")
        return 0 if fresh else 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
