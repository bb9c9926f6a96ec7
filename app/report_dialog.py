# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import did: how many rows were taken, and each row that was not, with its reason."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app import parts
from coding.language import _, ngettext
from coding.metadata.report import Report


def summary(report: Report) -> str:
    """«12 rows added · 3 rows updated · 1 row unchanged»."""
    said = (
        ngettext("{n} row added", "{n} rows added", report.added).format(n=report.added) if report.added else "",
        ngettext("{n} row updated", "{n} rows updated", report.updated).format(n=report.updated)
        if report.updated else "",
        ngettext("{n} row unchanged", "{n} rows unchanged", report.unchanged).format(n=report.unchanged)
        if report.unchanged else "",
    )
    return " · ".join(filter(None, said)) or _("Nothing was taken.")


class ReportDialog(QDialog):
    """Opened after each import of a table."""

    def __init__(self, path: Path, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import"))
        self.said = parts.label(summary(report), wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(parts.label(path.name, "title", wrap=True))
        notice = parts.Panel("notice-ok" if report.ok else "notice-warn")
        inside = QVBoxLayout(notice)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(self.said)
        column.addWidget(notice)
        self.problems = QPlainTextEdit("\n".join(problem.say() for problem in report.problems))
        self.problems.setReadOnly(True)
        if report.problems:
            column.addWidget(parts.label(
                ngettext("{n} row was not taken:", "{n} rows were not taken:", len(report.problems))
                .format(n=len(report.problems)), "heading"))
            column.addWidget(self.problems, 1)
            column.addWidget(parts.label(
                _("Correct these rows and import the file again: rows already taken change nothing."), "hint",
                wrap=True))
        else:
            self.problems.hide()
        close = parts.button(_("Close"), self.accept)
        close.setDefault(True)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()
        self.setMinimumWidth(520)
        if report.problems:
            self.resize(680, 460)
