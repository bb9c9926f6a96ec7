# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that serve grammar and speech (*mots outils*), folded: of French, and of English projects."""

from __future__ import annotations

_FRENCH = """
a afin ah ai ainsi alors apres as au aucun aucune auquel aurai aurais aurait aussi autre autres aux avaient avais avait
avant avec avez aviez avions avoir avons ayant bah beaucoup ben bon bref c ca car ce ceci cela celle celles celui cent
ces cet cette ceux chaque chez ci comme comment contre d dans de dedans dehors depuis derriere des desquelles deux
devant donc dont du duquel elle elles en encore enfin entre es est et etaient etais etait etant ete etes etiez etions
etre eu euh eux fois font fut h ha hein heu hm hmm hop hum ici il ils j jamais je jusque juste l la laquelle le lequel
les lesquelles lesquels leur leurs lorsque lui m ma mais malgre me meme memes mes mh mhm mieux mm moi moins mon n ne ni
non nos notre notres nous o oh ok on ont or ou ouais oui out par parce parfois parmi pas pendant peu plus plutot pour
pourquoi presque puis puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi s sa sans se
sera serai serais serait seront ses seulement si sinon soi soient sois soit sommes son sont sous suis sur surtout t ta
te tel telle tels tes toi ton toujours tous tout toute toutes tres trop tu un une va vers voici voila vont vos votre
vous vraiment y
"""
_ENGLISH = """
am an and any are as at be because been but by can could did do does don for from had has have he her here him his how
i if in into is it its just like ll me my no not of off on or our out own re she so some such than that the their them
then there these they this those to too um up us ve very was we well were what when where which while who will with
would yes you your
"""
SMALL_WORDS = frozenset(_FRENCH.split())
_ALL = {"fr": SMALL_WORDS, "en": frozenset(_ENGLISH.split()) | frozenset("a s t d m o".split())}


def small_words(language: str) -> frozenset[str]:
    """Those of a language, French for one that is not known here."""
    return _ALL.get(language, SMALL_WORDS)
