# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the Coder: the text, what is painted on it and beside it, the mouse and the caret."""
