"""The registry: learned models as arrays with a manifest, refused unless every byte is as it was sealed.

Files, in the order in which a model passes through them:

- ``packing``        arrays to bytes and back; the same arrays, the same bytes
- ``manifest``       what is known of a model beside its arrays
- ``registering``    a model into the store
- ``opening``        a stored model back; seal first, then manifest, then arrays
- ``compatibility``  does this program know what the model speaks of?
- ``standing``       which model answers, which was refused, and why
- ``sentences``      what is said when a model is refused, in two languages

May import ``recommender.store``, ``models`` and ``features``; no use case.
"""
