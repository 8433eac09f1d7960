# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `paper.*`: what stands on printed pages, in words for a reader without technical knowledge."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "paper.answer.acknowledged": _("acknowledged the request"),
    "paper.answer.closed": _("closed the request"),
    "paper.answer.decided": _("decided on the request"),
    "paper.answer.executed": _("reported what was done"),
    "paper.answer.information_wanted": _("asked for more information"),
    "paper.answer.returned": _("returned the request"),
    "paper.by": _("Made by %(party)s on %(at)s"),
    "paper.case": _("Case %(case)s"),
    "paper.check": _(
        "This page proves nothing by itself: anybody could print it. To check the bundle, take YOUR OWN copy of the program "
        "verify.py, not the one in the bundle, and compare its SHA-256 with the published one:"
    ),
    "paper.check_keys": _(
        "Then ask each authority, by telephone or letter, for the fingerprint of its keys, and give it to the program "
        "(option “fingerprint”). It must be this one:"
    ),
    "paper.check_title": _("How the court checks this"),
    "paper.conditions": _("Conditions of use that were accepted: %(conditions)s."),
    "paper.custody.accept": _("accepted the evidence"),
    "paper.custody.access": _("looked at the evidence"),
    "paper.custody.acquire": _("acquired the evidence"),
    "paper.custody.announce": _("announced the evidence"),
    "paper.custody.copy": _("copied the evidence"),
    "paper.custody.destroy": _("destroyed the evidence"),
    "paper.custody.export": _("exported the evidence"),
    "paper.custody.filter": _("made a filtered copy"),
    "paper.custody.open": _("opened the evidence"),
    "paper.custody.present_in_court": _("presented it in court"),
    "paper.custody.return": _("returned the evidence"),
    "paper.custody.seal": _("sealed the evidence"),
    "paper.custody.transfer_in": _("took the evidence over"),
    "paper.custody.transfer_out": _("sent the evidence"),
    "paper.custody.verify": _("checked the evidence"),
    "paper.differs": _("DOES NOT MATCH"),
    "paper.differs_all": _("The evidence does NOT match what was sealed. Do not rely on it."),
    "paper.entry": _("Entry"),
    "paper.evidence.accepted": _("accepted the conditions of use"),
    "paper.evidence.announced": _("announced the evidence and its conditions"),
    "paper.evidence.declined": _("declined the conditions of use"),
    "paper.evidence.recalled": _("took the evidence back"),
    "paper.evidence.received": _("opened it and reported the result"),
    "paper.evidence.released": _("released the key to the evidence"),
    "paper.evidence_title": _("The evidence"),
    "paper.exercise": _("EXERCISE – NOT A REAL CASE"),
    "paper.exhibit": _("Exhibit %(exhibit)s"),
    "paper.fingerprint": _("Fingerprint of its keys"),
    "paper.found_match": _("it matched"),
    "paper.found_mismatch": _("it did NOT match"),
    "paper.item": _("Item"),
    "paper.limit_clock": _("that the clocks were right, beyond the times that other parties witnessed;"),
    "paper.limit_complete": _("that nothing else exists that was left out;"),
    "paper.limit_lawful": _("that it was collected lawfully;"),
    "paper.limit_page": _("anything on this page, which nobody signed: the program's report counts."),
    "paper.limit_true": _("that the content is true: only that it is the content that was sealed;"),
    "paper.limits_title": _("What is NOT proven"),
    "paper.matches": _("MATCHES"),
    "paper.matches_all": _("The evidence matches what was sealed, byte for byte."),
    "paper.matches_sealed": _(
        "The sealed evidence matches what was sealed, byte for byte. It was not opened."
    ),
    "paper.more": _("… and %(count)s more steps, all of them in the program's report."),
    "paper.more_items": _("… and %(count)s more items, all of them in the program's report."),
    "paper.none": _("This bundle holds no evidence, only the acts."),
    "paper.notice_lead": _(
        "You are told by this letter that data about you were kept or given to another State. It was confidential until now."
    ),
    "paper.notice_prepared": _("Prepared by %(role)s; recorded in the log of this authority."),
    "paper.notice_remedy": _("What you can do"),
    "paper.notice_remedy_default": _(
        "You may ask this authority for more, and have a court or other independent body look at it, as the law provides."
    ),
    "paper.notice_title": _("Notice to the person concerned"),
    "paper.notice_what": _("What was done"),
    "paper.officers": _("Officers (by role)"),
    "paper.order_accounts": _("Accounts, addresses and devices concerned"),
    "paper.order_answer": _("Answer of the provider (please send back)"),
    "paper.order_answer_by": _("Name, function, date:"),
    "paper.order_answer_found": _("The data are kept since:"),
    "paper.order_answer_nothing": _("No such data are held, because:"),
    "paper.order_answer_other": _("Another provider took part (name, country):"),
    "paper.order_answer_reference": _("Your reference:"),
    "paper.order_answer_until": _("They are kept until:"),
    "paper.order_basis": _("Issued under (national provision):"),
    "paper.order_data": _("Data to be kept"),
    "paper.order_duties": _("What is ordered"),
    "paper.order_duty_cost": _(
        "Keep an account of your costs; this authority answers questions at the number above, at any hour."
    ),
    "paper.order_duty_keep": _(
        "Keep the data named above, as they are now and whole, protected against change and deletion, also where your own rules would delete them."
    ),
    "paper.order_duty_nothing_more": _(
        "Hand nothing over yet: this order only keeps data. Whether they are disclosed is a decision of its own, which follows by another order."
    ),
    "paper.order_duty_path": _(
        "If another provider took part in the transmission, name it to this authority at once."
    ),
    "paper.order_duty_silent": _(
        "Tell nobody of this order, the user included, except those who must carry it out."
    ),
    "paper.order_id": _("Number of this order:"),
    "paper.order_issued": _("Issued %(at)s"),
    "paper.order_kind": _("Kind"),
    "paper.order_lead": _(
        "You are ordered to preserve the stored data described below, without delay, until %(until)s at least."
    ),
    "paper.order_local": _("UTC offset unknown"),
    "paper.order_number": _("Order no. %(number)s"),
    "paper.order_period": _("From %(since)s until %(until)s"),
    "paper.order_port": _("Port"),
    "paper.order_prepared": _("Prepared by the officer %(role)s; the node's log holds a record of it."),
    "paper.order_review": _("To be reviewed on %(on)s."),
    "paper.order_seen": _("Seen at"),
    "paper.order_signed": _("Signature, name and function"),
    "paper.order_stamp": _("Place, date, stamp"),
    "paper.order_title": _("Order to preserve stored data"),
    "paper.order_to": _("To"),
    "paper.order_value": _("Account, address or number"),
    "paper.other": _("%(kind)s"),
    "paper.party": _("Authority"),
    "paper.reply_lead": _(
        "Mark what applies and send this page back, or answer with data by the published schema /schemas/provider.answer.json. Name the number of the order. "
        "A lawyer of this authority reads it before anything follows."
    ),
    "paper.reply_no": _("no"),
    "paper.reply_title": _("If this order cannot be executed"),
    "paper.reply_yes": _("yes"),
    "paper.request.extension": _("asked for more time"),
    "paper.request.information": _("gave more information"),
    "paper.request.preservation": _("asked for data to be preserved"),
    "paper.request.stored_data": _("asked for stored data"),
    "paper.request.withdrawn": _("withdrew the request"),
    "paper.result": _("Found when this bundle was made"),
    "paper.sealed_by": _("sealed by %(party)s on %(at)s"),
    "paper.sealed_name": _("still sealed (name not shown)"),
    "paper.size": _("%(size)s bytes"),
    "paper.statement.silence": _("stated that no answer came to it"),
    "paper.steps_title": _("Who did what"),
    "paper.thread": _("Request %(thread)s"),
    "paper.title": _("Certificate of evidence"),
    "paper.what": _("What"),
    "paper.when": _("When (UTC)"),
    "paper.who": _("Who"),
}
