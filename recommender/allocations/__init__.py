"""Use case: the city-wide plan, from a dry run to places that are taken.

- ``allocator``   the part of the workspace that plans for the whole city
- ``settings``    what is asked of a plan
- ``records``     what a plan tells, as frozen records
- ``holds``       pairs that are locked, forbidden or kept back, by whom, why, until when
- ``problem_maker``  the store's day and the settings as a problem
- ``allocating``  a problem to a plan with everything that explains it
- ``telling``     the sentences of a plan
- ``keeping``     a plan as bytes that stay as they are, and back
- ``publishing``  publish, withdraw, compare

May import ``recommender.gathering``, the store, ``models`` and ``features``.
"""
