"""The best set of offers for one cooperative: exact, explained, within its room, money and people.

- ``problem``    offers as items, limits of what is shared, what a set is worth
- ``means``      what cooperatives have for their offers to share
- ``bounds``     the most that a branch of the search can still add
- ``solver``     the best set, by branch and bound in whole numbers; proved against trying every set
- ``additions``  the smallest addition of room, money or people that makes a better set possible
- ``left_out``   why an offer is not in the set
"""
