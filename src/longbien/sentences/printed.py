# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `printed.*`: what stands on the paper of a request, an answer or a receipt beside what the data say."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "printed.act": _("Signed act"),
    "printed.answer_to": _("In answer to the act"),
    "printed.approval": _("%(role)s, %(at)s"),
    "printed.approved": _("Approved by (role)"),
    "printed.article": _("Form for Article %(article)s of the Convention."),
    "printed.attached": _(
        "The same data are attached to this file as %(name)s, by the published schema %(schema)s."
    ),
    "printed.basis": _("Legal basis and its status"),
    "printed.basis_convention": _("On %(on)s the Convention is in force between both States (%(table)s)."),
    "printed.basis_holds": _("On %(on)s it holds between both States (%(table)s)."),
    "printed.basis_missing": _("On %(on)s no such legal basis between both States was found."),
    "printed.basis_none": _("Nothing here claims that the Convention binds these two States today."),
    "printed.basis_other": _(
        "The request rests on another basis than the United Nations Convention against Cybercrime and claims nothing under it."
    ),
    "printed.bytes": _("%(count)s sealed items, %(size)s characters: see the attached data"),
    "printed.character": _(
        "[U+…] stands for a character that this paper has no letter for; the attached data hold the text as it was written."
    ),
    "printed.contact_address": _("Address"),
    "printed.contact_email": _("E-mail"),
    "printed.contact_fax": _("Fax"),
    "printed.contact_function": _("Function"),
    "printed.contact_mobile": _("Mobile telephone"),
    "printed.contact_office_hours": _("Office hours"),
    "printed.contact_organisation": _("Organisation"),
    "printed.contact_person": _("Person"),
    "printed.contact_phone": _("Telephone"),
    "printed.contact_time_zone": _("Time zone"),
    "printed.digest": _("Digest of the act (SHA-256)"),
    "printed.directory": _("Number of the directory, not of this paper"),
    "printed.draft": _("DRAFT – NOT SIGNED, NOT SENT"),
    "printed.english": _("Words marked [en] are not translated yet and stand in English."),
    "printed.flag": _("Doubt about this act:"),
    "printed.from": _("From"),
    "printed.hidden": _("(hidden on this copy)"),
    "printed.id": _("Number of the act"),
    "printed.keys": _("Keys that signed"),
    "printed.language_twice": _("A paper is in one language or in two different ones."),
    "printed.language_unknown": _("Papers are made in %(known)s; %(language)s is not among them."),
    "printed.limit_officers": _("that the officers named by role are the persons who should have decided;"),
    "printed.limit_page": _(
        "anything by this page itself, which nobody signed: the signed act is held by the nodes of both States."
    ),
    "printed.limit_time": _("that the clocks were right, beyond the times that other parties witnessed;"),
    "printed.limit_true": _("that the facts stated are true, or that the law was read rightly;"),
    "printed.log_made": _("The log of %(log)s holds the act as entry %(index)s of %(size)s: made there."),
    "printed.log_none": _("No log is known to hold it yet."),
    "printed.log_refused": _(
        "The log of %(log)s holds the act as entry %(index)s of %(size)s: refused on arrival (%(code)s)."
    ),
    "printed.log_stored": _(
        "The log of %(log)s holds the act as entry %(index)s of %(size)s: received and kept there."
    ),
    "printed.log_time": _("Recorded there:"),
    "printed.masked": _("COPY WITH HIDDEN PARTS – NOT THE WHOLE ACT"),
    "printed.mended": _("(changed later by information that was given)"),
    "printed.no_receipt": _("No receipt of the other side is here for this act."),
    "printed.number": _("Request"),
    "printed.overrides": _("Checks that were passed over, with reasons"),
    "printed.paraphrase": _(
        "Articles are cited after this project's paraphrases of the Convention, which are not the treaty text."
    ),
    "printed.period": _("%(since)s to %(until)s"),
    "printed.printed": _("Printed at the node of %(party)s by the officer %(role)s on %(at)s."),
    "printed.proof": _("Signature and proof"),
    "printed.receipt": _("Receipt"),
    "printed.receipt_lead": _("What the logs of both sides say about the act named below."),
    "printed.recorded": _("Recorded at this node"),
    "printed.reference": _("Reference"),
    "printed.room": _("Translation:"),
    "printed.signed": _(
        "Signed with two keys of %(party)s (Ed25519 and ML-DSA-65); the digest below names exactly what was signed."
    ),
    "printed.time": _("Time of the act"),
    "printed.to": _("To"),
    "printed.travel": _("How it travelled"),
    "printed.unreviewed": _(
        "The words of this form in %(language)s were not yet reviewed by a native reader."
    ),
    "printed.witness": _("Its state was also signed by: %(names)s."),
    "printed.yes": _("yes"),
}
