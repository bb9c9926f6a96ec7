# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the menus offer, with its keys: one table, from which the menus and the keyboard help are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QMenu, QMenuBar, QWidget

from app.close import keys as close_keys
from app.coder.codebook import tree_keys
from app.coder.keys import GROUPS, KEYS, WITHIN
from app.corpus import sheet_keys
from app.guide import keys as guide_keys
from app.profiles import keys as profile_keys
from app.pseudonyms import keys as identity_keys
from app.quotes import keys as quote_keys
from app.saturation import keys as nuance_keys
from app.search import keys as search_keys
from app.transversal import keys as grid_keys
from coding.language import N_, _

TYPED = ("Return", "Enter")  # never a shortcut of the window: fields and lists need them
BOOK = N_("Code&book")
TABLES = N_("&Tables")
GUIDE = N_("Interview &guide")
PSEUDONYMS = N_("Pseudon&yms")
Needs = Literal["nothing", "project", "writing"]

MENUS = (
    ("project", N_("&Project")), ("edit", N_("&Edit")), ("corpus", N_("&Corpus")), ("coding", N_("Co&ding")),
    ("analysis", N_("&Analysis")), ("view", N_("&View")), ("help", N_("&Help")),
)


@dataclass(frozen=True)
class Verb:
    """One thing the user can ask for.

    ``workspace``: the page that does it, opened first; without one the window does it. ``here``: only offered
    while that page is shown. ``after_line``: a line stands before it. ``submenu``: the title of the menu within the
    menu where it stands. ``of_page``: its keys are the page's own business, and only shown here.
    """

    key: str
    menu: str
    title: str
    keys: tuple[str, ...] = ()
    needs: Needs = "project"
    workspace: str = ""
    here: bool = False
    after_line: bool = False
    submenu: str = ""
    of_page: bool = False


VERBS = (
    Verb("project.new", "project", N_("&New…"), ("Ctrl+N",), "nothing"),
    Verb("project.open", "project", N_("&Open…"), ("Ctrl+O",), "nothing"),
    Verb("project.sample", "project", N_("Try the &sample"), (), "nothing"),
    Verb("project.recent", "project", N_("&Recent projects"), (), "nothing"),
    Verb("project.refi_in", "project", N_("Import &from another program (REFI-QDA)…"), (), "writing", "corpus",
         after_line=True),
    Verb("project.refi_out", "project", N_("Export to another &program (REFI-QDA)…")),
    Verb("project.iramuteq_out", "project", N_("Corpus for IRa&MuTeQ…")),
    Verb("project.export", "project", N_("&Export all tables…")),
    Verb("project.folder_in", "project", N_("&Import a folder of tables…"), (), "writing"),
    Verb("project.check", "project", N_("Chec&k the project")),
    Verb("project.backups", "project", N_("Show the &backups")),
    Verb("project.close", "project", N_("&Close the project"), ("Ctrl+W",), after_line=True),
    Verb("project.quit", "project", N_("&Quit"), ("Ctrl+Q",), "nothing"),
    Verb("edit.undo", "edit", N_("&Undo"), ("Ctrl+Z",), "writing"),
    Verb("edit.redo", "edit", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "writing"),
    Verb("edit.search", "edit", N_("&Search the transcripts…"), ("Ctrl+Shift+F",), after_line=True),
    Verb("corpus.import", "corpus", N_("&Import transcripts…"), ("Ctrl+Shift+I",), "writing", "corpus"),
    Verb("corpus.delete", "corpus", N_("&Delete the interview…"), ("Ctrl+Del",), "writing", "corpus", here=True),
    Verb("corpus.attribute", "corpus", N_("&Add an attribute…"), (), "writing", "corpus"),
    Verb("corpus.transcripts_out", "corpus", N_("Cod&ed interviews to Word…"), workspace="corpus"),
    Verb("corpus.interviews_in", "corpus", N_("&Import the interviews…"), (), "writing", submenu=TABLES),
    Verb("corpus.interviews_out", "corpus", N_("&Export the interviews…"), submenu=TABLES),
    Verb("corpus.participants_in", "corpus", N_("Import the &participants…"), (), "writing", after_line=True,
         submenu=TABLES),
    Verb("corpus.participants_out", "corpus", N_("E&xport the participants…"), submenu=TABLES),
    Verb("corpus.annex", "corpus", N_("Table of participants for an &annex…"), submenu=TABLES),
    Verb("corpus.groups_in", "corpus", N_("Import sampling &frames…"), (), "writing", after_line=True,
         submenu=TABLES),
    Verb("corpus.groups_out", "corpus", N_("Export sampling fra&mes…"), submenu=TABLES),
    Verb("corpus.asked_in", "corpus", N_("Import the themes as&ked…"), (), "writing", after_line=True,
         submenu=TABLES),
    Verb("corpus.exports", "corpus", N_("&What left the project…"), after_line=True),
    Verb("corpus.withdraw", "corpus", N_("Withdraw &consent…"), (), "writing", "corpus"),
    Verb("guide.import", "corpus", N_("&Import a guide…"), (), "writing", "corpus", submenu=GUIDE),
    Verb("guide.find", "corpus", N_("&Find the questions in the interviews…"), (), "writing", "corpus", submenu=GUIDE),
    Verb("guide.codebook", "corpus", N_("First &codebook from the guide…"), (), "writing", "corpus", after_line=True,
         submenu=GUIDE),
    Verb("guide.answers", "corpus", N_("Code the &answers to a question…"), (), "writing", "corpus", submenu=GUIDE),
    Verb("guide.speaker", "corpus", N_("Code what a &participant says…"), (), "writing", "corpus", submenu=GUIDE),
    Verb("pseudonyms.look", "corpus", N_("&Look for identifiers"), (), workspace="corpus", submenu=PSEUDONYMS),
    Verb("pseudonyms.left", "corpus", N_("Identifiers likely l&eft…"), (), workspace="corpus", submenu=PSEUDONYMS),
    Verb("pseudonyms.add", "corpus", N_("A&dd words…"), (), "writing", "corpus", submenu=PSEUDONYMS),
    Verb("pseudonyms.apply", "corpus", N_("&Apply what was decided…"), (), "writing", "corpus", submenu=PSEUDONYMS),
    Verb("pseudonyms.table", "corpus", N_("&Open a correspondence table…"), (), "writing", "corpus", after_line=True,
         submenu=PSEUDONYMS),
    Verb("pseudonyms.back", "corpus", N_("Go &back to the names…"), (), "writing", "corpus", submenu=PSEUDONYMS),
    *(Verb(f"coding.{key.verb}", "coding", key.title, key.keys, "writing" if key.writes else "project", "coder",
           here=True, after_line=key.apart, submenu=title if group != "code" else "", of_page=not key.everywhere)
      for group, title in GROUPS for key in KEYS if key.group == group),
    Verb("coding.journal", "coding", N_("Field &journal…"), ("Ctrl+D",), after_line=True),
    Verb("coding.transcript_out", "coding", N_("Coded inter&view to Word…"), workspace="coder", after_line=True),
    Verb("coding.comments_in", "coding", N_("Comments from Wor&d…"), (), "writing"),
    Verb("coding.codebook_in", "coding", N_("&Import a codebook…"), (), "writing", after_line=True, submenu=BOOK),
    Verb("coding.codebook_out", "coding", N_("&Export the codebook…"), submenu=BOOK),
    Verb("coding.history", "coding", N_("&History of the codebook…"), workspace="coder", submenu=BOOK),
    Verb("coding.codings_in", "coding", N_("Import codi&ngs…"), (), "writing", submenu=BOOK),
    Verb("quotes.export", "analysis", N_("&Quotes to Word…"), ("Ctrl+E",), workspace="quotes"),
    Verb("quotes.who", "analysis", N_("&Who is cited…"), workspace="quotes"),
    Verb("transversal.export", "analysis", N_("&Transversal table…"), workspace="transversal"),
    Verb("profiles.export", "analysis", N_("Pro&files to Word…"), workspace="transversal"),
    Verb("relations.export", "analysis", N_("Relations &between codes…"), workspace="transversal"),
    Verb("relations.mark", "analysis", N_("&Contradictory codes…"), (), "writing", "transversal"),
    Verb("saturation.report", "analysis", N_("&Saturation report…"), workspace="saturation"),
    Verb("search.concordance", "analysis", N_("Conco&rdance…"), workspace="search"),
    Verb("search.vocabulary", "analysis", N_("&Vocabulary"), workspace="search"),
    Verb("search.close", "analysis", N_("C&lose passages"), workspace="search"),
    Verb("memos.export", "analysis", N_("&Memos to Word…"), workspace="memos"),
    Verb("view.corpus", "view", N_("Corpus"), ("Ctrl+1",)),
    Verb("view.coder", "view", N_("Coding"), ("Ctrl+2",)),
    Verb("view.quotes", "view", N_("Quotes"), ("Ctrl+3",)),
    Verb("view.transversal", "view", N_("Transversal"), ("Ctrl+4",)),
    Verb("view.saturation", "view", N_("Saturation"), ("Ctrl+5",)),
    Verb("view.memos", "view", N_("Memos"), ("Ctrl+6",)),
    Verb("view.larger", "view", N_("&Larger text"), ("Ctrl++", "Ctrl+="), "nothing", after_line=True),
    Verb("view.smaller", "view", N_("S&maller text"), ("Ctrl+-",), "nothing"),
    Verb("view.usual", "view", N_("&Usual text size"), ("Ctrl+0",), "nothing"),
    Verb("view.theme", "view", N_("&Appearance"), (), "nothing", after_line=True),
    Verb("view.language", "view", N_("Lan&guage"), (), "nothing"),
    Verb("view.full_screen", "view", N_("&Full screen"), ("F11",), "nothing"),
    Verb("help.keyboard", "help", N_("&Keyboard"), ("F1",), "nothing"),
    Verb("help.log", "help", N_("Show the &log"), (), "nothing"),
    Verb("help.about", "help", N_("&About Fil rouge"), (), "nothing", after_line=True),
)


def build(bar: QMenuBar, parent: QWidget, ask: Callable[[Verb], None],
          submenus: dict[str, QMenu]) -> dict[str, QAction]:
    """Fill the menu bar; ``ask`` is called with the verb chosen. ``submenus`` open in place of verbs of their key."""
    bar.clear()
    actions: dict[str, QAction] = {}
    for menu_key, title in MENUS:
        menu = QMenu(_(title), bar)
        bar.addMenu(menu)
        within: dict[str, QMenu] = {"": menu}
        for verb in VERBS:
            if verb.menu != menu_key:
                continue
            if verb.after_line:
                within.get(verb.submenu, menu).addSeparator()
            if verb.key in submenus:
                submenus[verb.key].setTitle(_(verb.title))
                menu.addMenu(submenus[verb.key])
                continue
            if verb.submenu not in within:
                within[verb.submenu] = QMenu(_(verb.submenu), menu)
                menu.addMenu(within[verb.submenu])
            actions[verb.key] = _action(verb, parent, ask)
            within[verb.submenu].addAction(actions[verb.key])
    return actions


def _action(verb: Verb, parent: QWidget, ask: Callable[[Verb], None]) -> QAction:
    action = QAction(_(verb.title), parent)
    action.setObjectName(verb.key)
    if verb.of_page and verb.keys:
        action.setText(f"{_(verb.title)}\t{_written(verb.keys[:1])}")
    elif verb.keys:
        action.setShortcuts([QKeySequence(keys) for keys in verb.keys if keys not in TYPED])
    action.triggered.connect(lambda: ask(verb))
    parent.addAction(action)
    return action


def keyboard() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every key there is, by menu or menu within a menu, then by place: title of the section, then what each key
    does."""
    found: dict[str, list[tuple[str, str]]] = {}
    for menu_key, title in MENUS:
        for verb in VERBS:
            if verb.menu == menu_key and verb.keys:
                section = found.setdefault(_plain(_(verb.submenu or title)), [])
                section.append((_plain(_(verb.title)), _written(verb.keys)))
                if verb.key == "coding.repeat":
                    section.append((_("Give a code of the codebook by its number"), "1 – 9"))
    tree = [(_(title), _written(sequence)) for sequence, _verb, title in tree_keys.KEYS]
    within = [(_(title), [(_(what), _written(sequence)) for what, sequence in each]) for title, each in WITHIN]
    guides = [(_(title), [(_(what), _written(sequence)) for sequence, what in each]) for title, each in guide_keys.KEYS]
    identities = [(_(title), _written(sequence)) for sequence, _verb, title in identity_keys.KEYS]
    places = [(_(title), _written(sequence)) for sequence, title in identity_keys.PANEL]
    nuances = [(what, _written(sequence)) for sequence, what in nuance_keys.nuances()]
    close = [(what, _written(sequence)) for sequence, what in close_keys.listed()]
    cells = [(_(title), _written(keys)) for keys, title in (
        *((keys, title) for keys, _method, title in sheet_keys.KEYS), *sheet_keys.OTHERS)]
    pages = [(_(page.TITLE), [(_(title), _written(keys)) for keys, title in page.KEYS])
             for page in (quote_keys, search_keys, grid_keys, profile_keys)]
    return [*found.items(), (_(tree_keys.TITLE), tree), (_(sheet_keys.TITLE), cells), *guides, *within, *pages,
            (_(identity_keys.TITLE), identities), (_(identity_keys.PANEL_TITLE), places),
            (_(nuance_keys.TITLE), nuances), (_(close_keys.TITLE), close)]


def _plain(title: str) -> str:
    return title.replace("&", "").rstrip("…")


def _written(keys: tuple[str, ...]) -> str:
    """The keys as this system writes them; Return and Enter are one key to whoever reads."""
    form = QKeySequence.SequenceFormat.NativeText
    told = (QKeySequence(key.replace("Return", "Enter")).toString(form) for key in keys)
    return "  ·  ".join(dict.fromkeys(told))
