"""What stands before every route, and the headers every answer carries.

- ``access``   who may call a route: permission and scope, declared when it is registered
- ``routes``   the only kind of route the app takes: guarded, and kept while nothing has changed
- ``local``    until accounts exist: this computer only
- ``same_origin``  forms are taken from this site's own pages only
- ``intake``   how much may be sent
- ``headers``  the headers of every answer, and its request id
- ``faults``   what nobody foresaw becomes a plain 500
"""
