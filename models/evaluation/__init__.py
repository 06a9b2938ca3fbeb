"""How good chances are, and whether a new model may take the place of the old one.

- ``metrics``     loss, calibration, whether intervals hold the truth
- ``orders``      how good the order within each cooperative is
- ``lines``       a logistic line through one column
- ``splits``      which outcomes are kept aside: by cooperative, district, offer, or forward in time
- ``bootstrap``   how sure a mean of paired differences is
- ``gate``        may a new model take the old one's place
- ``pairs``       a frame of outcomes as the arrays that models take
- ``forecasts``   what a fitted peer says of new pairs
- ``peers``       the models compared, by name
- ``simple``      peers with a handful of numbers: the belief, the belief on a line, the offer's own rate
- ``logistic``    the peer of a regression with one column per offer
- ``boosted``     peers of boosted trees
- ``ours``        the product's own estimator as a peer
- ``trials``      what is learned from and judged by, run by run
- ``comparison``  every peer on every size and seed, with paired differences
- ``summary``     a comparison in lines, averaged over the runs
- ``report``      a comparison as Markdown and as JSON
- ``chart``       a comparison as a drawing

May import everything in ``models`` and ``features``.
"""
