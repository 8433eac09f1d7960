# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of a depositary, made for the tests: nothing in them is true.

The headings are those of the depositary's own page of this Convention (XVIII-16, of which the text without its elements is stored in public). The
elements are what programs of others read from the UN Treaty Collection (rows of entries below `Participants/Table/TGroup`,
dates as `22 Apr<tab> 2016`, marks after them, note numbers in escaped `superscript` elements, ISO-8859-1, sections beside the table); the shape
of the HTML and of the CSV is a guess. All of it is unconfirmed until tried on a page from the depositary.
"""

from collections.abc import Sequence
from html import escape

HEADINGS = (
    "Participant",
    "Signature",
    "Acceptance(A), Ratification, Approval(AA), Accession(a)",
)
FRENCH = ("Participant", "Signature", "Ratification, Acceptation(A), Approbation(AA), Adhésion(a)")
ROWS = (
    ("Algeria", "25 Oct\t 2025 ", ""),
    ("Austria<superscript>2</superscript>", "25 Oct 2025", "13 Feb\t 2026 A"),
    ("Côte d'Ivoire", "25 Oct 2025", ""),
    ("France", "25 Oct 2025", "3 Mar 2026 AA"),
    ("European Union", "25 Oct 2025", "10 Jun 2026 AA"),
    ("Fiji", "", "1 May 2026 a"),
    ("Qatar", "25 Oct 2025", "11 Feb 2026"),
    ("Viet Nam", "25 Oct 2025", "[1 Apr 2026]"),
)
SAYS = (
    (
        "Declarations",
        ("Qatar", "Reservation:", "The State does not hold itself bound by articles 14, 15 and 16."),
    ),
    ("Objections", ("Austria", "Austria objects to the reservation made by Qatar upon ratification.")),
    ("EndNotes", ("<superscript>2</superscript>", "With a territorial exclusion.")),
)


def xml_page(
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    headings: Sequence[str] = HEADINGS,
    counters: tuple[int, int] | None = (7, 5),
    says: Sequence[tuple[str, Sequence[str]]] = SAYS,
) -> bytes:
    """Give a page in XML."""

    def row(cells: Sequence[str]) -> str:
        return "<Row>" + "".join(f"<Entry>{escape(cell, quote=False)}</Entry>" for cell in cells) + "</Row>"

    status = (
        f"<Status><Signatories>{counters[0]}</Signatories><Parties>{counters[1]}</Parties></Status>"
        if counters
        else ""
    )
    sections = "".join(
        f"<{name}>" + "".join(f"<Para>{escape(line, quote=False)}</Para>" for line in lines) + f"</{name}>"
        for name, lines in says
    )
    text = (
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n<MTDSG><Header><LastUpdated>Status as at : 22-06-2026</LastUpdated>'
        f"<ExternalData>{status}</ExternalData></Header>\n<Treaty><Participants><Table><TGroup>"
        f"<Thead>{row(headings)}</Thead>\n<Tbody><Rows>"
        + "\n".join(row(cells) for cells in rows)
        + f"</Rows></Tbody></TGroup></Table></Participants>\n{sections}</Treaty></MTDSG>"
    )
    return text.encode("iso-8859-1")


def html_page(
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    headings: Sequence[str] = HEADINGS,
    counters: str = "Signatories : 7. Parties : 5",
) -> bytes:
    """Give a page in HTML: the table of participants inside a table of layout."""

    def row(cells: Sequence[str], name: str) -> str:
        marked = (cell.replace("superscript>", "sup>") for cell in cells)
        return "<tr>" + "".join(f"<{name}>{cell}" for cell in marked) + "</tr>"

    return (
        "<!DOCTYPE html><html><head><title>Status</title><style>td{}</style></head><body>"
        "<table><tr><td>STATUS AS AT : 22-06-2026 05:00:31 EDT</td></tr><tr><td>"
        f"<table><tr><td>Status</td><td>{counters}</td></tr></table>"
        "<table>" + row(headings, "th") + "".join(row(cells, "td") for cells in rows) + "</table>"
        "<div>Declarations and Reservations</div><p><b>Qatar</b></p><p>Reservation:</p>"
        "<p>The State does not hold itself bound by articles 14, 15 and 16.</p>"
        "<div>Objections</div><p>Austria</p><p>Austria objects to the reservation made by Qatar.</p>"
        "<div>End Note</div><p><sup>2</sup> With a territorial exclusion.</p>"
        "</td></tr></table></body></html>"
    ).encode()


def csv_page(
    rows: Sequence[Sequence[str]] = ROWS, *, headings: Sequence[str] = HEADINGS, delimiter: str = ","
) -> bytes:
    """Give a page in CSV."""
    lines = (
        delimiter.join('"' + cell.replace("<superscript>2</superscript>", " 2") + '"' for cell in cells)
        for cells in (headings, *rows)
    )
    return "\r\n".join(lines).encode()
