"""The city-wide plan: who gets which offer when places are few.

- ``problem``    pairs with their value, and every limit a plan keeps
- ``plan``       a plan: the pairs chosen, what they are worth, what is proved of it
- ``checking``   every limit that a set of pairs breaks, found without the solver
- ``cliques``    conflicts between two as conflicts among many
- ``rows_of_limits``  the limits as named rows of a linear program
- ``program``    one integer program handed to the solver, read back exactly
- ``exact``      the best plan, proved, by integer programming
- ``national``   plans of national size by prices, with a proved gap
- ``solving``    the one or the other, by size
- ``relaxing``   the smallest change of limits that makes a plan possible
"""
