"""What experts believe, as data, and the probability of success that follows without any outcome.

- ``beliefs.csv``  criterion, value curve, strength in logits, how unsure, source
- ``sectors.csv``  how much easier or harder a sector is at the start, in logits
- ``beliefs``      typed access; anyone may hand in an edited table instead
- ``chance``       chance, interval and contributions of a block, believed or learned
- ``interval``     how wide an interval is when something is unknown
- ``prior``        the beliefs of a block

May import ``features`` and ``models.errors``.
"""
