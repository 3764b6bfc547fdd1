"""Runs the migrations on the connection that the caller hands over, inside the caller's transaction."""

from alembic import context

from eaa_checker.store.every_table import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite cannot alter a column in place
)
context.run_migrations()
