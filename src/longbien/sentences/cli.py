# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `cli.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "cli.audit_unsound": _("The audit found %(count)s faults."),
    "cli.condition_unknown": _("“%(condition)s” is no condition of use. The codes are: %(known)s."),
    "cli.field_form": _(
        "“%(field)s” is not a field: write name=value, name.part=value, or name=[…] in JSON."
    ),
    "cli.fields_expected": _("The file %(file)s does not hold fields: write name: value, one to a line."),
    "cli.file_exists": _("The file %(file)s exists already; it is not overwritten."),
    "cli.file_unreadable": _("The file %(file)s cannot be read."),
    "cli.file_unwritable": _("The file %(file)s cannot be written."),
    "cli.home_not_empty": _("The folder %(folder)s is not empty: a new node needs an empty one."),
    "cli.keep_until_granted": _("--keep-until goes with the decision “granted” only."),
    "cli.live_off": _("This node has no live door: its settings say `live = false`."),
    "cli.node_not_installed": _(
        "This installation has the core only. For a node: pip install 'longbien[node]'."
    ),
    "cli.not_started": _("A process of the node could not be started: %(reason)s."),
    "cli.password_file": _("The password file %(file)s is missing, empty, or readable by others than you."),
    "cli.port_taken": _("Something listens at %(host)s port %(port)s already."),
    "cli.request_several": _("%(count)s requests fit “%(request)s”: give more of the id."),
    "cli.request_unknown": _("No request here has an id or a reference that fits “%(request)s”."),
    "cli.served_already": _("The process “%(process)s” of the node in %(folder)s runs already."),
    "cli.upgrade_needed": _(
        "The node's tables are of an earlier version: make a backup, then run “longbien upgrade”."
    ),
}
