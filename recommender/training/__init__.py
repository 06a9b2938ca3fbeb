"""Use case: learn from recorded outcomes, and say how good that is.

- ``evaluate``  the product's chances against the belief and other models, on outcomes kept aside
"""
