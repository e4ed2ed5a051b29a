"""Whether PyYAML reads charts as rightseat does: their texts come as JSON, with all that rightseat says they claim.

The answer has for each null, or what differs. Read as bare texts, all must be the same; of what an edit has written,
texts must also be texts where PyYAML guesses types, as most programs let it.
"""

import json
import sys

import yaml

SECTIONS = {"person": "people", "seat": "seats", "priority": "priorities", "metric": "metrics"}
TEXTS = {"title", "name", "note", "function", "reports_to", "backup", "interim", "reason", "rule", "mission", "intent"}
LISTS = {"responsibilities", "members", "dotted_to", "contributors", "supports", "measures", "values", "formerly"}


def entry(chart, kind, id):
    if kind == "strategy":
        return chart.get("strategy") or {}
    found = (chart.get(SECTIONS[kind]) or {}).get(id)
    return {"name": found} if kind == "person" and not isinstance(found, dict) else found


def some(value):
    return value if isinstance(value, list) else [value]


def plain(text):
    return text.strip() if isinstance(text, str) else text


def of_entry(written, claims, of):
    for key, claim in claims.items():
        if key in TEXTS and isinstance(claim, str):
            if plain(written.get(key)) != plain(claim):
                return f"{of}: {key} is {written.get(key)!r} and not {claim!r}"
        elif (key in LISTS or key == "owner") and isinstance(claim, list) and None not in claim:
            read = sorted({plain(one) for one in some(written.get(key))})
            if read != sorted({plain(one) for one in claim}):
                return f"{of}: {key} is {read!r} and not {claim!r}"
    return None


def typed(chart, edit):
    """What an edit has written as a text is a text, whoever reads it."""
    key, new = edit.get("field"), edit.get("new")
    if edit["kind"] not in SECTIONS or new is None or key not in TEXTS | LISTS | {"owner", None}:
        return None
    section = chart.get(SECTIONS[edit["kind"]]) or {}
    if edit["id"] not in section and key is None:
        return f"the id {edit['id']!r} is another one: {list(section)!r}"
    if key is None or edit["id"] not in section:
        return None
    written = entry(chart, edit["kind"], edit["id"]).get(key)
    wanted = [one for one in some(new) if one is not None]
    for one in some(written):
        if not isinstance(one, str) and str(one) in map(str, wanted):
            return f"{edit['id']}: {key} is {one!r}, which is no text"
    return None


def trouble(asked):
    text = asked["text"].removeprefix("\ufeff")
    try:
        chart = yaml.load(text, Loader=yaml.BaseLoader)
        for claim in asked["claims"]:
            if claim["kind"] != "chart" and isinstance(claim.get("new"), dict):
                written = entry(chart, claim["kind"], claim["id"])
                if written is None:
                    return f"there is no {claim['kind']} {claim['id']!r}"
                told = of_entry(written, claim["new"], claim["id"])
                if told:
                    return told
        guessed = yaml.safe_load(text)
    except yaml.YAMLError as reason:
        return str(reason)
    return next(filter(None, (typed(guessed, edit) for edit in asked["meant"])), None)


json.dump([trouble(asked) for asked in json.load(sys.stdin)], sys.stdout)
