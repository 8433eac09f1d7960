# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `people.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "people.auditor_stays": _(
        "%(role_id)s is an auditor: no one person bars an auditor. Propose to close the account."
    ),
    "people.change_ended": _("The change %(number)s was decided already."),
    "people.change_unknown": _("No change of roles has the number %(number)s."),
    "people.change_waits": _("The same change for %(role_id)s waits for a second person already."),
    "people.code_needed": _("%(username)s has a second factor: its code is needed too."),
    "people.contact_own": _(
        "Officers set where they are reached themselves; for others an administrator does."
    ),
    "people.email": _("“%(email)s” is no e-mail address."),
    "people.language": _("“%(language)s” is no language of this node: %(known)s."),
    "people.no_badge": _("This account has no badge for the session %(conference)s that counts now."),
    "people.not_first": _("This node has officers: an operator must sign in to enrol another."),
    "people.not_permitted": _("%(role)s may not do this (%(verb)s)."),
    "people.not_your_delegation": _("This is not your delegation to keep: %(participant)s."),
    "people.own_proposal": _(
        "Nobody approves what they have proposed or approved already: another officer must."
    ),
    "people.own_roles": _("Nobody decides about his own roles: others must."),
    "people.password_weak": _("The password cannot be taken: %(reason)s"),
    "people.role_id": _(
        "“%(role_id)s” cannot name an officer in acts: use small letters, digits and hyphens, at least three."
    ),
    "people.role_unknown": _("There is no role “%(role)s”. The roles are: %(known)s."),
    "people.sign_in_failed": _(
        "%(username)s could not sign in: wrong name, password or code, or locked for a while."
    ),
    "people.step_unknown": _("“%(step)s” is no change of roles: grant, end, close or reopen."),
    "people.taken": _("The name %(username)s or the role id %(role_id)s is taken already."),
    "people.token_alone": _("A token is never a second person: sign in to approve or refuse."),
    "people.token_days": _("A token holds from 1 to %(days)s days."),
    "people.token_invalid": _("This token does not hold: it is unknown, has ended or was revoked."),
    "people.token_many": _("You have %(most)s tokens already: revoke one first."),
    "people.token_name": _(
        "Give the token a name of at most %(letters)s letters, by which you know it again."
    ),
    "people.token_scope": _("This token was not given for that: it lacks “%(scope)s”."),
    "people.token_scopes": _("Choose what the token is for: %(known)s."),
    "people.token_unknown": _("You have no token %(token)s."),
    "people.turn_closed_account": _("The account of %(role_id)s is closed: nobody can reach it in a turn."),
    "people.turn_double": _("%(role_id)s has such a turn in that time already."),
    "people.turn_kind": _("“%(kind)s” is no kind of turn: duty or on-call."),
    "people.turn_over": _("The turn %(number)s is over or was called off already."),
    "people.turn_time": _("A turn ends after it begins, in the future, and lasts %(days)s days at most."),
    "people.turn_unknown": _("No turn has the number %(number)s."),
    "people.two_needed": _("Two different officers must do this together."),
    "people.unknown": _("No officer acts as %(role_id)s."),
    "people.username": _(
        "“%(username)s” cannot be a name to sign in with: use small letters, digits, dots and hyphens."
    ),
}
