# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draw the life of a request from its table into docs/reference/lifecycle.md; `--check` says whether the page is fresh."""

import sys
from collections.abc import Iterator
from pathlib import Path

from longbien.core.cooperation.acts.eyes import FOUR_EYES
from longbien.core.cooperation.clocks.rules import AFTER, HOURS, clock_rules
from longbien.core.cooperation.life.table import EITHER, STATES, TABLE, TIMER, Row

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "lifecycle.md"
QUESTIONS = {
    "request": "Where is the request?",
    "information": "Is a question open?",
    "preservation": "Are the data kept? (Art. 42)",
    "disclosure": "Are the data given? (Art. 43, 44)",
    "assistance": "Is another act done? (Art. 40, 45-52)",
    "surrender": "Is the person surrendered? (Art. 37, 38)",
    "arrest": "Is the person held until the request for extradition comes? (Art. 37(10))",
    "offer": "What becomes of information offered unasked? (Art. 40(4)-(5))",
    "consulting": "Is the other State being consulted before a refusal or postponement? (Art. 40(28), 37(17))",
    "progress": "Does a query on the status wait? (Art. 40(26))",
    "sharing": "Where is a draft that is shown before it is sent? (a thread of its own, no legal effect)",
    "evidence": "Where is this item? (one track per item)",
    "consent": "May it be used otherwise, or passed on? (one track per question; Art. 40(19), 36(3))",
    "dispute": "Where is this dispute? (one track per dispute)",
}
HEAD = """<!-- SPDX-FileCopyrightText: 2026 Long Biên contributors -->
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- Drawn by tools/draw_states.py from core/cooperation/life/table.py and its tracks; do not edit. -->
# The life of a request

Both sides compute it from the same acts in the same order (docs/protocol/requests.md, section 3). The tracks run side by side, for they
are different questions; each measure has its own. An act must fit every track that has a row for it; otherwise it is refused, or, once held, kept without effect.
`draft`, `approve`, `discard` and `receipt` are local events; `linked` means an act of a follow-up request; `period-ended` is time itself.
"""


def page() -> str:
    """Give the whole page."""
    parts = [HEAD]
    for track, question in QUESTIONS.items():
        parts += [f"## {track}\n\n{question}\n", diagram(track), rows(track)]
    parts += [officers(), clocks()]
    return "\n".join(parts)


def diagram(track: str) -> str:
    """Draw a track as a mermaid state diagram."""
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {_node(STATES[track][0])}"]
    lines += [f'    state "{state}" as {_node(state)}' for state in STATES[track] if _node(state) != state]
    drawn: dict[tuple[str, str], list[str]] = {}
    for row in TABLE:
        if row.track == track and row.to:
            for state in row.states:
                if state != row.to:
                    drawn.setdefault((state, row.to), []).append(_label(row))
    for (before, after), labels in drawn.items():
        lines.append(f"    {_node(before)} --> {_node(after)}: {', '.join(dict.fromkeys(labels))}")
    return "\n".join([*lines, "```", ""])


def rows(track: str) -> str:
    """Write a track's rows as a table."""
    lines = ["| in | when | said by | if | then |", "|---|---|---|---|---|"]
    for row in TABLE:
        if row.track == track:
            where = "any" if row.states == STATES[track] else ", ".join(row.states)
            by = "time" if row.event == TIMER else "either" if row.by == EITHER else row.by
            conditions = "; ".join(_conditions(row)) or "—"
            lines.append(f"| {where} | `{row.event}` | {by} | {conditions} | {row.to or 'no change'} |")
    return "\n".join([*lines, ""])


def officers() -> str:
    """Write how many officers each act needs."""
    lines = [
        "## Officers\n",
        "Every `request.<kind>` needs two; so does any kind without a row. The first row that fits decides.\n",
        "| act | officers | because |",
        "|---|---|---|",
    ]
    for row in FOUR_EYES:
        narrowed = " ".join(part for part in (row.measure, row.decision) if part)
        lines.append(f"| `{row.kind}`{' ' + narrowed if narrowed else ''} | {row.officers} | {row.reason} |")
    return "\n".join([*lines, ""])


def clocks() -> str:
    """Write the rules of clocks."""
    lines = [
        "## Clocks\n",
        "From `data/clocks/requests.yaml`. A clock runs while its track is in one of the states.\n",
        "| clock | nature | who acts | runs in | ends | stands still on a question | alarms | source |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for rule in clock_rules():
        before = f", {rule.before.days} days before" if rule.before else ""
        counted = f"after {rule.after}, urgent {rule.after_urgent}"
        named = "" if rule.due in (HOURS, AFTER) else f"{rule.due}{before}"
        ends = " or ".join(part for part in (named, counted if rule.after else "") if part)
        if rule.kinds or rule.when:
            ends += f" (only {', '.join(rule.kinds) or rule.when})"
        cited = "; ".join(f"{source.ref} ({source.confidence})" for source in rule.sources)
        lines.append(
            f"| {rule.label} | {rule.nature} | {rule.acts} | {rule.track}: {', '.join(rule.runs_in)} | {ends} "
            f"| {'yes' if rule.pauses else 'no'} | {', '.join(rule.alarms) or '–'} | {cited} |"
        )
    return "\n".join([*lines, ""])


def _conditions(row: Row) -> Iterator[str]:
    if row.asks:
        yield f"asks for {row.asks}"
    if row.measure:
        yield f"measure {row.measure}"
    if row.outcomes:
        yield " or ".join(row.outcomes)
    if row.time:
        yield "the period runs" if row.time == "in-time" else "the period is over"
    if row.last is not None:
        yield "no other follow-up is open" if row.last else "another follow-up is open"
    if row.about:
        yield f"the item it names is {' or '.join(row.about)}"
    for track, states in row.needs:
        yield f"{track} is {' or '.join(states)}"


def _label(row: Row) -> str:
    return f"{row.event} ({'/'.join(row.outcomes)})" if row.outcomes else row.event


def _node(state: str) -> str:
    return state.replace("-", "_")


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` compare it: status 1 if it is stale."""
    text = page()
    if arguments == ["--check"]:
        fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
        print("fresh" if fresh else f"stale: run python -m tools.draw_states ({PAGE.name})")
        return 0 if fresh else 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
