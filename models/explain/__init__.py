"""Contributions in words: why, why not, what would raise it, what to ask next.

- ``terms``      what the terms of a chance are called
- ``texts.csv``  one sentence for and one against per criterion, in Indonesian and English
- ``texts``      typed access to them
- ``amounts``    numbers as people write them: Rp, %, km, in both languages
- ``wording``    values of rules as people say them
- ``formula``    the formula of a score in words
- ``reasons``    the strongest sentences of one pair
- ``raising``    what would raise the probability, and by how much
- ``departures``  where outcomes contradict what is believed
- ``asking``     which unknown fact matters most

May import everything else in ``models``.
"""
