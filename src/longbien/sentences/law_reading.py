# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `law_reading.*`: what is refused when a law is read, and what a reader should look at."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law_reading.akn_aside": _(
        "A note (%(name)s) stands beside the text; it is not taken into the provision."
    ),
    "law_reading.akn_empty": _("The document has no article, section or other numbered unit."),
    "law_reading.akn_letters": _("%(provision)s has a character that XML cannot carry."),
    "law_reading.archive_bomb": _(
        "The archive claims to unpack to far more than a law has. It is not opened."
    ),
    "law_reading.back": _("The number goes back: %(number)s after %(before)s."),
    "law_reading.bare": _(
        "Provisions are numbered by a figure alone, which is unusual in this language: check that lists are not taken for them."
    ),
    "law_reading.control": _("Control characters: %(count)s."),
    "law_reading.counted": _(
        "%(count)s numbers were counted by the word processor; they are written here as it shows them."
    ),
    "law_reading.docx_broken": _("The file cannot be read as DOCX. Save it again in a word processor."),
    "law_reading.double": _("The number %(number)s came before (%(first)s). Both are kept."),
    "law_reading.empty": _("The provision has no text."),
    "law_reading.encoding": _(
        "The file does not say its encoding; it was read as %(encoding)s. If letters are wrong, name the encoding."
    ),
    "law_reading.encoding_name": _("%(encoding)s is no encoding of text that is known here."),
    "law_reading.encoding_unknown": _(
        "The encoding of the file could not be found out. Name it, or save the file as UTF-8."
    ),
    "law_reading.encoding_wrong": _("The file cannot be read as %(encoding)s."),
    "law_reading.entities": _("The XML declares a document type or entities. Such files are not read."),
    "law_reading.form_other": _(
        "This is a %(form)s file. Save it as DOCX, PDF with text, HTML or plain text."
    ),
    "law_reading.form_unknown": _("There is no form %(form)s. There are: %(known)s."),
    "law_reading.glued": _("Provision %(number)s stood in the middle of a paragraph; it was cut off there."),
    "law_reading.heading_glued": _(
        "%(count)s headings were run together with the text before them; they were cut off there."
    ),
    "law_reading.html_broken": _("The file cannot be read as HTML."),
    "law_reading.jump": _("Numbers are missing: %(number)s comes after %(before)s."),
    "law_reading.kind_annex": _("annexes"),
    "law_reading.kind_contents": _("table of contents"),
    "law_reading.kind_dropped": _("put aside by the recipe"),
    "law_reading.kind_note": _("notes and running heads"),
    "law_reading.kind_outside": _("text in no provision"),
    "law_reading.kind_preamble": _("before the first provision"),
    "law_reading.language": _("No numbering is known for the language %(language)s. Known: %(known)s."),
    "law_reading.language_missing": _("Say in which language the law is written, such as fr or vi."),
    "law_reading.left": _("Left over, %(kind)s: %(size)s characters"),
    "law_reading.long": _(
        "The provision has %(characters)s characters, others about %(usual)s: the next one may have been taken into it."
    ),
    "law_reading.macros": _("The document has macros. Save it as DOCX without them."),
    "law_reading.misread": _("Letters look as if the file was read in a wrong encoding: %(count)s places."),
    "law_reading.no_text": _("The file has no text."),
    "law_reading.none": _(
        "No provision was found: check the language, or give a recipe that says how the lines of provisions begin."
    ),
    "law_reading.not_akn": _("The XML is not Akoma Ntoso."),
    "law_reading.other_language": _(
        "The text does not look like %(language)s; its frequent words are those of %(found)s."
    ),
    "law_reading.other_script": _(
        "The text does not look like %(language)s: most of it is written in %(found)s script."
    ),
    "law_reading.pattern": _(
        "The pattern %(pattern)s cannot be used: it is broken, too large, or looks back or ahead."
    ),
    "law_reading.pattern_number": _("The pattern of the article line must have a group named n: (?P<n>…)."),
    "law_reading.pdf_bare_page": _("The page has no text: it may be a picture."),
    "law_reading.pdf_broken": _("The file cannot be read as PDF."),
    "law_reading.pdf_locked": _("The PDF asks for a password. Save it without one."),
    "law_reading.pdf_right_to_left": _(
        "PDF keeps the place of letters, not their order: in a script from right to left, words and signs may stand in a wrong order. Prefer DOCX or HTML."
    ),
    "law_reading.pdf_scanned": _(
        "The PDF has %(pages)s pages and hardly any text: it is a scan. Have it read by text recognition (OCR) and checked by a person first."
    ),
    "law_reading.place_element": _("line %(number)s of the XML"),
    "law_reading.place_file": _("whole file"),
    "law_reading.place_line": _("line %(number)s"),
    "law_reading.place_note": _("footnote %(number)s"),
    "law_reading.place_page": _("page %(number)s"),
    "law_reading.place_paragraph": _("paragraph %(number)s"),
    "law_reading.private_use": _(
        "%(count)s letters belong to a font of their own (private use): the text must be converted to Unicode first."
    ),
    "law_reading.quote_open": _("A quotation mark opens here and is not closed; it was taken for none."),
    "law_reading.quoted": _("Provision %(number)s of another text is quoted here; it was not cut."),
    "law_reading.repeated": _("The id %(id)s came again; the provision is kept with a mark."),
    "law_reading.replaced": _("%(count)s letters were lost before the file came here (�)."),
    "law_reading.rest_annex": _("An annex without provisions: %(characters)s characters, “%(begins)s…”."),
    "law_reading.rest_outside": _("Text in no provision: %(characters)s characters, “%(begins)s…”."),
    "law_reading.running_heads": _("%(count)s running heads and page numbers were put aside."),
    "law_reading.sum": _("%(provisions)s provisions, read as %(form)s."),
    "law_reading.superscript": _(
        "%(number)s may be %(likely)s: a raised figure seems to have lost its place."
    ),
    "law_reading.too_long": _(
        "The text is longer than %(limit)s characters, or has too many lines. Give it in parts."
    ),
    "law_reading.tracked": _(
        "%(count)s paragraphs have tracked deletions; the text is read as if all changes were accepted."
    ),
    "law_reading.unread_member": _(
        "Lines have the member %(member)s, which is not of this format; it was not read."
    ),
    "law_reading.unwrapped": _("%(lines)s lines were joined to %(paragraphs)s paragraphs."),
    "law_reading.xml_broken": _("The XML is broken at line %(line)s."),
}
