"""The parts of the fit model: starts as the expert's prior and learns from every outcome.

- ``learned``     what was learned, with the names of columns and levels
- ``inputs``      what the classifier is given, checked
- ``outcomes``    training pairs in the order of time
- ``training``    outcomes to tables: accounts, weights, blanks
- ``one_thread``  linear algebra that gives the same bits on any number of processors
- ``turning``     from when on outcomes speak of today
- ``stacking``    trees beside the additive part, on held-out evidence
- ``columns``     where each column lies: bounds, centre, spread, knots
- ``design``      pairs to the additive part's matrix
- ``posterior``   mode, curvature and evidence of a logistic regression with Gaussian priors
- ``nats``        how much an outcome surprises a logit
- ``scales``      how far departures go; scales of blocks follow the evidence
- ``common_rate``  how often things work out at all
- ``weighing``    how much the belief, each account and the common rate count
- ``additive``    the additive part as tables
- ``doubt``       how sure it is of a pair: the covariance of all terms, folded
- ``rows``        sums over columns that give a pair the same bits alone and among others
- ``monotone``    curves that may only rise, or only fall
- ``bins``        columns cut into few bins
- ``questions``   what trees may ask about: bins of columns, levels of categories
- ``lots``        which pairs a tree looks at, drawn by what a pair is
- ``boosting``    symmetric trees grown on what is left unexplained
- ``forest``      those trees as tables
- ``unseen``      what no column tells of a cooperative
- ``mixing``      two chances mixed, told in shares of their logits
- ``tables``      everything learned, evaluated and split into contributions
- ``arrays``      tables to plain arrays and back

``models.fit`` makes a scikit-learn classifier of them. May import ``features`` and ``models.errors``.
"""
