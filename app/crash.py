# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to bugs: a line in the log, a dialog, and the work goes on. Everything is already saved.

The log never holds interview text: an exception's own message may quote the data it met, so only its type and the
places it went through are written.
"""

from __future__ import annotations

import logging
import logging.handlers
import platform
import sys
import threading
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

import platformdirs
from PyQt6.QtCore import QT_VERSION_STR, QObject, QUrl, pyqtSignal
from PyQt6.QtGui import QDesktopServices

from app import messages
from coding.language import _

log = logging.getLogger(__name__)
KEPT_BYTES = 400_000


def program_version() -> str:
    """The installed version."""
    try:
        return version("filrouge")
    except PackageNotFoundError:
        return "0.1.0"


def log_file() -> Path:
    """Where the log is."""
    return Path(platformdirs.user_log_dir("filrouge", appauthor=False)) / "filrouge.log"


def start_log(path: Path) -> logging.Handler:
    """Write warnings and bugs to ``path``, two files of 400 kB at most."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=KEPT_BYTES, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    return handler


def places(error: BaseException) -> str:
    """The type of an error and where it went, without its message or any value; its causes first."""
    text = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = f"{places(cause)}\n" if cause is not None else ""
    return f"{before}{type(error).__module__}.{type(error).__qualname__}\n{text}"


class CrashDesk(QObject):
    """Takes every exception that nothing else took, of any thread, and shows it on the GUI thread."""

    _came = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._came.connect(self._show)

    def install(self) -> None:
        """Become the process's last resort."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    def take(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Log a bug and show it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _trace)
            return
        told = places(error)
        log.critical("bug in %s (Python %s, Qt %s, %s)\n%s", program_version(), platform.python_version(),
                     QT_VERSION_STR, platform.platform(), told)
        self._came.emit(told)

    def _show(self, told: str) -> None:
        if self._open:  # one at a time: a bug in painting comes back at each frame
            return
        self._open = True
        message = messages.Message(
            _("Fil rouge met a bug."),
            _("Your work is safe: each act was saved as you did it. If this page behaves oddly, close the project and "
              "open it again. The log says where it happened; it holds no interview text."),
            told, (_("Continue"), _("Show the log")), "warning",
        )
        if messages.run(None, message) == 1:
            show_log()
        self._open = False


def show_log() -> None:
    """Open the folder of the log in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file().parent)))
