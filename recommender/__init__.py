"""The application: records, adapters and use cases over the pure core.

Files, from the top:

- ``workspace``  the façade that commands, API, pages and notebooks share
- ``freshness``  use case: has anything changed that answers depend on?
- ``setup``      use case: make the store, load the catalogue and a sample
- ``advice``     use cases: suggest, mirror, explain, feature table, runs on record
- ``listing``    use case: rows of the catalogue and the cooperatives as typed values
- ``exchange``   use case: files into tables, tables into files
- ``directory``  find a cooperative or an offer by its id
- ``gathering``  the store's frames of one day as a scoring context
- ``ingest``     files to rows and rows to files
- ``sample``     Kota Serang's 67 cooperatives, with example values or public facts only
- ``store``      the only place that speaks SQL
- ``memory``     answers kept while they are asked for again
- ``clock``      what day it is in Jakarta
- ``settings``   what the environment says
- ``errors``     what can go wrong for a user

Rooms kept free: ``registry`` (trained models), ``replay``, ``plans`` (allocations), ``events`` (feedback).
"""
