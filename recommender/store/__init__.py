"""The store: the only folder that speaks SQL; rows go in, typed rows and frames come out.

Files, in the order in which a call passes through them:

- ``opening``      ``create_store`` and ``open_store``: the two ways in
- ``store``        ``Store``: revisions, runs, snapshots, check, close
- ``reading``      ``Reads``: what may be asked of the store, shared by ``Store`` and its snapshots
- ``record_reading``  the part of it that asks about revisions, imports, runs, remembered headers
- ``frames``       tables to pandas frames, now or as of a moment, whole or block by block
- ``mending``      rows that cannot be read, as they were recorded last, and named
- ``halving``      many things read at once, or all but those that cannot be read
- ``version_frames``  every version of the rows that have more than one
- ``arrays``       what a driver fetched, as one array for each column
- ``revision``     ``Revision``: an all-or-nothing set of upserts
- ``merging``      given rows against stored rows: new, changed or same
- ``recorder``     ``Recorder``: what a revision leaves behind, and the newest revision
- ``membership``   is a column's value one of many?
- ``removals``     the versions that say that a row is no longer there
- ``imports``      one record for each import
- ``touched``      which rows a revision touched
- ``undoing``      the undo of an import
- ``undo_checks``  what stands against it
- ``undo_sentences``  what is said then, in two languages
- ``since``        which rows changed after a revision
- ``header_memory``  what a sender's headers were said to mean
- ``runs``         one record for each run of advice
- ``model_reading``  the part of reading that asks about learned models
- ``model_writing``  a model that stays as it is, and the next promotion
- ``models``       learned models as rows
- ``promotions``   the chained log of which of them answers
- ``model_check``  are both still what was written?
- ``model_seal``   the hashes that stand for models
- ``model_records``  the records of them that cross the border
- ``model_tables``  their tables
- ``model_sentences``  what is said when one is refused
- ``allocation_reading``  the part of reading that asks about city-wide plans
- ``allocation_writing``  a plan that stays as it is, and which of them holds
- ``allocations``  plans as rows
- ``allocation_log``  the chained log of plans and their places
- ``allocation_states``  what the log makes of each plan
- ``allocation_check``  are both still what was written?
- ``allocation_seal``  the hashes that stand for plans
- ``allocation_records``  the records of them that cross the border
- ``allocation_tables``  their tables
- ``allocation_sentences``  what is said when one is refused
- ``conditional``  a revision that is decided on inside its own transaction
- ``check``        is everything in the store still what was written?
- ``records``      the records that cross the border: heads, counts, versions, runs, findings
- ``import_records``  those of imports and their undo
- ``values``       one typed value to what a column stores, and back
- ``keys``         the key columns of a row as one sortable text
- ``digest``       the chained digest of everything ever written
- ``instants``     moments as text that sorts
- ``tables``       the database's tables, made from the contract's columns
- ``record_tables``  those that hold records about the store itself
- ``schema_version``  which version the tables have, and the way to the newest
- ``migrations``   the steps between those versions
- ``writing``      one writer at a time
- ``engine``       connections to SQLite or PostgreSQL
- ``history``      what was recorded of a row
- ``pulse``        has another connection written since?
- ``place``        where the store is
- ``probe``        can the file be read and written at all?
- ``translation``  a driver's errors to the project's own tree
- ``sentences``    what the store says when it refuses, in two languages

May import ``features`` and ``recommender.errors``; nothing else of the project.
"""
