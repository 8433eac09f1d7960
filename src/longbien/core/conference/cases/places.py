# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places in a file of cases: from the place of an error (`$.cases[3].inputs`, `for`) to its line and column, both counted from 1."""

import re
from typing import Final

import yaml

from longbien.core.base.errors import MalformedError

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STEP: Final = re.compile(r"\.([^.\[\]]+)|\[([0-9]+)\]")
_FIELD_CODES: Final = {
    "base.field_missing": "conference_cases.field_missing",
    "base.field_unknown": "conference_cases.field_unknown",
    "base.field_type": "conference_cases.field_type",
    "base.field_value": "conference_cases.field_value",
}
_YAML_CODES: Final = {
    "base.yaml_ambiguous": "conference_cases.ambiguous",
    "base.key_twice": "conference_cases.key_twice",
}


def placed(error: MalformedError, text: str, source: str) -> MalformedError:
    """Give an error about a field of the file with line and column; any other error as it is.

    `conference_cases.field_missing`, `…field_unknown`, `…field_type`, `…field_value`, or the code that it had.
    """
    where = error.params.get("where")
    if not isinstance(where, str) or "line" in error.params:
        return error
    field = str(error.params.get("field", ""))
    line, column = _locate(text, where, field)
    params = {name: value for name, value in error.params.items() if name != "where"}
    given = {**params, "field": field, "source": source, "line": line, "column": column}
    return MalformedError(_FIELD_CODES.get(error.code, error.code), **given)


def yaml_place(error: MalformedError, text: str, source: str) -> MalformedError:
    """Give an error of the YAML itself with line and column: `conference_cases.unreadable`, `…ambiguous`, `…key_twice`."""
    line = error.params.get("line", 1)
    line = line if isinstance(line, int) else 1
    column = 1
    try:
        for _event in yaml.parse(text, Loader=_LOADER):
            pass
    except yaml.MarkedYAMLError as broken:
        if broken.problem_mark is not None:
            line, column = broken.problem_mark.line + 1, broken.problem_mark.column + 1
    except (yaml.YAMLError, ValueError):
        pass
    else:
        column = _column(text, line, str(error.params.get("value") or error.params.get("field") or ""))
    shown = str(error.params.get("value") or error.params.get("field") or "-")
    code = _YAML_CODES.get(error.code, "conference_cases.unreadable")
    given: dict[str, str | int] = {"source": source, "line": line, "column": column, "value": shown}
    return MalformedError(code, **given)


def _column(text: str, line: int, value: str) -> int:
    """Give the column of a value on a line, or of the line's first character."""
    lines = text.splitlines()
    if not 0 < line <= len(lines):
        return 1
    found = lines[line - 1].rfind(value) if value else -1
    return (found if found >= 0 else len(lines[line - 1]) - len(lines[line - 1].lstrip())) + 1


def _locate(text: str, where: str, field: str) -> tuple[int, int]:
    """Give line and column of a field, of its object if it is not there, or of the file's start."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        return 1, 1
    mark = node.start_mark if node is not None else None
    steps: list[str | int] = [int(number) if number else name for name, number in _STEP.findall(where)]
    for step in (*steps, field):
        found = _child(node, step)
        if found is None:
            break
        node, mark = found
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Mark] | None:
    """Give what stands below a node, and where it begins (a field: at its name)."""
    if isinstance(step, int):
        inside = isinstance(node, yaml.SequenceNode) and step < len(node.value)
        return (node.value[step], node.value[step].start_mark) if inside and node is not None else None
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return value, key.start_mark
    return None
