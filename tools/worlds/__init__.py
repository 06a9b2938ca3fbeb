"""Simulated worlds with known truth, to judge learners by; kept apart from the product.

- ``drawing``     cooperatives, offers, and every pair feature of the catalogue; which cells are blank
- ``believing``   what the packaged beliefs say of such pairs, and how unsure they are
- ``mechanisms``  how pairs really succeed: thresholds, bottlenecks, trees, hidden segments
- ``kinds``       the worlds there are: sensible, unseen, wrong, drift, stuffed
- ``world``       one world as tables of outcomes and of true chances
- ``streams``     streams of outcomes meant to lead a learner astray
- ``judging``     share of the possible gain and other figures against the truth

No mechanism is the additive one that the estimator assumes.
"""
