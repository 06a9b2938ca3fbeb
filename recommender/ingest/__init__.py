"""Files to rows and rows to files: canonical CSV import, export and template.

- ``ports``        what is asked of a store
- ``faults``       faults and warnings, collected with row, column, value and remedy
- ``fault_texts``  the sentences of faults that concern a file or a header
- ``csv_files``    a CSV file as header and numbered rows
- ``geojson_files`` outlines of areas from and to GeoJSON
- ``geometries``   one outline, checked and as compact text
- ``headers``      which column of the file is which column of the table
- ``places``       an area by code, name, or name and district
- ``fields``       the fields that rules and facts speak of, and the values they take
- ``stored``       what the store holds that a row is checked against
- ``row_reader``   the cells of a row to typed values
- ``plausibility`` values of a row that contradict each other
- ``field_checks`` rows that speak of a field: rules, facts, an offer's demand
- ``row_checks``   what must hold between a row, its file and the store
- ``report``       what an import did
- ``rejects``      the refused rows as a file to correct and import again
- ``load``         ``load_table``: one file into one table, all or nothing
- ``atomic``       a file that is written whole or not at all
- ``export``       ``export_table``: one table to a canonical CSV
- ``template``     ``write_template``: an empty sheet with Indonesian headers

Imports ``features`` and ``recommender.errors``; speaks to the store through ``ports`` only.
"""
