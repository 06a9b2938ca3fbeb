"""Scripts of development, run by the Makefile; not shipped.

- ``bench``         measures the product against the floor each job has
- ``worlds``        simulated worlds with known truth
- ``public_sets``   real choices that an installed package ships
- ``notebooks``     runs every notebook on the sample
- ``openapi``       writes the REST surface to a file
- ``screens``       takes pictures of the pages
- ``browser``       which Chromium tests and pictures use
- ``happenings``    made-up events of the sample's cooperatives
- ``serving``       the product's server in a process of its own
- ``make_venv.sh``  makes the virtual environment, or says why it cannot
- ``browser.sh``    installs a Chromium where it can, or says how to get one
"""
