# SPDX-License-Identifier: GPL-3.0-or-later
"""Something wider in the place of a date, an age or a trade: the year, the decade, the branch."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coding.fold import fold
from coding.identifiers import spoken

_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
           "novembre", "décembre")
_MONTH = re.compile(
    r"\b(?:janv\w*|f[ée]v\w*|mars|avr\w*|mai|juin|juil\w*|ao[uû]t|sept(?:embre|\.)|oct\w*|nov\w*|d[ée]c\w*)", re.I)
_DAY = re.compile(rf"\d|{spoken.ATOM}|premier|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche", re.I)
_SPOKEN_YEAR = re.compile(rf"{spoken.TWO_DIGITS}|\d\d", re.I)
_YEAR = re.compile(rf"(?:18|19|20)\d\d|{spoken.YEAR}", re.IGNORECASE)
_FIGURES = re.compile(r"(?P<a>\d{1,4})\s?[/.-]\s?(?P<month>\d{1,2})(?:\s?[/.-]\s?(?P<b>\d{2,4}))?")
_NUMBERS: Mapping[str, int] = {
    word: value for value, words in {
        0: "zero", 1: "un une", 2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit",
        9: "neuf", 10: "dix", 11: "onze", 12: "douze", 13: "treize", 14: "quatorze", 15: "quinze", 16: "seize",
        20: "vingt vingts", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 70: "septante",
        80: "huitante octante", 90: "nonante", 100: "cent cents"}.items() for word in words.split()}
_BANDS = ((0, 2), (3, 5), (6, 10), (11, 14), (15, 17), (18, 24), (25, 29))
_TENS = {"vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "quadra": 40,
         "quinqua": 50, "sexa": 60, "septua": 70, "octo": 80, "nona": 90}
_BRANCHES: Mapping[str, str] = {
    "métier du soin": "infirmi aide-soign medecin docteur chirurg kine ergotherap orthopho orthopti psycho pediatr "
                      "cardiolo neurolo gynecolo sage-femme pharmac dentist podolog osteopath urgentist ambulanci "
                      "brancardi preparat puericult dietetic oncolog psychiatr radiolog anesthes geriatr dermatolog",
    "métier du social": "educat assistant mediateur mediatrice animat auxiliaire avs aesh moniteur monitrice "
                        "travailleu accompagn pair conseiller",
    "métier de l’enseignement": "enseign prof instit proviseur principal surveillant chercheu formateur formatrice",
    "métier du bâtiment": "macon couvreur plombier electricien charpentier menuisier peintre platrier carreleur "
                          "grutier serrurier chauffagiste cordiste parqueteur tuyauteur",
    "métier de la terre et de la mer": "agricult eleveu paysan maraich vigneron viticult apicult berger marin pecheur "
                                       "ostreicult mytilicult conchylicult bucheron goemonier saunier paludi mareyeu "
                                       "jardini tractoriste",
    "métier du commerce": "boulanger boucher charcut patissi commerc vendeu caissi epici fleurist libraire coiffeu "
                          "restaurat serveu cuisini barman pizzaiolo poissonni buraliste cafetier traiteur",
    "métier de l’artisanat": "ebeniste luthi bijouti horlog relieu tapissi ceramist potier ferronn forgeron tailleur "
                             "coutur cordonn vanni tonneli selli souffleur dentelli brodeu maroquini facteur-d-orgues",
    "métier du transport": "chauffeu routier camionneu conduct cheminot pilote batelier marinier livreu docker eclusi",
    "métier de la sécurité": "gendarme polici pompi militaire soldat douanier gardien vigile caporal adjudant "
                             "capitaine",
    "métier de l’art": "musici chanteu comedi artiste danseu peintre pianist violon organist photograph sculpteu "
                       "realisat acteur actrice clown magicien trapezist trompett",
    "métier du droit": "avocat juge notaire huissier greffi magistrat procureu juriste",
    "métier de l’industrie": "ouvri soudeu fraiseu tourneu metallo mecanic chaudronn contremaitre techni ingenieu "
                             "mineur magasini cariste manutent",
    "métier de bureau": "secretaire comptable employ fonctionnaire cadre banqui assureu informatic standardist "
                        "redact archivist documentalist",
}


def date(form: str) -> str:
    """«14 mars 2023» → «[mars 2023]», «novembre 2017» → «2017», «2 septembre» → «[septembre]»; a year or a month
    alone stays."""
    figures = _FIGURES.fullmatch(form.strip())
    if figures:
        return _from_figures(figures) or "[date]"
    month, year = _MONTH.search(form), _YEAR.search(form)
    if month is None:
        return form if year or _SPOKEN_YEAR.fullmatch(form.strip(" '’")) else "[date]"
    if not _DAY.search(form[: month.start()]):
        return year[0] if year else form
    return f"[{' '.join(part[0] for part in (month, year) if part)}]"


def _from_figures(found: re.Match[str]) -> str:
    first, month, last = found["a"], int(found["month"]), found["b"]
    year = first if len(first) == 4 else last
    if not 1 <= month <= 12:
        return ""
    if year and len(year) == 2:
        year = f"19{year}" if int(year) > 30 else f"20{year}"
    return f"[{_MONTHS[month - 1]}{f' {year}' if year else ''}]"


def age(form: str) -> str:
    """«58 ans» → «[50–59 ans]», «la cinquantaine» as it is."""
    key = fold(form)
    if any(word in key for word in _TENS):
        return form
    figures = re.search(r"\d+", form)
    years = int(figures[0]) if figures else number(form)
    if years is None:
        return "[âge]"
    if years >= 90:
        return "[90 ans et plus]"
    low, high = next(((low, high) for low, high in _BANDS if low <= years <= high),
                     (years // 10 * 10, years // 10 * 10 + 9))
    return f"[{low}–{high} ans]"


def number(said: str) -> int | None:
    """«soixante et onze» → 71, «quatre-vingt-deux» → 82; None when no number is said."""
    total, seen = 0, False
    for word in re.split(r"[\W_]+", fold(said)):
        value = _NUMBERS.get(word)
        if value is None:
            continue
        multiplies = value in (20, 100) and 0 < total < 10 and (value == 100 or total == 4)
        total = total * value if multiplies else total + value
        seen = True
    return total if seen else None


def trade(form: str) -> str:
    """The branch that a trade belongs to: «cordiste» → «[métier du bâtiment]»."""
    words = fold(form).split()
    for branch, stems in _BRANCHES.items():
        if any(word.startswith(tuple(stems.split())) for word in words):
            return f"[{branch}]"
    return "[profession]"
