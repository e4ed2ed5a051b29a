"""What python-pptx and openpyxl read in decks and workbooks; their paths come as JSON."""

import json
import sys

import openpyxl
from pptx import Presentation


def shapes(parent):
    for shape in parent.shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shapes(shape)


def deck(path):
    slides = []
    for slide in Presentation(path).slides:
        told = list(shapes(slide))
        lines = [shape for shape in told if shape._element.tag.endswith("}cxnSp")]
        ids = {shape.shape_id for shape in told}
        ends = [end for line in lines for end in line._element.iter() if end.tag.endswith(("}stCxn", "}endCxn"))]
        slides.append(
            {
                "title": slide.shapes.title.text if slide.shapes.title is not None else None,
                "groups": [shape.name for shape in slide.shapes if hasattr(shape, "shapes")],
                "texts": [
                    [paragraph.text for paragraph in shape.text_frame.paragraphs]
                    for shape in told
                    if shape.has_text_frame and shape.text_frame.text
                ],
                "tables": [
                    [[cell.text for cell in row.cells] for row in shape.table.rows] for shape in told if shape.has_table
                ],
                "lines": len(lines),
                "glued": sum(int(end.get("id")) in ids for end in ends),
            }
        )
    return slides


def workbook(path):
    book = openpyxl.load_workbook(path)
    sheets = {}
    for sheet in book:
        cells = [cell for row in sheet for cell in row if cell.value is not None]
        sheets[sheet.title] = {
            "frozen": sheet.freeze_panes,
            "kinds": sorted({cell.data_type for cell in cells}),
            "cells": [cell.value for cell in cells],
        }
    return sheets


asked = json.load(sys.stdin)
json.dump({"decks": [deck(path) for path in asked["decks"]], "workbooks": [workbook(path) for path in asked["workbooks"]]}, sys.stdout)
