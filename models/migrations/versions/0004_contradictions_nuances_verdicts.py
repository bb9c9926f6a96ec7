# SPDX-License-Identifier: GPL-3.0-or-later
"""Contradictions, answers on nuances, re-readings, interviews left out, past verdicts"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('past_verdict',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('group_guid', sa.String(length=36), nullable=True),
    sa.Column('order_basis', sa.String(length=10), nullable=False),
    sa.Column('interviews', sa.Integer(), nullable=False),
    sa.Column('left_out', sa.Integer(), nullable=False),
    sa.Column('codebook_hash', sa.String(length=64), nullable=False),
    sa.Column('codebook_at', sa.DateTime(), nullable=True),
    sa.Column('parameters', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_past_verdict'))
    )
    op.create_index(op.f('ix_past_verdict_group_guid'), 'past_verdict', ['group_guid'])
    op.create_table('contradiction',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('one_id', sa.Integer(), nullable=False),
    sa.Column('other_id', sa.Integer(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint('one_id < other_id', name=op.f('ck_contradiction_ordered')),
    sa.ForeignKeyConstraint(['one_id'], ['code.id'], name=op.f('fk_contradiction_one_id_code')),
    sa.ForeignKeyConstraint(['other_id'], ['code.id'], name=op.f('fk_contradiction_other_id_code')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contradiction')),
    sa.UniqueConstraint('guid', name=op.f('uq_contradiction_guid')),
    sa.UniqueConstraint('one_id', 'other_id', name=op.f('uq_contradiction_one_id_other_id'))
    )
    op.create_index(op.f('ix_contradiction_other_id'), 'contradiction', ['other_id'])
    op.create_table('left_out',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('group_id', sa.Integer(), nullable=True),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['interview_group.id'], name=op.f('fk_left_out_group_id_interview_group')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_left_out_interview_id_interview')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_left_out')),
    sa.UniqueConstraint('group_id', 'interview_id', name=op.f('uq_left_out_group_id_interview_id'))
    )
    op.create_index(op.f('ix_left_out_interview_id'), 'left_out', ['interview_id'])
    op.create_index('uq_left_out_corpus', 'left_out', ['interview_id'], unique=True,
                    sqlite_where=sa.text('group_id IS NULL'), postgresql_where=sa.text('group_id IS NULL'))
    op.create_table('past_finding',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('past_verdict_id', sa.Integer(), nullable=False),
    sa.Column('theme_guid', sa.String(length=36), nullable=True),
    sa.Column('theme', sa.String(length=500), nullable=False),
    sa.Column('status', sa.String(length=20), nullable=False),
    sa.Column('reasons', sa.JSON(), nullable=False),
    sa.Column('codes', sa.Integer(), nullable=False),
    sa.Column('informative', sa.Integer(), nullable=False),
    sa.Column('last_new', sa.Integer(), nullable=True),
    sa.Column('run_without_new', sa.Integer(), nullable=True),
    sa.Column('coverage', sa.Double(), nullable=True),
    sa.Column('expected_new', sa.Double(), nullable=True),
    sa.ForeignKeyConstraint(['past_verdict_id'], ['past_verdict.id'],
                            name=op.f('fk_past_finding_past_verdict_id_past_verdict')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_past_finding'))
    )
    op.create_index(op.f('ix_past_finding_past_verdict_id'), 'past_finding', ['past_verdict_id'])
    op.create_table('rereading',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('theme_id', sa.Integer(), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_rereading_interview_id_interview')),
    sa.ForeignKeyConstraint(['theme_id'], ['code.id'], name=op.f('fk_rereading_theme_id_code')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rereading')),
    sa.UniqueConstraint('theme_id', 'interview_id', name=op.f('uq_rereading_theme_id_interview_id'))
    )
    op.create_index(op.f('ix_rereading_interview_id'), 'rereading', ['interview_id'])
    op.create_table('nuance',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('theme_id', sa.Integer(), nullable=False),
    sa.Column('passage_id', sa.Integer(), nullable=False),
    sa.Column('is_new', sa.Boolean(), nullable=False),
    sa.Column('word', sa.String(length=500), nullable=False),
    sa.Column('novelty', sa.Double(), nullable=True),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.CheckConstraint('novelty IS NULL OR novelty BETWEEN 0 AND 1', name=op.f('ck_nuance_novelty')),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_nuance_coder_id_coder')),
    sa.ForeignKeyConstraint(['passage_id'], ['passage.id'], name=op.f('fk_nuance_passage_id_passage')),
    sa.ForeignKeyConstraint(['theme_id'], ['code.id'], name=op.f('fk_nuance_theme_id_code')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_nuance')),
    sa.UniqueConstraint('guid', name=op.f('uq_nuance_guid')),
    sa.UniqueConstraint('theme_id', 'passage_id', name=op.f('uq_nuance_theme_id_passage_id'))
    )
    op.create_index(op.f('ix_nuance_passage_id'), 'nuance', ['passage_id'])
    op.add_column('interview', sa.Column('reread_at', sa.DateTime(), nullable=True))
    op.add_column('project', sa.Column('non_response_max', sa.Double(), nullable=False, server_default=str(1 / 3)))
    op.add_column('project', sa.Column('is_reflexive', sa.Boolean(), nullable=False, server_default=sa.false()))
    # the day was not kept until now: what was read again by the last act covers the codes there were then
    op.execute("UPDATE interview SET reread_at = coalesce((SELECT max(at) FROM change_log), imported_at) "
               "WHERE status = 'reread'")
