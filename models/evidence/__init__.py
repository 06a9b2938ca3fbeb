"""How much each outcome counts: whose word it is, and runs of success too sudden to be believed unseen.

- ``standing``  which events count at once, and which wait for confirmation
- ``caps``      no account carries more of an offer's record than all others together
- ``tails``     how likely so many successes are, given what was believed and what others showed
- ``groups``    the sets of outcomes of one offer that could have been made up together
- ``runs``      sudden runs of successes for one offer

May import ``features`` and ``models.errors``.
"""
