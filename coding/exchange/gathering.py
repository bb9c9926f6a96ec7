# SPDX-License-Identifier: GPL-3.0-or-later
"""A project as what a REFI-QDA file holds. The same project gives the same identifiers every time.

What has an element of its own bears its row's GUID: coders (User), codes, attributes (Variable), participants (Case),
interviews (TextSource), passages (PlainTextSelection), codings, memos (Note), groups (Set of sources). The rest follows
this convention, by the words of ``conventions`` and the functions of ``derived``; other programs show it as plain
notes, sets and variables.

Codes. Colour: the one shown (a code whose colour is its parent's has none of its own). Description: the definition.
Notes ``derived(code, include | exclude | example | reservation)``: those texts; a passage that is an example of the
code bears the code's «example» Note too (whose text may be empty). Sets ``named(origin, guide | a_priori | emergent)``:
the codes of that origin, no set for «unknown». Set ``fixed(pins)``: the codes under a digit; its description is the
digits in the order of the members, «1 3 7». In a codebook (.qdc), which has no notes, the texts stand in the
Description under headings (see ``headings``).

Attributes. Text, yes/no → Boolean, date → Date, number → Integer when all values are whole, else Float; a choice is
Text with its values in the description under a heading. The first line of the description is the heading «of
interviews» or «of participants» (see ``headings``). Values stand on the sources, on the cases.

Interviews, in the order of the project. Description: the portrait. Variables ``fixed(file_name)`` Text, ``fixed(date)``
Date, ``fixed(mode)`` Text, ``fixed(duration_min)`` Integer, ``fixed(status)`` and ``fixed(kind)`` Text in the words of
``metadata.values`` (any of them may come back), ``fixed(units)`` Text, the structures apart by «; ». Note
``derived(interview, turns)``: voices and turns, as ``voices`` writes and reads them.

Participants. A Case whose sources are their interviews. A Link ``derived(participant, interview's guid)`` from the case
to the source, whose name is the role there (no link without a role); in the order of the people in each interview. The
description of the case repeats its roles for the reader and is not read when there are links.

Memos. A Note borne by its passage, code, source or project (NoteRef); one on a group is a MemberNote of its Set; one on
a participant is tied to the case by a Link ``derived(memo, link)`` from the note. Its user is the User ``named(author,
name)`` when it has an author (a user who codes nothing), else none. Journal: the Set ``fixed(journal)``; such a note's
name begins with its day, «2024-03-05» or «2024-03-05 Title».

Cell summaries. A Note (the row's GUID) borne by its code and by its source, member of the Set ``fixed(summaries)``.

Quotes. Strong ones bear the one Note ``fixed(strong)``; passages and sources never to be cited the Note
``fixed(withheld)``. The cited text is a Note (the citation's GUID) on the passage, member of the Set ``fixed(cited)``;
each chapter that cites quotes is one Note ``named(chapter, name)``, called by the chapter's name, borne by those
passages, member of the Set ``fixed(chapters)``.

Groups. The Set's description is the sampling frame: lines «field: value» with the fields of ``metadata.groups_table``
(a justification comes last and may run over several lines).

Contradictory codes. A Link (the row's GUID) from one code to the other, Associative; what the researcher makes of it is
the Note ``derived(contradiction, note)``, borne by the Link. In a file of ours no other link joins two codes.
"""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import codebook
from coding.exchange import gathering_codes, gathering_losses, gathering_notes, gathering_people, gathering_sources
from coding.exchange.gathered import Gathered
from coding.exchange.model import Exchange
from coding.language import speaking
from coding.version import version
from models.change import ChangeEntry
from models.project import Project

OURS = "Fil rouge"


def gather(session: Session) -> Exchange:
    """The whole project; ``losses`` says what of it a REFI-QDA file cannot hold. Names that the program gives are in
    the project's language."""
    with speaking(session.get_one(Project, 1).language):
        found = Gathered(_begun(session), codebook.read(session))
        gathering_codes.add(session, found)
        gathering_people.add(session, found)
        gathering_sources.add(session, found)
        gathering_people.add_groups(session, found)
        gathering_notes.add(session, found)
        found.exchange.losses = gathering_losses.read(session)
    return found.exchange


def gather_codebook(session: Session) -> Exchange:
    """The codebook alone, as a .qdc holds it: the texts of a code are all in its description."""
    with speaking(session.get_one(Project, 1).language):
        found = Gathered(_begun(session), codebook.read(session))
        gathering_codes.add(session, found, described=True)
    return found.exchange


def _begun(session: Session) -> Exchange:
    project = session.get_one(Project, 1)
    return Exchange(
        project.title, f"{OURS} {version()}", project.created_at,
        session.scalar(select(func.max(ChangeEntry.at))) or project.created_at)
