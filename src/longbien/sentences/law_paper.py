# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report on national law says, in every form, and the words of what was found."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law_paper.applied_none": _("No duty was found to be carried out in full and applied in practice."),
    "law_paper.articles": _("Article by article"),
    "law_paper.articles_lead": _(
        "Law and practice are two questions. What a reviewer has not decided is not assessed, whatever a machine or one assessor found."
    ),
    "law_paper.asked_found": _("is asked for"),
    "law_paper.asked_missing": _("is not asked for"),
    "law_paper.assistance": _("Technical assistance"),
    "law_paper.assistance_none": _("No need was recorded."),
    "law_paper.attached": _("The concordance for programs (longbien/concordance/1)"),
    "law_paper.bill_mark": _(
        "Proposal of this software, to be adapted by a drafter; not legal advice and not the Convention's text."
    ),
    "law_paper.bill_title": _("Proposed clauses to carry out the Convention against Cybercrime"),
    "law_paper.bill_words": _(
        "What stands in square brackets is to be filled in or chosen. The clauses are in English."
    ),
    "law_paper.challenges": _("Challenges"),
    "law_paper.challenges_none": _("No obstacle was recorded."),
    "law_paper.choice_declined": _("not taken up"),
    "law_paper.choice_taken": _("taken up"),
    "law_paper.choice_undecided": _("undecided"),
    "law_paper.clause_by": _("Proposed for %(place)s"),
    "law_paper.clause_machine": _(
        "%(code)s – %(title)s. Proposal of this software, to be adapted by a drafter; not legal advice."
    ),
    "law_paper.clause_model": _("Model: %(model)s"),
    "law_paper.clause_others": _("Other wordings to choose from: %(clauses)s."),
    "law_paper.clause_rights": _("Effect on rights: %(rights)s"),
    "law_paper.contents": _("Contents"),
    "law_paper.cut": _("The quotation is cut."),
    "law_paper.decisions": _("How the duties stand"),
    "law_paper.dissent": _("Dissent"),
    "law_paper.dissent_by": _("%(who)s, %(day)s, round %(round)s"),
    "law_paper.dissent_differs": _("%(who)s found: law %(law)s, practice %(practice)s."),
    "law_paper.dissent_lead": _("Who did not share a decision, and why. It stays."),
    "law_paper.dissent_none": _("Nobody dissented."),
    "law_paper.dual_all_same": _("Nothing that both tables say differs. What is unknown stays unknown."),
    "law_paper.dual_as_of": _("table as of %(day)s"),
    "law_paper.dual_differs": _("%(count)s elements differ: %(elements)s."),
    "law_paper.dual_lead": _(
        "These are facts from both States' own tables. Whether dual criminality is met is decided by a named official: by the conduct, whatever the offence is called (Article 35(3))."
    ),
    "law_paper.dual_narrows": _(
        "a State may ask for it: where it does, conduct without it is no offence there"
    ),
    "law_paper.dual_penalties": _("The penalties are worded differently: %(own)s – %(other)s."),
    "law_paper.dual_penalty": _("Penalty"),
    "law_paper.dual_unknown": _(
        "%(count)s elements are unknown: unknown is not absent. Ask the other State."
    ),
    "law_paper.elements_of": _("Elements of %(duty)s"),
    "law_paper.evidence": _("How it is known: %(evidence)s"),
    "law_paper.follow_up": _("What happens next"),
    "law_paper.foot": _("%(state)s · as of %(as_of)s · %(digest)s"),
    "law_paper.found_found": _("found"),
    "law_paper.found_missing": _("missing"),
    "law_paper.found_not_needed": _("not needed"),
    "law_paper.found_open": _("not looked at"),
    "law_paper.found_partly": _("partly"),
    "law_paper.gap_missing": _("What is missing"),
    "law_paper.gap_obstacles": _("Obstacles"),
    "law_paper.gap_risk": _("What fails if a partner asks tomorrow"),
    "law_paper.gaps": _("Gaps and proposed clauses"),
    "law_paper.gaps_lead": _(
        "Each gap was declared by a named assessor and confirmed by a reviewer; no machine declares one."
    ),
    "law_paper.gaps_none": _("The reviewer declared no gap."),
    "law_paper.good_practice": _("Successes and good practice"),
    "law_paper.head_as_of": _("Text as of"),
    "law_paper.head_assessment": _("Law"),
    "law_paper.head_bill": _("Bill"),
    "law_paper.head_choice": _("Choice"),
    "law_paper.head_clause": _("Clause of the Convention"),
    "law_paper.head_date": _("Date"),
    "law_paper.head_digest": _("Digest"),
    "law_paper.head_duties": _("Duties"),
    "law_paper.head_duty": _("Duty"),
    "law_paper.head_element": _("Element"),
    "law_paper.head_found": _("Found"),
    "law_paper.head_gaps": _("Gaps it bears on"),
    "law_paper.head_law": _("Law and version"),
    "law_paper.head_need": _("Need of assistance"),
    "law_paper.head_obstacle": _("Obstacle"),
    "law_paper.head_owner": _("Owner"),
    "law_paper.head_parts": _("What is left out"),
    "law_paper.head_power": _("Power"),
    "law_paper.head_practice": _("Practice"),
    "law_paper.head_provision": _("National provision"),
    "law_paper.head_reason": _("Reason"),
    "law_paper.head_received": _("Received already"),
    "law_paper.head_says": _("What the Convention asks (paraphrase)"),
    "law_paper.head_stands": _("How they stand"),
    "law_paper.head_strength": _("Strength"),
    "law_paper.head_title": _("Title"),
    "law_paper.head_where": _("Where in the national text"),
    "law_paper.kicker": _("National law and the Convention against Cybercrime"),
    "law_paper.law_full": _("in full"),
    "law_paper.law_none": _("not at all"),
    "law_paper.law_not_applicable": _("not applicable"),
    "law_paper.law_not_assessed": _("not assessed"),
    "law_paper.law_part": _("in part"),
    "law_paper.lead": _(
        "For the House and the minister. %(title)s. What the Convention says is paraphrased here; the authentic text counts. A machine only proposes: "
        "what was found was found by named assessors and decided by a reviewer."
    ),
    "law_paper.legal_system": _("Legal system and the rank of treaties"),
    "law_paper.method": _("Method"),
    "law_paper.none_linked": _("none linked"),
    "law_paper.not_reviewed": _(
        "The words of this paper were not yet reviewed by a native reader of the language."
    ),
    "law_paper.not_written": _("The State has not written this part yet."),
    "law_paper.options": _("Options of the Convention"),
    "law_paper.options_none": _("No choice was recorded."),
    "law_paper.origin_government": _("government"),
    "law_paper.origin_non_government": _("from outside the government"),
    "law_paper.part_assessments": _("assessments"),
    "law_paper.part_clauses": _("proposed clauses"),
    "law_paper.part_comments": _("comments"),
    "law_paper.part_evidence": _("evidence"),
    "law_paper.part_gap": _("gap, risk and obstacles"),
    "law_paper.part_links": _("national provisions"),
    "law_paper.part_needs": _("needs of assistance"),
    "law_paper.part_owner": _("owner and date"),
    "law_paper.part_practice": _("practice"),
    "law_paper.part_row": _("the whole row"),
    "law_paper.power_article": _("Article %(article)s: %(title)s"),
    "law_paper.practice_adopted_not_applied": _("adopted, not applied"),
    "law_paper.practice_applied": _("applied in practice"),
    "law_paper.practice_no_power": _("no authority has the power"),
    "law_paper.practice_unknown": _("unknown"),
    "law_paper.public_lead": _(
        "This is the public version. Drafts, who assessed, and what the State withholds are not in it, nor in its attachments; each place from which something was taken shows it."
    ),
    "law_paper.quotes": _("National provisions quoted"),
    "law_paper.reservation_declaration": _("declaration"),
    "law_paper.reservation_reservation": _("reservation"),
    "law_paper.reservations": _("Reservations and declarations to consider"),
    "law_paper.reservations_lead": _(
        "The Convention provides for these. Whether one is made is a political decision; amending the law is the other way to close a gap."
    ),
    "law_paper.right_children": _("rights of children"),
    "law_paper.right_expression": _("freedom of expression"),
    "law_paper.right_fair_trial": _("fair trial and defence"),
    "law_paper.right_privacy": _("privacy"),
    "law_paper.right_property": _("property"),
    "law_paper.right_proportionality": _("proportionality"),
    "law_paper.right_remedy": _("effective remedy"),
    "law_paper.right_security_research": _("security research"),
    "law_paper.right_sovereignty": _("sovereignty of other States"),
    "law_paper.safeguard_notice": _("Notice"),
    "law_paper.safeguard_proportionality": _("Necessity, proportionality"),
    "law_paper.safeguard_remedy": _("Remedy"),
    "law_paper.safeguard_review": _("Independent review"),
    "law_paper.safeguard_supervision": _("Supervision"),
    "law_paper.safeguard_time_limit": _("Time limit, scope"),
    "law_paper.safeguards": _("Safeguards of each power (Article 24)"),
    "law_paper.safeguards_none": _("The powers are not in this concordance."),
    "law_paper.seat_first": _("first assessor"),
    "law_paper.seat_reviewer": _("reviewer"),
    "law_paper.seat_second": _("second assessor"),
    "law_paper.silence_no_row": _("not in the table"),
    "law_paper.silence_no_table": _("no table of this State is here"),
    "law_paper.silence_not_decided": _("not decided yet"),
    "law_paper.silence_withheld": _("withheld by the State"),
    "law_paper.standing_both": _("in both"),
    "law_paper.standing_differs": _("only partly in one"),
    "law_paper.standing_neither": _("in neither"),
    "law_paper.standing_other_only": _("only in %(other)s"),
    "law_paper.standing_own_only": _("only in %(own)s"),
    "law_paper.standing_unknown": _("unknown"),
    "law_paper.strength_consider": _("shall consider or endeavour"),
    "law_paper.strength_declaratory": _("definition"),
    "law_paper.strength_may": _("may"),
    "law_paper.strength_procedural": _("procedure"),
    "law_paper.strength_shall": _("shall"),
    "law_paper.summary": _("In one page"),
    "law_paper.summary_counts": _(
        "Of %(total)s duties that bind the State, its law carries out %(full)s in full, %(part)s in part and %(none)s not at all; "
        "%(not_applicable)s do not apply and %(not_assessed)s are not decided yet."
    ),
    "law_paper.summary_gaps": _("Gaps to close by law: %(count)s, in these articles: %(articles)s."),
    "law_paper.summary_next": _("Next date: %(day)s, %(owner)s (%(duty)s)."),
    "law_paper.summary_no_gaps": _("No gap was declared so far."),
    "law_paper.summary_no_score": _(
        "These are counts of duties, not a mark: duties weigh differently, and no figure says how good a law is."
    ),
    "law_paper.summary_options": _(
        "Reservations and declarations to consider: %(count)s. Needs of assistance: %(needs)s. Dissenting opinions: %(dissents)s."
    ),
    "law_paper.summary_safeguards": _(
        "Safeguards of powers: %(found)s of %(all)s entries of the matrix are found, %(missing)s are missing, the rest is open or partly there."
    ),
    "law_paper.texts": _("Texts compared"),
    "law_paper.texts_lead": _(
        "The versions that were compared, with their digests. A later version changes nothing in this report."
    ),
    "law_paper.timetable": _("Timetable and owners"),
    "law_paper.timetable_none": _("No owner and no date was recorded."),
    "law_paper.title": _("%(state)s: report on carrying out the Convention against Cybercrime"),
    "law_paper.translation_machine": _("machine translation"),
    "law_paper.translation_official": _("official translation"),
    "law_paper.translation_original": _("authentic text"),
    "law_paper.translation_unofficial": _("unofficial translation"),
    "law_paper.withheld": _("withheld from the public version"),
    "law_paper.withheld_parts": _("What the public version leaves out"),
}
