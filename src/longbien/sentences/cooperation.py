# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `cooperation.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "cooperation.alarm_over": _("The alarm %(number)s was acknowledged already, or its clock has stopped."),
    "cooperation.alarm_unknown": _("No alarm has the number %(number)s."),
    "cooperation.arrest_dated_back": _(
        "An arrest cannot be dated back before it was asked for, or over a release."
    ),
    "cooperation.arrest_lapsed": _(
        "The time of the provisional arrest is over: %(kind)s comes too late and nothing can be dated back."
    ),
    "cooperation.arrest_not_now": _("The period of the arrest must include the present moment."),
    "cooperation.assign_cannot": _(
        "%(role_id)s may not act on alarms: give the request to a duty officer, a lawyer or an approver."
    ),
    "cooperation.assign_same": _("%(role_id)s cannot be officer and deputy at once."),
    "cooperation.check.all_categories": _(
        "Every category of data is asked for at once: leave out what the case does not need."
    ),
    "cooperation.check.authorisation_short": _("The authorisation ends before the collection does."),
    "cooperation.check.authoriser_by_profile": _(
        "The requested State wants such data to be ordered by: %(accepted)s."
    ),
    "cooperation.check.basis_none": _("Name a legal basis: a request cannot leave without one."),
    "cooperation.check.birth_future": _("“%(value)s” is a day of birth in the future."),
    "cooperation.check.channel_by_profile": _(
        "The requested State wants such requests by another channel: %(channel)s."
    ),
    "cooperation.check.collection_long": _(
        "A collection of more than a month: say why so long is necessary."
    ),
    "cooperation.check.collection_very_long": _(
        "A collection of more than three months goes beyond what is usually proportionate."
    ),
    "cooperation.check.contact_hours": _(
        "The requesting authority has no office hours or time zone: the other side cannot tell when to call."
    ),
    "cooperation.check.detention_over": _("The person's detention ends before the presence does."),
    "cooperation.check.digits": _(
        "“%(value)s” fails its check digit or numbering plan: most likely a digit is wrong."
    ),
    "cooperation.check.emergency_broad": _(
        "In an emergency only the least is asked for: one or a few accounts, a recent window, no more categories than needed."
    ),
    "cooperation.check.extension_lapsed": _(
        "That preservation has ended and cannot be extended: make a new request."
    ),
    "cooperation.check.extradition_said": _(
        "%(state)s has notified on the Convention as legal basis for extradition: %(words)s"
    ),
    "cooperation.check.extradition_unsaid": _(
        "It is not known whether %(state)s takes the Convention as legal basis for extradition."
    ),
    "cooperation.check.follow_up_after_release": _(
        "The requested State releases the person %(days)s days after the arrest: the request for extradition is planned for later."
    ),
    "cooperation.check.follow_up_late": _(
        "The request for assistance is planned for after the preservation lapses (%(days)s days)."
    ),
    "cooperation.check.follow_up_past": _("The planned day of the request for assistance has passed."),
    "cooperation.check.ip_port": _(
        "The IP address %(value)s has no port: one address serves many users at once."
    ),
    "cooperation.check.ip_public": _(
        "The address %(value)s is private or reserved: no provider can look it up."
    ),
    "cooperation.check.ip_time": _(
        "The IP address %(value)s has no time: it belongs to different users at different times."
    ),
    "cooperation.check.language": _(
        "The requested State accepts requests in %(accepted)s: add a translation."
    ),
    "cooperation.check.like_case_unsaid": _(
        "Say whether the measure would be open in a like domestic case: the other State endeavours to help at least then."
    ),
    "cooperation.check.many_accounts": _(
        "%(count)s accounts in one request: the other side may find it too broad."
    ),
    "cooperation.check.many_for_content": _(
        "The content of %(count)s accounts in one request: divide it, or say why."
    ),
    "cooperation.check.masked_name_in_text": _(
        "“%(label)s” names a person whose name is masked: write the role instead."
    ),
    "cooperation.check.missing": _("“%(label)s” is missing: the Convention asks for it."),
    "cooperation.check.missing_by_profile": _("“%(label)s” is missing: the requested State asks for it."),
    "cooperation.check.missing_by_template": _("“%(label)s” is missing."),
    "cooperation.check.needed_by_past": _("The time by which the answer is needed has passed."),
    "cooperation.check.not_future": _("“%(label)s” must lie in the future."),
    "cooperation.check.not_past": _("“%(label)s” must lie in the past."),
    "cooperation.check.not_stored_data": _(
        "The assistance named does not include access to stored electronic data."
    ),
    "cooperation.check.not_told_apart": _(
        "A name alone does not tell a person from others of that name: add the day of birth or a document."
    ),
    "cooperation.check.offence_outside": _(
        "None of these offences is one for which this may be asked under the legal basis named (%(basis)s)."
    ),
    "cooperation.check.other_authority": _(
        "Requests of this kind usually go to another authority: %(authority)s."
    ),
    "cooperation.check.paper_missing": _("“%(label)s” is named and not attached."),
    "cooperation.check.path_without_traffic": _(
        "The path can only be shown by traffic data: add them to the categories."
    ),
    "cooperation.check.penalty_by_profile": _(
        "The requested State helps from a maximum penalty of %(least)s years on; here it is %(years)s."
    ),
    "cooperation.check.penalty_low": _(
        "A maximum of %(years)s years is too little for this legal basis: at least %(least)s are needed."
    ),
    "cooperation.check.period_future": _(
        "The period lies in the future: what is not stored yet cannot be preserved or disclosed."
    ),
    "cooperation.check.period_long": _("Content over more than a year: say why so much is necessary."),
    "cooperation.check.period_very_long": _(
        "Data of more than three years go beyond what is usually proportionate."
    ),
    "cooperation.check.preservation_unnamed": _(
        "Name the preservation request whose traffic data are to be disclosed."
    ),
    "cooperation.check.property_vague": _(
        "“%(value)s” has no location, number or value: give them as far as possible."
    ),
    "cooperation.check.range_wide": _(
        "%(value)s holds %(count)s addresses: name single ones, or say why so many."
    ),
    "cooperation.check.retention_past": _("The provider has most likely deleted these data."),
    "cooperation.check.review_late": _("The review comes after the end of the collection."),
    "cooperation.check.role_unfit": _(
        "Such a request is not usually made for a person in this role: %(role)s."
    ),
    "cooperation.check.scope_corruption_only": _(
        "Only for offences that the Convention against Corruption covers: name its article in the facts."
    ),
    "cooperation.check.scope_domestic_minimum": _(
        "The minimum penalty is that of the requested State's law: see its requirements."
    ),
    "cooperation.check.scope_electronic_only": _(
        "Outside the offences that the treaty itself establishes it covers evidence in electronic form only."
    ),
    "cooperation.check.scope_its_scope": _(
        "The scope is that of the instrument that is named: check it there."
    ),
    "cooperation.check.scope_mixed": _(
        "Outside the scope, and no reason for this request by themselves: %(offences)s."
    ),
    "cooperation.check.scope_organized_group": _(
        "Only where the offence is transnational and involves an organized criminal group: say so in the facts."
    ),
    "cooperation.check.scope_own_law": _(
        "No treaty duty: the requested State's own law decides what may be asked for."
    ),
    "cooperation.check.scope_own_only": _(
        "Only for the offences that the treaty itself establishes: name its article in the facts."
    ),
    "cooperation.check.scope_purpose": _(
        "Under this legal basis (%(basis)s) the assistance named is not given for these offences."
    ),
    "cooperation.check.scope_row": _(
        "%(basis)s has no such measure: name another legal basis for this request."
    ),
    "cooperation.check.secrecy_long": _("Nobody will review the confidentiality for more than a year."),
    "cooperation.check.secrecy_over": _(
        "The day on which the confidentiality is reviewed must lie in the future."
    ),
    "cooperation.check.sentence_short": _(
        "Less than half a year of the sentence remains: a transfer will hardly be done in time."
    ),
    "cooperation.check.service_late": _(
        "The documents may be served after the appearance for which they summon."
    ),
    "cooperation.check.service_missing": _("Name the service to which “%(value)s” belongs."),
    "cooperation.check.state_unknown": _("“%(value)s” is not the code of a State."),
    "cooperation.check.time_future": _(
        "“%(value)s” was seen in the future: check the time and its UTC offset."
    ),
    "cooperation.check.time_offset": _(
        "The time %(time)s of “%(value)s” has no UTC offset: the same clock face is another moment elsewhere."
    ),
    "cooperation.check.time_outside_period": _(
        "“%(value)s” was seen outside the period of the data asked for."
    ),
    "cooperation.check.translation_same": _("The translation is into the language of the request itself."),
    "cooperation.check.twice": _("“%(value)s” is given twice."),
    "cooperation.check.undertakings_missing": _(
        "Articles 40(10) and 40(11) want this undertaking too: %(undertaking)s."
    ),
    "cooperation.check.whole_account": _(
        "Say in full why this account holds this evidence, or name the data wanted."
    ),
    "cooperation.check.window_short": _(
        "“%(label)s” is less than %(days)s days ahead: the other State can hardly do it in time."
    ),
    "cooperation.consultation_unknown": _("No draft was shown here under the number %(consultation)s."),
    "cooperation.consultation_waits": _("Another version of this draft waits for a second officer."),
    "cooperation.decision_condition": _("Put the other condition into words."),
    "cooperation.decision_conditions_first": _(
        "Conditions may make the transfer possible. Offer them before you refuse: %(conditions)s."
    ),
    "cooperation.decision_consult": _(
        "Consult the other State before this refusal or postponement, and say when (%(article)s)."
    ),
    "cooperation.decision_consult_offer": _(
        "The other State was not consulted. It need not be on this ground; offer it all the same."
    ),
    "cooperation.decision_consulted_future": _("The consultation cannot lie in the future."),
    "cooperation.decision_forbidden": _("“%(ground)s” is no ground for refusal (%(article)s)."),
    "cooperation.decision_forbidden_words": _(
        "The reasons seem to speak of a ground that is forbidden: “%(ground)s” (%(article)s). Read them again."
    ),
    "cooperation.decision_ground": _(
        "“%(ground)s” is no ground against this measure (%(measure)s, %(article)s)."
    ),
    "cooperation.decision_ground_missing": _("Name at least one ground."),
    "cooperation.decision_grounds_of_grant": _("What is granted has no ground for refusal."),
    "cooperation.decision_not_asked": _("The request does not ask for this measure (%(measure)s)."),
    "cooperation.decision_persecution": _("This ground is counted in the public report."),
    "cooperation.decision_prosecute": _(
        "Refused only for nationality: on request the case goes without undue delay to your prosecuting authorities."
    ),
    "cooperation.decision_reasons": _("Reasons must be given."),
    "cooperation.decision_reserved": _(
        "This ground needs what your State has reserved or notified (%(paragraph)s); the one on preservation also an offence that the treaty does not establish."
    ),
    "cooperation.decision_warn_early": _(
        "If disclosure may fail later for want of dual criminality, warn the other State now."
    ),
    "cooperation.document_differs": _(
        "The attached document (object %(object)s) is not what the request names."
    ),
    "cooperation.document_large": _(
        "An attachment has at most %(limit)s bytes; this one has %(size)s. Use evidence for larger things."
    ),
    "cooperation.document_missing": _(
        "The bytes of the attachment “%(name)s” are not here: attach the file itself."
    ),
    "cooperation.document_unknown": _("The request has no attachment at the field “%(field)s”."),
    "cooperation.documents_many": _("One act brings at most %(limit)s attachments."),
    "cooperation.draft_unread": _("The field %(field)s cannot be read yet: complete the draft first."),
    "cooperation.draft_waits": _(
        "The draft waits for a second officer: it cannot be changed until it is approved or rejected."
    ),
    "cooperation.extension_not_later": _("The new end must be later than the present one."),
    "cooperation.field_amount": _("“%(value)s” is not an amount such as 1500 or 0.25."),
    "cooperation.field_attachment": _(
        "An attachment needs a file name, a media type and the SHA-256 of its bytes."
    ),
    "cooperation.field_character": _("The text holds a hidden character (%(character)s): remove it."),
    "cooperation.field_code": _("“%(value)s” is not in the list."),
    "cooperation.field_contact": _(
        "A contact needs an organisation and a telephone number, fax number or e-mail address."
    ),
    "cooperation.field_currency": _("“%(value)s” is not a currency such as EUR or BTC."),
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
    "cooperation.field_person": _("A person needs a role, and a name, another name or a description."),
    "cooperation.field_property": _(
        "Property needs its nature and a description; an amount needs its currency."
    ),
    "cooperation.field_range": _("The number must lie between %(minimum)s and %(maximum)s."),
    "cooperation.field_refused": _(
        "The field %(field)s of the request cannot be read (%(reason)s, item %(item)s)."
    ),
    "cooperation.field_spelling": _(
        "The field %(field)s of the request is not written in the one form that acts use."
    ),
    "cooperation.field_state": _("“%(value)s” is not the two-letter code of a State, such as VN."),
    "cooperation.field_time_zone": _("“%(value)s” is not the name of a time zone such as Asia/Ho_Chi_Minh."),
    "cooperation.field_too_long": _("The text is longer than %(limit)s characters."),
    "cooperation.field_too_many": _("More than %(limit)s items."),
    "cooperation.field_type": _("Something of the type %(expected)s is expected here."),
    "cooperation.field_unknown": _("This form has no such field."),
    "cooperation.field_unknown_here": _("The form of this draft has no field %(field)s."),
    "cooperation.filter": _("“%(value)s” is nothing by which a list is narrowed to a %(name)s."),
    "cooperation.form_act": _("The form %(form)s does not belong to an act of the kind %(kind)s."),
    "cooperation.form_unknown": _("This node does not know requests of the kind %(form)s."),
    "cooperation.form_version": _("The form %(form)s is known here in version %(known)s, not %(version)s."),
    "cooperation.four_eyes": _("This act needs %(needed)s different officers; %(given)s approved it."),
    "cooperation.hand_over_taken": _("The hand-over %(number)s was signed off already."),
    "cooperation.hand_over_unknown": _("No hand-over has the number %(number)s."),
    "cooperation.identifier_asn": _("“%(value)s” is not a network number such as AS64500."),
    "cooperation.identifier_bic": _("“%(value)s” does not have the form of a BIC."),
    "cooperation.identifier_domain": _("“%(value)s” is not a domain name."),
    "cooperation.identifier_email": _("“%(value)s” is not an e-mail address."),
    "cooperation.identifier_hash": _(
        "“%(value)s” is not a SHA-512, SHA-384, SHA-256, SHA-1 or MD5 value in hexadecimal digits."
    ),
    "cooperation.identifier_iban": _("“%(value)s” does not have the form of an IBAN."),
    "cooperation.identifier_iccid": _("“%(value)s” is not the number of a SIM card: 18 to 22 digits."),
    "cooperation.identifier_imei": _(
        "“%(value)s” is not the number of a mobile device (IMEI): its check digit or length is wrong."
    ),
    "cooperation.identifier_imsi": _("“%(value)s” is not the number of a SIM card (IMSI)."),
    "cooperation.identifier_ipv4": _("“%(value)s” is not an IP address of version 4."),
    "cooperation.identifier_ipv6": _("“%(value)s” is not an IP address of version 6."),
    "cooperation.identifier_length": _("An identifier has between 1 and %(limit)s characters."),
    "cooperation.identifier_mac": _("“%(value)s” is not a hardware address."),
    "cooperation.identifier_meid": _("“%(value)s” is not a MEID: 14 hexadecimal or 18 decimal digits."),
    "cooperation.identifier_msisdn": _(
        "“%(value)s” is not a telephone number in international form (+ and country code)."
    ),
    "cooperation.identifier_range": _("“%(value)s” is not a range of IP addresses such as 203.0.113.0/24."),
    "cooperation.identifier_transaction": _(
        "“%(value)s” is not a transaction number of 64 hexadecimal digits."
    ),
    "cooperation.identifier_url": _(
        "“%(value)s” is not the address of a page: it starts with a scheme such as https://."
    ),
    "cooperation.identifier_wallet": _("“%(value)s” is not an address of that virtual asset."),
    "cooperation.item_unknown": _("No number here, or more than one, begins with “%(item)s”."),
    "cooperation.kind_unknown": _("Acts of the kind %(kind)s are not understood by this version."),
    "cooperation.look_needed": _(
        "Persons in this request are masked: take a copy with hidden parts, or ask with a reason to see them (longbien request look)."
    ),
    "cooperation.look_reason": _(
        "Write why you need to see these names: %(length)s characters at least. The reason is kept."
    ),
    "cooperation.mail_subject": _("Long Biên: something burns on your desk"),
    "cooperation.mail_text": _(
        "An alarm of request %(request)s waits for you at your node (alarm %(number)s). Sign in and open “What burns”. This e-mail holds nothing of the case, and no answer to it is read."
    ),
    "cooperation.not_a_draft": _("There is no draft %(request)s."),
    "cooperation.not_sent": _("The request %(request)s has not been sent yet."),
    "cooperation.note_reason": _("A note is struck out with a written reason."),
    "cooperation.note_struck": _("The note %(number)s was struck out already."),
    "cooperation.note_text": _("Write something, of at most %(length)s characters."),
    "cooperation.note_unknown": _("No note has the number %(number)s."),
    "cooperation.order_not_now": _(
        "A provider is ordered to keep data for an open incoming request whose preservation is not refused or over."
    ),
    "cooperation.order_nothing": _("The request names no accounts or data that a provider could keep."),
    "cooperation.override_nothing": _(
        "The draft has no finding %(check)s at that field that may be passed over."
    ),
    "cooperation.override_reason": _(
        "A check is passed over with a written reason of at least %(letters)s letters."
    ),
    "cooperation.preservation_dated_back": _(
        "A preservation cannot be dated back before it was asked for, or over a lapse."
    ),
    "cooperation.preservation_lapsed": _(
        "The preservation has lapsed: %(kind)s comes too late and nothing can be dated back."
    ),
    "cooperation.preservation_not_now": _("The period must include the present moment."),
    "cooperation.preservation_too_short": _("Data are preserved for at least %(days)s days (Art. 42(8))."),
    "cooperation.request_unknown": _("This node holds no request %(request)s with that partner."),
    "cooperation.schema_unknown": _("There is no schema of the kind “%(kind)s”."),
    "cooperation.span": _(
        "%(span)s is no length of time: write 24 h, 60 d or 5 wd (hours, days, working days)."
    ),
    "cooperation.target_fixed": _(
        "The clock “%(rule)s” ends at a moment that the request or a partner sets: it has no target."
    ),
    "cooperation.target_legal": _("The time of “%(rule)s” is set by law: no State sets another."),
    "cooperation.target_long": _("A target has at most %(days)s days."),
    "cooperation.target_partner": _("%(party)s is not in the directory."),
    "cooperation.target_reason": _("A target needs a written reason."),
    "cooperation.target_rule": _("There is no clock “%(rule)s”."),
    "cooperation.target_set": _("The same target applies already (number %(number)s)."),
    "cooperation.target_unknown": _("No target that applies has the number %(number)s."),
    "cooperation.thread_taken": _(
        "The act would begin the request %(request)s, which exists already or is not its own."
    ),
    "cooperation.transition": _("%(kind)s does not fit: %(track)s is “%(state)s”."),
    "cooperation.transition_party": _(
        "%(kind)s is not for the %(party)s State to say, or not with this content."
    ),
    "cooperation.zone_unknown": _("This machine does not know the time zone %(zone)s."),
}
