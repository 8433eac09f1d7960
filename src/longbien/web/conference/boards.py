# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A meeting's board as HTML, drawn once for everybody who reads it in one language: by the page, and by the live door.

Nothing of a reader is in it: no name, no token of a form. A button of the board belongs to a form of the page by its `form` attribute.
"""

from django.template.loader import render_to_string
from django.utils import translation


def draw_board(hall: object, view: str, language: str) -> str:
    """Draw the template `boards/<view>.html` for the view of a meeting `hall`, in `language`."""
    with translation.override(language):
        return render_to_string(f"longbien/conference/boards/{view}.html", {"hall": hall, "view": view})
