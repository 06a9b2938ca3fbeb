"""The doors: they translate and delegate, and know one tree of errors.

- ``app``       ``create_app(settings)``: both HTTP doors behind the same guards
- ``rest``      JSON under ``/api/v1``
- ``web``       pages
- ``cli``       commands
- ``wiring``    settings to workspace to request; answers kept while nothing has changed
- ``problems``  the one table from error to status, code and sentences
- ``texts``     which language an answer is written in
- ``security``  who may call what, and the headers every answer carries

May import ``recommender``, but not its ``store``, ``ingest`` and ``sample``; never ``features`` or
``models``. No door imports another.
"""
