# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Maps of a law on a page: JSON lines as a file or typed, or a kept version; for each article the candidates with their reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from longbien.actions.law.library.laws import laws
from longbien.actions.law.mapping import Proposal, propose_for_lines, propose_for_version
from longbien.actions.node import Node, current_node
from longbien.actions.people.sign_in import Officer
from longbien.core.base.errors import LongBienError
from longbien.core.law.concordance.grid import Element, grid
from longbien.core.law.matching.result import ArticleMap, Candidate, DutyMap, ElementSeen
from longbien.core.law.provisions.provision import Provision
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.duties import Duty
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of

_MOST: Final = 32 * 1024 * 1024
_SHOWN: Final = 5
"""Candidates that are seen at once; the others unfold."""


class MapForm(forms.Form):
    """What is to be mapped."""

    version = forms.ChoiceField(label=gettext_lazy("A law that is kept"), required=False)
    file = forms.FileField(
        label=gettext_lazy("A file of provisions"),
        help_text=gettext_lazy("JSON lines: one provision a line, with id, heading and text."),
        required=False,
    )
    lines = forms.CharField(
        label=gettext_lazy("Or the lines themselves"),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "spellcheck": "false"}),
        required=False,
        max_length=2_000_000,
    )
    language = forms.CharField(
        label=gettext_lazy("Language of these provisions"),
        help_text=gettext_lazy("As a tag: vi, ar, pt, zh-Hant. A kept law knows its own."),
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
        required=False,
        max_length=40,
    )

    def __init__(self, *given: Any, versions: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["version"].choices = [("", _("— none —")), *versions]  # type: ignore[attr-defined] # a ChoiceField
        if not versions:
            del self.fields["version"]

    def clean(self) -> dict[str, Any]:
        """Ask for exactly one source, and for the language of lines."""
        found = super().clean() or {}
        sources = [name for name in ("version", "file", "lines") if found.get(name)]
        if len(sources) != 1 and not self.errors:
            raise forms.ValidationError(_("Give one of them: a kept law, a file or lines."))
        if sources != ["version"] and not found.get("language") and not self.errors:
            self.add_error("language", _("Say in which language the provisions are."))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateShown:
    """A candidate with its provision."""

    candidate: Candidate
    provision: Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementShown:
    """An element of a duty's grid, and where words for it were seen."""

    element: Element
    seen: ElementSeen


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyShown:
    """A duty of an article with its candidates and elements."""

    duty: Duty
    rows: tuple[CandidateShown, ...]
    elements: tuple[ElementShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleShown:
    """An article with the candidates that are seen at once and those that unfold, and the same for each of its duties."""

    map: ArticleMap
    first: tuple[CandidateShown, ...]
    rest: tuple[CandidateShown, ...]
    duties: tuple[DutyShown, ...]


@guarded()
def map_page(request: HttpRequest) -> HttpResponse:
    """Ask what is to be mapped, and show for each article what a machine proposes and what it did not find."""
    node, actor = current_node(), officer_of(request)
    versions = [
        (one.ref, f"{law.title} · {one.label}")
        for law in laws(node=node, actor=actor)
        for one in law.versions
    ]
    posted = request.method == "POST"
    form = MapForm(request.POST if posted else None, request.FILES if posted else None, versions=versions)
    proposal = None
    if posted and form.is_valid():
        try:
            proposal = _proposal(node, actor, form.cleaned_data)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
    values: dict[str, Any] = {"form": form, "proposal": proposal}
    if proposal is not None:
        shown = [_article(one, proposal.provisions) for one in proposal.found.values()]
        values["articles"] = shown
        values["nothing"] = [
            one.map.article for one in shown if one.map.suggested_coverage == "nothing_found"
        ]
    return render(request, "longbien/law/map.html", values, status=409 if form.errors else 200)


def _proposal(node: Node, actor: Officer, given: Mapping[str, Any]) -> Proposal:
    if given.get("version"):
        return propose_for_version(node=node, actor=actor, ref=given["version"])
    data = (
        given["file"].read(_MOST)
        if given["file"] is not None
        else given["lines"].encode("utf-8", "surrogatepass")
    )
    return propose_for_lines(actor=actor, data=data, language=given["language"])


def _article(one: ArticleMap, provisions: Mapping[str, Provision]) -> ArticleShown:
    shown = _candidates(one.candidates, provisions)
    return ArticleShown(
        map=one,
        first=shown[:_SHOWN],
        rest=shown[_SHOWN:],
        duties=tuple(_duty(each, provisions) for each in one.duties),
    )


def _duty(one: DutyMap, provisions: Mapping[str, Provision]) -> DutyShown:
    elements = {each.key: each for each in grid(one.duty)}
    return DutyShown(
        duty=convention().duty(one.duty),
        rows=_candidates(one.candidates, provisions),
        elements=tuple(ElementShown(element=elements[seen.element], seen=seen) for seen in one.elements),
    )


def _candidates(
    candidates: Sequence[Candidate], provisions: Mapping[str, Provision]
) -> tuple[CandidateShown, ...]:
    return tuple(CandidateShown(candidate=each, provision=provisions[each.id]) for each in candidates)
