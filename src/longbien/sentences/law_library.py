# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the library of laws says."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law_library.bill_in_force": _("A bill is not in force: it has no day from which it holds."),
    "law_library.code": _(
        "%(value)s cannot be a code or label: letters A to Z, digits, point, hyphen and underscore, at most 60, the first a letter or digit."
    ),
    "law_library.compare_two": _("Name two versions to compare, or two files."),
    "law_library.consolidated_before": _(
        "Version %(label)s is a text as of %(day)s, before the day from which it holds: amendments of the days between may be missing."
    ),
    "law_library.correction_day": _(
        "A correction has the language and the day of what it corrects (%(label)s: %(language)s, %(day)s)."
    ),
    "law_library.correction_done": _("Version %(label)s has been corrected already, by %(by)s."),
    "law_library.correction_reason": _("Say why version %(label)s is corrected."),
    "law_library.damaged": _(
        "The text of version %(label)s is not the one that was kept: its digest differs. Nothing of it is shown; bring it back from a copy of the node."
    ),
    "law_library.gap": _("No version is in force from %(day)s until version %(label)s begins."),
    "law_library.kind": _("%(value)s is no kind of law. Known: %(known)s"),
    "law_library.label_taken": _("The law has a version %(label)s already."),
    "law_library.language": _("%(value)s is no code of a language, such as en, vi or zh-Hans (BCP 47)."),
    "law_library.law_ambiguous": _("More than one law has the code %(law)s: %(laws)s"),
    "law_library.law_not_found": _("No law %(law)s is kept here."),
    "law_library.law_other": _(
        "The law %(law)s is kept with another %(name)s: %(kept)s. Leave it out, or take another code."
    ),
    "law_library.missing": _("The law %(law)s is new: say its %(name)s."),
    "law_library.more_notes": _("Reading noticed %(count)s more things that are not listed here."),
    "law_library.no_day": _("For version %(label)s no day is fixed from which it holds."),
    "law_library.none_in_force": _("No version that is kept here is in force on %(day)s."),
    "law_library.not_yet": _("Version %(label)s is promulgated and not yet in force: it holds from %(day)s."),
    "law_library.nothing_asked": _("There is no word to search for."),
    "law_library.only_machine": _(
        "Of what is in force, only a machine's translation is kept (%(label)s): cite it from the authentic text alone."
    ),
    "law_library.only_unofficial": _(
        "Of what is in force, only an unofficial translation is kept (%(label)s)."
    ),
    "law_library.overlap": _("On %(day)s version %(label)s begins, and the one before it has not ended."),
    "law_library.provision_not_found": _("Version %(version)s has no provision %(provision)s."),
    "law_library.recipe": _("The file was read with a recipe, whose SHA-256 is %(sha256)s."),
    "law_library.rest": _(
        "%(count)s characters stand in no provision (%(kind)s) and are not kept; they begin: %(begin)s"
    ),
    "law_library.same_day": _("Version %(label)s has the same day as another of its language (%(day)s)."),
    "law_library.same_text": _("This very text is kept already, as version %(label)s."),
    "law_library.source_missing": _("Say where the text was taken from."),
    "law_library.source_url": _("%(value)s is no address of a page (https://…)."),
    "law_library.translation": _("%(value)s is no kind of text. Known: %(known)s"),
    "law_library.until_before": _("It ends on %(until)s and begins on %(since)s: an end comes after."),
    "law_library.version_not_found": _("The law %(law)s has no version %(label)s."),
}
