# SPDX-License-Identifier: GPL-3.0-or-later
"""The interview guide: its questions, where they were put, and the answers."""
