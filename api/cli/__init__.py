"""The command line: `sanding …`.

- ``main``              the commands and the way in
- ``group``             every failure to its exit code and its two sentences
- ``options``           options that several commands share

Commands:

- ``setup``             ``init`` and ``version``
- ``importing``         ``import``
- ``imports``           ``imports`` and ``undo``
- ``exchange``          ``export`` and ``template``
- ``suggest``           ``suggest``
- ``bundle``            ``bundle``
- ``steps``             ``steps``
- ``allocate``          ``allocate``
- ``allocations``       ``allocations list``, ``show``, ``publish``, ``compare``, ``why-not`` ...
- ``decide``            ``decide`` and ``decisions``
- ``economics``         ``economics``
- ``explain``           ``explain``
- ``loan``              ``loan``
- ``prices``            ``prices``
- ``premises``          ``premises``
- ``worklist``          ``worklist``
- ``pair_file``         ``features``
- ``train``             ``train``
- ``review``            ``events``, ``review``
- ``evaluate``          ``evaluate``
- ``models``            ``models list``, ``promote``, ``rollback``
- ``check``             ``check``
- ``serve``             ``serve``

How answers are written:

- ``targets``           standard output, or a file that appears whole
- ``records``           records as JSON, or as CSV that no spreadsheet runs
- ``answers``           answers in the form asked for
- ``suggestion_files``  suggestions as CSV, JSON or Parquet, row by row
- ``bundle_files``      a bundle as JSON or CSV
- ``explanation_files`` an explanation as JSON or CSV
- ``field_files``       city assets and worklists as CSV or JSON
- ``allocation_files``  a city-wide plan as CSV, JSON or Parquet
- ``allocation_book``   the same, or as a workbook
- ``allocation_rows``   answers about plans as rows
- ``allocation_view``   a city-wide plan on a terminal
- ``allocation_answers``  answers about plans, line by line
- ``allocation_words``  what they say, in two languages
- ``place_words``   what is said of places taken and given up
- ``premises_view``     city assets on a terminal
- ``worklist_view``     worklists on a terminal
- ``field_words``       what these two say, in two languages
- ``advice_view``       one cooperative's advice on a terminal
- ``list_view``         many cooperatives, or one offer, on a terminal
- ``explanation_view``  one pair on a terminal
- ``bundle_view``       a bundle on a terminal
- ``plan_view``         a plan of steps on a terminal, as JSON or CSV
- ``loan_files``        a loan's instalments as CSV or JSON
- ``loan_view``         a loan on a terminal
- ``price_files``       a price comparison as JSON or CSV
- ``price_view``        a price comparison on a terminal
- ``price_words``       what that view says, in two languages
- ``decision_words``    a decision of the members as sentences
- ``import_view``       what an import did or would do
- ``fault_view``        why a file was refused
- ``undo_view``         what was imported, and what undoing it did
- ``model_view``        a training, the models and their promotions as sentences
- ``evaluation_view``   a comparison of models in every form
- ``words``             what the views say, in two languages
- ``amounts``           numbers as a terminal shows them
- ``terminal``          widths, columns and colours
- ``progress``          how far long work is

May import ``recommender`` but for its adapters; heavy libraries only inside functions, so that ``--help``
answers at once.
"""
