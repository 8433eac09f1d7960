# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `joining.*`: what a State must do to join the Convention, and what is wrong with its answers."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "joining.accession_signed": _(
        "A State that has signed (%(day)s) does not accede; it ratifies, accepts or approves."
    ),
    "joining.clause_limit": _("The clause has a limit: %(limit)s."),
    "joining.clause_scope": _("Clause %(clause)s does not reach Article %(provision)s."),
    "joining.clause_there": _("For Article %(provision)s the Convention has a clause: %(clauses)s. Name it."),
    "joining.clause_unknown": _(
        "%(clause)s is no reservation clause. The clauses are: %(clauses)s; or write none."
    ),
    "joining.competence_missing": _(
        "An organisation declares the extent of its competence with its instrument."
    ),
    "joining.competence_state": _("Only an organisation declares the extent of its competence."),
    "joining.conditional": _(
        "An instrument must bind without a condition; the depositary sends a conditional one back."
    ),
    "joining.contact_missing": _("An authority that cannot be reached is no authority: this is missing."),
    "joining.day_adoption": _("The day is before the Convention was adopted (%(day)s)."),
    "joining.day_future": _("The day is still ahead (today is %(today)s)."),
    "joining.day_opening": _("The day is before the Convention was opened for signature (%(day)s)."),
    "joining.day_order": _("The day is before that of %(first)s (%(day)s)."),
    "joining.flawed": _(
        "%(count)s of the answers cannot be kept, the first at %(field)s; nothing was stored."
    ),
    "joining.formal_confirmation": _("Only an organisation formally confirms."),
    "joining.format_unknown": _("The papers are written as: %(formats)s."),
    "joining.hours": _("The point of contact answers 24/7; the hours say otherwise."),
    "joining.language_unknown": _("There is no model wording in %(language)s; there is in %(languages)s."),
    "joining.languages": _("Name one language or up to %(most)s different ones."),
    "joining.languages_missing": _("Name at least one language in which requests are acceptable."),
    "joining.languages_rare": _(
        "None of the languages is one of the six of the United Nations; requests will need translation."
    ),
    "joining.missing": _("This is missing."),
    "joining.missing_later": _("This is missing; it may follow after the deposit."),
    "joining.na_accedes": _("The State accedes."),
    "joining.na_between_states": _(
        "It arises in a request between States; the desk that has the request gives the notice."
    ),
    "joining.na_closed": _("Signature closed on 31 December 2026; accession is open."),
    "joining.na_deposited": _("The instrument is deposited."),
    "joining.na_may_sign": _("Signature is open; choose accession only if the State will not sign."),
    "joining.na_no_reservation": _("No reservation to Article 63, paragraph 2."),
    "joining.na_no_treaty_needed": _("Extradition does not depend on a treaty."),
    "joining.na_not_leaving": _("Only if the State decides to leave."),
    "joining.na_not_party": _("Not before the Convention is in force for the State."),
    "joining.na_not_sent": _("The notice has not been sent yet."),
    "joining.na_signed": _("The State has signed."),
    "joining.na_state": _("Only for an organisation."),
    "joining.na_three_offices": _("Whoever signs holds one of the three offices that need no full powers."),
    "joining.no_clause": _(
        "No clause of the Convention provides for a reservation to Article %(provision)s: others may object."
    ),
    "joining.not_a_choice": _("Choose one of: %(choices)s."),
    "joining.not_a_day": _("Write a day as 2026-12-31."),
    "joining.not_email": _("This is no e-mail address."),
    "joining.not_languages": _("Write codes of languages with a space between them, each once: vi en fr."),
    "joining.not_object": _("Answers are names with values: state.name.en: …, one to a line."),
    "joining.not_paragraphs": _(
        "Write articles or paragraphs with a space between them, each once: 14 23.3.a 63.2."
    ),
    "joining.not_phone": _("Write a telephone number the international way: +84 24 3934 1234."),
    "joining.not_ready": _(
        "%(count)s points stand in the way of the papers, the first at %(field)s; nothing was written."
    ),
    "joining.not_text": _("This must be a text."),
    "joining.not_yearly": _("%(task)s is no notice that is asked about every year."),
    "joining.not_yes_no": _("Answer yes or no."),
    "joining.not_zone": _("Write a time zone by its name, such as Asia/Ho_Chi_Minh."),
    "joining.notices_malformed": _("These are no notices that this software wrote (%(reason)s)."),
    "joining.owner_missing": _("Nobody answers for this notice: name a person."),
    "joining.owner_unreachable": _("Whoever answers for this notice has no e-mail address here."),
    "joining.papers_missing": _("This process cannot make papers."),
    "joining.party_missing": _("Say whose answers these are: VN, for example."),
    "joining.powers_missing": _(
        "Whoever signs is neither head of State, head of Government nor minister for foreign affairs: full powers must be attached."
    ),
    "joining.powers_needless": _("Whoever signs holds one of the three offices; full powers are not needed."),
    "joining.powers_office": _(
        "Full powers are given by the head of State, the head of Government or the minister for foreign affairs."
    ),
    "joining.provision_unknown": _("The Convention has no %(provision)s."),
    "joining.reason_missing": _("A task that does not concern the State needs a reason."),
    "joining.record_future": _("A record is of a day that has come (today is %(today)s)."),
    "joining.record_long": _("A record has a name of up to 200 letters and texts of up to %(limit)s."),
    "joining.reservation_nothing": _("A reservation must name what it is to."),
    "joining.reservation_twice": _("Reservation %(number)s is already to Article %(provision)s."),
    "joining.second_instrument": _("An instrument was deposited on %(day)s; there is no second one."),
    "joining.set_what": _("Give a field and its value, or a file with --from."),
    "joining.signature_closed": _("Signature closed on %(day)s; the State may accede."),
    "joining.signature_differs": _("The status of the Convention has %(day)s as the day of signature."),
    "joining.signature_missing": _(
        "Nobody ratifies, accepts or approves without having signed (open until %(day)s); or accede."
    ),
    "joining.task_unknown": _("There is no task %(task)s."),
    "joining.text_missing": _("The papers are in %(language)s too: this text is missing in it."),
    "joining.title_differs": _(
        "The title of the Convention differs from letter %(place)s on: “%(expected)s” is expected, “%(found)s” was found."
    ),
    "joining.too_long": _("Too long: at most %(limit)s letters."),
    "joining.too_many": _("Too many fields."),
    "joining.twice": _("Answered twice."),
    "joining.unknown_field": _("There is no such question."),
    "joining.unseen_letter": _("The text holds a character that nobody can see."),
}
