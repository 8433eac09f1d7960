# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draw the checks before sending, and every form field by field, into docs/reference; `--check` says whether the pages are fresh."""

import sys
from collections.abc import Iterator
from pathlib import Path

from longbien.core.cooperation.checks.table import CHECKS, Check
from longbien.core.cooperation.findings import STOP
from longbien.core.cooperation.forms.conditions import Condition
from longbien.core.cooperation.forms.kinds import Field, Form, form, forms
from longbien.texts import sentence

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
HEAD = """<!-- SPDX-FileCopyrightText: 2026 Long Biên contributors -->
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- Drawn by tools/draw_checks.py from {source}; do not edit. -->
# {title}

{words}
"""
CHECKS_WORDS = """*stops*: the draft does not leave. *stops, a written reason passes it*: the reason travels with the request and marks it for both sides.
*tells*: only a remark. The legal basis and the scope under it are judged beside these (`core/cooperation/deciding/scope.py`).
"""
FORMS_WORDS = """Each form is the header and its own sections. M: mandatory; C: conditional; O: optional. A source of `house` beside an article means: the Convention
names the matter, that the field is needed is this project's choice. Marks of confidence stand in the data (`data/forms`).
"""


def pages() -> dict[str, str]:
    """Give the pages by file name."""
    return {"checks.md": "\n".join(_checks()) + "\n", "forms.md": "\n".join(_forms()) + "\n"}


def _checks() -> Iterator[str]:
    yield HEAD.format(
        source="core/cooperation/checks/table.py", title="Checks before sending", words=CHECKS_WORDS
    ).rstrip("\n")
    yield "\n| check | says | effect | source |\n|---|---|---|---|"
    for row in CHECKS:
        name = row.code.removeprefix("cooperation.check.")
        yield f"| `{name}` | {sentence(row.code, **_names(row))} | {_effect(row)} | {row.source} |"


def _names(row: Check) -> dict[str, str]:
    names = (
        "value",
        "label",
        "accepted",
        "authority",
        "channel",
        "role",
        "undertaking",
        "days",
        "count",
        "years",
        "least",
        "time",
    )
    return {name: f"<{name}>" for name in names}


def _effect(row: Check) -> str:
    if row.severity != STOP:
        return "tells"
    return "stops, a written reason passes it" if row.overridable else "stops"


def _forms() -> Iterator[str]:
    yield HEAD.format(source="data/forms", title="Forms, field by field", words=FORMS_WORDS).rstrip("\n")
    header = [section.id for section in form("preservation").sections][:4]
    yield from _table("Header", "Of every request.", form("preservation"), header)
    for found in forms().values():
        sections = [section.id for section in found.sections if section.id not in header]
        words = f"Art. {found.article}. {found.help}"
        yield from _table(f"{found.label} (`{found.id}`, version {found.version})", words, found, sections)


def _table(title: str, words: str, found: Form, sections: list[str]) -> Iterator[str]:
    yield f"\n## {title}\n\n{words}\n\n| field | asks | | type | source |\n|---|---|---|---|---|"
    for field in found.fields.values():
        if field.section in sections:
            sources = ", ".join(source.ref for source in field.sources)
            kind = f"{field.type} of {field.list}" if field.list else field.type
            yield f"| `{field.id}` | {field.label} | {_need(field)} | {kind} | {sources} |"


def _need(field: Field) -> str:
    return f"C: {_when(field.when)}" if field.when else field.need[0].upper()


def _when(when: Condition) -> str:
    if when.codes:
        return f"`{when.field}` {'is' if when.test == 'in' else 'is not'} {', '.join(when.codes)}"
    return f"`{when.field}` is {when.test}"


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` compare them: status 1 if one is stale."""
    stale = [
        name
        for name, text in pages().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != text
    ]
    if arguments == ["--check"]:
        print(f"stale: run python -m tools.draw_checks ({', '.join(stale)})" if stale else "fresh")
        return 1 if stale else 0
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
