# SPDX-License-Identifier: GPL-3.0-or-later
"""How codes stand to each other, to the attributes of interviews and to groups: counts of interviews, no test.

Interviews met by purposive sampling are no random sample: nothing here is a probability.
"""

from __future__ import annotations
