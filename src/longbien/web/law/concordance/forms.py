# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of the concordance: beginning, texts, who has what, an assessment made of a duty's own grid. The core cleans; nothing but the law's state is asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from longbien.core.law.concordance.codes import (
    Choice,
    Confidence,
    Coverage,
    Found,
    Origin,
    Practice,
    Safeguard,
    Seat,
    Strength,
)
from longbien.core.law.concordance.grid import Element, ElementKind, grid, has_safeguards
from longbien.core.law.concordance.table import (
    Assessment,
    ElementFinding,
    OptionChoice,
    Row,
    SafeguardFinding,
)
from longbien.core.treaty.provisions.citation import ProvisionId
from longbien.web.base.fields import CodeField, CodesField, TextField
from longbien.web.base.words import word_now
from longbien.web.law.concordance.repeated import (
    NEEDS,
    SOURCES,
    Repeated,
    add_rows,
    check_rows,
    needs_of,
    rows_before,
    shown_rows,
    sources_of,
)

_LONG: Final = 10_000


def choices(table: str, codes: Iterable[StrEnum], *, empty: bool = False) -> list[tuple[str, Any]]:
    """Give codes with their words."""
    return [*([("", "—")] if empty else []), *((one.value, word_now(table, one.value)) for one in codes)]


def _coded(table: str, codes: type[StrEnum], **more: Any) -> forms.ChoiceField:
    empty = bool(more.pop("empty", False))
    return forms.ChoiceField(choices=lambda: choices(table, codes, empty=empty), **more)


class BeginForm(forms.Form):
    """A concordance to begin."""

    title = TextField(label=_("Title"), max_length=300)
    language = forms.CharField(
        label=_("Language in which it is written"),
        max_length=35,
        help_text=_("As en, vi, ar or zh-Hans."),
        widget=forms.TextInput({"dir": "ltr"}),
    )


class TextForm(forms.Form):
    """A version of a law to take in: from the library, or a file of provisions."""

    library = forms.ChoiceField(label=_("From the library of laws"), required=False)
    file = forms.FileField(
        label=_("Or a file of provisions"),
        required=False,
        help_text=_('JSON lines: {"id", "heading", "text"}, one provision a line.'),
    )
    law = TextField(label=_("Short code of the law in the file"), max_length=80, required=False)
    version = TextField(label=_("Version, such as the day of its text"), max_length=80, required=False)
    title = TextField(label=_("Title of the law"), max_length=300, required=False)
    language = forms.CharField(
        label=_("Language of the text"), max_length=35, required=False, widget=forms.TextInput({"dir": "ltr"})
    )

    def __init__(self, *args: Any, versions: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["library"].choices = [("", "—"), *versions]  # type: ignore[attr-defined]


class AssignForm(forms.Form):
    """Who has which rows, until when."""

    rows = TextField(
        label=_("Rows"),
        max_length=400,
        help_text=_("Duties, articles or chapters, with a space between: 7 8.1 IV"),
        widget=forms.TextInput({"dir": "ltr"}),
    )
    ministry = TextField(label=_("Ministry"), max_length=300, required=False)
    due = forms.DateField(
        label=_("Until"),
        required=False,
        input_formats=["%Y-%m-%d"],
        help_text=_("As 2026-12-31."),
        widget=forms.TextInput({"dir": "ltr"}),
    )
    bill_stage = CodeField("BILL-STAGE", label=_("Stage of the bill"), required=False)
    first = forms.ChoiceField(label=_("First assessor"), required=False)
    second = forms.ChoiceField(label=_("Second assessor"), required=False)
    reviewer = forms.ChoiceField(label=_("Reviewer, a third person"), required=False)

    def __init__(self, *args: Any, people: Sequence[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("first", "second", "reviewer"):
            self.fields[name].choices = [("", "—"), *((one, one) for one in people)]  # type: ignore[attr-defined]


class MoreForm(forms.Form):
    """Duties beside those of the law desk."""

    duties = TextField(
        label=_("Duties of the Convention"),
        max_length=400,
        help_text=_("With a space between: 40.2 53.1"),
        widget=forms.TextInput({"dir": "ltr"}),
    )


class RemarkForm(forms.Form):
    """A comment, or a contribution from outside the government."""

    text = TextField(label=_("Comment"), max_length=_LONG, lines=True)
    origin = _coded("law_origin", Origin, label=_("It comes from"))
    body = TextField(label=_("The body that it came from"), max_length=300, required=False)
    public = forms.BooleanField(label=_("May stand in the public version"), required=False)


class ClauseForm(forms.Form):
    """A proposed clause."""

    text = TextField(label=_("Proposed text"), max_length=16_000, lines=True)
    provision = TextField(
        label=_("Which provision it amends; empty: a new one"), max_length=300, required=False
    )
    model = TextField(label=_("After which model"), max_length=2000, required=False)
    effect_on_rights = TextField(label=_("Effect on rights"), max_length=_LONG, required=False, lines=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine:
    """One line of a grid in the form: what it is, and its fields. `key`: of the element in the duty's grid."""

    key: str
    kind: str
    words: str
    cite: str
    found: BoundField
    where: BoundField
    provision: BoundField | None = None


class AssessForm(forms.Form):
    """An assessment of one row, or its review: made of the row's own grid, options and safeguards."""

    def __init__(self, row: Row, before: Assessment | None, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.row = row
        self.elements = grid(row.id)
        self.options = _options(row, self.elements)
        self.guarded = has_safeguards(row.id)
        self._places = [("", "—"), *((one.provision, one.number or one.provision) for one in row.links)]
        self._main()
        for one in self.elements:
            if one.kind is not ElementKind.OPTIONAL:
                self._finding(f"element.{one.key}")
        for guard in Safeguard if self.guarded else ():
            self._finding(f"safeguard.{guard.value}")
        for option in self.options:
            self.fields[f"option.{option.key}"] = _coded(
                "law_choice", Choice, label=_("Choice"), required=False, initial=Choice.UNDECIDED.value
            )
            self.fields[f"reason.{option.key}"] = TextField(label=_("Why"), max_length=4000, required=False)
        self._more(before)
        if before is not None:
            self.initial.update(_initial(before))

    def _main(self) -> None:
        self.fields["law"] = forms.ChoiceField(
            label=_("Does the law carry it out?"),
            choices=lambda: choices(
                "law_coverage", [one for one in Coverage if one is not Coverage.NOT_ASSESSED]
            ),
            widget=forms.RadioSelect,
        )
        self.fields["reason"] = TextField(
            label=_("Why not applicable: which option was declined, and why"), max_length=4000, required=False
        )
        self.fields["practice"] = _coded(
            "law_practice", Practice, label=_("Practice"), initial=Practice.UNKNOWN.value
        )

    def _more(self, before: Assessment | None) -> None:
        for name, label in (
            ("gap", _("What is missing")),
            ("risk", _("What fails if a partner asks tomorrow")),
            ("note", _("Note")),
        ):
            self.fields[name] = TextField(label=label, max_length=_LONG, required=False, lines=True)
            self.fields[name].widget.attrs["rows"] = 2
        self.fields["obstacles"] = CodesField("OBSTACLE", label=_("Obstacles"), required=False)
        self.need_count = add_rows(self, NEEDS, len(before.needs) if before else 0)
        self.source_count = add_rows(self, SOURCES, len(before.evidence) if before else 0)
        self.fields["confidence"] = _coded(
            "law_confidence", Confidence, label=_("How sure you are"), required=False, empty=True
        )

    def _finding(self, name: str) -> None:
        self.fields[f"{name}.found"] = _coded(
            "law_found", Found, label=_("Found"), required=False, initial=Found.OPEN.value
        )
        self.fields[f"{name}.words"] = TextField(label=_("Words of the law"), max_length=2000, required=False)
        self.fields[f"{name}.provision"] = forms.ChoiceField(
            label=_("Where"), required=False, choices=self._places
        )

    def grid_lines(self) -> list[GridLine]:
        """Give the lines of the element grid."""
        return [
            self._line(f"element.{one.key}", one.kind.value, one.words)
            for one in self.elements
            if one.kind is not ElementKind.OPTIONAL
        ]

    def safeguard_lines(self) -> list[GridLine]:
        """Give the lines of the safeguards, where the row has them."""
        return [self._line(f"safeguard.{one.value}", one.value, "") for one in Safeguard if self.guarded]

    def option_lines(self) -> list[GridLine]:
        """Give the options with their fields."""
        words = {one.key: one.words for one in self.elements}
        return [
            GridLine(
                key=one.element,
                kind="optional",
                words=words.get(one.element, ""),
                cite=one.provision,
                found=self[f"option.{one.key}"],
                where=self[f"reason.{one.key}"],
            )
            for one in self.options
        ]

    def main_fields(self) -> list[BoundField]:
        """Give what stands first."""
        return [self[name] for name in ("law", "reason", "practice")]

    def gap_fields(self) -> list[BoundField]:
        """Give the gap and what follows from it."""
        return [self[name] for name in ("gap", "risk", "obstacles")]

    def need_rows(self) -> list[Repeated]:
        """Give the needs of assistance, a row for each, with blank ones."""
        return shown_rows(self, NEEDS, self.need_count)

    def source_rows(self) -> list[Repeated]:
        """Give how the assessor knows, a row for each source, with blank ones."""
        return shown_rows(self, SOURCES, self.source_count)

    def last_fields(self) -> list[BoundField]:
        """Give what stands last."""
        return [self[name] for name in ("confidence", "note")]

    def clean(self) -> dict[str, Any] | None:
        """Refuse a need or a source that does not say what it is."""
        check_rows(self, NEEDS, self.need_count)
        check_rows(self, SOURCES, self.source_count)
        return super().clean()

    def found(self, day: date) -> Assessment:
        """Give the assessment that was filled in; seat, round, author and day are the verb's."""
        given = self.cleaned_data
        return Assessment(
            seat=Seat.FIRST,
            author="-",
            day=day,
            law=Coverage(given["law"]),
            practice=Practice(given["practice"]),
            reason=given["reason"],
            gap=given["gap"],
            risk=given["risk"],
            note=given["note"],
            confidence=Confidence(given["confidence"]) if given["confidence"] else None,
            obstacles=tuple(given["obstacles"]),
            elements=tuple(
                ElementFinding(element=one.key, **self._said(f"element.{one.key}"))
                for one in self.elements
                if one.kind is not ElementKind.OPTIONAL and self._has(f"element.{one.key}")
            ),
            safeguards=tuple(
                SafeguardFinding(safeguard=one, **self._said(f"safeguard.{one.value}"))
                for one in Safeguard
                if self.guarded and self._has(f"safeguard.{one.value}")
            ),
            options=tuple(self._choice(one) for one in self.options if self._chosen(one)),
            evidence=sources_of(given, self.source_count),
            needs=needs_of(given, self.need_count),
        )

    def _line(self, name: str, kind: str, words: str) -> GridLine:
        return GridLine(
            key=name.partition(".")[2],
            kind=kind,
            words=words,
            cite="",
            found=self[f"{name}.found"],
            where=self[f"{name}.words"],
            provision=self[f"{name}.provision"],
        )

    def _has(self, name: str) -> bool:
        said = self._said(name)
        return said["found"] is not Found.OPEN or bool(said["words"])

    def _said(self, name: str) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "found": Found(given[f"{name}.found"] or Found.OPEN),
            "words": given[f"{name}.words"],
            "provision": given[f"{name}.provision"],
        }

    def _chosen(self, option: OptionChoice) -> bool:
        made = self._choice(option)
        return made.choice is not Choice.UNDECIDED or bool(made.reason)

    def _choice(self, option: OptionChoice) -> OptionChoice:
        given = self.cleaned_data
        return OptionChoice(
            provision=option.provision,
            element=option.element,
            choice=Choice(given[f"option.{option.key}"] or Choice.UNDECIDED),
            reason=given[f"reason.{option.key}"],
        )


def _options(row: Row, elements: Sequence[Element]) -> list[OptionChoice]:
    """Give what the State may choose at this row: the paragraph itself, or elements that it may add."""
    found = [
        OptionChoice(provision=one.provision or ProvisionId(row.id), element=one.key)
        for one in elements
        if one.kind is ElementKind.OPTIONAL
    ]
    return [*found, OptionChoice(provision=row.id)] if row.strength is Strength.MAY else found


def _initial(before: Assessment) -> dict[str, Any]:
    found: dict[str, Any] = {
        "law": before.law.value,
        "practice": before.practice.value,
        "reason": before.reason,
        "gap": before.gap,
        "risk": before.risk,
        "note": before.note,
        "confidence": before.confidence.value if before.confidence else "",
        "obstacles": list(before.obstacles),
    }
    named: list[tuple[str, ElementFinding | SafeguardFinding]] = [
        *((f"element.{one.element}", one) for one in before.elements),
        *((f"safeguard.{guard.safeguard.value}", guard) for guard in before.safeguards),
    ]
    for name, said in named:
        found[f"{name}.found"] = said.found.value
        found[f"{name}.words"] = said.words
        found[f"{name}.provision"] = said.provision
    for option in before.options:
        found[f"option.{option.key}"] = option.choice.value
        found[f"reason.{option.key}"] = option.reason
    return found | rows_before(before)
