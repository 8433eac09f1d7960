# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the law desk says."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law.line_broken": _("Line %(line)s is not a JSON object with id and text."),
    "law.line_double": _(
        "Line %(line)s: the id %(id)s stands there a second time; ids are unique in a text."
    ),
    "law.lines_empty": _("The file has no provision."),
    "law.lines_encoding": _("The file is not UTF-8 (byte %(byte)s)."),
    "law.lines_many": _("The file has more than %(most)s provisions."),
    "law.lines_size": _("The file has more than %(most)s characters."),
    "law.relative_broken": _("Line %(line)s is not a JSON object with id, treaty and article."),
    "law.relative_treaty": _("Line %(line)s names another treaty than these: %(known)s."),
    "law.relatives_many": _("The file has more than %(most)s lines."),
}
