# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file of recorded votes, computed again under a rule: for everybody who is signed in. Nothing of it is kept.

Larger files, other spellings and columns: `longbien conference import-votes`.
"""

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from longbien.core.base.errors import LongBienError
from longbien.core.conference.rules.load import DEFAULT_PROFILE, profiles, rule_set
from longbien.core.conference.votesfile.gather import Finding
from longbien.core.conference.votesfile.outcomes import Question, Result, results
from longbien.core.conference.votesfile.table import How, decoded, gather
from longbien.texts import phrase, translated, word
from longbien.web.base.guard import signed_in
from longbien.web.base.refusals import sentence_of

MOST_BYTES: Final = 8 * 1024 * 1024
"""Bytes of a file that the page takes: some 200,000 lines."""
SHOWN: Final = 200
"""Items and findings that the page shows; the command gives all."""
RULES: Final = ("simple", "two_thirds", "three_quarters", "one_third", "absolute", "two_thirds_electorate")
COMPARED: Final = ("simple", "two_thirds")
MAY: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputed:
    """What a page shows of a file: items (the first ones), findings, and how many there are of each sort."""

    items: Sequence[Result]
    findings: Sequence[str]
    lines: int
    counted: int
    outcomes: dict[str, int]
    differences: dict[str, int]
    found: dict[str, int]
    former: dict[str, int]
    assumed: bool
    items_left: int
    findings_left: int


class VotesForm(forms.Form):
    """A file of recorded votes, and the rule that it is held against."""

    file = forms.FileField(
        label=_("The recorded votes as a file"),
        help_text=_(
            "CSV with a line of headings: item, State, vote; and if there are any: meeting, date, outcome, for, against, abstain."
        ),
        widget=forms.ClearableFileInput({"accept": ".csv,.txt,.tsv"}),
    )
    rule = forms.ChoiceField(label=_("Majority"))
    profile = forms.ChoiceField(label=_("Rules of procedure"))
    members = forms.IntegerField(
        label=_("How many could vote"),
        help_text=_("Without a number: those whom the file lists for an item."),
        min_value=1,
        max_value=MAY,
        required=False,
    )
    differences = forms.BooleanField(label=_("Only items of which something differs"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Ask in the reader's language."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        language = get_language() or "en"
        titles = [(one.id, phrase(language, one.title)) for one in profiles()]
        majorities = [(name, word(language, "conference_threshold", name)) for name in RULES]
        for name, choices in (("rule", majorities), ("profile", titles)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def clean_file(self) -> object:
        """Refuse a file that is too large for a page."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is too large for a page: use the command."))
        return file


@signed_in
def votes_file_page(request: HttpRequest) -> HttpResponse:
    """Ask for a file and a rule, and show what each item comes to and what differs."""
    form = VotesForm(
        request.POST or None, request.FILES or None, initial={"rule": "simple", "profile": DEFAULT_PROFILE}
    )
    values: dict[str, object] = {"form": form, "compared": COMPARED}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            values["found"] = recompute(form.cleaned_data["file"].read(), form)
        except LongBienError as error:
            values["refusal"], status = sentence_of(error), 400
    elif form.errors:
        status = 400
    return render(request, "longbien/conference/votes_file.html", values, status=status)


def recompute(data: bytes, form: VotesForm) -> Recomputed:
    """Compute the items of a file; MalformedError `conference_votes.file_…`."""
    text, assumed = decoded(data)
    findings: list[Finding] = []
    counts: Counter[str] = Counter()

    def take(finding: Finding) -> None:
        counts[finding.code] += 1
        if len(findings) < SHOWN:
            findings.append(finding)

    gathered = gather(iter(io.StringIO(text, newline="")), How(), take)
    asked = Question(
        rules=rule_set(form.cleaned_data["profile"]),
        threshold=form.cleaned_data["rule"],
        compared=COMPARED,
        members=form.cleaned_data["members"],
    )
    every = list(results(gathered, asked))
    shown = [one for one in every if one.differences] if form.cleaned_data["differences"] else every
    return Recomputed(
        items=shown[:SHOWN],
        findings=[_told(one) for one in findings],
        lines=gathered.lines,
        counted=len(every),
        outcomes=dict(Counter(one.verdict.outcome.value for one in every)),
        differences=dict(Counter(code for one in every for code in one.differences)),
        found=dict(counts),
        former={_apart(name): lines for name, lines in gathered.former_states().items()},
        assumed=assumed,
        items_left=max(0, len(shown) - SHOWN),
        findings_left=max(0, sum(counts.values()) - len(findings)),
    )


def _told(finding: Finding) -> str:
    """Say a finding, what stands in the file in its own direction."""
    language = get_language() or "en"
    said = translated(language, finding.code, text=_apart(finding.text))
    return translated(
        language, "conference_votes.file_finding", line=finding.line, item=_apart(finding.item), said=said
    )


def _apart(text: str) -> str:
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
