"""What a pair would earn and employ, with low and high estimates.

- ``pair``    one pair from demand to payback, and what its spread comes from
- ``margin``  margin a month at the three readings, and whether an assumption stands in it

May import ``features`` and ``models.errors``.
"""
