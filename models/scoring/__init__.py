"""Features, rules, beliefs and objective composed over one block of cooperatives.

- ``context``  everything about the offers of one day, prepared once
- ``learned``  the belief's chances corrected by what outcomes taught
- ``block``    one block of cooperatives scored against all offers

May import everything else in ``models`` but ``explain``.
"""
