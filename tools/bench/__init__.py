"""How fast the product is, as ratios to the floor each job has.

- ``__main__``  ``python -m tools.bench``: run, print, write
- ``report``    results as a Markdown table and as JSON
- ``timing``    the best of several runs of a function
- ``beside``    what fitting takes ours and LightGBM on the same outcomes
- ``plans``     plans of any size to measure on
- ``learning_table``  how learners do on simulated worlds
- ``registry``  the measurements there are: add a new one here
- ``jobs``      one file per part of the product, holding its measurements

A *floor* is the least the job could take on this machine: one NumPy pass over the same numbers,
one bare query, one plain read of the file. The ratio ours / floor is comparable between machines;
seconds are not.
"""
