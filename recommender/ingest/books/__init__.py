"""Exports, templates and refused rows as workbooks; no cell is ever a formula or a link.

- ``book_writer``   a workbook that is written whole or not at all, and its typed cells
- ``typed_cells``   values of a column as cells that read back as the same value
- ``choices_sheet`` drop-downs, their words on a hidden sheet
- ``export_book``   ``export_workbook``: one table
- ``template_book`` ``template_workbook``: an empty sheet with notes, an example and drop-downs
- ``rejects_book``  refused rows with their reasons

Reading workbooks: ``recommender.ingest.sheets``.
"""
