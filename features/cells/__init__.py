"""The text of one cell to a typed value, and back.

- ``values``         what a cell can hold, and how a refused cell is quoted
- ``words``          unknown, stated empty, "make it unknown": words that stand for no value
- ``characters``     characters nobody can see, which are refused
- ``texts``          text and ids; the apostrophe that protects them from spreadsheets
- ``numbers``        digits with dots and commas, in the three ways a column can mean them
- ``units``          unit words after a number (``units.csv``)
- ``ranges``         smallest and largest allowed value
- ``quantities``     counts, levels and decimals
- ``money``          whole rupiah in all spellings
- ``dates``          ISO, Indonesian, day first, serial
- ``choices``        yes/no and fixed choices, with Indonesian words (``choice_words.csv``)
- ``lists``          items separated by ``;``
- ``codes``          area codes
- ``parse``          ``parse_cell`` and ``cell_parser``: one cached parser for each column
- ``format``         ``format_cell`` and ``cell_formatter``: the canonical text
- ``remarks``        what was read with a doubt that the user should see

Pure standard library; imports only ``features.schema`` and ``features.errors``.
"""
