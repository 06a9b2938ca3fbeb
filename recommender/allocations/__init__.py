"""Use case: the city-wide plan, from a dry run to places that are taken.

- ``allocator``   the part of the workspace that plans for the whole city
- ``questions``   the part of it that answers questions to plans
- ``kept_plans``  the part of that which lists, reads, publishes, withdraws, compares
- ``settings``    what is asked of a plan, checked
- ``records``     what a plan tells, as frozen records
- ``holds``       pairs that are locked, forbidden or kept back, by whom, why, until when
- ``hold_files``  such pairs read from a file for one plan
- ``pair_values``    all pairs of one day in whole numbers
- ``pair_states``    which pairs may be chosen, which must be, and why the others may not
- ``problem_maker``  the store's day and the settings as a problem
- ``allocating``  a problem to a plan with everything that explains it
- ``names``       names of what a plan speaks of
- ``lines``       the pairs of a plan as records
- ``changes``     what two plans have in common and what not
- ``explained``   quotas and their price, waiting lists, who gets nothing
- ``asking``      questions to a plan: why not, what each setting costs, how contested offers are
- ``succession``  places that were given up since, and who comes next
- ``plan_workbook``  a plan as a workbook
- ``annex``       its pairs as an annex to a letter, ready to print and sign
- ``keeping``     a plan as bytes that stay as they are, and back
- ``telling``     the sentences of a plan
- ``obstacle_words``  those about what stands in a pair's way
- ``accepter``    the part of the workspace that accepts places and gives them up
- ``accepting``   one place for one cooperative, if one is left at that very moment
- ``releasing``   a place that is given up, or turned down
- ``pair_standing``  what a decision about one place rests on
- ``room_left``   places left for one pair, and holders too near
- ``place_events``  the events by which a place is taken or given up
- ``accepting_sentences``, ``releasing_sentences``  what is said when that is refused

May import ``recommender.gathering``, the store, ``models`` and ``features``.
"""
