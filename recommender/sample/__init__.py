"""What ``init --sample`` puts into a new store: the 67 cooperatives of Kota Serang, twice.

``serang-kosong`` holds what is published and nothing else. ``serang`` puts generated values, each
row marked ``contoh``, on the same real places; nothing in it was observed at any cooperative.

Files, in the order in which data pass through them:

- ``values``        what a cell of a sample row may hold
- ``tables``        the packaged tables below, as rows of text
- ``draws``         random draws that stay the same in every Python version
- ``places``        the areas of the catalogue as the generators see them
- ``names``         identifiers and names of the cooperatives
- ``standing``      the counts the department published, dealt out over the places
- ``people``        members, board, supervisors
- ``documents``     papers and KBLI codes
- ``money``         capital, cash, collateral, loan
- ``capacity``      premises, power, vehicles, specialists
- ``land``          paddy, ponds, gardens, fertiliser
- ``surroundings``  commodities and the shops and agents nearby
- ``activity``      running units, turnover, stage, barriers, preferences
- ``extras``        facts that no column holds
- ``gaps``          what stays unknown
- ``serang``        the generated sample, composed
- ``public``        the sample of published facts only
- ``rows``          the one entrance: a sample's rows by table

Tables:

- ``districts.csv``          shares of members and land, paddy in ha, by district: assumptions
- ``commodities.csv``        the vocabulary of commodities
- ``local_commodities.csv``  what grows or is made where, fact or assumption, with source
- ``preferences.csv``        which offers a district leans to (``*``: every district): assumptions
- ``gaps.csv``               the share unknown per field: assumptions; a group is unknown together
- ``example_facts.csv``      how often further facts are known, and yes: assumptions
- ``public_facts.csv``       published facts per area; an empty date: the source bears none

May import ``features`` and ``recommender.errors``; no store.
"""
