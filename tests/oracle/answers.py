"""Asks ansible-core what templates give, and prints cases in the format of the corpus.

    pip install ansible-core==2.19.14 ansible==12.3.0 jmespath cryptography passlib bcrypt==4.0.1 jsonpatch fqdn prettytable
    python answers.py CATEGORY < QUESTIONS >> engine/src/test/resources/oracle/NAME.jsonl

A question is a line: an expression, a template, or JSON with "t" (the template), "v" (variables) and "f" (files).
Answers that differ from call to call (random salts) and those that show the oracle's internals are to be left out.
"""

import datetime
import hashlib
import json
import os
import shutil
import sys
import tempfile
import warnings

os.environ.setdefault("ANSIBLE_DEPRECATION_WARNINGS", "0")
warnings.simplefilter("ignore")

from ansible.parsing.dataloader import DataLoader
from ansible.plugins.loader import init_plugin_loader
from ansible.template import Templar, trust_as_template


def trusted(value):
    if isinstance(value, str):
        return trust_as_template(value)
    if isinstance(value, list):
        return [trusted(item) for item in value]
    if isinstance(value, dict):
        if list(value) == ["__unsafe__"]:
            return value["__unsafe__"]
        return {key: trusted(item) for key, item in value.items()}
    return value


def typed(value):
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return str.__str__(value) + ""
    if isinstance(value, float):
        finite = value == value and value not in (float("inf"), float("-inf"))
        return float(value) if finite else {"__float__": repr(value)}
    if isinstance(value, bytes):
        return {"__bytes__": value.decode("latin-1")}
    if isinstance(value, datetime.datetime):
        return {"__datetime__": value.isoformat()}
    if isinstance(value, datetime.date):
        return {"__date__": value.isoformat()}
    if isinstance(value, (list, tuple)):
        return [typed(item) for item in value]
    if isinstance(value, dict):
        if all(isinstance(key, str) for key in value):
            return {str(key): typed(in_order(key, item)) for key, item in value.items()}
        return {"__dict__": [[typed(key), typed(item)] for key, item in value.items()]}
    return {"__object__": type(value).__name__}


def in_order(key, value):
    """Fingerprints come in the order of a set, which is another in every process."""
    return dict(sorted(value.items())) if key.endswith("fingerprints") else value


def question(line):
    asked = json.loads(line) if line.startswith('{"') else {"t": line}
    template = asked["t"]
    if "{{" not in template and "{%" not in template:
        template = "{{ " + template + " }}"
    return template, asked.get("v", {}), asked.get("f", {})


def answer(template, variables, files, folder):
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(content)
    loader = DataLoader()
    loader.set_basedir(folder)
    placed = json.loads(json.dumps(variables).replace("@DIR@", folder))
    templar = Templar(loader=loader, variables=trusted(placed))
    try:
        value = typed(templar.template(trust_as_template(template.replace("@DIR@", folder))))
        return "expected", json.loads(json.dumps(value).replace(folder, "@DIR@"))
    except Exception as error:
        text = type(error).__name__ + ": " + str(error)
        return "expected_error", text.replace(folder, "@DIR@")[:300]


def main(category):
    init_plugin_loader([])
    seen = set()
    for line in filter(None, map(str.rstrip, sys.stdin)):
        template, variables, files = question(line)
        digest = hashlib.sha1((template + json.dumps([variables, files] if files else variables, sort_keys=True)).encode())
        name = "o-%s-%s" % (category.replace("a-", ""), digest.hexdigest()[:8])
        if name in seen:
            continue
        seen.add(name)
        case = {"id": name, "category": category, "template": template, "vars": variables,
                "mode": "native", "escape_backslashes": True}
        if files:
            case["files"] = files
        folder = tempfile.mkdtemp(prefix="oracle")
        os.chdir(folder)
        kind, value = answer(template, variables, files, folder)
        os.chdir("/")
        shutil.rmtree(folder)
        case[kind] = value
        case.update(engine="ansible", oracle="ansible-core 2.19.14")
        print(json.dumps(case, ensure_ascii=False))


main(sys.argv[1])
