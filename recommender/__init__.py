"""The application: records, adapters and use cases over the pure core.

Files, from the top:

- ``workspace``  the façade that commands, API, pages and notebooks share
- ``freshness``  use case: has anything changed that answers depend on?
- ``supposing``  use case: what would be suggested if some values were different
- ``rehearsal``  use case: practise retraining on simulated outcomes, in a store of its own
- ``price_tables``  a price comparison as records and as rows of a table
- ``worklist``   use case: lists for advisors: obstacles, what moves most, what to ask
- ``setup``      use case: make the store, load the catalogue and a sample
- ``premises``   use case: which city asset could serve which cooperative without an office
- ``advice``     use cases: suggest, mirror, explain, feature table, runs on record
- ``training``   use cases: learn from outcomes, register, promote, go back
- ``allocations``  use case: the city-wide plan, from a dry run to places that are taken
- ``listing``    use case: rows of the catalogue and the cooperatives as typed values
- ``overview``   use case: the city at a glance, filtered, with its map
- ``offering``   use case: how open each offer is on a day
- ``financing``  use case: the instalments of a loan under a stored scheme, with its warnings
- ``exchange``   use case: tables into files, and sheets to fill in
- ``uploads``    files that wait to be checked and saved
- ``importing``  use case: files into tables, seen beforehand, remembered, undone
- ``profiles``   use case: a cooperative's profile, each value with its origin and age
- ``correcting``  use case: correct one fact of a cooperative
- ``deciding``   use case: what the members decided, recorded beside the advice
- ``drivers``    use case: what moves the chance of several offers of one cooperative
- ``training``   use cases: learn from recorded outcomes, and say how good that is
- ``allocations``  use case: the city-wide plan, from a dry run to places that are taken
- ``pricing``    use case: suppliers' price lists against what one cooperative pays
- ``price_remarks``  what has to be said beside the figures of a price comparison
- ``reasons``    a reason as somebody wrote it, checked
- ``past_values``  every value ever recorded of one field
- ``stating``    what a person states of one field, read by the cell rules
- ``loan_remarks``  what has to be said beside a loan
- ``loan_schemes``  every financing scheme with the age of its statement
- ``directory``  find a cooperative or an offer by its id
- ``gathering``  the store's frames of one day as a scoring context
- ``registry``   learned models: packed, sealed, and which of them answers
- ``ingest``     files to rows and rows to files
- ``sample``     Kota Serang's 67 cooperatives, with example values or public facts only
- ``store``      the only place that speaks SQL
- ``mapping``    areas as shapes of a flat map
- ``workbooks``  tables as an Excel workbook or as CSV
- ``memory``     answers kept while they are asked for again
- ``product``    which version of the product this is
- ``clock``      what day it is in Jakarta
- ``settings``   what the environment says
- ``errors``     what can go wrong for a user

Rooms kept free: ``replay``, ``events`` (feedback).
"""
