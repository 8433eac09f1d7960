# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `cooperation.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "cooperation.draft_unread": _("The field %(field)s cannot be read yet: complete the draft first."),
    "cooperation.draft_waits": _(
        "The draft waits for a second officer: it cannot be changed until it is approved or rejected."
    ),
    "cooperation.field_attachment": _(
        "An attachment needs a file name, a media type and the SHA-256 of its bytes."
    ),
    "cooperation.field_character": _("The text holds a hidden character (%(character)s): remove it."),
    "cooperation.field_code": _("“%(value)s” is not in the list."),
    "cooperation.field_contact": _(
        "A contact needs an organisation and a telephone number, fax number or e-mail address."
    ),
    "cooperation.field_date": _("“%(value)s” is not a date such as 2026-01-31."),
    "cooperation.field_language": _("“%(value)s” is not a language tag such as en, vi or zh-Hans."),
    "cooperation.field_moment": _("“%(value)s” is not a time such as 2026-01-31 23:59:00+07:00."),
    "cooperation.field_offset": _(
        "“%(value)s” is not a UTC offset such as +07:00, or differs from the one given with the time."
    ),
    "cooperation.field_offset_missing": _(
        "The time %(value)s has no UTC offset: add it, such as +07:00 or Z."
    ),
    "cooperation.field_part": _("There is no part named “%(part)s” here."),
    "cooperation.field_period": _("A period needs a beginning and an end, in this order."),
    "cooperation.field_range": _("The number must lie between %(minimum)s and %(maximum)s."),
    "cooperation.field_refused": _(
        "The field %(field)s of the request cannot be read (%(reason)s, item %(item)s)."
    ),
    "cooperation.field_spelling": _(
        "The field %(field)s of the request is not written in the one form that acts use."
    ),
    "cooperation.field_time_zone": _("“%(value)s” is not the name of a time zone such as Asia/Ho_Chi_Minh."),
    "cooperation.field_too_long": _("The text is longer than %(limit)s characters."),
    "cooperation.field_too_many": _("More than %(limit)s items."),
    "cooperation.field_type": _("Something of the type %(expected)s is expected here."),
    "cooperation.field_unknown": _("This form has no such field."),
    "cooperation.form_act": _("The form %(form)s does not belong to an act of the kind %(kind)s."),
    "cooperation.form_unknown": _("This node does not know requests of the kind %(form)s."),
    "cooperation.form_version": _("The form %(form)s is known here in version %(known)s, not %(version)s."),
    "cooperation.four_eyes": _("This act needs %(needed)s different officers; %(given)s approved it."),
    "cooperation.identifier_domain": _("“%(value)s” is not a domain name."),
    "cooperation.identifier_email": _("“%(value)s” is not an e-mail address."),
    "cooperation.identifier_hash": _(
        "“%(value)s” is not a SHA-256, SHA-1 or MD5 value in hexadecimal digits."
    ),
    "cooperation.identifier_imei": _(
        "“%(value)s” is not the number of a mobile device (IMEI): its check digit or length is wrong."
    ),
    "cooperation.identifier_imsi": _("“%(value)s” is not the number of a SIM card (IMSI)."),
    "cooperation.identifier_ipv4": _("“%(value)s” is not an IP address of version 4."),
    "cooperation.identifier_ipv6": _("“%(value)s” is not an IP address of version 6."),
    "cooperation.identifier_length": _("An identifier has between 1 and %(limit)s characters."),
    "cooperation.identifier_mac": _("“%(value)s” is not a hardware address."),
    "cooperation.identifier_msisdn": _(
        "“%(value)s” is not a telephone number in international form (+ and country code)."
    ),
    "cooperation.identifier_url": _(
        "“%(value)s” is not the address of a page: it starts with a scheme such as https://."
    ),
    "cooperation.identifier_wallet": _("“%(value)s” is not an address of that virtual asset."),
    "cooperation.kind_unknown": _("Acts of the kind %(kind)s are not understood by this version."),
    "cooperation.not_a_draft": _("There is no draft %(request)s."),
    "cooperation.not_sent": _("The request %(request)s has not been sent yet."),
    "cooperation.preservation_lapsed": _(
        "The preservation has lapsed: %(kind)s comes too late and nothing can be dated back."
    ),
    "cooperation.preservation_too_short": _("Data are preserved for at least %(days)s days (Art. 42(8))."),
    "cooperation.reasons_missing": _("Reasons are needed unless everything is granted (Art. 40(25))."),
    "cooperation.request_unknown": _("This node holds no request %(request)s with that partner."),
    "cooperation.thread_taken": _(
        "The act would begin the request %(request)s, which exists already or is not its own."
    ),
    "cooperation.transition": _("%(kind)s does not fit: %(track)s is “%(state)s”."),
    "cooperation.transition_party": _(
        "%(kind)s is not for the %(party)s State to say, or not with this content."
    ),
}
