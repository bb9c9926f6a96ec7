# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page does by dialogs: each asks, shows what would come of it, then does one act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtWidgets import QDialog, QWidget

from app import messages
from app.acts import guides as acts
from app.desk import Desk
from app.guide.answers_dialog import AnswersDialog
from app.guide.codebook_dialog import CodebookDialog
from app.guide.follow_dialog import FollowDialog
from app.guide.import_dialog import GuideImportDialog
from app.guide.speaker_dialog import SpeakerDialog
from app.name_dialog import ask_name
from app.progress import Cancelled, Progress, Told
from app.settings import Settings
from app.widgets.words import codes_counted
from coding import interviews
from coding.changes import Change
from coding.elsewhere import Cancelled as Stopped
from coding.guides import guides
from coding.guides.draft import GuideDraft
from coding.guides.guides import GuideRow
from coding.language import N_, _, ngettext, number
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.guides.match import Proposal

FILES = N_("Interview guides ({kinds})")


class Doing:
    """``tell`` says what came of an act; ``show`` shows the guide of an id."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget, tell: Callable[[str], None],
                 show: Callable[[int], None]) -> None:
        self._desk = desk
        self._settings = settings
        self._parent = parent
        self._tell = tell
        self._show = show

    def import_guide(self) -> None:
        """Ask which file, show what was read in it, take it."""
        from coding.guides import guide_file  # with it come the readers of every kind of file

        path = messages.ask_file(self._parent, self._settings, _("Import a guide"), _(FILES).format(
            kinds=" ".join(f"*{suffix}" for suffix in guide_file.SUFFIXES)))
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Show what is read in a file, and take it once it was looked at."""
        from coding.guides import guide_file

        def show(draft: GuideDraft) -> None:
            dialog = GuideImportDialog(draft, self._parent)
            self._open(dialog, lambda: acts.add(self._desk, draft=dialog.draft, then=self._added))

        Progress(_("Reading the guide…"), self._parent, inline=self._desk.tasks.inline).run(
            lambda _told, _cancelled: guide_file.read_guide(path), show)

    def new_guide(self) -> None:
        """Ask for a title and begin an empty guide."""
        ask_name(self._parent, _("New guide"), lambda title: acts.add(
            self._desk, draft=GuideDraft(title, ()), then=self._added))

    def rename(self, guide: GuideRow) -> None:
        """Ask for another title."""
        dialog = ask_name(self._parent, _("Title of the guide"), lambda title: acts.rename(
            self._desk, guide_id=guide.id, title=guide.title, new=title))
        dialog.field.setText(guide.title)
        dialog.field.selectAll()

    def remove(self, guide: GuideRow) -> None:
        """Delete a guide, once its owner knows what goes with it."""
        questions = ngettext("{n} question", "{n} questions", len(guide.questions)).format(n=len(guide.questions))
        if messages.confirm(
            self._parent, _("Delete the guide “{title}”?").format(title=guide.title),
            _("Its {questions} go with it, and where they were put. Codes and codings stay, and what was said by hand "
              "of themes asked. Ctrl+Z brings it back until the project is closed.").format(questions=questions),
            yes=_("Delete"),
        ):
            acts.remove(self._desk, guide_id=guide.id, title=guide.title)

    def follow(self, guide: GuideRow, compared: set[int], then: Callable[[], None] | None = None) -> None:
        """Ask which interviews followed a guide; ``then`` is called once that is recorded. While none is known to,
        those that followed no other guide are proposed."""
        rows = self._desk.read_now(interviews.interviews)
        elsewhere = {key for other in self._desk.read_now(guides.read) for key in other.interviews}
        dialog = FollowDialog(guide.title, rows, guide.interviews, compared, self._parent)
        if not guide.interviews:
            dialog.ticks.tick({row.id for row in rows} - elsewhere)
        self._open(dialog, lambda: acts.follow(
            self._desk, guide_id=guide.id, title=guide.title, interview_ids=dialog.ticks.ticked,
            then=None if then is None else lambda _change: then()))

    def find(self, guide: GuideRow, then: Callable[[Proposal], None]) -> None:
        """Look for the questions of a guide in its interviews; nothing is taken in yet."""
        from coding.guides import matching

        project, guide_id = self._desk.store.path, guide.id

        def work(told: Told, cancelled: Cancelled) -> Proposal | None:
            try:
                return matching.propose(project, guide_id, told, cancelled)
            except Stopped:
                return None

        def show(found: Proposal | None) -> None:
            if found is not None and not found.matches:
                messages.tell(self._parent, _("No question of the guide was found."), _(
                    "Check which interviews followed it, and who asks the questions in them. Turns can be ticked by "
                    "hand in “Put to whom”."))
            elif found is not None:
                then(found)

        progress = Progress(_("Finding the questions in the interviews…"), self._parent, can_cancel=True,
                            inline=self._desk.tasks.inline)
        progress.run(work, show)

    def first_codebook(self, guide: GuideRow) -> None:
        """Show the codes that a guide would make, and make them."""
        dialog = CodebookDialog(self._desk, guide, self._parent)

        def told(change: Change) -> None:
            made = codes_counted(len(change.result))
            self._tell(_("{codes} made from the guide. Ctrl+Z takes them back.").format(codes=made))

        self._open(dialog, lambda: acts.first_codes(
            self._desk, guide_id=guide.id, title=guide.title, by=dialog.by, left_out=dialog.left_out, then=told))

    def code_answers(self, guide: GuideRow, question_id: int | None) -> None:
        """Show the answers to a question, and code them."""
        if not guide.questions:
            messages.show_error(self._parent, KnownError(N_("“{guide}” has no question yet."), guide=guide.title))
            return
        dialog = AnswersDialog(self._desk, guide, question_id, self._parent)

        def code() -> None:
            if dialog.code.choice is not None:
                acts.code_answers(self._desk, question_id=dialog.question_id, code=dialog.code.choice,
                                  interview_ids=dialog.chosen, then=self._coded)

        self._open(dialog, code)

    def code_speaker(self) -> None:
        """Ask whose words get which code, and code them."""
        dialog = SpeakerDialog(self._desk, self._parent)

        def code() -> None:
            person, choice = dialog.person, dialog.code.choice
            if person is not None and choice is not None:
                acts.code_speaker(self._desk, participant_id=person.participant_id, speaker_id=person.speaker_id,
                                  code=choice, interview_ids=dialog.chosen, then=self._coded)

        self._open(dialog, code)

    def _added(self, change: Change) -> None:
        self._show(change.result)

    def _coded(self, change: Change) -> None:
        n = int(change.result)
        self._tell(ngettext("{n} passage coded. Ctrl+Z takes it back.", "{n} passages coded. Ctrl+Z takes them back.",
                            n).format(n=number(n)))

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        dialog.accepted.connect(accepted)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()
