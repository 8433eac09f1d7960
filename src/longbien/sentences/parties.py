# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `parties.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "parties.confirmed_already": _(
        "You have confirmed this entry of %(party)s; another officer must do it too."
    ),
    "parties.entry_changed": _("The new directory entry unsays what an earlier one said (%(key)s)."),
    "parties.entry_gap": _(
        "This is not the next directory entry of %(party)s: number %(expected)s is expected, linked to the one before."
    ),
    "parties.entry_malformed": _("The directory entry cannot be read."),
    "parties.exercise_entry": _(
        "The entry of %(party)s belongs to an exercise; this node is not part of an exercise."
    ),
    "parties.fingerprint_differs": _(
        "The fingerprint is not that of the entry of %(party)s: do not trust it, and ask again out of band."
    ),
    "parties.initialised_already": _("This node has its keys and its first entry already."),
    "parties.key_expired": _("The key %(key)s was no longer valid at that time."),
    "parties.key_not_held": _("The keyring lacks the key %(key)s that this node's entry calls current."),
    "parties.key_not_yet_valid": _("The key %(key)s was not yet valid at that time."),
    "parties.key_revoked": _("The key %(key)s has been revoked."),
    "parties.key_unknown": _("The key %(key)s stands in no trusted directory entry of its party."),
    "parties.limit": _("The limit must be between %(least)s and %(most)s."),
    "parties.means_missing": _("Say by which line the fingerprint was read to you."),
    "parties.no_current_key": _("%(party)s has no current key for the use %(use)s."),
    "parties.not_confirmed": _(
        "The entry of %(party)s must still be confirmed out of band by %(missing)s different officers."
    ),
    "parties.not_initialised": _("This node has no keys yet: run “longbien parties init”."),
    "parties.not_introduced": _("%(party)s has not been introduced to this node."),
    "parties.nothing_waits": _("No entry of %(party)s waits for confirmation."),
    "parties.notices_exercise": _(
        "Notices of an exercise do not go into a real entry, nor real ones into that of an exercise."
    ),
    "parties.notices_nothing": _("The notices say what our entry says already."),
    "parties.notices_other": _("These are the notices of %(party)s, not of this node's State."),
    "parties.other_party": _("The entry speaks for %(party)s, not for the sender."),
    "parties.own_entry": _("This is the entry of this node itself."),
    "parties.profile_nothing": _("The profile asks for what is asked already: nothing changes."),
    "parties.profile_unknown": _("“%(value)s” is no kind, field or code of any form."),
    "parties.real_entry": _("The entry of %(party)s is a real one; this node is an exercise."),
    "parties.since_future": _("Keys cannot be revoked from a moment in the future."),
    "parties.trusted_already": _("Entry %(number)s of %(party)s, or a later one, is trusted already."),
}
