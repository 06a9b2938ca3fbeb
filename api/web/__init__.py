"""Pages, made on the server; they work without scripts, on a phone and on paper.

- ``router``        every page in one router
- ``home``          all cooperatives with their best suggestion
- ``cooperatives``  one cooperative and what suits it
- ``explanations``  everything about one pair
- ``offers``        business models, and one of them with the origin of each figure
- ``static_files``  the stylesheet and the icon
- ``refusals``      problems as a page that says what to do

- ``templating``    templates, bound to one request's language
- ``wording``       the words of the pages; they stand in ``words``
- ``figures``       numbers, money and days as people write them
- ``charts``        where marks and bars stand in a drawing

``templates`` holds one file per page, ``static`` the one stylesheet.
"""
