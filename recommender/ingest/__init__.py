"""Files to rows and rows to files, as people make them.

What is asked of others:

- ``ports``              what is asked of a store

A file to rows of cells:

- ``sources``            a file of any kind as grids
- ``grid``               rows of cells, before anybody asks what they mean
- ``csv_files``          a CSV file
- ``encodings``          how its letters are encoded
- ``separators``         what separates its columns
- ``sheets``             workbooks, read in a limited child process
- ``geojson_files``      outlines of areas from and to GeoJSON
- ``geometries``         one outline, checked and as compact text

Rows of cells to a table:

- ``header_texts``       the text above a column in comparable form
- ``header_names``       which column a header means
- ``header_scores``      how much of a row is a known header
- ``header_rows``        where the header stands, on one to three levels
- ``header_units``       the unit that a header names
- ``told``               what was said of headers
- ``headers``            which column of the file is which column of the table
- ``sheet_choice``       which sheet is read
- ``sheet_texts``        the sentences about sheets
- ``opened_table``       sheet, header and columns of an open file
- ``matched``            how the columns were understood, for showing
- ``row_kinds``          data, totals, titles of groups, signatures
- ``merged_cells``       cells joined over several rows
- ``passed_rows``        what was passed over
- ``totals``             rows of totals against the rows above
- ``coverage``           which areas of a city a list leaves out

Cells to values:

- ``column_parsers``     how the cells of a column are read
- ``read_row``           one row: values, faults, doubts
- ``row_reader``         the cells of a row to typed values
- ``places``             an area by code, name, or name and district
- ``areas``              one area, and why a name is none
- ``area_texts``         a name or an address taken apart
- ``place_cells``        where a row lies: area and coordinates together
- ``cooperative_names``  a desa's abbreviation in a kelurahan
- ``cooperative_finder`` a cooperative by area or name
- ``row_owner``          whose row it is where no id is given
- ``fields``             the fields that rules and facts speak of, and the values they take

Rows against the store:

- ``stored``             what the store holds that a row is checked against
- ``plausibility``       values of a row that contradict each other
- ``field_checks``       rows that speak of a field: rules, facts, an offer's demand
- ``row_checks``         what must hold between a row, its file and the store
- ``conflicts``          rows that changed since the file was exported

The import:

- ``faults``             faults and warnings, collected with sheet, row, column, value and remedy
- ``fault_texts``        the sentences of faults that concern a file or a header
- ``look``               ``look_into``: sheets and header only
- ``load``               ``load_table``: one file into one table, all or nothing
- ``file_pass``          one pass over the rows
- ``report``             what an import did
- ``rejects``            the refused rows as a file to correct and import again

Rows to files:

- ``atomic``             a file that is written whole or not at all
- ``export``             ``export_table``: one table to a canonical CSV
- ``template``           ``write_template``: an empty CSV sheet with Indonesian headers
- ``column_notes``       what goes into a column, in words
- ``books``              the same as workbooks

Imports ``features``, ``recommender.errors`` and ``recommender.clock``; speaks to the store through
``ports`` only.
"""
