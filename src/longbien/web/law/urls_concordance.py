# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the concordance."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.law.concordance.doing import doing_page
from longbien.web.law.concordance.files import file_page, files_page
from longbien.web.law.concordance.row import history_page, row_page
from longbien.web.law.concordance.views import list_page, safeguards_page, setup_page, table_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", list_page, name="law_concordances"),
    path("<slug:ref>/", table_page, name="law_concordance"),
    path("<slug:ref>/files/", files_page, name="law_concordance_files"),
    path("<slug:ref>/files/<str:form>", file_page, name="law_concordance_file"),
    path("<slug:ref>/setup/", setup_page, name="law_concordance_setup"),
    path("<slug:ref>/safeguards/", safeguards_page, name="law_concordance_safeguards"),
    path("<slug:ref>/rows/<str:duty>/", row_page, name="law_concordance_row"),
    path("<slug:ref>/rows/<str:duty>/do/", doing_page, name="law_concordance_doing"),
    path("<slug:ref>/rows/<str:duty>/history/", history_page, name="law_concordance_history"),
]
