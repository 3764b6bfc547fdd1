"""The migrations, run by `eaa_checker.store.opening`; there is no ``alembic.ini``."""
