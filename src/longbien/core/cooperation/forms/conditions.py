# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Conditions in form data: when a field is needed, when a measure is asked. Declared, never programmed.

`{field: status, in: [extension]}`, `{field: secrecy, not_in: [none]}`, `{field: needed_by, filled: true}`,
`{field: traffic_path, ticked: true}`. For a field of several codes, `in` asks for at least one of them, `not_in` for none
of them; a field that is not filled meets neither.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from longbien.core.base.datafile import mistake
from longbien.core.base.fields import Fields

_TESTS = ("in", "not_in", "filled", "ticked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One test of one field."""

    field: str
    test: str
    codes: tuple[str, ...] = ()

    def holds(self, values: Mapping[str, object]) -> bool:
        """Tell whether the values of a form meet the condition."""
        value = values.get(self.field)
        if self.test == "ticked":
            return value is True
        if value is None or self.test == "filled":
            return value is not None
        held = value if isinstance(value, tuple) else (value,)
        return any(code in self.codes for code in held) is (self.test == "in")


def read_condition(fields: Fields) -> Condition:
    """Read a condition from a data file; exactly one test, and `filled` and `ticked` can only be true."""
    tests = [name for name in _TESTS if fields.has(name)]
    if len(tests) != 1:
        raise mistake(fields, tests[1] if tests else "in")
    test = tests[0]
    codes: tuple[str, ...] = ()
    if test in ("in", "not_in"):
        codes = fields.texts(test, max_items=100, max_length=64)
        if not codes:
            raise mistake(fields, test)
    elif not fields.boolean(test):
        raise mistake(fields, test)
    condition = Condition(field=fields.text("field", max_length=64), test=test, codes=codes)
    fields.done()
    return condition
