"""What a loan costs month by month.

- ``instalments``  the table of one loan: grace, then equal payments, in whole rupiah
- ``ceilings``     whether a scheme lends that much, and for working capital
- ``totals``       what a table adds up to

May import ``features`` and ``models.errors``.
"""
