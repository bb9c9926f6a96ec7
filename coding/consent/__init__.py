# SPDX-License-Identifier: GPL-3.0-or-later
"""What it takes to forget a participant; ``coding.withdrawing`` is the way in."""
