"""Files that came in through the pages and wait to be checked and saved.

- ``kept``    the files on disk, each with the choices made so far
- ``headers`` columns of a file whose header is at fault, so that the user can say what they mean
"""
