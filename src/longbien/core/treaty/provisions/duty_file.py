# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the duties of an article file. Every reference to another provision is noted, to be checked once all files are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from longbien.core.base.datafile import mistake
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.moments import parse_day
from longbien.core.treaty.provisions.citation import ProvisionId, parse_provision_id
from longbien.core.treaty.provisions.clauses import (
    Actor,
    Addressee,
    Component,
    Deadline,
    Elements,
    Ground,
    Modality,
    Notice,
    OptionalElement,
    Register,
    Required,
    ReservationClause,
    Threshold,
)
from longbien.core.treaty.provisions.duties import CONFIDENCE, FACTS, KINDS, MARKS, OPTIONS, PROHIBITED, Duty

_THRESHOLDS: Final = ("maximum_penalty", "age", "offence_scope", "number_of_parties")
_THRESHOLD_UNITS: Final = ("years", "years_deprivation_of_liberty")
_OPERATORS: Final = ("<", "<=", ">", ">=")
_DEADLINES: Final = (
    *("event", "maximum", "minimum", "standard", "period", "date", "earliest"),
    *("entry_into_force", "entry_into_force_later_joiner"),
)
_UNITS: Final = ("days", "consecutive_days", "months", "years")
_NATURES: Final = ("may_refuse", "may_refuse_if_reserved", "no_obligation", "not_required_to")
_REFUSED: Final = (
    *("personal_data_transfer", "extradition", "mutual_legal_assistance", "preservation"),
    *("traffic_data_disclosure", "confiscation", "provisional_measures"),
)
_CLAUSES: Final = ("reservation", "declaration")
_LENGTH: Final = 600
_Code = TypeVar("_Code", bound=StrEnum)
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A provision that something refers to, with the place that refers to it."""

    to: ProvisionId
    where: str
    field: str


class DutyReader:
    """Reads duties one after the other and keeps what they refer to in `references`."""

    __slots__ = ("references",)

    def __init__(self) -> None:
        self.references: list[Reference] = []

    def duty(self, item: Fields) -> Duty:
        """Read one duty; MalformedError for a mistake."""
        return Duty(
            id=item.parsed("id", parse_provision_id),
            text=item.text("text", max_length=_LENGTH),
            modality=_code(item, "modality", Modality),
            nuance=_words(item, "nuance"),
            actor=_code(item, "actor", Actor),
            actor_note=_words(item, "actor_note"),
            kind=item.choice("kind", KINDS),
            confidence=item.choice("confidence", CONFIDENCE),
            note=_words(item, "note"),
            term=_words(item, "term"),
            see=self._provisions(item, "see"),
            marks=_listed(item, "marks", MARKS),
            facts=_object(item, "facts", _facts) or MappingProxyType({}),
            elements=_object(item, "elements", self._elements),
            option=item.optional("option", lambda name: item.choice(name, OPTIONS)),
            threshold=_object(item, "threshold", self._threshold),
            deadline=_object(item, "deadline", self._deadline),
            notice=_object(item, "notice", _notice),
            register=_object(item, "register", _register),
            reservation=_object(item, "reservation", self._reservation),
            grounds=item.objects("grounds", self._ground, min_items=1) if item.has("grounds") else (),
            prohibited_ground=item.optional("prohibited_ground", lambda name: item.choice(name, PROHIBITED)),
            components=item.objects("components", _component, min_items=2) if item.has("components") else (),
            required=item.optional("required", lambda name: _code(item, name, Required)),
            required_for=item.optional("for", lambda name: self._provision(item, name)),
        )

    def _elements(self, item: Fields) -> Elements:
        def one(optional: Fields) -> OptionalElement:
            return OptionalElement(
                provision=self._provision(optional, "in"),
                requirement=optional.text("requirement", max_length=_LENGTH),
            )

        conduct = item.texts("conduct", max_items=20)
        if not conduct:
            raise mistake(item, "conduct")
        return Elements(
            conduct=conduct,
            object_of_conduct=item.text("object_of_conduct", max_length=_LENGTH),
            mental_element=item.text("mental_element", max_length=_LENGTH),
            without_right=item.boolean("without_right"),
            purpose_or_result=_words(item, "purpose_or_result"),
            optional=item.objects("optional", one, max_items=20),
        )

    def _threshold(self, item: Fields) -> Threshold:
        found = Threshold(
            kind=item.choice("kind", _THRESHOLDS),
            operator=item.optional("operator", lambda name: item.choice(name, _OPERATORS)),
            amount=_number(item, "amount"),
            unit=item.optional("unit", lambda name: item.choice(name, _THRESHOLD_UNITS)),
            scope=_words(item, "scope"),
            alternative=_words(item, "alternative"),
            defined_in=item.optional("defined_in", lambda name: self._provision(item, name)),
            applies_to=_words(item, "applies_to"),
            note=_words(item, "note"),
        )
        if (found.amount is None) != (found.operator is None) or (found.amount is None) == (
            found.scope is None
        ):
            raise mistake(item, "amount")
        return found

    def _deadline(self, item: Fields) -> Deadline:
        found = Deadline(
            kind=item.choice("kind", _DEADLINES),
            amount=_number(item, "amount"),
            unit=item.optional("unit", lambda name: item.choice(name, _UNITS)),
            standard=_words(item, "standard"),
            day=item.optional("date", lambda name: item.parsed(name, parse_day)),
            when=_words(item, "when"),
            what=_words(item, "what"),
            starts=_words(item, "starts"),
            alternative=_words(item, "alternative"),
            then=_words(item, "then"),
            conditions=self._provisions(item, "conditions"),
            renewable=item.optional("renewable", item.boolean) or False,
            renewal=_words(item, "renewal"),
            instruments=_number(item, "instruments"),
            excludes=_words(item, "excludes"),
            not_before=_words(item, "not_before"),
            rule=_words(item, "rule"),
        )
        told = [found.amount, found.standard, found.day, found.when]
        if (found.amount is None) != (found.unit is None) or told.count(None) != len(told) - 1:
            raise mistake(item, "kind")
        return found

    def _reservation(self, item: Fields) -> ReservationClause:
        return ReservationClause(
            kind=item.choice("kind", _CLAUSES),
            concerns=self._provisions(item, "concerns"),
            scope=item.text("scope", max_length=_LENGTH),
            limit=_words(item, "limit"),
            when=_words(item, "when"),
            effect=_words(item, "effect"),
        )

    def _ground(self, item: Fields) -> Ground:
        """Read one ground; a ground that only refers to another gets its words in `convention.py`."""
        same_as = item.optional("same_as", lambda name: self._provision(item, name))
        ground = _words(item, "ground")
        if (same_as is None) == (ground is None):
            raise mistake(item, "ground")
        return Ground(
            ground=ground or "",
            same_as=same_as,
            nature=item.choice("nature", _NATURES),
            applies_to=_listed(item, "applies_to", _REFUSED),
            characteristics=item.texts("characteristics") if item.has("characteristics") else (),
        )

    def _provision(self, item: Fields, name: str) -> ProvisionId:
        found = item.parsed(name, parse_provision_id)
        self.references.append(Reference(to=found, where=item.where, field=name))
        return found

    def _provisions(self, item: Fields, name: str) -> tuple[ProvisionId, ...]:
        """Read a list of provisions, each named once; none if the field is not there."""
        if not item.has(name):
            return ()
        texts = item.texts(name, max_items=20, max_length=40)
        if not texts or len(set(texts)) != len(texts):
            raise mistake(item, name)
        try:
            found = tuple(parse_provision_id(text) for text in texts)
        except MalformedError as error:
            raise mistake(item, name) from error
        self.references += [Reference(to=one, where=item.where, field=name) for one in found]
        return found


def _facts(item: Fields) -> Mapping[str, tuple[str, ...]]:
    facts: dict[str, tuple[str, ...]] = {}
    for name, options in FACTS.items():
        if item.has(name):
            facts[name] = _listed(item, name, options)
    return MappingProxyType(facts)


def _notice(item: Fields) -> Notice:
    return Notice(
        to=_code(item, "to", Addressee),
        what=item.text("what", max_length=_LENGTH),
        when=item.text("when", max_length=_LENGTH),
    )


def _register(item: Fields) -> Register:
    return Register(keeper=_code(item, "keeper", Actor), duty=item.text("duty", max_length=_LENGTH))


def _component(item: Fields) -> Component:
    return Component(
        actor=item.optional("actor", lambda name: _code(item, name, Actor)),
        modality=_code(item, "modality", Modality),
        what=item.text("what", max_length=_LENGTH),
    )


def _listed(item: Fields, name: str, options: tuple[str, ...] | None) -> tuple[str, ...]:
    """Read a list without repetition, each value one of `options` if there are any; none if the field is not there."""
    if not item.has(name):
        return ()
    found = item.texts(name, max_items=30, max_length=_LENGTH)
    if not found or len(set(found)) != len(found):
        raise mistake(item, name)
    if options is not None and not set(found) <= set(options):
        raise mistake(item, name)
    return found


def _object(item: Fields, name: str, read: Callable[[Fields], _Read]) -> _Read | None:
    """Read an object and finish it; None if the field is not there."""
    if not item.has(name):
        return None
    inner = item.object(name)
    found = read(inner)
    inner.done()
    return found


def _code(item: Fields, name: str, codes: type[_Code]) -> _Code:
    return codes(item.choice(name, [code.value for code in codes]))


def _words(item: Fields, name: str) -> str | None:
    return item.text(name, max_length=_LENGTH) if item.has(name) else None


def _number(item: Fields, name: str) -> int | None:
    return item.integer(name, minimum=1, maximum=1000) if item.has(name) else None
