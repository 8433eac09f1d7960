# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of joining, set: as PDF/A-3a and PDF/UA-1 for signing, and as DOCX for a ministry that settles the wording."""

import json
from importlib import resources
from typing import Final

from longbien.core.base.canonical import JsonInput
from longbien.core.treaty.joining.package import Package

AUTHOR: Final = "Long Biên"


class JoiningPapers:
    """Sets the papers of joining: the port `longbien.bridge.ports.PaperSetter`."""

    def pdf(self, package: Package) -> bytes:
        """Give the papers as one PDF, the same bytes for the same papers."""
        return _compile(package, "pdf")[0]

    def docx(self, package: Package) -> bytes:
        """Give the papers as one document that a word processor edits."""
        from longbien.bridge.joining_docx import write_docx  # slow import

        return write_docx(package)


def picture_papers(package: Package) -> list[bytes]:
    """Give the pages as PNG: for a screen, and to look at."""
    return _compile(package, "png")


def _compile(package: Package, form: str) -> list[bytes]:
    import typst  # slow import

    data = resources.files("longbien").joinpath("data")
    with resources.as_file(data) as folder:
        # Fails only for a template that is wrong, which a test would have found.
        made: bytes | list[bytes] = typst.compile(
            folder / "papers" / "joining.typ",
            root=folder,
            font_paths=[folder / "fonts"],
            ignore_system_fonts=True,
            format="pdf" if form == "pdf" else "png",
            ppi=90.0,
            sys_inputs={"data": json.dumps(_values(package))},
            pdf_standards=["a-3a", "ua-1"] if form == "pdf" else [],
        )
    return made if isinstance(made, list) else [made]


def _values(package: Package) -> dict[str, JsonInput]:
    return {
        "languages": list(package.languages),
        "rtl": list(package.rtl),
        "title": package.title,
        "author": AUTHOR,
        "date": [package.made_on.year, package.made_on.month, package.made_on.day],
        "exercise": list(package.exercise),
        "draft": list(package.draft),
        "marks": list(package.marks),
        "papers": [
            {
                "titles": list(paper.titles),
                "rows": [{"kind": row.kind, "texts": list(row.texts)} for row in paper.rows],
            }
            for paper in package.papers
        ],
    }
