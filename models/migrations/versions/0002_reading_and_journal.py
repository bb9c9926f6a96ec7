# SPDX-License-Identifier: GPL-3.0-or-later
"""How far an interview was read, turns to revisit, titles and days of memos"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('interview', sa.Column('read_to', sa.Integer(), nullable=False, server_default='0'))
    op.add_column('turn', sa.Column('to_revisit', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('memo', sa.Column('title', sa.String(length=500), nullable=False, server_default=''))
    op.add_column('memo', sa.Column('day', sa.Date(), nullable=True))
