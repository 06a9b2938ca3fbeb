"""The city-wide plan: who gets which offer when places are few.

- ``problem``    pairs with their value, and every limit a plan keeps
- ``plan``       a plan: the pairs chosen, what they are worth, what is proved of it
- ``checking``   every limit that a set of pairs breaks, found without the solver
- ``cliques``    conflicts between two as conflicts among many
- ``rows_of_limits``  the limits as named rows of a linear program
- ``program``    one integer program handed to the solver, read back exactly
- ``own_sets``   every set of offers that one cooperative could hold
- ``set_program``  prices and bounds over such sets
- ``set_linear``  shares of sets by a linear program kept warm
- ``set_search``  the best choice of sets by branch and bound, proved in whole numbers
- ``set_solver``  some choice of sets, where the search was cut off with none
- ``by_sets``    the best plan by choosing a set for each cooperative
- ``exact``      the best plan, proved, by integer programming
- ``national``   plans of national size by prices, with a proved gap
- ``solving``    the one or the other, by size
- ``relaxing``   the smallest change of limits that makes a plan possible
- ``spacing``    which two cooperatives stand too near to each other
- ``fullness``   places left of each quota before a plan, given by it, and still left
- ``comparing``  what two plans have in common and what not
- ``one_more``   what one more place of a full quota would add
- ``price_bounds``  what one more place can add at most, from the prices of a linear program
- ``one_less``   what one less of a minimum would add
- ``standing``   whether one cooperative may change what it has while nobody else moves
- ``waiting``    who waits for a place, in order, and who comes next for one that is given up
- ``why_not``    why a pair is not in a plan, and what it would cost to have it in
- ``dials``      what each setting of fairness costs
- ``congestion`` how contested an offer is before any plan
"""
