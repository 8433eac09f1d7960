# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers: pages for people, as PDF/A-3a and PDF/UA-1, made by typst from a template and plain values.

Words come from `longbien.texts`, so a page speaks any language whose catalogue has them; values go in as JSON and are never
read as markup. The same certificate always gives the same bytes.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from importlib import resources
from typing import Final, Literal, TypeAlias

import typst

from longbien.core.base.canonical import JsonInput
from longbien.core.base.ids import PartyId
from longbien.core.base.vocabulary import vocabulary
from longbien.core.evidence.certificate import Certificate, CertifiedObject, CertifiedStep
from longbien.core.evidence.custody import Finding
from longbien.texts import SENTENCES, translated

Words: TypeAlias = Callable[..., str]

_MOST_OBJECTS: Final = 4
_MOST_STEPS: Final = (20, 14, 8, 4, 2)
"""So many items and steps are shown: the first number of steps with which all is on one page."""
_RIGHT_TO_LEFT: Final = ("ar",)
_LONGEST: Final = 45
"""The longest name or list of roles, and five times as long the conditions, in characters."""
_CUSTODY_THAT_ACTS_TELL: Final = frozenset({"custody.announce", "custody.accept"})


def render_certificate(certificate: Certificate, *, language: str = "en") -> bytes:
    """Make the certificate's page as PDF."""
    return render("certificate", _one_page(certificate, language), "pdf")[0]


def picture_certificate(certificate: Certificate, *, language: str = "en") -> list[bytes]:
    """Make the certificate's pages as PNG: for a screen, and to see that it is one page."""
    return render("certificate", _one_page(certificate, language), "png")


def certificate_values(certificate: Certificate, language: str) -> dict[str, JsonInput]:
    """Give everything that the page says in a language, as texts."""
    return _one_page(certificate, language)


def _one_page(certificate: Certificate, language: str) -> dict[str, JsonInput]:
    """Give the values with as many steps as one page holds."""
    values: dict[str, JsonInput] = {}
    for most in _MOST_STEPS:
        values = _certificate_values(certificate, most, language)
        if len(render("certificate", values, "png", ppi=10.0)) == 1:
            break
    return values


def render(
    name: str, values: dict[str, JsonInput], form: Literal["pdf", "png"], *, ppi: float = 110.0
) -> list[bytes]:
    """Compile the template `name` with its values: one PDF, or a PNG for each page.

    A letter that no font of ours has is written as its number, `[U+0E44]`: an archive's PDF may not show an empty box for it.
    """
    data = resources.files("longbien").joinpath("data")
    with resources.as_file(data) as folder:

        def compile_with(given: str) -> bytes | list[bytes]:
            made: bytes | list[bytes] = typst.compile(
                folder / "papers" / f"{name}.typ",
                root=folder,
                font_paths=[folder / "fonts"],
                ignore_system_fonts=True,
                format=form,
                ppi=ppi,
                sys_inputs={"data": given},
                pdf_standards=["a-3a", "ua-1"] if form == "pdf" else [],
            )
            return made

        written = json.dumps(values)
        try:
            made = compile_with(written)
        except typst.TypstError:
            from longbien.bridge.letters import spelled_out  # slow import

            spelled = json.dumps(spelled_out(values, folder / "fonts"))
            if spelled == written:
                raise
            made = compile_with(spelled)
    return made if isinstance(made, list) else [made]


def _certificate_values(certificate: Certificate, most: int, language: str) -> dict[str, JsonInput]:
    """Give everything that the template prints, as texts."""
    turned = language in _RIGHT_TO_LEFT

    def words(code: str, /, **values: object) -> str:
        return translated(
            language, code, **({n: _apart(one) for n, one in values.items()} if turned else values)
        )

    names = {item.party: item.names.get(language, item.names["en"]) for item in certificate.parties}
    cases = sorted({item.inner.description.case for item in certificate.objects if item.inner} - {""})
    objects = certificate.objects[:_MOST_OBJECTS]
    hidden = len(certificate.objects) - len(objects)
    rows, left = _steps(certificate.steps, most, names, words)
    return {
        "language": language.partition("-")[0],
        "direction": "rtl" if turned else "ltr",
        "date": [certificate.made_at.year, certificate.made_at.month, certificate.made_at.day],
        "exercise": words("paper.exercise") if certificate.exercise else "",
        "title": words("paper.title"),
        "about": [
            *(words("paper.case", case=case) for case in cases),
            words("paper.thread", thread=certificate.thread),
            words("paper.by", party=_name(names, certificate.made_by), at=_at(certificate.made_at)),
        ],
        "result_title": words("paper.result"),
        "good": all(item.written.matches for item in certificate.objects),
        "result": _result(certificate.objects, words),
        "evidence_title": words("paper.evidence_title"),
        "objects": [_object(item, names, words) for item in objects],
        "more_objects": words("paper.more_items", count=hidden) if hidden else "",
        "conditions": _conditions(certificate, words),
        "steps_title": words("paper.steps_title"),
        "steps_head": [words(f"paper.{column}") for column in ("when", "who", "what", "officers")],
        "steps": rows,
        "more": words("paper.more", count=left) if left else "",
        "check_title": words("paper.check_title"),
        "check": words("paper.check"),
        "verifier": _groups(certificate.verifier),
        "check_keys": words("paper.check_keys"),
        "keys_head": [words(f"paper.{column}") for column in ("party", "entry", "fingerprint")],
        "keys": [
            [f"{_name(names, item.party)} ({item.party})", str(item.entry), _groups(item.fingerprint)]
            for item in certificate.parties
        ],
        "limits_title": words("paper.limits_title"),
        "limits": [
            words(f"paper.limit_{limit}") for limit in ("true", "lawful", "clock", "complete", "page")
        ],
    }


def _result(objects: Sequence[CertifiedObject], words: Words) -> str:
    if not objects:
        return words("paper.none")
    if not all(item.written.matches for item in objects):
        return words("paper.differs_all")
    sealed = all(item.written.sealed for item in objects)
    return words("paper.matches_sealed" if sealed else "paper.matches_all")


def _object(item: CertifiedObject, names: dict[PartyId, str], words: Words) -> dict[str, JsonInput]:
    said = item.inner.description if item.inner else None
    facts = [words("paper.size", size=f"{item.written.size:,}".replace(",", "\u202f"))]
    if said and said.exhibit:
        facts.insert(0, words("paper.exhibit", exhibit=said.exhibit))
    facts.append(words("paper.sealed_by", party=_name(names, item.sealed_by), at=_at(item.sealed_at)))
    return {
        "name": _short(said.name) if said and not item.written.sealed else words("paper.sealed_name"),
        "facts": facts,
        "digest": _groups(item.written.sha256),
        "object": item.object,
        "matches": item.written.matches,
        "verdict": words("paper.matches" if item.written.matches else "paper.differs"),
    }


def _steps(
    steps: Sequence[CertifiedStep], most: int, names: dict[PartyId, str], words: Words
) -> tuple[list[JsonInput], int]:
    """Give the rows of the table; what acts tell already is left out, and what does not fit is counted."""
    shown = [step for step in steps if step.kind not in _CUSTODY_THAT_ACTS_TELL]
    rows: list[JsonInput] = [
        [_at(step.at), _name(names, step.party), _what(step, words), _short(", ".join(step.roles))]
        for step in _that_fit(shown, most)
    ]
    return rows, len(shown) - len(rows)


def _that_fit(steps: Sequence[CertifiedStep], most: int) -> Iterable[CertifiedStep]:
    """Keep the first and the last ones."""
    if len(steps) <= most:
        return steps
    half = most // 2
    return [*steps[:half], *steps[-half:]]


def _what(step: CertifiedStep, words: Words) -> str:
    code = f"paper.{step.kind.replace('-', '_')}"
    text = words(code) if code in SENTENCES else words("paper.other", kind=step.kind)
    if step.found is Finding.NOT_CHECKED:
        return text
    return f"{text}: {words(f'paper.found_{step.found.value}')}"


def _conditions(certificate: Certificate, words: Words) -> str:
    known = vocabulary("CONDITION")
    shown = []
    for condition in certificate.conditions:
        name = known.label_of(condition.code)
        shown.append(f"{name} ({condition.text})" if condition.text else name)
    return words("paper.conditions", conditions=_short("; ".join(shown), 5 * _LONGEST)) if shown else ""


def _name(names: dict[PartyId, str], party: PartyId) -> str:
    return _short(names.get(party, party))


def _apart(value: object) -> str:
    """Keep a name, number or moment in its own direction (Unicode isolates) within a sentence from right to left."""
    return f"\u2068{value}\u2069"


def _short(text: str, limit: int = _LONGEST) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _groups(digest: str) -> str:
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))
