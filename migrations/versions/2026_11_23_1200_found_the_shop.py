"""Found the shop: every table, and the one row that fixes its currency, time zone and tax basis.

Revision: 20261123_found_the_shop, after , 2026-11-23 12:27:32.581884
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

from elite.kernel import clock
from elite.kernel.settings import settings
from elite.kernel.shop import wished

revision = '20261123_found_the_shop'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('attribute',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=191), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.Column('kind', sa.Enum('number', 'boolean', 'choice', 'text', 'date', name='attributekind', native_enum=False, length=40), nullable=False),
    sa.Column('unit', sa.String(length=20), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attribute')),
    sa.UniqueConstraint('code', name=op.f('uq_attribute_code')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('brand',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=191), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_brand')),
    sa.UniqueConstraint('slug', name=op.f('uq_brand_slug')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('cart',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('state', sa.Enum('open', 'converting', 'converted', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('last_change', sa.String(length=12), nullable=False),
    sa.Column('lines', sa.JSON(), nullable=False),
    sa.Column('updated_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cart')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_cart_token_hash')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('cart', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_cart_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_cart_state_updated_at'), ['state', 'updated_at'], unique=False)

    op.create_table('category',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('parent_id', sa.Integer(), nullable=True),
    sa.Column('slug', sa.String(length=191), nullable=False),
    sa.Column('path', sa.String(length=700), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.Column('name_key', sa.String(length=191), nullable=False),
    sa.Column('description', sa.Text(), nullable=False),
    sa.Column('picture_key', sa.String(length=191), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['parent_id'], ['category.id'], name=op.f('fk_category_parent_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_category')),
    sa.UniqueConstraint('path', name=op.f('uq_category_path')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('category', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_category_parent_id_position'), ['parent_id', 'position'], unique=False)

    op.create_table('counter',
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('value', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_counter')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('delivery',
    sa.Column('dedupe_key', sa.String(length=191), nullable=False),
    sa.Column('letter', sa.String(length=40), nullable=False),
    sa.Column('subject', sa.String(length=191), nullable=False),
    sa.Column('address', sa.String(length=254), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('state', sa.Enum('sending', 'sent', 'failed', name='deliverystate', native_enum=False, length=40), nullable=False),
    sa.Column('message_id', sa.String(length=191), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('error', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('sent_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.PrimaryKeyConstraint('dedupe_key', name=op.f('pk_delivery')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_delivery_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_delivery_subject'), ['subject'], unique=False)

    op.create_table('delivery_zone',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.Column('countries', sa.JSON(), nullable=False),
    sa.Column('postcodes', sa.JSON(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delivery_zone')),
    sa.UniqueConstraint('code', name=op.f('uq_delivery_zone_code')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('event',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('subject', sa.String(length=191), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('request_id', sa.String(length=40), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_event_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_subject'), ['subject'], unique=False)

    op.create_table('picture',
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('content_type', sa.String(length=40), nullable=False),
    sa.Column('width', sa.Integer(), nullable=False),
    sa.Column('height', sa.Integer(), nullable=False),
    sa.Column('placeholder', sa.Text(), nullable=False),
    sa.Column('source_address', sa.Text(), nullable=True),
    sa.Column('state', sa.Enum('present', 'missing', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('next_try_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('created_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_picture')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('picture', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_picture_state_next_try_at'), ['state', 'next_try_at'], unique=False)

    op.create_table('schedule',
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('next_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('lease_until', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_schedule')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('shop',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('timezone', sa.String(length=64), nullable=False),
    sa.Column('prices_include_tax', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shop')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('slug_change',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('slug', sa.String(length=700), nullable=False),
    sa.Column('target_id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_slug_change')),
    sa.UniqueConstraint('kind', 'slug', name=op.f('uq_slug_change_kind_slug')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('tag',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tag')),
    sa.UniqueConstraint('name', name=op.f('uq_tag_name')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('tax_zone',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.Column('countries', sa.JSON(), nullable=False),
    sa.Column('tax_name', sa.String(length=40), nullable=False),
    sa.Column('is_export', sa.Boolean(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tax_zone')),
    sa.UniqueConstraint('code', name=op.f('uq_tax_zone_code')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('user',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('email', sa.String(length=191), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.Column('password_hash', sa.String(length=191), nullable=False),
    sa.Column('role', sa.Enum('owner', 'office', 'warehouse', 'catalogue', 'support', 'customer', name='role', native_enum=False, length=40), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('last_sign_in_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_user')),
    sa.UniqueConstraint('email', name=op.f('uq_user_email')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('webhook_inbox',
    sa.Column('event_id', sa.String(length=191), nullable=False),
    sa.Column('type', sa.String(length=191), nullable=False),
    sa.Column('object_id', sa.String(length=191), nullable=False),
    sa.Column('created', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('payload', sa.JSON(), nullable=False),
    sa.Column('state', sa.Enum('new', 'done', 'ignored', 'dead', name='inboxstate', native_enum=False, length=40), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('available_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('lease_until', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('received_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('last_error', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('event_id', name=op.f('pk_webhook_inbox')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('webhook_inbox', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_webhook_inbox_object_id'), ['object_id'], unique=False)
        batch_op.create_index('ix_webhook_inbox_open', ['state', 'available_at'], unique=False)

    op.create_table('delivery_method',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('zone_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.Column('description', sa.String(length=400), nullable=False),
    sa.Column('kind', sa.Enum('flat', 'weight', 'value', 'pickup', name='methodkind', native_enum=False, length=40), nullable=False),
    sa.Column('price', sa.BigInteger(), nullable=False),
    sa.Column('bands', sa.JSON(), nullable=False),
    sa.Column('free_from', sa.BigInteger(), nullable=True),
    sa.Column('min_days', sa.Integer(), nullable=False),
    sa.Column('max_days', sa.Integer(), nullable=False),
    sa.Column('cutoff_hour', sa.Integer(), nullable=False),
    sa.Column('weekdays', sa.JSON(), nullable=False),
    sa.Column('tax_class', sa.String(length=20), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.CheckConstraint('cutoff_hour >= 0 AND cutoff_hour <= 24', name=op.f('ck_delivery_method_hour_of_a_day')),
    sa.CheckConstraint('min_days >= 0 AND max_days >= min_days', name=op.f('ck_delivery_method_days_in_order')),
    sa.CheckConstraint('price >= 0', name=op.f('ck_delivery_method_price_not_below_zero')),
    sa.ForeignKeyConstraint(['zone_id'], ['delivery_zone.id'], name=op.f('fk_delivery_method_zone_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delivery_method')),
    sa.UniqueConstraint('code', name=op.f('uq_delivery_method_code')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('delivery_method', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_delivery_method_zone_id'), ['zone_id'], unique=False)

    op.create_table('orders',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(length=20), nullable=False),
    sa.Column('public_token', sa.String(length=191), nullable=False),
    sa.Column('checkout_key', sa.String(length=191), nullable=False),
    sa.Column('cart_id', sa.Integer(), nullable=True),
    sa.Column('cart_version', sa.Integer(), nullable=True),
    sa.Column('customer_id', sa.Integer(), nullable=True),
    sa.Column('origin', sa.Enum('shop', 'counter', 'import', 'test', name='origin', native_enum=False, length=40), nullable=False),
    sa.Column('payment_state', sa.Enum('awaiting', 'processing', 'paid', 'part-refunded', 'refunded', 'expired', 'void', name='paymentstate', native_enum=False, length=40), nullable=False),
    sa.Column('fulfilment_state', sa.Enum('held', 'released', 'picking', 'part-sent', 'sent', 'delivered', 'cancelled', name='fulfilmentstate', native_enum=False, length=40), nullable=False),
    sa.Column('payment_method', sa.String(length=40), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('email', sa.String(length=191), nullable=False),
    sa.Column('email_key', sa.String(length=191), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.Column('search_text', sa.String(length=400), nullable=False),
    sa.Column('phone', sa.String(length=191), nullable=False),
    sa.Column('company', sa.String(length=191), nullable=False),
    sa.Column('vat_id', sa.String(length=191), nullable=False),
    sa.Column('delivery_address', sa.JSON(), nullable=False),
    sa.Column('billing_address', sa.JSON(), nullable=False),
    sa.Column('delivery_method', sa.String(length=191), nullable=False),
    sa.Column('delivery_name', sa.String(length=191), nullable=False),
    sa.Column('promised_from', sa.Date(), nullable=True),
    sa.Column('promised_to', sa.Date(), nullable=True),
    sa.Column('event_date', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('goods', sa.BigInteger(), nullable=False),
    sa.Column('discount', sa.BigInteger(), nullable=False),
    sa.Column('delivery_price', sa.BigInteger(), nullable=False),
    sa.Column('fees', sa.BigInteger(), nullable=False),
    sa.Column('tax', sa.BigInteger(), nullable=False),
    sa.Column('total', sa.BigInteger(), nullable=False),
    sa.Column('prices_include_tax', sa.Boolean(), nullable=False),
    sa.Column('tax_zone', sa.String(length=191), nullable=False),
    sa.Column('network', sa.String(length=64), nullable=False),
    sa.Column('session_key', sa.String(length=191), nullable=False),
    sa.Column('placed_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('expires_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('paid_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('released_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('sent_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('delivered_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('cancelled_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('cancel_reason', sa.String(length=191), nullable=False),
    sa.CheckConstraint('total >= 0', name=op.f('ck_orders_total_not_below_zero')),
    sa.ForeignKeyConstraint(['customer_id'], ['user.id'], name=op.f('fk_orders_customer_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_orders')),
    sa.UniqueConstraint('cart_id', 'cart_version', name=op.f('uq_orders_cart_id_cart_version')),
    sa.UniqueConstraint('checkout_key', name=op.f('uq_orders_checkout_key')),
    sa.UniqueConstraint('number', name=op.f('uq_orders_number')),
    sa.UniqueConstraint('public_token', name=op.f('uq_orders_public_token')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('orders', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_orders_customer_id'), ['customer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_orders_email_key_placed_at'), ['email_key', 'placed_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_orders_network'), ['network'], unique=False)
        batch_op.create_index('ix_orders_open', ['payment_state', 'fulfilment_state', 'expires_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_orders_placed_at'), ['placed_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_orders_session_key'), ['session_key'], unique=False)

    op.create_table('outbox',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('reaction', sa.String(length=120), nullable=False),
    sa.Column('dedupe_key', sa.String(length=191), nullable=False),
    sa.Column('ordering_key', sa.String(length=191), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('available_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('lease_until', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('lease_token', sa.String(length=40), nullable=True),
    sa.Column('last_error', sa.Text(), nullable=True),
    sa.Column('done_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_outbox_event_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outbox')),
    sa.UniqueConstraint('dedupe_key', name=op.f('uq_outbox_dedupe_key')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_outbox_event_id'), ['event_id'], unique=False)
        batch_op.create_index('ix_outbox_open', ['state', 'available_at'], unique=False)
        batch_op.create_index('ix_outbox_order', ['ordering_key', 'state'], unique=False)

    op.create_table('product',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=191), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.Column('name_key', sa.String(length=191), nullable=False),
    sa.Column('summary', sa.String(length=500), nullable=False),
    sa.Column('description', sa.Text(), nullable=False),
    sa.Column('search_text', sa.Text(), nullable=False),
    sa.Column('brand_id', sa.Integer(), nullable=True),
    sa.Column('tax_class', sa.Enum('standard', 'reduced', 'zero', name='taxclass', native_enum=False, length=40), nullable=False),
    sa.Column('state', sa.Enum('draft', 'scheduled', 'active', 'archived', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('publish_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('source', sa.String(length=191), nullable=True),
    sa.Column('external_id', sa.String(length=191), nullable=True),
    sa.Column('unit_name', sa.String(length=191), nullable=False),
    sa.Column('min_price', sa.BigInteger(), nullable=True),
    sa.Column('max_price', sa.BigInteger(), nullable=True),
    sa.Column('created_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('updated_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.ForeignKeyConstraint(['brand_id'], ['brand.id'], name=op.f('fk_product_brand_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_product')),
    sa.UniqueConstraint('slug', name=op.f('uq_product_slug')),
    sa.UniqueConstraint('source', 'external_id', name=op.f('uq_product_source_external_id')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_product_created_at'), ['created_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_product_min_price'), ['min_price'], unique=False)
        batch_op.create_index(batch_op.f('ix_product_name_key'), ['name_key'], unique=False)
        batch_op.create_index(batch_op.f('ix_product_state_publish_at'), ['state', 'publish_at'], unique=False)

    op.create_table('tax_rate',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('zone_id', sa.Integer(), nullable=False),
    sa.Column('tax_class', sa.String(length=40), nullable=False),
    sa.Column('rate_ppm', sa.Integer(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.CheckConstraint('rate_ppm >= 0 AND rate_ppm <= 1000000', name=op.f('ck_tax_rate_rate_from_0_to_100_percent')),
    sa.CheckConstraint('valid_to IS NULL OR valid_to >= valid_from', name=op.f('ck_tax_rate_ends_after_it_began')),
    sa.ForeignKeyConstraint(['zone_id'], ['tax_zone.id'], name=op.f('fk_tax_rate_zone_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tax_rate')),
    sa.UniqueConstraint('zone_id', 'tax_class', 'valid_from', name=op.f('uq_tax_rate_zone_id_tax_class_valid_from')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('web_session',
    sa.Column('id_hash', sa.String(length=64), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('expires_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('ended_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_web_session_user_id')),
    sa.PrimaryKeyConstraint('id_hash', name=op.f('pk_web_session')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('web_session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_web_session_expires_at'), ['expires_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_web_session_user_id'), ['user_id'], unique=False)

    op.create_table('invoice',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(length=40), nullable=False),
    sa.Column('kind', sa.Enum('invoice', 'credit_note', name='invoicekind', native_enum=False, length=40), nullable=False),
    sa.Column('series', sa.String(length=10), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('serial', sa.Integer(), nullable=False),
    sa.Column('order_id', sa.Integer(), nullable=False),
    sa.Column('cause', sa.String(length=60), nullable=False),
    sa.Column('refers_to_id', sa.Integer(), nullable=True),
    sa.Column('document', sa.JSON(), nullable=False),
    sa.Column('total', sa.BigInteger(), nullable=False),
    sa.Column('tax', sa.BigInteger(), nullable=False),
    sa.Column('issued_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.ForeignKeyConstraint(['order_id'], ['orders.id'], name=op.f('fk_invoice_order_id')),
    sa.ForeignKeyConstraint(['refers_to_id'], ['invoice.id'], name=op.f('fk_invoice_refers_to_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invoice')),
    sa.UniqueConstraint('number', name=op.f('uq_invoice_number')),
    sa.UniqueConstraint('order_id', 'cause', name=op.f('uq_invoice_order_id_cause')),
    sa.UniqueConstraint('series', 'year', 'serial', name=op.f('uq_invoice_series_year_serial')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('option',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('product_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=191), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_option_product_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_option')),
    sa.UniqueConstraint('product_id', 'name', name=op.f('uq_option_product_id_name')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('payment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('order_id', sa.Integer(), nullable=False),
    sa.Column('attempt', sa.Integer(), nullable=False),
    sa.Column('method', sa.String(length=40), nullable=False),
    sa.Column('state', sa.Enum('created', 'open', 'processing', 'succeeded', 'failed', 'expired', 'cancelled', 'review', 'duplicate', 'refund_due', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('idem_key', sa.String(length=191), nullable=False),
    sa.Column('session_id', sa.String(length=191), nullable=True),
    sa.Column('intent_id', sa.String(length=191), nullable=True),
    sa.Column('open_slot', sa.Integer(), nullable=True),
    sa.Column('request', sa.JSON(), nullable=False),
    sa.Column('url', sa.Text(), nullable=True),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('livemode', sa.Boolean(), nullable=False),
    sa.Column('captured', sa.BigInteger(), nullable=False),
    sa.Column('refunded', sa.BigInteger(), nullable=False),
    sa.Column('reference', sa.String(length=191), nullable=False),
    sa.Column('expires_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('next_try_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('synced_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('created_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('settled_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('last_error', sa.Text(), nullable=False),
    sa.CheckConstraint('refunded <= captured', name=op.f('ck_payment_no_more_back_than_came')),
    sa.CheckConstraint('refunded >= 0', name=op.f('ck_payment_refunded_not_below_zero')),
    sa.ForeignKeyConstraint(['order_id'], ['orders.id'], name=op.f('fk_payment_order_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment')),
    sa.UniqueConstraint('idem_key', name=op.f('uq_payment_idem_key')),
    sa.UniqueConstraint('intent_id', name=op.f('uq_payment_intent_id')),
    sa.UniqueConstraint('open_slot', name=op.f('uq_payment_open_slot')),
    sa.UniqueConstraint('order_id', 'attempt', name=op.f('uq_payment_order_id_attempt')),
    sa.UniqueConstraint('session_id', name=op.f('uq_payment_session_id')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('payment', schema=None) as batch_op:
        batch_op.create_index('ix_payment_due', ['state', 'next_try_at'], unique=False)

    op.create_table('product_category',
    sa.Column('product_id', sa.Integer(), nullable=False),
    sa.Column('category_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('is_main', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['category_id'], ['category.id'], name=op.f('fk_product_category_category_id')),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_product_category_product_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('product_id', 'category_id', name=op.f('pk_product_category')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('product_category', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_product_category_category_id_position'), ['category_id', 'position'], unique=False)

    op.create_table('product_tag',
    sa.Column('product_id', sa.Integer(), nullable=False),
    sa.Column('tag_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_product_tag_product_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tag_id'], ['tag.id'], name=op.f('fk_product_tag_tag_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('product_id', 'tag_id', name=op.f('pk_product_tag')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('product_tag', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_product_tag_tag_id'), ['tag_id'], unique=False)

    op.create_table('shipment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('order_id', sa.Integer(), nullable=False),
    sa.Column('carrier', sa.String(length=191), nullable=False),
    sa.Column('tracking', sa.String(length=191), nullable=False),
    sa.Column('sent_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.ForeignKeyConstraint(['order_id'], ['orders.id'], name=op.f('fk_shipment_order_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shipment')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('shipment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shipment_order_id'), ['order_id'], unique=False)

    op.create_table('variant',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('product_id', sa.Integer(), nullable=False),
    sa.Column('sku', sa.String(length=191), nullable=False),
    sa.Column('barcode', sa.String(length=191), nullable=True),
    sa.Column('title', sa.String(length=191), nullable=False),
    sa.Column('price', sa.BigInteger(), nullable=False),
    sa.Column('compare_at_price', sa.BigInteger(), nullable=True),
    sa.Column('weight_grams', sa.Integer(), nullable=False),
    sa.Column('pack_size', sa.Integer(), nullable=False),
    sa.Column('min_quantity', sa.Integer(), nullable=False),
    sa.Column('quantity_step', sa.Integer(), nullable=False),
    sa.Column('max_quantity', sa.Integer(), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('stock_policy', sa.Enum('deny', 'backorder', 'untracked', name='stockpolicy', native_enum=False, length=40), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('identity', sa.String(length=500), nullable=True),
    sa.CheckConstraint('min_quantity >= 1', name=op.f('ck_variant_one_or_more')),
    sa.CheckConstraint('pack_size >= 1', name=op.f('ck_variant_pack_of_one_or_more')),
    sa.CheckConstraint('price >= 0', name=op.f('ck_variant_price_not_below_zero')),
    sa.CheckConstraint('quantity_step >= 1', name=op.f('ck_variant_step_of_one_or_more')),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_variant_product_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_variant')),
    sa.UniqueConstraint('identity', name=op.f('uq_variant_identity')),
    sa.UniqueConstraint('sku', name=op.f('uq_variant_sku')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('variant', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_variant_barcode'), ['barcode'], unique=False)
        batch_op.create_index(batch_op.f('ix_variant_product_id_position'), ['product_id', 'position'], unique=False)

    op.create_table('attribute_value',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('product_id', sa.Integer(), nullable=False),
    sa.Column('variant_id', sa.Integer(), nullable=True),
    sa.Column('attribute_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Numeric(precision=18, scale=4), nullable=True),
    sa.Column('text', sa.String(length=500), nullable=True),
    sa.Column('boolean', sa.Boolean(), nullable=True),
    sa.Column('day', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['attribute_id'], ['attribute.id'], name=op.f('fk_attribute_value_attribute_id')),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_attribute_value_product_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['variant_id'], ['variant.id'], name=op.f('fk_attribute_value_variant_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attribute_value')),
    sa.UniqueConstraint('product_id', 'variant_id', 'attribute_id', name=op.f('uq_attribute_value_product_id_variant_id_attribute_id')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('attribute_value', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attribute_value_attribute_id_number'), ['attribute_id', 'number'], unique=False)

    op.create_table('option_value',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('option_id', sa.Integer(), nullable=False),
    sa.Column('value', sa.String(length=191), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('swatch', sa.String(length=40), nullable=True),
    sa.ForeignKeyConstraint(['option_id'], ['option.id'], name=op.f('fk_option_value_option_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_option_value')),
    sa.UniqueConstraint('option_id', 'value', name=op.f('uq_option_value_option_id_value')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('order_line',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('order_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('goods', 'delivery', 'fee', name='linekind', native_enum=False, length=40), nullable=False),
    sa.Column('variant_id', sa.Integer(), nullable=True),
    sa.Column('sku', sa.String(length=191), nullable=False),
    sa.Column('name', sa.String(length=400), nullable=False),
    sa.Column('options', sa.Text(), nullable=False),
    sa.Column('picture_key', sa.String(length=191), nullable=True),
    sa.Column('quantity', sa.Integer(), nullable=False),
    sa.Column('pack_size', sa.Integer(), nullable=False),
    sa.Column('unit_price', sa.BigInteger(), nullable=False),
    sa.Column('list_price', sa.BigInteger(), nullable=False),
    sa.Column('tax_class', sa.String(length=20), nullable=False),
    sa.Column('rate_ppm', sa.Integer(), nullable=False),
    sa.Column('gross', sa.BigInteger(), nullable=False),
    sa.Column('net', sa.BigInteger(), nullable=False),
    sa.Column('tax', sa.BigInteger(), nullable=False),
    sa.Column('discount', sa.BigInteger(), nullable=False),
    sa.CheckConstraint('quantity > 0', name=op.f('ck_order_line_one_or_more')),
    sa.ForeignKeyConstraint(['order_id'], ['orders.id'], name=op.f('fk_order_line_order_id')),
    sa.ForeignKeyConstraint(['variant_id'], ['variant.id'], name=op.f('fk_order_line_variant_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_order_line')),
    sa.UniqueConstraint('order_id', 'position', name=op.f('uq_order_line_order_id_position')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('order_line', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_order_line_variant_id'), ['variant_id'], unique=False)

    op.create_table('price_change',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('variant_id', sa.Integer(), nullable=False),
    sa.Column('price', sa.BigInteger(), nullable=False),
    sa.Column('compare_at_price', sa.BigInteger(), nullable=True),
    sa.Column('at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['variant_id'], ['variant.id'], name=op.f('fk_price_change_variant_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_price_change')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('price_change', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_price_change_variant_id_at'), ['variant_id', 'at'], unique=False)

    op.create_table('product_picture',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('product_id', sa.Integer(), nullable=False),
    sa.Column('variant_id', sa.Integer(), nullable=True),
    sa.Column('picture_key', sa.String(length=191), nullable=False),
    sa.Column('alt', sa.String(length=500), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_product_picture_product_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['variant_id'], ['variant.id'], name=op.f('fk_product_picture_variant_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_product_picture')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('product_picture', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_product_picture_product_id_position'), ['product_id', 'position'], unique=False)

    op.create_table('refund',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(length=20), nullable=False),
    sa.Column('order_id', sa.Integer(), nullable=False),
    sa.Column('payment_id', sa.Integer(), nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('state', sa.Enum('requested', 'submitted', 'pending', 'succeeded', 'failed', 'cancelled', name='refundstate', native_enum=False, length=40), nullable=False),
    sa.Column('idem_key', sa.String(length=191), nullable=False),
    sa.Column('gateway_id', sa.String(length=191), nullable=True),
    sa.Column('reason', sa.String(length=191), nullable=False),
    sa.Column('by_hand', sa.Boolean(), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.Column('settled_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('next_try_at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=True),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('last_error', sa.Text(), nullable=False),
    sa.CheckConstraint('amount > 0', name=op.f('ck_refund_gives_something')),
    sa.ForeignKeyConstraint(['order_id'], ['orders.id'], name=op.f('fk_refund_order_id')),
    sa.ForeignKeyConstraint(['payment_id'], ['payment.id'], name=op.f('fk_refund_payment_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_refund')),
    sa.UniqueConstraint('gateway_id', name=op.f('uq_refund_gateway_id')),
    sa.UniqueConstraint('idem_key', name=op.f('uq_refund_idem_key')),
    sa.UniqueConstraint('number', name=op.f('uq_refund_number')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('refund', schema=None) as batch_op:
        batch_op.create_index('ix_refund_due', ['state', 'next_try_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_refund_order_id'), ['order_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_refund_payment_id'), ['payment_id'], unique=False)

    op.create_table('stock',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('variant_id', sa.Integer(), nullable=False),
    sa.Column('on_hand', sa.Integer(), nullable=False),
    sa.Column('reserved', sa.Integer(), nullable=False),
    sa.Column('safety', sa.Integer(), nullable=False),
    sa.Column('backorder', sa.Boolean(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('on_hand >= 0 OR backorder = 1', name=op.f('ck_stock_on_hand_not_below_zero')),
    sa.CheckConstraint('on_hand >= reserved OR backorder = 1', name=op.f('ck_stock_no_more_reserved_than_there_is')),
    sa.CheckConstraint('reserved >= 0', name=op.f('ck_stock_reserved_not_below_zero')),
    sa.CheckConstraint('safety >= 0', name=op.f('ck_stock_safety_not_below_zero')),
    sa.ForeignKeyConstraint(['variant_id'], ['variant.id'], name=op.f('fk_stock_variant_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stock')),
    sa.UniqueConstraint('variant_id', name=op.f('uq_stock_variant_id')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('order_share',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('line_id', sa.Integer(), nullable=False),
    sa.Column('first_unit', sa.Integer(), nullable=False),
    sa.Column('units', sa.Integer(), nullable=False),
    sa.Column('net', sa.BigInteger(), nullable=False),
    sa.Column('tax', sa.BigInteger(), nullable=False),
    sa.Column('discount', sa.BigInteger(), nullable=False),
    sa.CheckConstraint('units > 0', name=op.f('ck_order_share_one_or_more')),
    sa.ForeignKeyConstraint(['line_id'], ['order_line.id'], name=op.f('fk_order_share_line_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_order_share')),
    sa.UniqueConstraint('line_id', 'first_unit', name=op.f('uq_order_share_line_id_first_unit')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    op.create_table('reservation',
    sa.Column('ref', sa.String(length=40), nullable=False),
    sa.Column('stock_id', sa.Integer(), nullable=False),
    sa.Column('quantity', sa.Integer(), nullable=False),
    sa.Column('state', sa.Enum('held', 'consumed', 'released', name='held', native_enum=False, length=40), nullable=False),
    sa.CheckConstraint('quantity > 0', name=op.f('ck_reservation_holds_something')),
    sa.ForeignKeyConstraint(['stock_id'], ['stock.id'], name=op.f('fk_reservation_stock_id')),
    sa.PrimaryKeyConstraint('ref', 'stock_id', name=op.f('pk_reservation')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('reservation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reservation_stock_id_state'), ['stock_id', 'state'], unique=False)

    op.create_table('stock_move',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('stock_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('ref', sa.String(length=191), nullable=False),
    sa.Column('d_on_hand', sa.Integer(), nullable=False),
    sa.Column('d_reserved', sa.Integer(), nullable=False),
    sa.Column('reason', sa.String(length=191), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('at', sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql"), nullable=False),
    sa.ForeignKeyConstraint(['stock_id'], ['stock.id'], name=op.f('fk_stock_move_stock_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stock_move')),
    sa.UniqueConstraint('stock_id', 'kind', 'ref', name=op.f('uq_stock_move_stock_id_kind_ref')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('stock_move', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_stock_move_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_stock_move_ref'), ['ref'], unique=False)

    op.create_table('variant_value',
    sa.Column('variant_id', sa.Integer(), nullable=False),
    sa.Column('option_value_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['option_value_id'], ['option_value.id'], name=op.f('fk_variant_value_option_value_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['variant_id'], ['variant.id'], name=op.f('fk_variant_value_variant_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('variant_id', 'option_value_id', name=op.f('pk_variant_value')),
    mysql_charset='utf8mb4',
    mysql_collate='utf8mb4_bin',
    mysql_engine='InnoDB'
    )
    with op.batch_alter_table('variant_value', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_variant_value_option_value_id'), ['option_value_id'], unique=False)

    _write_the_shop_row()


def downgrade() -> None:
    with op.batch_alter_table('variant_value', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_variant_value_option_value_id'))

    op.drop_table('variant_value')
    with op.batch_alter_table('stock_move', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_stock_move_ref'))
        batch_op.drop_index(batch_op.f('ix_stock_move_at'))

    op.drop_table('stock_move')
    with op.batch_alter_table('reservation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reservation_stock_id_state'))

    op.drop_table('reservation')
    op.drop_table('order_share')
    op.drop_table('stock')
    with op.batch_alter_table('refund', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_refund_payment_id'))
        batch_op.drop_index(batch_op.f('ix_refund_order_id'))
        batch_op.drop_index('ix_refund_due')

    op.drop_table('refund')
    with op.batch_alter_table('product_picture', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_product_picture_product_id_position'))

    op.drop_table('product_picture')
    with op.batch_alter_table('price_change', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_price_change_variant_id_at'))

    op.drop_table('price_change')
    with op.batch_alter_table('order_line', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_order_line_variant_id'))

    op.drop_table('order_line')
    op.drop_table('option_value')
    with op.batch_alter_table('attribute_value', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_attribute_value_attribute_id_number'))

    op.drop_table('attribute_value')
    with op.batch_alter_table('variant', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_variant_product_id_position'))
        batch_op.drop_index(batch_op.f('ix_variant_barcode'))

    op.drop_table('variant')
    with op.batch_alter_table('shipment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_shipment_order_id'))

    op.drop_table('shipment')
    with op.batch_alter_table('product_tag', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_product_tag_tag_id'))

    op.drop_table('product_tag')
    with op.batch_alter_table('product_category', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_product_category_category_id_position'))

    op.drop_table('product_category')
    with op.batch_alter_table('payment', schema=None) as batch_op:
        batch_op.drop_index('ix_payment_due')

    op.drop_table('payment')
    op.drop_table('option')
    op.drop_table('invoice')
    with op.batch_alter_table('web_session', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_web_session_user_id'))
        batch_op.drop_index(batch_op.f('ix_web_session_expires_at'))

    op.drop_table('web_session')
    op.drop_table('tax_rate')
    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_product_state_publish_at'))
        batch_op.drop_index(batch_op.f('ix_product_name_key'))
        batch_op.drop_index(batch_op.f('ix_product_min_price'))
        batch_op.drop_index(batch_op.f('ix_product_created_at'))

    op.drop_table('product')
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('ix_outbox_order')
        batch_op.drop_index('ix_outbox_open')
        batch_op.drop_index(batch_op.f('ix_outbox_event_id'))

    op.drop_table('outbox')
    with op.batch_alter_table('orders', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_orders_session_key'))
        batch_op.drop_index(batch_op.f('ix_orders_placed_at'))
        batch_op.drop_index('ix_orders_open')
        batch_op.drop_index(batch_op.f('ix_orders_network'))
        batch_op.drop_index(batch_op.f('ix_orders_email_key_placed_at'))
        batch_op.drop_index(batch_op.f('ix_orders_customer_id'))

    op.drop_table('orders')
    with op.batch_alter_table('delivery_method', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_delivery_method_zone_id'))

    op.drop_table('delivery_method')
    with op.batch_alter_table('webhook_inbox', schema=None) as batch_op:
        batch_op.drop_index('ix_webhook_inbox_open')
        batch_op.drop_index(batch_op.f('ix_webhook_inbox_object_id'))

    op.drop_table('webhook_inbox')
    op.drop_table('user')
    op.drop_table('tax_zone')
    op.drop_table('tag')
    op.drop_table('slug_change')
    op.drop_table('shop')
    op.drop_table('schedule')
    with op.batch_alter_table('picture', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_picture_state_next_try_at'))

    op.drop_table('picture')
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_event_subject'))
        batch_op.drop_index(batch_op.f('ix_event_at'))

    op.drop_table('event')
    op.drop_table('delivery_zone')
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_delivery_subject'))
        batch_op.drop_index(batch_op.f('ix_delivery_state'))

    op.drop_table('delivery')
    op.drop_table('counter')
    with op.batch_alter_table('category', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_category_parent_id_position'))

    op.drop_table('category')
    with op.batch_alter_table('cart', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_cart_state_updated_at'))
        batch_op.drop_index(batch_op.f('ix_cart_owner_id'))

    op.drop_table('cart')
    op.drop_table('brand')
    op.drop_table('attribute')


def _write_the_shop_row() -> None:
    shop = wished(settings())
    table = sa.table(
        "shop",
        sa.column("id", sa.Integer),
        sa.column("currency", sa.String),
        sa.column("timezone", sa.String),
        sa.column("prices_include_tax", sa.Boolean),
        sa.column("created_at", sa.DateTime),
    )
    founded = clock.now().replace(tzinfo=None)
    row = {"id": 1, "currency": shop.currency, "timezone": shop.timezone, "prices_include_tax": shop.prices_include_tax}
    op.bulk_insert(table, [{**row, "created_at": founded}])
