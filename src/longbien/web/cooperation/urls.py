# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the cooperation desk."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.cooperation.alarms import alarms_page, care_page, seen_page
from longbien.web.cooperation.bringing import (
    answer_page,
    carried_page,
    import_page,
    original_file,
    type_in_page,
)
from longbien.web.cooperation.burning import burning_page
from longbien.web.cooperation.consultations import (
    close_consultation_page,
    consultation_page,
    consultations_page,
    share_page,
)
from longbien.web.cooperation.desk import (
    hand_over_page,
    hand_overs_page,
    look_page,
    notes_page,
    strike_page,
)
from longbien.web.cooperation.dossier import clocks, dossier
from longbien.web.cooperation.drafting import (
    check_draft,
    discard_draft,
    edit_draft,
    new_draft,
    new_request,
    pass_over,
)
from longbien.web.cooperation.inbox import inbox_page
from longbien.web.cooperation.informing import inform_page
from longbien.web.cooperation.orders import order_page
from longbien.web.cooperation.papers import paper
from longbien.web.cooperation.printing import act_paper_page
from longbien.web.cooperation.providers import provider_page, provider_step
from longbien.web.cooperation.safeguards.call_back import call_back_page
from longbien.web.cooperation.safeguards.step import safeguard_page
from longbien.web.cooperation.say import say_page
from longbien.web.cooperation.targets import end_target_page, set_target_page, targets_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", inbox_page, name="inbox"),
    path("burning/", burning_page, name="burning"),
    path("hand-over/", hand_overs_page, name="hand_overs"),
    path("hand-over/<int:number>/", hand_over_page, name="hand_over"),
    path("<slug:request_id>/look/", look_page, name="look"),
    path("<slug:request_id>/notes/", notes_page, name="notes"),
    path("<slug:request_id>/notes/<int:number>/strike/", strike_page, name="strike_note"),
    path("alarms/", alarms_page, name="alarms"),
    path("alarms/<int:number>/seen/", seen_page, name="alarm_seen"),
    path("<slug:request_id>/care/", care_page, name="care"),
    path("targets/", targets_page, name="targets"),
    path("targets/set/", set_target_page, name="set_target"),
    path("targets/<int:number>/end/", end_target_page, name="end_target"),
    path("consultations/", consultations_page, name="consultations"),
    path("consultations/<slug:consultation>/", consultation_page, name="consultation"),
    path("consultations/<slug:consultation>/close/", close_consultation_page, name="close_consultation"),
    path("<slug:request_id>/share/", share_page, name="share"),
    path("new/", new_request, name="new_request"),
    path("import/", import_page, name="import_request"),
    path("<slug:request_id>/type-in/", type_in_page, name="type_in"),
    path("<slug:request_id>/answer-outside/", answer_page, name="answer_outside"),
    path("<slug:request_id>/carried/", carried_page, name="carried"),
    path("<slug:request_id>/provider/", provider_page, name="provider"),
    path("<slug:request_id>/provider/<int:answer>/", provider_step, name="provider_step"),
    path("<slug:request_id>/original/<slug:act>/", original_file, name="original"),
    path("new/<slug:kind>/<slug:party>/", new_draft, name="new_draft"),
    path("<slug:request_id>/draft/", edit_draft, name="draft"),
    path("new/<slug:kind>/<slug:party>/check/", check_draft, name="check_draft"),
    path("<slug:request_id>/draft/pass-over/", pass_over, name="pass_over"),
    path("<slug:request_id>/draft/discard/", discard_draft, name="discard_draft"),
    path("<slug:request_id>/", dossier, name="request"),
    path("<slug:request_id>/attachment/<slug:field>/", paper, name="paper"),
    path("<slug:request_id>/paper/", act_paper_page, name="act_paper"),
    path("<slug:request_id>/order/", order_page, name="order"),
    path("<slug:request_id>/clocks/", clocks, name="request_clocks"),
    path("<slug:request_id>/inform/", inform_page, name="inform"),
    path("<slug:request_id>/call-back/", call_back_page, name="call_back"),
    path("<slug:request_id>/safeguards/<slug:step>/", safeguard_page, name="safeguard"),
    path("<slug:request_id>/say/<slug:name>/", say_page, name="say"),
]
