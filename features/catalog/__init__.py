"""Reference data that ship with the package, each row with its source.

- ``areas.csv``          Kota Serang's 67 kelurahan; ``area_aliases.csv``: other spellings of them
- ``partners.csv``       who offers
- ``offers.csv``         the 30 business models, in the columns of the contract
- ``offer_sources.csv``  basis, source and date of every number, limit and window of an offer
- ``requirements.csv``   the rules of each offer, with the remedy of a failed one
- ``financing.csv``      what was said about loans, a row per dated statement; they disagree
- ``facts_fields.csv``   fields of ``facts``: what rules or public records speak of, numbers of documents
- ``sources.csv``        every source and every kind of assumption, by its id
- ``loader``             typed, cached access to all of it

Imports only ``features.errors`` and ``features.schema``.
"""
