"""What suppliers ask against what a cooperative pays, item by item and as a monthly basket.

- ``units``       the unit of a price: how much of which base unit
- ``unit_words``  words of units, packs and fillers
- ``rows``        rows of the tables ``prices`` and ``purchases`` as exact values
- ``quotes``      a supplier's prices on a day: which hold, and what they are per base unit
- ``paying``      what is paid for each item, by the cooperative or on the local market
- ``comparison``  the suppliers of each item side by side, the best one marked
- ``basket``      the sum over all items, and what it leaves out with why
- ``mix``         which set of suppliers saves most after the cost of ordering
- ``sets``        the search through every set of suppliers
- ``channels``    what each supplier would save on each item, as the mix needs it

Exact fractions throughout. May import ``models.errors`` only.
"""
