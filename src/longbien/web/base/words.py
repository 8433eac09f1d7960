# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for the codes of the core that pages show: states, kinds of act, roles. One table each; a test finds what is missing."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STATES: Final[Mapping[str, Mapping[str, Promise]]] = {
    "disclosure": {
        "asked": _("asked"),
        "executed": _("disclosed"),
        "executed-in-part": _("disclosed in part"),
        "granted": _("granted"),
        "granted-in-part": _("granted in part"),
        "not-asked": _("not asked"),
        "nothing-found": _("nothing found"),
        "postponed": _("postponed"),
        "refused": _("refused"),
        "withdrawn": _("withdrawn"),
    },
    "evidence": {
        "accepted": _("conditions accepted, key not yet released"),
        "announced": _("announced, conditions to be answered"),
        "declined": _("conditions declined"),
        "not-announced": _("not announced"),
        "recalled": _("recalled before release"),
        "recalled-late": _("recalled after release"),
        "received": _("received and checked"),
        "released": _("key released"),
    },
    "information": {
        "given": _("question answered"),
        "none": _("no question"),
        "wanted": _("question open"),
    },
    "preservation": {
        "asked": _("asked"),
        "converted": _("kept for the follow-up request"),
        "extended": _("extended"),
        "extension-asked": _("extension asked"),
        "granted": _("granted, not yet in force"),
        "in-force": _("in force"),
        "lapsed": _("lapsed"),
        "not-asked": _("not asked"),
        "nothing-held": _("nothing held"),
        "postponed": _("postponed"),
        "refused": _("refused"),
        "released": _("released"),
    },
    "request": {
        "acknowledged": _("acknowledged"),
        "approved": _("approved"),
        "closed": _("closed"),
        "decided": _("decided"),
        "delivered": _("delivered, not acknowledged"),
        "discarded": _("discarded"),
        "draft": _("draft"),
        "executed": _("executed"),
        "none": _("not begun"),
        "returned": _("returned to be completed"),
        "sent": _("sent, no receipt yet"),
        "withdrawn": _("withdrawn"),
    },
}
"""By track and state, as in `core.cooperation.table`."""

COLOURS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("refused", "lapsed", "declined", "recalled-late", "returned"), "danger"),
    **dict.fromkeys(
        ("asked", "announced", "delivered", "wanted", "extension-asked", "sent", "postponed"), "warning"
    ),
    **dict.fromkeys(("in-force", "extended", "converted", "received", "executed", "closed"), "success"),
    **dict.fromkeys(
        ("acknowledged", "granted", "granted-in-part", "accepted", "released", "decided"), "info"
    ),
}
"""The colour beside the words of a state; what is not named here is grey."""

KINDS: Final[Mapping[str, Promise]] = {
    "act.recall-answer": _("Answer to a recall"),
    "act.recalled": _("Recall of an act"),
    "answer.acknowledged": _("Acknowledgement"),
    "answer.closed": _("Closing"),
    "answer.decided": _("Decision"),
    "answer.executed": _("Execution"),
    "answer.information-wanted": _("Question"),
    "answer.returned": _("Return for completion"),
    "directory.entry": _("Directory entry"),
    "evidence.accepted": _("Acceptance of the conditions"),
    "evidence.announced": _("Announcement of evidence"),
    "evidence.declined": _("Refusal of the conditions"),
    "evidence.recalled": _("Recall of evidence"),
    "evidence.received": _("Receipt of evidence"),
    "evidence.released": _("Release of the key"),
    "request.extension": _("Request for extension"),
    "request.information": _("Information"),
    "request.withdrawn": _("Withdrawal"),
    "statement.log-closed": _("Closing of the log"),
    "statement.silence": _("Statement of silence"),
}
"""Kinds of act that are no requests; a request kind is named by its form."""

ROLES: Final[Mapping[str, Promise]] = {
    "approver": _("approver"),
    "auditor": _("auditor"),
    "custodian": _("custodian"),
    "directory-officer": _("directory officer"),
    "duty-officer": _("duty officer"),
    "operator": _("operator"),
    "treaty-officer": _("treaty officer"),
}

CARRIAGE: Final[Mapping[str, Promise]] = {
    "waiting": _("not yet delivered"),
    "silent": _("no receipt within the limit"),
    "receipted": _("delivered, receipt held"),
    "refused": _("refused by the recipient"),
    "received": _("received here"),
    "stated": _("statement of this node, not sent"),
}
"""How an act travelled."""

CONFIDENCE: Final[Mapping[str, Promise]] = {
    "high": _("paraphrase, sure"),
    "medium": _("paraphrase, fairly sure"),
    "low": _("paraphrase, unsure"),
    "read": _("read in that document"),
    "treaty": _("read in the sister treaty"),
    "memory": _("from memory, to be confirmed"),
    "judgement": _("this project's choice"),
}
"""How sure we are of a datum (`core.base.datafile.CONFIDENCE`)."""

AUTHORITIES: Final[Mapping[str, Promise]] = {
    "24/7": _("24/7 point of contact"),
    "central": _("Central authority"),
    "extradition": _("Authority for extradition"),
    "prevention": _("Authority for prevention"),
}
"""The authorities that a State designates."""

PARTS: Final[Mapping[str, Promise]] = {
    "content": _("Content"),
    "digests": _("List of running digests"),
    "inner": _("Inner manifest"),
}
"""The payloads of a sealed object."""

FINDINGS: Final[Mapping[str, Promise]] = {
    "match": _("matches"),
    "mismatch": _("DIFFERS"),
    "not-checked": _("not checked"),
}
"""What a custody step found."""
