# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of who comes to the Conference: delegations, badges, credentials, observers."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference.application_back": _(
        "An application's steps follow one another in time: this one lies before the last."
    ),
    "conference.application_step": _(
        "An application that is “%(state)s” does not come to “%(step)s”: the table of steps has no such way (rules 14 to 17)."
    ),
    "conference.application_unknown": _("No application of “%(observer)s” is known at this session."),
    "conference.applied_already": _("“%(observer)s” has applied to this session already."),
    "conference.badge_unknown": _("No badge with the number %(number)s counts at this session."),
    "conference.circulated_late": _(
        "The list was circulated too late for admission without a decision (rule 17(2)): refer the application to the Conference."
    ),
    "conference.consent_missing": _(
        "The State in which the body is based has not consented, as these rules want (variant “ngo_state_consent”)."
    ),
    "conference.consent_track": _(
        "%(participant)s is not asked for its consent here (variant “ngo_state_consent”: %(consent)s)."
    ),
    "conference.credentials_contest": _(
        "%(participant)s does not contest these credentials: there is nothing to withdraw."
    ),
    "conference.credentials_flawed": _(
        "The paper cannot be found in order: %(flaws)s. The delegation stays admitted provisionally (rule 20)."
    ),
    "conference.credentials_observer": _(
        "Observers have no credentials to be decided on: their names are notified (rule 21)."
    ),
    "conference.credentials_paper": _(
        "This is no paper of credentials: form, signer, and when it was received are needed."
    ),
    "conference.credentials_step": _(
        "Credentials that are “%(state)s” do not come to “%(step)s”: the table of steps has no such way."
    ),
    "conference.delegation_ended": _("The delegation of %(participant)s has ended."),
    "conference.delegation_open": _(
        "%(participant)s has a delegation at this session already; a rival claim is opened as such."
    ),
    "conference.delegation_unknown": _("%(participant)s has no delegation at this session."),
    "conference.function_given": _(
        "The function “%(function)s” is not named by a delegation: the secretariat gives it."
    ),
    "conference.function_named": _(
        "The function “%(function)s” is named by the delegation, on its note verbale."
    ),
    "conference.function_unknown": _("“%(function)s” is no function: %(known)s."),
    "conference.list_email": _("Line %(line)s: “%(email)s” is no e-mail address."),
    "conference.list_empty": _("The list names nobody."),
    "conference.list_flawed": _(
        "Nobody was registered: the list has %(count)s flaws, the first one in line %(line)s."
    ),
    "conference.list_function": _(
        "Line %(line)s: “%(function)s” is no function that a note verbale names (head, alternate, delegate, adviser, observer, secretary)."
    ),
    "conference.list_letters": _(
        "Line %(line)s: “%(column)s” has signs that stand in no name (controls, or the beginning of a formula)."
    ),
    "conference.list_long": _("Line %(line)s: “%(column)s” is longer than %(limit)s letters."),
    "conference.list_name": _("Line %(line)s: the family name is missing."),
    "conference.list_size": _("A list has up to %(rows)s rows of %(columns)s cells."),
    "conference.list_twice": _("Line %(line)s: %(name)s is on the list twice."),
    "conference.list_two_heads": _(
        "Line %(line)s: a second head of delegation. A delegation has one head (rule 12)."
    ),
    "conference.list_words": _(
        "The words of delegations' lists (data/procedure/delegations/list.yaml) cannot be read."
    ),
    "conference.no_badges": _("There is no badge to print or to give a code to."),
    "conference.no_ground": _(
        "Without a decision of the Conference an application is refused only where the State of its seat withholds a consent that the rules want."
    ),
    "conference.no_incumbent": _(
        "%(participant)s has no delegation at this session: there is no seat to be claimed by another."
    ),
    "conference.not_circulated": _("The list with this body was not circulated yet (rule 17(2))."),
    "conference.not_referred": _(
        "An application that is “%(state)s” is not before the Conference: refer it first."
    ),
    "conference.not_staff": _(
        "Badges for those who serve the Conference belong to its own staff, not to a delegation."
    ),
    "conference.note_reference": _("The reference of a note verbale has up to %(limit)s letters."),
    "conference.objection_late": _("Objections closed at %(deadline)s (rule 17(2))."),
    "conference.objection_none": _(
        "%(participant)s has no objection that stands: there is nothing to withdraw."
    ),
    "conference.objection_party": _(
        "%(participant)s is no State Party on this day: only States Parties object (rule 17(2))."
    ),
    "conference.objection_reasons": _(
        "Under the rules of this session an objection says why (variant “ngo_objection_reasons”: required_written)."
    ),
    "conference.objection_track": _(
        "A signatory takes part by written notice (rule 14): nobody objects to it."
    ),
    "conference.objection_twice": _("%(participant)s objects already."),
    "conference.objections_open": _(
        "An objection stands or the application is before the Conference: admission takes its decision (rule 17(2))."
    ),
    "conference.objections_running": _(
        "The time for objections is not over: until then nobody is admitted without a decision (rule 17(2))."
    ),
    "conference.observer_id": _(
        "“%(observer)s” cannot name an observer: small letters, digits and hyphens, 3 to 40, not a State's code."
    ),
    "conference.observer_words": _(
        "An observer's name has 2 to 300 letters, what is circulated about it up to %(limit)s."
    ),
    "conference.participant_unknown": _(
        "“%(participant)s” is no State, no organisation and no body that applied to this session."
    ),
    "conference.report_broken": _("A report on credentials cannot be read."),
    "conference.report_decided": _("The Conference has decided on report %(number)s already."),
    "conference.report_outcome": _("A report is adopted, rejected or deferred; not “%(outcome)s”."),
    "conference.report_recommends": _(
        "“%(recommends)s” cannot be recommended: accepted, rejected or deferred."
    ),
    "conference.report_rivals": _(
        "Two rival claims to the seat of %(participant)s cannot both be recommended."
    ),
    "conference.report_settled": _(
        "The Conference has decided otherwise on report %(number)s: see %(place)s of the record."
    ),
    "conference.report_unknown": _("No report on credentials has the number %(number)s."),
    "conference.report_unsettled": _(
        "The Conference has not decided on credentials since report %(number)s was made. Say what it decided, and where that stands."
    ),
    "conference.scan_unknown": _("This delegation has no scan with the number %(number)s."),
    "conference.sheet_broken": _("The file cannot be read as a table."),
    "conference.sheet_formula": _("The table has formulas: paste their values instead. Nothing was taken."),
    "conference.sheet_kind": _("This is no table that is taken here: CSV or XLSX."),
    "conference.sheet_large": _("The table is too large: up to %(limit)s KiB, and as little when unpacked."),
    "conference.sheet_macro": _("The workbook carries programs (macros): it is not opened."),
    "conference.sheet_shape": _(
        "A table has up to %(rows)s rows of %(columns)s cells, each of up to 2000 letters."
    ),
    "conference.sheet_text": _("The file is no text in UTF-8 or UTF-16."),
    "conference.step_unknown": _("“%(step)s” is no step of an application: %(known)s."),
    "conference.two_heads": _(
        "The delegation would have two heads; badge %(badge)s leads it. Change the head, or list the other with another function (rule 12)."
    ),
}
