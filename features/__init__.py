"""Pure: what is known about a cooperative and a pairing, as numbers.

Files, in the order in which data passes through them:

- ``errors``    what can be wrong with data, each with an Indonesian and an English sentence
- ``frame_cells``  one cell of a frame as a plain value
- ``schema``    every table of the contract: its columns, kinds, units, ranges, labels
- ``cells``     one cell of a sheet as text to a typed value, and back
- ``catalog``   reference data that ships with the package, each row with its source
- ``origins``   where each value comes from on a given day
- ``asof``      which value of a fact held on a given day
- ``known``     which version of each row was known on a given day
- ``profile``   one cooperative to one row: location, members, capacity, surroundings
- ``pairs``     profiles and offers to one array per pair feature, block by block

May import nothing above it: no database, no web, no models.
"""
