"""Use case: the advisors' lists: whom to visit, what stands in the way, what moves most, what to ask.

Files, from the top:

- ``worklist``   all lists of the city, or of one district
- ``scoring``    every cooperative scored once: signs, changes, what they open, what to ask
- ``rows``       one cooperative's row, with names and sentences
- ``evidence``   what was stated and what the facts say, with source and day
- ``routing``    neighbours in one list, so that an advisor travels little
- ``records``    what lists are made of

May import the workspace and everything below it.
"""
