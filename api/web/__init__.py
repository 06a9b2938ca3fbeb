"""Pages, made on the server; they work without scripts, on a phone and on paper.

- ``router``        every page in one router
- ``home``          all cooperatives with their best suggestion, filtered, beside their map
- ``home_sheet``    the same list as a table for a spreadsheet
- ``cooperatives``  one cooperative and what suits it
- ``facts``         its profile with the origin of every value, and the form that corrects one
- ``what_if``       suggestions if some values were different, without storing them
- ``steps``         the steps of all its offers as one plan
- ``decisions``     what the members decided, and the form that records it
- ``bundles``       what fits together in one cooperative
- ``comparing``     two business models side by side
- ``prices``        suppliers' price lists against what it pays
- ``explanations``  everything about one pair
- ``offers``        business models by sector
- ``offer``         one of them with the origin of each figure
- ``financing``     what was said about loans, and the instalments of one
- ``worklist``      lists for advisors: obstacles, smallest steps, what to ask
- ``premises``      which city asset could serve which cooperative without an office
- ``allocations``   the city-wide plan: the one that holds, a dry run, keeping it, a kept one
- ``allocation_form`` settings of a plan from a form or an address
- ``allocation_view`` a plan by cooperative, quota, waiting list and district
- ``allocation_page`` what its pages share
- ``allocation_acts`` publish and withdraw, each with a check page
- ``allocation_places`` what became of one place: accepted, given up, turned down
- ``allocation_questions`` why not a pair, two plans side by side, what each setting costs
- ``allocation_downloads`` a plan as a workbook
- ``plan_standing``  what the plan that holds says on a cooperative's page
- ``reviews``       what waits for the department's word and what is held
- ``review_checks`` the page on which events are looked at, and the form that records what was found
- ``review_view``   what of it one page shows
- ``model``         which model answers, since when and why
- ``address_words`` words and whole numbers of addresses and forms
- ``sheets``        printed sheets for the members' meeting, one page per cooperative
- ``sheet_options`` one option as it fits on a sheet
- ``qr``            an address as a QR code
- ``imports``       a sheet sent, checked, saved, taken back
- ``import_desk``   the form, the preview, one import at a time
- ``import_preview`` what its preview shows
- ``table_downloads`` tables and templates as workbooks
- ``static_files``  the stylesheet and the icon
- ``refusals``      problems as a page that says what to do

- ``templating``    templates, bound to one request's language
- ``wording``       the words of the pages; they stand in ``words``
- ``figures``       numbers, money and days as people write them
- ``where``         which cooperative a page is about, addresses that keep the language
- ``standing``      why an offer stands where it stands, in one sentence
- ``stated_words``  a stated value and its age in words
- ``contribution_charts``  what moves a chance, as a few signed bars
- ``charts``        where bars stand in a drawing

``templates`` holds one file per page, ``static`` the one stylesheet.
"""
