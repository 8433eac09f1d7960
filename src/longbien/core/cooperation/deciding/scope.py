# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be asked for under which legal basis: offences, penalties and purposes, one file per basis in `data/scope` (Art. 35, 37(1), 40(1)).

The sender's checks ask it before a request leaves, the receiving side's page asks it again.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import CONFIDENCE, Source, mistake, reading
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.deciding.grounds import ROWS
from longbien.core.cooperation.findings import STOP, WARN, Finding
from longbien.core.cooperation.forms.kinds import Form

FOLDER: Final = "scope"
SCHEMA: Final = "longbien/scope/1"
CONVENTION: Final = "hanoi"
OWN: Final = "own"
ANY: Final = "any"
NOTES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "electronic-only": "cooperation.check.scope_electronic_only",
        "domestic-minimum": "cooperation.check.scope_domestic_minimum",
        "own-only": "cooperation.check.scope_own_only",
        "organized-group": "cooperation.check.scope_organized_group",
        "corruption-only": "cooperation.check.scope_corruption_only",
        "its-scope": "cooperation.check.scope_its_scope",
        "own-law": "cooperation.check.scope_own_law",
    }
)
"""What a case may ask to be remembered, and the sentence that says it."""


IMPLIED: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"service-of-documents": frozenset({"40.3.b"}), "video-hearing": frozenset({"40.3.a"})}
)
"""The purpose of 40(3) of kinds whose form does not ask for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One way to be within the scope: for these offences, from this maximum penalty in years on, for these purposes of 40(3) (none: all)."""

    offences: frozenset[str]
    years: int
    purposes: frozenset[str]
    remember: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The scope of one legal basis: the offences of the treaty itself, and the cases of each row; no case: it cannot be asked for."""

    legal_basis: str
    own: frozenset[str]
    rows: Mapping[str, tuple[Case, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What a request says that its scope is judged by; an empty set or None is a field that is not filled."""

    offences: frozenset[str]
    years: int | None
    assistance: frozenset[str]


def scope(legal_basis: str) -> Scope | None:
    """Give the scope of a legal basis; None for one of a later version."""
    return scopes().get(legal_basis)


def own_offences(legal_basis: str) -> frozenset[str]:
    """Give the offences that the treaty itself establishes, as codes of OFFENCE."""
    found = scope(legal_basis)
    return found.own if found else frozenset()


def purpose_of(form: Form, values: Mapping[str, object]) -> Purpose:
    """Take from a request what its scope is judged by."""
    years = values.get("maximum_penalty_years")
    return Purpose(
        offences=_codes(values.get("offences")),
        years=years if isinstance(years, int) else None,
        assistance=_codes(values.get("assistance")) or IMPLIED.get(form.id, frozenset()),
    )


def check_scope(legal_basis: str, form: Form, values: Mapping[str, object]) -> tuple[Finding, ...]:
    """Examine whether a request may be asked for under its legal basis, for every row that it asks to be decided by.

    Stops: `cooperation.check.scope_row` (the basis has no such measure), `cooperation.check.offence_outside`,
    `cooperation.check.penalty_low`, `cooperation.check.scope_purpose`. Warnings: `cooperation.check.scope_mixed` and the notes.
    Nothing is found while the basis is unknown or `none-yet`: that has a check of its own.
    """
    found = scope(legal_basis)
    if found is None or legal_basis == "none-yet":
        return ()
    purpose = purpose_of(form, values)
    rows = dict.fromkeys(asked.grounds for asked in form.measures(values))
    findings: dict[tuple[str, str], Finding] = {}
    for row in rows:
        for finding in _about_row(found, row, purpose):
            findings.setdefault((finding.code, finding.field), _placed(finding, form))
    return tuple(findings.values())


def _placed(finding: Finding, form: Form) -> Finding:
    """Put a finding at a field that the form has."""
    if finding.field in form.fields:
        return finding
    return replace(finding, field="offences" if "offences" in form.fields else "")


def _about_row(found: Scope, row: str, purpose: Purpose) -> Iterator[Finding]:
    cases = found.rows.get(row, ())
    basis = vocabulary("LEGAL-BASIS").label_of(found.legal_basis)
    if not cases:
        source = "house" if found.legal_basis != CONVENTION else "35.1"
        yield _stop("cooperation.check.scope_row", "legal_basis", source, basis=basis)
        return
    if not purpose.offences and not any(ANY in case.offences for case in cases):
        return  # an empty field has a check of its own
    for_offence = [case for case in cases if _fits_offence(case, found, purpose.offences)]
    source = ", ".join(dict.fromkeys(case.source.ref for case in for_offence or cases))
    if not for_offence:
        yield _stop("cooperation.check.offence_outside", "offences", source, basis=basis)
        return
    grave = [case for case in for_offence if purpose.years is None or purpose.years >= case.years]
    if not grave:
        years, least = purpose.years or 0, min(case.years for case in for_offence)
        yield _stop(
            "cooperation.check.penalty_low", "maximum_penalty_years", source, years=years, least=least
        )
        return
    fitting = [case for case in grave if _fits_purpose(case, purpose.assistance)]
    if not fitting:
        yield _stop("cooperation.check.scope_purpose", "assistance", source, basis=basis)
        return
    yield from _to_remember(fitting, found, purpose)


def _to_remember(fitting: list[Case], found: Scope, purpose: Purpose) -> Iterator[Finding]:
    outside = sorted(
        offence
        for offence in purpose.offences
        if not any(_fits_offence(case, found, frozenset({offence})) for case in fitting)
    )
    if outside:
        labels = "; ".join(vocabulary("OFFENCE").label_of(code) for code in outside)
        yield Finding(
            code="cooperation.check.scope_mixed",
            severity=WARN,
            source=fitting[0].source.ref,
            field="offences",
            params=MappingProxyType({"offences": labels}),
        )
    if all(case.remember for case in fitting):
        for case in fitting:
            yield Finding(
                code=NOTES[case.remember], severity=WARN, source=case.source.ref, field="legal_basis"
            )


def _fits_offence(case: Case, found: Scope, offences: frozenset[str]) -> bool:
    if ANY in case.offences:
        return True
    wanted = case.offences | (found.own if OWN in case.offences else frozenset())
    return not wanted.isdisjoint(offences)


def _fits_purpose(case: Case, assistance: frozenset[str]) -> bool:
    return not case.purposes or not assistance or not case.purposes.isdisjoint(assistance)


def _stop(code: str, field: str, source: str, **params: str | int) -> Finding:
    return Finding(code=code, severity=STOP, source=source, field=field, params=MappingProxyType(params))


def _codes(value: object) -> frozenset[str]:
    if isinstance(value, str):
        return frozenset({value})
    return (
        frozenset(item for item in value if isinstance(item, str))
        if isinstance(value, tuple)
        else frozenset()
    )


@cache
def scopes() -> Mapping[str, Scope]:
    """Give every scope by its legal basis."""
    found = (parse_scope(read_data(path)) for path in data_files(FOLDER))
    return MappingProxyType({one.legal_basis: one for one in found})


def parse_scope(document: Document) -> Scope:
    """Read one file; MalformedError with file and line, also for a row that is missing or given twice."""
    with reading(document, schema=SCHEMA) as fields:
        basis = fields.choice("legal_basis", vocabulary("LEGAL-BASIS").codes)
        if document.source.rsplit("/", 1)[-1] != f"{basis}.yaml":
            raise mistake(fields, "legal_basis")
        rows: dict[str, tuple[Case, ...]] = {}

        def one(item: Fields) -> None:
            row = item.choice("row", ROWS)
            if row in rows:
                raise mistake(item, "row")
            rows[row] = item.objects("cases", _case, max_items=20)

        fields.objects("rows", one, min_items=1)
        if set(rows) != set(ROWS):
            raise mistake(fields, "rows")
        own = _listed(fields, "own", vocabulary("OFFENCE").codes)
        return Scope(legal_basis=basis, own=own, rows=MappingProxyType(rows))


def _case(item: Fields) -> Case:
    return Case(
        offences=_listed(item, "offences", (*vocabulary("OFFENCE").codes, OWN, ANY)),
        years=item.integer("years", minimum=1, maximum=50) if item.has("years") else 0,
        purposes=_listed(item, "assistance", vocabulary("ASSISTANCE").codes)
        if item.has("assistance")
        else frozenset(),
        remember=item.choice("remember", NOTES) if item.has("remember") else "",
        source=Source(
            ref=item.text("article", max_length=60), confidence=item.choice("confidence", CONFIDENCE)
        ),
    )


def _listed(item: Fields, name: str, known: Collection[str]) -> frozenset[str]:
    codes = item.texts(name, max_items=50, max_length=64)
    if len(set(codes)) != len(codes) or any(code not in known for code in codes):
        raise mistake(item, name)
    return frozenset(codes)
