"""Measurements, one file per part of the product.

- ``schema``  looking up a column's description
- ``scoring``  the city explained and written, a slice of the nation scored
- ``start``   starting the command line
- ``importing``  the nation's cooperatives from CSV, some from a workbook
- ``learning``  ours against all peers on simulated worlds
- ``given_worlds``  worlds somebody else made: through the product, and beside all peers
- ``intervals`` how often intervals of several levels hold the truth, and how wide they are
- ``streams``   how far learning falls behind the belief on streams meant to lead it astray
- ``leaving``   what leaving the expert early costs and brings
- ``turns``     how soon what a turn costs is made good
- ``steadiness``  whose first three change with one success less
- ``public_data``  the same on real choices that a package ships
- ``student_projects``  places of projects given to students, of a public set: best, greedy, each for itself
- ``fit_time``  learning from 100,000 outcomes
- ``city_plan``  hard plans of a city, beside plain HiGHS
- ``city_kinds``  hard plans of a city of seven kinds, beside the bare linear program
- ``national_plan``  plans of national size, beside a flow and an interior point
- ``http``    suggestions and a page over HTTP, asked again and made anew
"""
