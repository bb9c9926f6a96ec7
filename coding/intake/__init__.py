# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcript intake: files in, text and turns out. No database, no Qt."""
