"""Plans of national size: prices first, then the few pairs that prices leave undecided, with a proved gap.

- ``remaining``    what is left to decide once locked and held pairs have taken their places
- ``impossible``   limits that fail by themselves
- ``together``     minimums that fail together though each could be kept alone
- ``limits``       limits as one vector of prices, and prices as one table by district and offer
- ``near``         the pairs that prices leave in question, gathered block by block
- ``smoothing``    demand at given prices, smoothed so that it answers small changes of price
- ``newton``       prices at which smoothed demand keeps every limit
- ``pricing``      the same with less and less smoothing: prices of the plan itself
- ``certificate``  what no plan can be worth more than, reckoned in whole numbers
- ``ledger``       places, room and budget as they are taken and given back
- ``minimums``     what is missing from the minimums, and who has to get something
- ``filling``      pairs taken best first
- ``largest``      the largest of many values in order
- ``weakest_first``  all pairs of a plan, the least worth first
- ``in_the_way``   the pairs that stand in the way of another
- ``exchange``     one pair taken in exchange for the weakest that stand in its way
- ``mending``      minimums made good by the cheapest exchanges
- ``by_offer``     pairs turned on their side: one offer's together, for plans that follow changes
- ``fitting``      the offers that one cooperative may take now
- ``opening``      an offer of which a place is free where none was
- ``pair_list``    the pairs of a plan that follows changes, in order
- ``window``       the pairs in question as an integer program
- ``solver``       all of these in turn: a plan with its bound
- ``spare_rows``   empty rows for cooperatives that come later
- ``following``    moves that follow a change
- ``warm``         a plan that follows one change at once
"""
