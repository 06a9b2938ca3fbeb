"""What the ranking sorts by, and in which order ties fall.

- ``objectives``  success, margin, jobs and balanced, on fixed scales
- ``ranker``      the best n of each row, ties by offer id

May import ``features`` and ``models.errors``.
"""
