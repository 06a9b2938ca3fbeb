"""Pure: from pair features to a ranked, explained list.

- ``errors``        what can be wrong with beliefs, rules, objectives or loans
- ``requirements``  three-valued eligibility: rules, places, windows, steps
- ``belief``        what experts believe, as data, and the probability that follows
- ``fit``           ``FitClassifier``: what outcomes teach, as a scikit-learn classifier
- ``learning``      its parts, and what was learned as tables
- ``evidence``      how much each outcome counts
- ``economics``     margin and jobs, with low and high estimates
- ``financing``     what a loan costs month by month
- ``ranking``       objectives on fixed scales and the stable order
- ``bundles``       the best set of offers for one cooperative
- ``scoring``       the above composed over one block of cooperatives
- ``prices``        suppliers' price lists against what a cooperative pays
- ``explain``       contributions in words, what would raise them, what to ask next
- ``premises``      which city asset could serve which cooperative without an office
- ``barriers``      what keeps a cooperative from doing business, and what would move most
- ``evaluation``    how good chances are, against other models; the gate before promotion

Room kept free: ``allocation``. May import ``features``; no database, no web.
"""
