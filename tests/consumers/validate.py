"""Judges documents with two validators: standard input holds {schema, documents}; standard output, by validator,
whether each document passes."""

import json
import sys
import warnings

import fastjsonschema
import jsonschema

# A pattern that Python reads otherwise than it was meant is only warned of.
warnings.simplefilter("error", FutureWarning)

asked = json.load(sys.stdin)
slow = jsonschema.Draft7Validator(asked["schema"])
jsonschema.Draft7Validator.check_schema(asked["schema"])
fast = fastjsonschema.compile(asked["schema"])


def is_taken(document):
    try:
        fast(document)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


json.dump(
    {
        "jsonschema": [slow.is_valid(document) for document in asked["documents"]],
        "fastjsonschema": [is_taken(document) for document in asked["documents"]],
    },
    sys.stdout,
)
