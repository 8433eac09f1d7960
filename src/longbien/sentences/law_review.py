# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the concordance says when it refuses; the words of its codes are in `law_review_words`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law.add_nothing": _("Say what to take in: a version of the library, a file of provisions, or a duty."),
    "law.assess_others": _("%(row)s: two other persons assess this row."),
    "law.assess_reviewer": _("%(row)s: who reviews a row does not assess it."),
    "law.assessment_empty": _("Say what you found of the law: full, in part, none or not applicable."),
    "law.assignee_unknown": _("%(who)s is no law officer of this node."),
    "law.book_back": _(
        "Bring the file back on the page of the concordance: it shows what would change before anything is changed."
    ),
    "law.book_broken": _("The file cannot be read as a workbook."),
    "law.book_cell": _(
        "Sheet %(sheet)s, line %(line)s, column %(column)s: this cannot be read. Nothing was changed."
    ),
    "law.book_formula": _("Sheet %(sheet)s has formulas: paste their values instead. Nothing was changed."),
    "law.book_how": _("White cells may be filled in; grey ones are there to be read. Nothing is calculated."),
    "law.book_kind": _("This is no workbook of a concordance of this node."),
    "law.book_large": _("The workbook is too large: up to %(limit)s KiB, and as little when unpacked."),
    "law.book_lists": _("Cells with a list take its codes; the sheet “codes” says what they mean."),
    "law.book_macro": _("The workbook carries programs (macros): it is not opened."),
    "law.book_not_yours": _("%(row)s: this was found or written by somebody else, or in another round."),
    "law.book_on_page": _("%(row)s: this is changed on the page, not by a file."),
    "law.book_other": _("The workbook is of another concordance: %(title)s."),
    "law.book_other_person": _("The workbook was made for %(who)s, who must bring it back."),
    "law.book_paraphrase": _("paraphrase, not the Convention's text"),
    "law.book_parent": _(
        "Sheet %(sheet)s: a line speaks of %(row)s, but of no row or assessment that the workbook has. Nothing was changed."
    ),
    "law.book_plan": _("What was to be changed cannot be read; bring the file again."),
    "law.book_row": _("%(row)s: the concordance has no such row, or it cannot be seen."),
    "law.book_sheet": _(
        "Sheet %(sheet)s is missing, or its columns are not as they were. Nothing was changed."
    ),
    "law.clause_empty": _("A proposed clause needs its text."),
    "law.clause_not_found": _("%(row)s has no such proposed clause."),
    "law.comment_empty": _("A comment needs its text."),
    "law.concordance_language": _("%(language)s is no language tag, such as en, vi or zh-Hans."),
    "law.concordance_not_found": _("There is no concordance %(concordance)s at this node."),
    "law.concordance_order": _("The rows do not stand in the order of the Convention."),
    "law.concordance_persons": _(
        "%(row)s: one person holds two seats; two assessors and a reviewer are three persons."
    ),
    "law.concordance_round": _("%(row)s: an assessment is of round %(round)s, which the row has not begun."),
    "law.concordance_row_unknown": _("%(row)s is no duty of the Convention."),
    "law.concordance_title": _("A concordance needs a title of at most %(most)s characters in one line."),
    "law.concordance_twice": _("Something stands there twice: %(where)s."),
    "law.contribution_body": _(
        "A contribution from outside the government names the body that it came from."
    ),
    "law.dissent_empty": _("A dissent needs its reasons."),
    "law.dissent_other": _("%(row)s: only its two assessors set a dissent beside the decision."),
    "law.doing_unknown": _("This cannot be done with a row."),
    "law.element_unknown": _("%(row)s has no element %(element)s in its grid."),
    "law.file_form": _("A concordance goes out as one of: %(forms)s."),
    "law.grade_unknown": _("A provision is linked as one of: %(known)s."),
    "law.link_not_found": _("%(row)s is not linked to this provision."),
    "law.ministry_unknown": _("No row belongs to %(ministry)s."),
    "law.option_reason": _("An option that is declined needs its reason."),
    "law.provision_ambiguous": _(
        "%(count)s texts have a provision %(provision)s: say which law or version is meant (one is %(key)s)."
    ),
    "law.provision_not_found": _("None of the texts of this concordance has the provision %(provision)s."),
    "law.reason_missing": _("Not applicable needs its reason: which option was declined, and why."),
    "law.review_other": _("%(row)s: another reviewer was named, %(reviewer)s."),
    "law.review_state": _(
        "%(row)s: this cannot be done as the row stands now; somebody may have been faster. Look at the row again."
    ),
    "law.review_third": _("%(row)s: the reviewer is a third person, not one of the two assessors."),
    "law.row_not_found": _("The concordance has no row %(row)s."),
    "law.safeguards_elsewhere": _("%(row)s: safeguards are assessed on the first duty of a power's article."),
    "law.seat_taken": _("%(row)s: %(who)s has assessed in this round; the seat cannot be given away now."),
    "law.suggestion_not_found": _("Nothing of that kind was suggested for Article %(article)s."),
    "law.text_incomplete": _("A text needs the law's code, its title and its language."),
    "law.text_once": _("Give the text, or a file with it: one of the two."),
    "law.text_twice": _("This concordance has %(law)s, version %(version)s, already."),
    "law.texts_many": _("A concordance compares at most %(most)s versions of laws."),
    "law.texts_none": _("The concordance has no text yet: take in a law first."),
    "law.translation_unknown": _("%(translation)s is not original, official, unofficial or machine."),
    "law.why_missing": _("Say why: the history keeps it."),
}
