"""What tests of the REST surface share."""

import pytest
from jsonschema import Draft202012Validator


@pytest.fixture(name="fits")
def _fits(site):
    """Judge an answer by the named schema."""
    described = site.get("/api/v1/openapi.json").json()

    def fits(name, answer):
        schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
        assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(answer)]
        return answer

    return fits
