"""Use case: learn from outcomes.

- ``verdicts``   which events count: confirmed, waiting, struck
- ``moments``    pair features as they were known on the day of a pair's first event
- ``dataset``    labelled pairs with their weights, what is held, and a hash of it all
- ``records``    what a training set holds and tells

May import ``recommender.gathering``, the store, ``models`` and ``features``.
"""
