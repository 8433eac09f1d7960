# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Press reports made up for tests: each with another page around it. Nothing in them happened, except what the record says too."""

from typing import Final

ENGLISH: Final = """The Daily Compass
Home | World | Politics | Technology | Opinion | Subscribe
Sign in

BREAKING: Storm warning for the northern coast on 3 February 2026 after a week of heavy rain in the region.

World
Delegates in Vienna begin work on rules for the cybercrime treaty
By Alexandra Example
Published: 27 January 2026, 08:15 GMT
Share on Facebook

VIENNA - The Ad Hoc Committee opened a five-day session on 26 January
2026 in Vienna to discuss rules of procedure for the conference that the
Hanoi Convention will set up. Some 120 countries sent delegations.

Photo: Example Agency

The UN Convention against Cybercrime was adopted by the General Assembly
in New York on December 24, 2024 and opened for signature in Hanoi on
25-26 October 2025. According to the UN Treaty Collection, 72 signatories
were counted there.

Read also: Ministers met in Geneva on 20 January 2026 to discuss the cybercrime treaty.

On the sidelines of the session, a panel on support for parliaments was
held yesterday by UNODC and the Inter-Parliamentary Union. Ambassador Jane
Roe said that the treaty "must work at three in the morning".

The text of the Convention has 71 articles.

MORE STORIES
Hanoi Convention: what the signatories want
A first State deposited its instrument under the Convention against Cybercrime in New York on 14 January 2026, diplomats said.
Cybercrime treaty divides experts
Experts met in Geneva on 12 January 2026 to discuss the cybercrime treaty and its safeguards at length.

Tags: cybercrime, Hanoi Convention, Vienna, United Nations
Comments (12)
User77: I think the cybercrime treaty was signed on 1 October 2025 in Paris.
© 2026 The Daily Compass. All rights reserved.
"""

FRENCH: Final = """<!DOCTYPE html>
<html lang="fr"><head><title>Traité</title>
<meta property="og:site_name" content="Le Courrier d'Essai">
<meta property="og:title" content="La Convention de Hanoï ouverte à la signature">
<meta property="article:published_time" content="2025-10-27T06:30:00+01:00">
<script>var d = "le 1er mars 2025 la convention a été signée à Paris";</script></head>
<body>
<nav><a href="/">Accueil</a> <a href="/monde">Monde</a></nav>
<div class="breadcrumb"><a href="/monde">Monde</a> &gt; Justice</div>
<article>
<h1>La Convention de Hanoï ouverte à la signature</h1>
<p class="byline">Par Camille Exemple, le 27 octobre 2025 à 06h30</p>
<p>La Convention des Nations Unies contre la cybercriminalité a été ouverte à la signature à Hanoï les
25 et 26 octobre 2025, en présence de plus de 100 délégations.</p>
<figure><img src="a.jpg"><figcaption>Crédit photo : Agence Exemple, 25 octobre 2025.</figcaption></figure>
<p>Selon l'ONUDC, 72 États ont signé le texte. La session suivante du Comité spécial se tiendra du 26 au 30 janvier 2026 à
Vienne, pour débattre du règlement intérieur de la Conférence des États parties à la convention.</p>
<aside class="related"><h3>À lire aussi</h3>
<p>La convention contre la cybercriminalité a été débattue à Genève le 3 septembre 2025 par les ministres.</p></aside>
<p>Aujourd'hui encore, les négociations, menées de février 2022 à août 2024, sont saluées par les diplomates de la convention.</p>
</article>
<section><h2>Sur le même sujet</h2>
<ul><li><a href="/x">La convention a été adoptée à New York le 2 mai 2025, selon nos sources proches du dossier.</a></li></ul>
<p>Le traité a été signé par un État de plus à Genève le 4 juin 2025.</p>
</section>
<footer>Tous droits réservés. Publié le 27 octobre 2025.</footer>
</body></html>
"""

VIETNAMESE: Final = """Trang chủ » Thế giới
{{ article.headline }}
Thứ Hai, 27/10/2025 07:12 (GMT+7)
Chia sẻ
(Báo Thử) - Sáng 25/10, tại Hà Nội, Lễ mở ký Công ước của Liên hợp quốc về chống tội phạm mạng đã chính thức khai mạc với sự tham dự của hơn 100 quốc gia và tổ chức quốc tế.
Hôm qua, lễ bế mạc đã diễn ra cũng tại Hà Nội; theo Ban Tổ chức, 72 quốc gia đã ký Công ước.
Xem thêm: Ngày 20/10/2025, hội thảo về Công ước Hà Nội được tổ chức tại Đà Nẵng.
Ủy ban đặc biệt sẽ họp phiên họp tiếp theo về Công ước từ ngày 26 đến 30/1/2026 tại Viên.
Ảnh: Báo Thử
Đọc nhiều
Công ước Hà Nội và những điều cần biết
Ngày 1/10/2025, một hội nghị về Công ước Hà Nội đã diễn ra tại Niu Oóc với nhiều ý kiến.
Từ khóa: công ước Hà Nội, tội phạm mạng, Liên hợp quốc
"""

ARABIC: Final = """الرئيسية
شارك
انطلاق دورة اللجنة المخصصة في فيينا لبحث النظام الداخلي لمؤتمر الاتفاقية
نشر في: 27 يناير 2026
افتتحت اللجنة المخصصة دورة جديدة في فيينا من ٢٦ إلى ٣٠ كانون الثاني/يناير ٢٠٢٦ لبحث النظام الداخلي لمؤتمر الدول الأطراف في اتفاقية هانوي.
وكانت الجمعية العامة قد اعتمدت اتفاقية الأمم المتحدة لمكافحة الجريمة السيبرانية في نيويورك يوم 24 ديسمبر 2024، بحضور نحو 150 دولة.
اقرأ أيضا
اجتماع وزاري في جنيف حول اتفاقية هانوي في 15 يناير 2026 بمشاركة عشرات الخبراء من المنطقة.
الكلمات المفتاحية: اتفاقية هانوي، الجريمة السيبرانية
جميع الحقوق محفوظة 2026
"""

UNMARKED: Final = """A new panel for the Hanoi Convention

The Convention against Cybercrime was discussed by a panel in Vienna on 28 January 2026. Experts of 12 countries took part.
Diplomats called the cybercrime treaty a test of trust between States that share few laws and fewer habits.

Treaty talks move to Geneva after a long week
Treaty talks on the cybercrime convention move to Geneva on 9 February 2026 after a long week in Vienna.

Ministers sign cybercrime declaration in Doha
Ministers who met in Doha on 10 February 2026 signed a declaration on the cybercrime convention.

Football: the cup final was played on 1 February 2026 before a record crowd in the old stadium by the river.
"""

OFF_TOPIC: Final = """Harbour opens again

The harbour of the old town opened again on 26 January 2026 after two years of work, the mayor said on Monday morning.
More than 40 countries send ships there, and the first of them arrived on 27 January 2026 with a cargo of timber.
"""
