# SPDX-License-Identifier: GPL-3.0-or-later
"""Citations, saved queries, orders by hand, dismissals"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('saved_query',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('name', sa.String(length=500), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('asked', sa.JSON(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint("trim(name) <> ''", name=op.f('ck_saved_query_name_not_blank')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_saved_query')),
    sa.UniqueConstraint('guid', name=op.f('uq_saved_query_guid')),
    sa.UniqueConstraint('name', name=op.f('uq_saved_query_name'))
    )
    op.create_table('dismissal',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('code_id', sa.Integer(), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_dismissal_code_id_code')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_dismissal_interview_id_interview')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dismissal')),
    sa.UniqueConstraint('code_id', 'interview_id', 'text_hash',
                        name=op.f('uq_dismissal_code_id_interview_id_text_hash')),
    sa.UniqueConstraint('guid', name=op.f('uq_dismissal_guid'))
    )
    op.create_index(op.f('ix_dismissal_interview_id'), 'dismissal', ['interview_id'])
    op.create_table('quote_order',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code_id', sa.Integer(), nullable=True),
    sa.Column('interview_id', sa.Integer(), nullable=True),
    sa.Column('query_id', sa.Integer(), nullable=True),
    sa.Column('passages', sa.JSON(), nullable=False),
    sa.CheckConstraint('(code_id IS NOT NULL) + (interview_id IS NOT NULL) + (query_id IS NOT NULL) = 1',
                       name=op.f('ck_quote_order_one_heading')),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_quote_order_code_id_code')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_quote_order_interview_id_interview')),
    sa.ForeignKeyConstraint(['query_id'], ['saved_query.id'], name=op.f('fk_quote_order_query_id_saved_query')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quote_order')),
    sa.UniqueConstraint('code_id', name=op.f('uq_quote_order_code_id')),
    sa.UniqueConstraint('interview_id', name=op.f('uq_quote_order_interview_id')),
    sa.UniqueConstraint('query_id', name=op.f('uq_quote_order_query_id'))
    )
    op.create_table('citation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('passage_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('is_withheld', sa.Boolean(), nullable=False),
    sa.Column('cited_in', sa.Text(), nullable=False),
    sa.Column('updated_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['passage_id'], ['passage.id'], name=op.f('fk_citation_passage_id_passage')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_citation')),
    sa.UniqueConstraint('guid', name=op.f('uq_citation_guid')),
    sa.UniqueConstraint('passage_id', name=op.f('uq_citation_passage_id'))
    )
    op.add_column('interview', sa.Column('is_withheld', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('memo', sa.Column('author', sa.String(length=500), nullable=False, server_default=''))
    op.add_column('project', sa.Column('citation_pattern', sa.Text(), nullable=False, server_default=''))
