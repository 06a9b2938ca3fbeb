"""How much each outcome counts: whose word it is, and runs of success too sudden to be believed unseen.

- ``standing``  which events count at once, and which wait for confirmation
- ``caps``      no account carries more of an offer's record than all others together
- ``sudden``    runs of success that chance alone would hardly bring

May import ``features`` and ``models.errors``.
"""
