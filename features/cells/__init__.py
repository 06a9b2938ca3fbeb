"""The text of one cell to a typed value, and back.

What all share:

- ``values``            what a cell can hold, and how a refused cell is quoted
- ``words``             unknown, stated zero, stated empty, "make it unknown": words that stand for no value
- ``characters``        characters nobody can see, and cells that are too long: both refused
- ``spreadsheets``      what spreadsheets do to cells: errors, dates in place of text, lost digits
- ``sheet_cells``       cells of a workbook that are no text there: number, date, yes/no, error, formula

Text:

- ``texts``             text, and the apostrophe that protects it from spreadsheets
- ``ids``               ids: one line whose digits all count
- ``codes``             area codes, with or without dots
- ``phones``            telephone numbers and postal codes
- ``lookalikes``        words whose letters only look alike
- ``lists``             items separated by ``;``
- ``choices``           fixed choices, with Indonesian words (``choice_words.csv``)

Yes and no:

- ``yes_no``            yes and no in the words people write
- ``states``            answers that are neither: being made, or borrowed
- ``documents``         numbers, dates and names that state a document (``documents.csv``, ``bank_words.csv``)

Numbers:

- ``numbers``           digits with dots and commas, in the three ways a column can mean them
- ``number_words``      numbers in Indonesian words
- ``approximate``       about so many, more than so many, from so many to so many
- ``sexes``             men and women in one cell, added up
- ``sides``             areas written as length times width
- ``units``             unit words after a number (``units.csv``)
- ``measures``          all of these together: the number of a cell in its column's unit
- ``ranges``            smallest and largest allowed value
- ``quantities``        counts, levels and decimals
- ``money``             whole rupiah in all spellings

Days and places:

- ``month_names``       names of months and weekdays
- ``dates``             ISO, Indonesian, day first, serial
- ``date_faults``       why a cell is no date
- ``degrees``           degrees with thousands dots, minutes, seconds, north and south
- ``coordinate_texts``  the two numbers of a cell that holds a place
- ``coordinates``       latitude and longitude of one cell or of two, repaired

Put together:

- ``parse``             ``parse_cell`` and ``cell_parser``: one cached parser for each column
- ``typed``             ``typed_value``: the same for the cells of a workbook
- ``format``            ``format_cell`` and ``cell_formatter``: the canonical text
- ``answer_remarks``    what the user should know about a yes/no cell
- ``remarks``           what was read with a doubt that the user should see
- ``reading``           ``read_cell``: raw cell, value, status and reason together

Pure standard library; imports only ``features.schema`` and ``features.errors``.
"""
