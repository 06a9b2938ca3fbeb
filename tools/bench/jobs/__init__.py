"""Measurements, one file per part of the product.

- ``schema``  looking up a column's description
- ``start``   starting the command line
"""
