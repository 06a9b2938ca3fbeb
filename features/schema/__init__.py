"""Every table of the contract as data.

- ``columns.csv``  one row per column: kind, unit, range, choices, key, labels
- ``loader``       typed, cached access to it
- ``header_words.csv``  the words that people write above a column
- ``header_words`` access to them

Kinds: ``id``, ``code`` (area code), ``text``, ``yes_no``, ``count`` (whole number), ``level`` (ordinal),
``money`` (whole rupiah), ``decimal``, ``date``, ``choice`` (one of ``choices``), ``list``; for fields of
``facts`` also ``phone`` and ``postal_code``.
Imports only ``features.errors``.
"""
