# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The draft that rules look at, and what a rule finds: a field and the values of the check's sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeAlias

from longbien.core.cooperation.forms.kinds import Form
from longbien.core.cooperation.forms.values import Identifier, Period, Person, Property, Values
from longbien.core.parties.requirements import Requirement

Found: TypeAlias = tuple[str, Mapping[str, str | int]]
"""A field and the values of the check's sentence."""
_NOTHING: Final = Requirement()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A request under examination, with what is known of the moment and of the requested State: its languages, and what it asks of such a request."""

    form: Form
    values: Values
    now: datetime
    languages: tuple[str, ...] = ()
    asked: Requirement = _NOTHING

    @property
    def today(self) -> date:
        """Give the day in UTC."""
        return self.now.date()

    def codes(self, name: str) -> tuple[str, ...]:
        """Give the codes of a field, none if it is empty."""
        value = self.values.get(name)
        if isinstance(value, str):
            return (value,)
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ()

    def identifiers(self) -> tuple[Identifier, ...]:
        """Give the identifiers, none if there are none."""
        value = self.values.get("identifiers")
        return (
            tuple(item for item in value if isinstance(item, Identifier)) if isinstance(value, tuple) else ()
        )

    def persons(self) -> Iterator[tuple[str, Person]]:
        """Give each person with the field that names it."""
        for name, value in self.values.items():
            for item in value if isinstance(value, tuple) else ():
                if isinstance(item, Person):
                    yield name, item

    def property(self) -> Iterator[tuple[str, Property]]:
        """Give each piece of property with the field that names it."""
        for name, value in self.values.items():
            for item in value if isinstance(value, tuple) else ():
                if isinstance(item, Property):
                    yield name, item

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give each filled field of free text."""
        for name, value in self.values.items():
            if isinstance(value, str) and self.form.fields[name].type in ("text", "long-text"):
                yield name, value

    def period(self, name: str = "data_period") -> Period | None:
        """Give a period, if it is filled: that of the data, if no other is named."""
        value = self.values.get(name)
        return value if isinstance(value, Period) else None

    def moment(self, name: str) -> datetime | None:
        """Give a moment, if it is filled."""
        value = self.values.get(name)
        return value if isinstance(value, datetime) else None

    def number(self, name: str) -> int | None:
        """Give a number, if it is filled."""
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def label(self, name: str) -> str:
        """Give the label of a field of the form."""
        return self.form.fields[name].label

    def day(self, name: str) -> date | None:
        """Give a date field, if it is filled."""
        value = self.values.get(name)
        return value if isinstance(value, date) and not isinstance(value, datetime) else None
