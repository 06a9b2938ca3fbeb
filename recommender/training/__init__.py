"""Use case: learn from outcomes, and put what was learned to work or take it back.

- ``trainer``    the part of the workspace that learns
- ``train``      outcomes to a model that is registered, and promoted only if nobody loses by it
- ``judging``    the new model, the active one and the belief on outcomes that none of them has seen
- ``chances``    what a model says of a frame of pairs
- ``promoting``  put a version to work, or go back to the one before it
- ``evaluate``   the product's chances against the belief and other models, on outcomes kept aside
- ``versions``   every version with what is known of it
- ``model_report``     which model answers and why, with its history
- ``model_judgement``  what the figures of a training say beside the others
- ``prospects``  what can be learned from today, and when the next outcome counts
- ``verdicts``   which events count: confirmed, waiting, struck
- ``reviewer``   the part of the workspace that looks at events
- ``reviewing``  events the department has to look at, and what it found
- ``review_desk``     the same with names, as cases
- ``review_records``  what is shown of them
- ``review_state``    how an event stood when somebody looked at it
- ``moments``    pair features as they were known on the day of a pair's first event
- ``dataset``    labelled pairs with their weights, what is held, and a hash of it all
- ``records``    what a training set holds and tells

May import ``recommender.gathering``, ``recommender.registry``, the store, ``models`` and ``features``.
"""
