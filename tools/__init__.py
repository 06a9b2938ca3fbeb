"""Scripts of development, run by the Makefile; not shipped.

- ``bench``         measures the product against the floor each job has
- ``notebooks``     runs every notebook on the sample
- ``openapi``       writes the REST surface to a file
- ``make_venv.sh``  makes the virtual environment, or says why it cannot
"""
