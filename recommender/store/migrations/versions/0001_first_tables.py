"""The first tables: two for each table of the contract, revisions, runs of advice.

What stands here is frozen: later columns come with later versions, whatever the contract says then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# column:kind, and >table where the column refers to one
TABLES = {
    "areas": """
        code:key name:text district:text latitude_deg:decimal longitude_deg:decimal
        area_km2:decimal population_count:integer household_count:integer source:text
    """,
    "partners": """
        partner_id:key name:text kind:text mou_signed_on:date mou_until:date contact_office:text
        latitude_deg:decimal longitude_deg:decimal
    """,
    "offers": """
        offer_id:key partner_id:key>partners title:text sector:text summary:text funding:text
        capital_need_idr:integer setup_days:integer jobs_count:decimal skill_level:integer
        demand_field:text demand_units_per_month:decimal commodities:text
        max_units_per_month:decimal margin_idr_per_unit:integer
        running_cost_idr_per_month:integer shop_area_m2:decimal store_area_m2:decimal
        competition_field:text latitude_deg:decimal longitude_deg:decimal city_quota:integer
        district_quota:integer city_minimum:integer exclusive_group:text min_spacing_km:decimal
        valid_from:date valid_to:date apply_from:date apply_to:date basis:text source:text
        confirmed_on:date
    """,
    "offer_sources": """
        offer_id:key>offers field:text basis:text source:text confirmed_on:date note:text
    """,
    "requirements": """
        offer_id:key>offers rule_id:key field:text operator:text value:text severity:text
        label:text remedy:text remedy_cost_idr:integer remedy_days:integer basis:text source:text
        valid_from:date valid_to:date
    """,
    "cooperatives": """
        cooperative_id:key name:text area_code:key>areas latitude_deg:decimal
        longitude_deg:decimal has_deed:yes_no has_legal_entity:yes_no
        has_cooperative_number:yes_no has_tax_number:yes_no has_business_number:yes_no
        has_bank_account:yes_no has_bank_statements_3m:yes_no has_simkopdes_account:yes_no
        kbli_codes:text member_count:integer member_farmer_count:integer
        member_fisher_count:integer member_trader_count:integer member_micro_count:integer
        member_worker_count:integer board_count:integer supervisor_count:integer
        women_board_count:integer board_skill_level:integer training_hours:integer
        own_capital_idr:integer cash_idr:integer collateral_idr:integer loan_idr:integer
        loan_payment_idr_per_month:integer premises_status:text shop_area_m2:decimal
        store_area_m2:decimal store_capacity_t:decimal land_area_m2:decimal power_va:integer
        has_internet:yes_no road_access:text vehicles:text cold_storage_kg:decimal
        specialists:text population_count:integer household_count:integer paddy_ha:decimal
        pond_ha:decimal garden_ha:decimal fertiliser_quota_t_per_year:decimal commodities:text
        lpg_outlets_500m_count:integer bank_agents_300m_count:integer
        post_agents_1km_count:integer pharmacies_1km_count:integer minimarkets_500m_count:integer
        rice_outlets_count:integer kitchen_distance_km:decimal running_units:text
        turnover_idr_per_month:integer stage:integer barriers:text preferred_offers:text
        data_source:text observed_on:date
    """,
    "events": """
        event_id:key cooperative_id:key>cooperatives offer_id:key>offers occurred_on:date
        kind:text reason_code:text revenue_idr:integer margin_idr:integer jobs_count:decimal
        recommendation_id:text rank:integer propensity:decimal model_version:text
        recorded_by:text note:text
    """,
    "facts": """
        cooperative_id:key>cooperatives field:text value:text source:text observed_on:date
    """,
    "prices": """
        supplier_id:key>partners item:text unit:text price_idr:integer minimum_order:decimal
        delivered:yes_no valid_from:date valid_to:date
    """,
    "purchases": """
        cooperative_id:key>cooperatives item:text unit:text price_idr:integer
        monthly_quantity:decimal observed_on:date
    """,
    "financing": """
        scheme_id:key name:text ceiling_idr:integer working_capital_ceiling_idr:integer
        rate_percent_per_year:decimal tenor_months:integer grace_months:integer
        needs_collateral:yes_no status:text basis:text source:text confirmed_on:date note:text
    """,
    "assets": """
        asset_id:key area_code:key>areas kind:text area_m2:decimal latitude_deg:decimal
        longitude_deg:decimal status:text note:text
    """,
}


def sortable_text():
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def kinds():
    return {
        "key": sortable_text(),
        "text": sa.Text(),
        "yes_no": sa.Boolean(),
        "integer": sa.BigInteger(),
        "decimal": sa.Double(),
        "date": sa.Date(),
    }


def columns(table):
    """Give name, kind and the table referred to (or blank) of each column."""
    for word in TABLES[table].split():
        name, _, rest = word.partition(":")
        kind, _, refers_to = rest.partition(">")
        yield name, kinds()[kind], refers_to


def upgrade():
    op.create_table(
        "revisions",
        sa.Column("revision_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_at", sortable_text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("revision_id", name="pk_revisions"),
    )
    op.create_table(
        "advice_runs",
        sa.Column("recommendation_id", sortable_text(), nullable=False),
        sa.Column("made_at", sortable_text(), nullable=False),
        sa.Column("at_date", sa.Date(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("objective", sa.Text(), nullable=False),
        sa.Column("model_version", sa.Text(), nullable=False),
        sa.Column("data_digest", sa.Text(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("catalog_digest", sa.Text(), nullable=False),
        sa.Column("code_version", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.PrimaryKeyConstraint("recommendation_id", name="pk_advice_runs"),
    )
    for table in TABLES:
        create_current(table)
        create_versions(table)


def create_current(table):
    references = [(name, target) for name, _, target in columns(table) if target]
    op.create_table(
        table,
        sa.Column("row_key", sortable_text(), nullable=False),
        *(sa.Column(name, kind) for name, kind, _ in columns(table)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.revision_id"], name=f"fk_{table}_revision_id"),
        *(
            sa.ForeignKeyConstraint([name], [f"{target}.row_key"], name=f"fk_{table}_{name}")
            for name, target in references
        ),
    )
    for name in ["revision_id", *(name for name, _ in references)]:
        op.create_index(f"ix_{table}_{name}", table, [name])


def create_versions(table):
    versions = f"{table}_versions"
    op.create_table(
        versions,
        sa.Column("row_key", sortable_text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, kind) for name, kind, _ in columns(table)),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", "version", name=f"pk_{versions}"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.revision_id"], name=f"fk_{versions}_revision_id"
        ),
    )
    op.create_index(f"ix_{versions}_revision_id", versions, ["revision_id"])


def downgrade():
    for table in reversed(TABLES):
        op.drop_table(f"{table}_versions")
        op.drop_table(table)
    op.drop_table("advice_runs")
    op.drop_table("revisions")
