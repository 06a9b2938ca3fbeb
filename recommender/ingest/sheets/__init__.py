"""Workbooks, read by a child process with limits of its own.

What a file is:

- ``kinds``          by its first bytes and the names of its parts
- ``limits``         what is too much, for the pages and for the command line

In the child:

- ``child``          the process: limits itself, checks, reads, answers
- ``refusal``        why a file is not read, as the child says it
- ``xml_guard``      XML as a stream, without document types
- ``zip_check``      sizes, names and encryption of the parts
- ``book_parts``     the parts around the sheets: formats, properties, links
- ``sheet_parts``    what a sheet's XML says and the reader does not: hidden rows, formulas, percent
- ``ole_check``      old containers: locked, with macros, or something else
- ``ods_parts``      the rows and columns of an OpenDocument sheet
- ``column_letters`` ``A`` to 0, and back
- ``reading``        values of the reader as cells of the pipe

In the parent:

- ``process``        the child as a stream of lines with a deadline
- ``cells``          cells of the pipe as cells of a row
- ``workbook``       ``open_workbook``: grids of the sheets
- ``sheet_faults``   the sentences for each refusal

The child imports the standard library and the reader only, so that it starts at once.
"""
