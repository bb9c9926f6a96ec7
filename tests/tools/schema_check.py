# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tests.tools.schema_check``: exit 1 where the migrations do not build what the models say."""

from __future__ import annotations

import sys

from models.migrate import differences


def main() -> int:
    """Print each difference on a line of its own."""
    found = differences()
    print("\n".join(found) or "The migrations build what the models say.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
