"""Use case: the city at a glance: a filtered list with best suggestions, counts, map, what needs action.

Files, from the top:

- ``overview``   ``Overviews``: pages of the list, all lines of a filter, the map
- ``lines``      one line per cooperative shown, with its best suggestion
- ``facets``     how many cooperatives each choice of a filter would leave
- ``map_cells``  the areas of the map with the standing of their cooperatives
- ``attention``  what needs action today
- ``standings``  the best suggestion's status of many cooperatives, without words
- ``roster``     every cooperative's plain columns, and the filters over them
- ``records``    what pages and sheets are made of

May import the workspace and everything below it.
"""
