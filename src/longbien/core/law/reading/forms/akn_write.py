# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Provisions as Akoma Ntoso 3.0 (OASIS LegalDocML), such that reading them back gives exactly the same ones.

The path becomes containers, a provision an article, each line of its text a paragraph. What Akoma Ntoso has no place for (our id, the law's
code, the number as it is) stands in attributes of our own namespace, as the standard provides for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.reading.forms.akn_read import NAMESPACES, OWN

_AKN: Final = NAMESPACES[0]
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9.-]+")
_COUNTRY: Final = re.compile(r"[A-Za-z]{2}")
_THREE: Final = {
    "ar": "ara",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "ru": "rus",
    "vi": "vie",
    "zh": "zho",
    "de": "deu",
    "it": "ita",
    "pt": "por",
    "nl": "nld",
    "pl": "pol",
    "uk": "ukr",
    "tr": "tur",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the head of the document says: the law's code, its State (two letters), its language, the day of its text."""

    law: str
    state: str
    language: str
    on: date


def write_akn(provisions: Sequence[Provision], about: About) -> bytes:
    """Write provisions; RefusedError `law_reading.akn_letters` for a character that XML cannot carry, `law.lines_empty`."""
    try:
        from lxml import etree  # optional
    except ImportError as error:
        raise UsageError("cli.node_not_installed") from error
    if not provisions:
        raise RefusedError("law.lines_empty")
    for one in provisions:
        for text in (one.id, one.text, one.heading, one.law, one.number, *one.path):
            if _FORBIDDEN.search(text):
                raise RefusedError("law_reading.akn_letters", provision=one.id[:80])
    root = etree.Element(f"{{{_AKN}}}akomaNtoso", nsmap={None: _AKN, "lb": OWN})
    act = _under(etree, root, "act", name="act")
    _head(etree, act, about)
    body = _under(etree, act, "body")
    stack: list[tuple[str, Any]] = []
    counts = [0, 0]
    for one in provisions:
        shared = 0
        while shared < min(len(stack), len(one.path)) and stack[shared][0] == one.path[shared]:
            shared += 1
        del stack[shared:]
        for title in one.path[shared:]:
            above = stack[-1][1] if stack else body
            counts[0] += 1
            part = _under(etree, above, "hcontainer", name="division", eId=f"hcontainer_{counts[0]}")
            part.set(f"{{{OWN}}}title", title)
            _text(etree, part, "heading", title)
            stack.append((title, part))
        counts[1] += 1
        _article(etree, stack[-1][1] if stack else body, one, counts[1])
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written


def _article(etree: Any, above: Any, one: Provision, count: int) -> None:
    name = _UNSAFE.sub("-", one.number or one.id).strip("-")[:60]
    article = _under(etree, above, "article", eId=f"art_{count}__{name}" if name else f"art_{count}")
    for member, value in (("id", one.id), ("law", one.law), ("num", one.number)):
        if value:
            article.set(f"{{{OWN}}}{member}", value)
    if one.number:
        _text(etree, article, "num", one.number)
    if one.heading:
        _text(etree, article, "heading", one.heading)
    content = _under(etree, article, "content")
    for line in one.text.split("\n"):
        _text(etree, content, "p", line)


def _text(etree: Any, above: Any, name: str, text: str) -> None:
    element = _under(etree, above, name)
    element.set(f"{{{_XML}}}space", "preserve")
    element.text = text


def _under(etree: Any, above: Any, tag: str, **attributes: str) -> Any:
    return etree.SubElement(above, f"{{{_AKN}}}{tag}", attributes)


def _head(etree: Any, act: Any, about: About) -> None:
    """Write who made this document of which law (FRBR: work, expression, manifestation)."""
    meta = _under(etree, act, "meta")
    identification = _under(etree, meta, "identification", source="#longbien")
    state = about.state.lower() if _COUNTRY.fullmatch(about.state) else "un"
    day = about.on.isoformat()
    code = _UNSAFE.sub("-", about.law).strip("-") or "law"
    work = f"/akn/{state}/act/{day}/{code}"
    spoken = _THREE.get(about.language.split("-")[0], about.language.split("-")[0] or "und")
    levels = (
        ("FRBRWork", work),
        ("FRBRExpression", f"{work}/{spoken}@{day}"),
        ("FRBRManifestation", f"{work}/{spoken}@{day}.xml"),
    )
    for level, address in levels:
        made = _under(etree, identification, level)
        _under(etree, made, "FRBRthis", value=f"{address}/!main")
        _under(etree, made, "FRBRuri", value=address)
        _under(etree, made, "FRBRdate", date=day, name="text-as-of")
        _under(etree, made, "FRBRauthor", href="#longbien")
        if level == "FRBRWork":
            _under(etree, made, "FRBRcountry", value=state)
        if level == "FRBRExpression":
            _under(etree, made, "FRBRlanguage", language=spoken)
    references = _under(etree, meta, "references", source="#longbien")
    _under(
        etree,
        references,
        "TLCOrganization",
        eId="longbien",
        href="/ontology/organization/longbien",
        showAs="Long Biên",
    )
