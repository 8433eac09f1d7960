# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a law on a page: a file or pasted text is cut into provisions; outline and warnings stand beside the text. Nothing is kept.

What was read can be taken away as JSON lines or Akoma Ntoso, or handed to the library with its facts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django import forms
from django.conf.locale import LANG_INFO
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from longbien.actions.access import permits
from longbien.actions.law.reading import Source, akn_of, read_law
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError, UsageError
from longbien.core.law.provisions.lines import write_lines
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.reading.blocks import Cut, Diagnostic
from longbien.core.law.reading.forms.kinds import FORMS
from longbien.core.law.reading.numbering import numberings
from longbien.core.law.reading.recipe import MAX_RECIPE
from longbien.core.law.reading.summary import SERIOUS, Part, counted, outline
from longbien.texts import translated
from longbien.web.base.downloads import download
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of

MOST_BYTES: Final = 24 * 1024 * 1024
"""Bytes of a file that the page takes; the command takes more."""
MOST_PASTED: Final = 2_000_000
MOST_CARRIED: Final = 2_000_000
"""Characters of provisions that the page carries for taking away; larger laws are written by the command."""
SHOWN: Final = 400
SHOWN_TEXT: Final = 700
SHOWN_NOTES: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A warning in the reader's language: what, where, of which provision, and where that stands on the page."""

    text: str
    place: str
    provision: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Text of one kind that is in no provision: what it is, its first pieces with their places."""

    words: str
    pieces: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One provision on the page: the first part of its text, and what was noticed of it."""

    provision: Provision
    anchor: str
    text: str
    notes: tuple[Said, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """One kind of warning: its first ones with where they stand on the page, and how many more."""

    code: str
    serious: bool
    first: tuple[Said, ...]
    more: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the page shows of a law that was cut."""

    cut: Cut
    outline: Sequence[Part]
    warned: Sequence[Warned]
    provisions: Sequence[Shown]
    provisions_left: int
    rest: Sequence[Left]
    carried: str


class ReadForm(forms.Form):
    """A law as a file or as pasted text, and what is known of it."""

    file = forms.FileField(
        label=_("The law as a file"),
        help_text=_("Akoma Ntoso, HTML, DOCX, PDF with text, Markdown, plain text or JSON lines."),
        required=False,
    )
    pasted = forms.CharField(
        label=_("or its text, pasted"),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        required=False,
        max_length=MOST_PASTED,
        strip=False,
    )
    language = forms.ChoiceField(label=_("Language of the law"))
    code = forms.RegexField(
        label=_("A short code of the law"),
        help_text=_("The numbers of its provisions carry it: CODE:12."),
        regex=r"^[^\s:]{1,40}$",
        required=False,
    )
    form = forms.ChoiceField(label=_("Form of the file"), required=False)
    encoding = forms.RegexField(
        label=_("Encoding, if letters come out wrong"),
        help_text=_("Such as windows-1251 or GB18030; otherwise it is found out."),
        regex=r"^[A-Za-z0-9._:-]{2,30}$",
        required=False,
    )
    recipe = forms.FileField(
        label=_("A recipe for this source"),
        help_text=_(
            "A small YAML file that says how its provisions begin, where the rules of the language fail."
        ),
        required=False,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """List languages by their own names."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choices = {
            "language": [("", _("— choose —")), *languages()],
            "form": [("", _("found out")), *((name, name) for name in FORMS)],
        }
        for name, given in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = given

    def clean(self) -> dict[str, object]:
        """Ask for a file or a text, and bound what is sent."""
        given = super().clean() or {}
        for name, most in (("file", MOST_BYTES), ("recipe", MAX_RECIPE)):
            sent = given.get(name)
            if sent and sent.size > most:
                self.add_error(name, _("The file is too large for a page: use the command."))
        if not given.get("file") and not str(given.get("pasted") or "").strip() and not self.errors:
            self.add_error("file", _("Choose a file or paste a text."))
        return given

    def source(self) -> Source:
        """Give what was sent, as the verb takes it."""
        given = self.cleaned_data
        file, recipe = given["file"], given["recipe"]
        return Source(
            data=file.read() if file else given["pasted"].encode("utf-8", "replace"),
            name=file.name if file else "",
            language=given["language"],
            law=given["code"],
            form=given["form"],
            encoding=given["encoding"] if file else "utf-8",
            recipe=recipe.read() if recipe else b"",
        )


def languages() -> list[tuple[str, str]]:
    """Give every language whose numbering is known, by its own name."""
    found = []
    for code in numberings():
        known = LANG_INFO.get({"zh": "zh-hans"}.get(code, code), {})
        name = str(known.get("name_local", "")).capitalize()
        found.append((code, f"{name} ({code})" if name else code))
    return sorted(found, key=lambda item: item[1].casefold())


@guarded()
def read_page(request: HttpRequest) -> HttpResponse:
    """Ask for a law, and show what it was cut into, what is doubtful and what is left over."""
    form = ReadForm(request.POST or None, request.FILES or None)
    values: dict[str, object] = {"form": form, "may_keep": permits(officer_of(request), "law.keep")}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            values["found"] = page_of(read_law(form.source()))
        except LongBienError as error:
            values["refusal"], status = sentence_of(error), 400
    elif form.errors:
        status = 400
    return render(request, "longbien/law/read.html", values, status=status)


@guarded()
@require_POST
def take_away(request: HttpRequest) -> HttpResponseBase:
    """Give what was read as a file: JSON lines or Akoma Ntoso."""
    lines = request.POST.get("lines", "").encode("utf-8", "replace")
    language = request.POST.get("language", "")[:20]
    node = current_node()
    try:
        if request.POST.get("do") == "akn":
            made = akn_of(lines, language=language, state=str(node.party), on=node.clock().date())
            return download(iter([made]), name="law.akn.xml", size=len(made))
        if not lines.strip():
            raise UsageError("law_reading.none")
    except LongBienError as error:
        values = {"form": ReadForm(), "refusal": sentence_of(error)}
        return render(request, "longbien/law/read.html", values, status=400)
    return download(iter([lines.replace(b"\r\n", b"\n")]), name="law.jsonl")


def page_of(cut: Cut) -> Page:
    """Give what the page shows of a law."""
    language = get_language() or "en"
    anchors = {one.id: f"p{at}" for at, one in enumerate(cut.provisions[:SHOWN], 1)}
    said = [(note.code, _said(note, anchors.get(note.provision, ""), language)) for note in cut.notes]
    by_id: dict[str, list[Said]] = {}
    for _code, one in said:
        by_id.setdefault(one.provision, []).append(one)
    lines = write_lines(cut.provisions).decode("utf-8")
    return Page(
        cut=cut,
        outline=outline(cut.provisions),
        warned=[
            _warned(code, [one for of, one in said if of == code]) for code, _count in counted(cut.notes)
        ],
        provisions=[_shown(one, anchors[one.id], by_id.get(one.id, ())) for one in cut.provisions[:SHOWN]],
        provisions_left=max(0, len(cut.provisions) - SHOWN),
        rest=_rest(cut, language),
        carried=lines if len(lines) <= MOST_CARRIED else "",
    )


def _said(note: Diagnostic, anchor: str, language: str) -> Said:
    return Said(
        text=translated(language, note.code, **note.values),
        place=translated(language, f"law_reading.place_{note.place.unit}", number=note.place.number),
        provision=note.provision,
        anchor=anchor,
    )


def _shown(one: Provision, anchor: str, notes: Sequence[Said]) -> Shown:
    return Shown(
        provision=one,
        anchor=anchor,
        text=one.text[:SHOWN_TEXT],
        notes=tuple(notes),
        left=max(0, len(one.text) - SHOWN_TEXT),
    )


def _warned(code: str, same: Sequence[Said]) -> Warned:
    return Warned(
        code=code,
        serious=code in SERIOUS,
        first=tuple(same[:SHOWN_NOTES]),
        more=len(same) - 1,
        left=max(0, len(same) - SHOWN_NOTES),
    )


def _rest(cut: Cut, language: str) -> list[Left]:
    """Give what is left over by kind: how many characters, and the first pieces."""
    found = []
    for kind, group in groupby(sorted(cut.rest, key=lambda one: one.kind), key=lambda one: one.kind):
        pieces = list(group)
        size = sum(len(one.text) for one in pieces)
        words = translated(language, f"law_reading.kind_{kind}")
        shown = [
            (
                one.text[:600],
                translated(language, f"law_reading.place_{one.place.unit}", number=one.place.number),
            )
            for one in pieces[:60]
        ]
        found.append(
            Left(words=translated(language, "law_reading.left", kind=words, size=size), pieces=shown)
        )
    return found
