"""Three-valued eligibility: every rule is met, failed or unknown.

- ``rules``        requirement rows of one day as rules with typed values
- ``truth``        one rule over all cooperatives of a block at once
- ``places``       who holds a place and how many are left
- ``eligibility``  the status of every pair of a block
- ``steps``        what is missing, in order, with cost and days
- ``openings``     which steps open how many offers at the least price

May import ``features`` and ``models.errors``.
"""
