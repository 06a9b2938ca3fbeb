"""Which city asset could serve which cooperative without an office.

- ``plan``        who is given what, who is left out and why, which assets wait
- ``sites``       where cooperatives and assets stand, and how far they are from each other
- ``assignment``  as many as possible, then the least way, ties by order

May import ``features`` and ``models.errors``.
"""
