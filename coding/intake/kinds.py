# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of files that are read, by suffix: who reads each, and how large it may be."""

from __future__ import annotations

READERS = {
    ".docx": "docx_reader", ".docm": "docx_reader", ".odt": "odt_reader", ".rtf": "rtf_reader", ".pdf": "pdf_reader",
    ".txt": "txt_reader", ".md": "txt_reader", ".vtt": "subtitles_reader", ".srt": "subtitles_reader",
    ".trs": "trs_reader", ".eaf": "eaf_reader", ".html": "html_reader", ".htm": "html_reader",
    ".otr": "html_reader", ".tsv": "tsv_reader",
}
ZIPPED = (".docx", ".docm", ".odt")
# A document may carry pictures; its text part is bounded apart.
MOST_BYTES = dict.fromkeys(READERS, 40_000_000) | dict.fromkeys((*ZIPPED, ".pdf", ".rtf"), 500_000_000)
# Plain text, whatever its marks: offsets into it may be those of the file itself.
AS_SAVED = (".txt", ".md", ".vtt", ".srt")
