"""One cooperative to one row of numbers, with unknown kept as unknown.

- ``references.csv``  what an unknown field of a young cooperative may be: low, typical, high, with source
- ``references``      those values as arrays: the same profile at its typical, low and high reading
- ``place``           the area's centroid, size and estimates where the cooperative's own are unknown
- ``transformer``     the scikit-learn shape shared by the five parts below
- ``location``        coordinates, density
- ``documents``       which of the base documents are there
- ``membership``      members by livelihood, board, skill
- ``capacity``        money, room, power, vehicles
- ``surroundings``    households, fields, competitors
- ``pipeline``        the five parts side by side

May import ``features.asof``, ``features.schema`` and ``features.errors``.
"""
