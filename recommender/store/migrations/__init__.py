"""The steps between the versions of the store's tables, run by Alembic; see ``schema_version``.

A step that has been released is never changed: stores out there have taken it.
"""
