# SPDX-License-Identifier: GPL-3.0-or-later
"""Subtitles and recognisers' output (WebVTT, SubRip): Teams, Zoom, Whisper, noScribe."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path

from coding.intake import refusals
from coding.intake.cues import Cue, lines_of
from coding.intake.lines import Content
from coding.intake.txt_reader import decoded

_TAGS = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|\{\\[^{}\n]{0,40}\}")
_VOICE = re.compile(r"<v(?:\.[^\s>]+)?\s+([^>\n]{1,200})>")


def read(path: Path, name: str) -> Content:
    """The turns of a .vtt or .srt. KnownError when it is neither, or cannot be read."""
    import webvtt
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    text, notices = decoded(path, name)
    kind = "srt" if path.suffix.lower() == ".srt" else "vtt"
    if kind == "vtt" and not text.lstrip().startswith("WEBVTT"):
        raise refusals.not_subtitles(name)
    try:
        captions = webvtt.from_buffer(io.StringIO(text), format=kind).captions
    except (MalformedCaptionError, MalformedFileError, ValueError) as error:
        raise refusals.not_subtitles(name) from error
    if not captions:
        raise refusals.not_subtitles(name)
    cues = [cue for caption in captions
            for cue in _voices(caption.raw_text, caption.start_in_seconds, caption.end_in_seconds)]
    return Content(lines_of(cues), tuple(notices))


def _voices(raw: str, start: float, end: float) -> list[Cue]:
    """One cue, or one a voice where several speak in it."""
    pieces = _VOICE.split(raw)
    low, high = round(start * 1000), round(end * 1000)
    said = [(None, pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]
    return [Cue(low, high, html.unescape(who).strip() if who else None, html.unescape(_TAGS.sub("", words)))
            for who, words in said if words.strip()]
