"""JSON under ``/api/v1``.

- ``router``        every resource, in the order of its description
- ``cooperatives``  cooperatives: list, profile, eligibility
- ``suggestions``   what suits one cooperative, and whom an offer suits
- ``decisions``     what the members decided
- ``bundles``       what fits together in one cooperative, and which steps open more
- ``prices``        suppliers' price lists against what a cooperative pays
- ``offers``        partners, offers and their rules
- ``financing``     financing schemes, and the instalments of a loan
- ``fieldwork``     city assets and worklists
- ``allocations``   the city-wide plan: make it, ask it, publish it
- ``reviews``       events that wait or are held, and the department's word
- ``models``        which model answers, and putting another one to work
- ``service``       health, version and the description of this surface

- ``routing``       routes that take their own parameters only
- ``parameters``    query parameters that several routes take
- ``pages``         lists in parts: limit, cursor, updated_since
- ``languages``     the language of one request, as endpoints take it

- ``profile_shapes``      one cooperative as JSON
- ``catalogue_shapes``    partners, offers and their rules as JSON
- ``financing_shapes``    financing schemes and instalments as JSON
- ``advice_shapes``       suggestions as JSON
- ``bundle_shapes``       bundles as JSON
- ``economics_shapes``    a month of one offer as JSON
- ``plan_shapes``         plans of steps as JSON
- ``field_shapes``        city assets and worklists as JSON
- ``explanation_shapes``  rules, contributions and what would raise the chance as JSON
- ``price_shapes``        a price comparison as JSON
- ``allocation_shapes``   city-wide plans as JSON
- ``allocation_answers``  answers about plans as JSON
- ``place_shapes``        places that are taken and given up as JSON
- ``review_shapes``       events to look at and findings as JSON
- ``model_shapes``        models and their promotions as JSON
- ``service_shapes``      health, version and problems as JSON

- ``refusals``      problems as ``application/problem+json``
- ``validation``    what does not fit a parameter, in two languages
- ``surface``       the description (OpenAPI) with its problems
"""
