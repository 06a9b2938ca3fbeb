"""The text of one cell to a typed value, and back.

- ``answer_remarks``   what the user should know about a yes/no cell that was answered in another way
- ``approximate``      words around a number: about so many, more or less than so many, from so many to
- ``characters``       characters that nobody can see and that are refused
- ``choices``          fixed choices, with the Indonesian words people write for them
- ``codes``            area codes of the interior ministry, with or without dots
- ``coordinate_texts`` the two numbers of a cell that holds a place: separators, labels, sides, links of
- ``coordinates``      latitude and longitude of one cell or of two, with lost minus signs and swapped
- ``date_faults``      why a cell is no date, said so that the next try is right
- ``dates``            dates: ISO, Indonesian words, day first, and the serial numbers of spreadsheets
- ``degrees``          degrees: thousands dots that a program set, degrees with minutes and seconds
- ``documents``        what states that a document is there: its number, its date, the bank's name, the
- ``format``           ``format_cell``: a typed value to the canonical text that reads back as the same
- ``ids``              ids: one line of text whose digits all count
- ``lists``            items separated by ``;``; an item in double quotes is taken exactly as it stands
- ``lookalikes``       words whose letters only look alike: Latin mixed with Cyrillic or Greek, and
- ``measures``         A number as people write it into a column: with a unit, added up, multiplied
- ``money``            whole rupiah in all the spellings people use
- ``month_names``      names of months and weekdays as people write them
- ``number_words``     numbers in Indonesian words: ``lima juta``, ``seratus dua puluh``
- ``numbers``          digits with dots and commas, in the three ways a column can mean them
- ``parse``            ``parse_cell``: the text of a cell to the value its column demands
- ``phones``           telephone numbers of offices and officers, and postal codes
- ``quantities``       counts, levels and decimals: a number, perhaps with a unit word after it
- ``ranges``           the smallest and largest value that a column allows
- ``reading``          one cell with everything about it: as it stood, its value, whether that was
- ``remarks``          what was read with a doubt that the user should see: approximate, added up
- ``sexes``            men and women in one cell: ``L: 60 P: 100``, ``60 laki-laki, 100 perempuan``
- ``sheet_cells``      cells of a workbook that are no text there: number, date, yes/no, error, formula
- ``sides``            areas written as length times width: ``20 x 30 m``, ``p 20 l 30``
- ``spreadsheets``     what spreadsheets do to cells: errors, formulas without a result, dates in place
- ``states``           answers that are neither yes nor no: it is being made, or it is borrowed
- ``texts``            text, and the apostrophe that protects it from spreadsheets
- ``typed``            ``typed_value``: a number, date or truth value of a workbook to the value its column
- ``units``            unit words that people write after a number, and what they multiply it by
- ``values``           what a cell can hold once it is read, and how a refused cell is quoted
- ``words``            words that stand for no value: unknown, stated empty, and the order to forget
- ``yes_no``           yes and no in the words people write; what is neither stays neither

Words are data: ``choice_words.csv``, ``units.csv``, ``documents.csv``, ``bank_words.csv``. Pure standard
imports only ``features.schema`` and ``features.errors``.
"""
