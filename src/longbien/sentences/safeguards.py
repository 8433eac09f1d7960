# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `safeguards.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "safeguards.code_needed": _("Sign in with the one-time code of your second factor to confirm a call."),
    "safeguards.code_over": _("This code was used, or its time is over."),
    "safeguards.code_unknown": _("No call waits under this code."),
    "safeguards.computed": _(
        "Nobody records this step by saying so (%(step)s): it follows from other records."
    ),
    "safeguards.conditions": _(
        "The step “%(step)s” ended with “%(result)s”: grant in part, or under conditions of use."
    ),
    "safeguards.entry_unknown": _("Oversight has no entry %(number)s."),
    "safeguards.flagged": _(
        "A person with a flag is not simply clear: name the concern, or that it is to be refused."
    ),
    "safeguards.missing": _(
        "A step is missing: %(step)s. Nobody can pass it over; record it with a reason first."
    ),
    "safeguards.not_elsewhere": _(
        "The second person confirms from elsewhere: not in the session, terminal or passkey of the first."
    ),
    "safeguards.not_on_call": _("You are not on the list of those on call now."),
    "safeguards.not_secret": _("No confidentiality stands on this request."),
    "safeguards.notice": _(
        "Notify the State that gave it first and say when; or say why it could only be notified afterwards."
    ),
    "safeguards.number_foreign": _(
        "%(number)s is not a number of the directory. Never call a number that came with the request."
    ),
    "safeguards.one_address": _("Two names acted from one address within minutes."),
    "safeguards.one_browser": _("Two names acted from the same browser at the same address within minutes."),
    "safeguards.one_passkey": _("Two names used one passkey."),
    "safeguards.one_session": _("Two names acted in one session: this may be one person."),
    "safeguards.one_terminal": _("Two names acted at one terminal: this may be one person."),
    "safeguards.own_act": _("Nobody reviews what he did himself."),
    "safeguards.own_call": _("You recorded this call; another person confirms it."),
    "safeguards.passkey_needed": _("Sign in with your passkey to confirm a call."),
    "safeguards.provisions": _("Dual criminality is met by two provisions: write ours and theirs in words."),
    "safeguards.reached": _("Write who answered the telephone."),
    "safeguards.reason": _("Write the reason in words (at least %(least)s characters)."),
    "safeguards.recipient": _("An onward transfer names who shall have it; another use names nobody."),
    "safeguards.result": _("The step “%(step)s” ended with “%(result)s”: nothing can be granted on that."),
    "safeguards.review_day": _("The day of review lies ahead, %(days)s days from today at most."),
    "safeguards.same_official": _("Who made the rights check may not approve the decision that rests on it."),
    "safeguards.stale": _("The request was changed after the step “%(step)s”: look at it again."),
    "safeguards.still_secret": _("The confidentiality still stands: lift it first, with a reason."),
    "safeguards.two_devices": _("One name acted on two devices at once: this may be two people."),
    "safeguards.unknown": _("“%(value)s” is no step, result or flag of the safeguards."),
    "safeguards.use_barred": _(
        "The State that gave %(object)s has not consented to this use (%(use)s): it was stopped and set down."
    ),
}
