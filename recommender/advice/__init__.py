"""Use cases of advice: from the store's frames to ranked, explained rows.

- ``adviser``     every question about the pairs of one store, answers remembered
- ``planner``     the adviser that also puts offers together
- ``records``     what advice is made of, as frozen records
- ``runs``        one record per run, so that every pair can be reconstructed
- ``rows``        scored blocks to suggestion rows
- ``suggesting``  ranked offers for cooperatives, block by block
- ``mirroring``   ranked cooperatives for one offer
- ``bundle_records``  what a bundle is made of
- ``bundle_rows``     a chosen set of offers as records
- ``bundle_texts``    sentences about bundles
- ``bundling``        the best set of offers for one cooperative
- ``plan_records``    what a plan of steps is made of
- ``planning``        the steps of all offers of one cooperative as one plan
- ``step_owners``     who usually does a step
- ``economics``       what one offer earns in one cooperative
- ``explaining``  everything about one pair
- ``ruling``      every rule of every offer for one cooperative
- ``pair_table``  one row per pair: what a learner sees
- ``tables``      suggestions as a frame with the contract's columns

May import ``features``, ``models``, ``recommender.directory``, ``recommender.gathering`` and what lies below.
"""
