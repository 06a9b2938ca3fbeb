"""Profiles and offers to one array per pair feature, block by block.

- ``features.csv``    the catalogue of pair features: unit, range, direction, what each says
- ``catalogue``       typed access to it
- ``sectors.csv``     what a sector needs and where it thrives (assumptions, with source)
- ``offers.csv``      what an unknown number of an offer may be
- ``offers``          the offers' table as arrays, at its typical, low and high reading
- ``cooperatives``    a block of cooperatives as arrays, likewise
- ``capital``         coverage of the capital need, by own funds and by open schemes
- ``space``           coverage of shop and store area
- ``people``          skill gap, matching members
- ``demand``          units and margin a month, coverage of the ceiling
- ``place``           distance to the depot, competitors, density, infrastructure
- ``wishes``          interest and commodities, from lists
- ``block``           all pair features of one block

Every feature depends on one profile column and on the offer, so what an unknown field could change is
found by reading it low and high. May import everything else in ``features``.
"""
