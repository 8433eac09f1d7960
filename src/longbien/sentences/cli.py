# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `cli.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "cli.home_not_empty": _("The folder %(folder)s is not empty: a new node needs an empty one."),
    "cli.not_started": _("A process of the node could not be started: %(reason)s."),
    "cli.password_file": _("The password file %(file)s is missing, empty, or readable by others than you."),
}
