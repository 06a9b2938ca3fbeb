"""Rooms of the city for cooperatives that have no office of their own.

- ``plan``        who is given what, who is left out and why, which assets wait
- ``sites``       where cooperatives and assets stand, and how far they are from each other
- ``assignment``  as many as possible, then the least way, ties by order

May import ``features`` and ``models.errors``.
"""
