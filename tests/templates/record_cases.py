#!/usr/bin/env python3
"""Makes random templates over random values and records what ansible-core answers to them.

    python3 -m venv venv && venv/bin/pip install ansible-core==2.19.14
    venv/bin/python record_cases.py --count 20000 --seed 1 > recorded.jsonl

Each line is one case in the format that `./verify --corpus FILE` scores. A case is kept only when
it is answered alike in two processes with other seeds of Python's hashes, so nothing that hangs on
the order of a set is asked. Most cases give a value; those that fail are held to one in eight.
"""

import argparse
import json
import os
import random
import subprocess
import sys

WORDS = ["alpha", "beta", "etcd-1", "10.0.0.1", "a b", "", "Ünïcode", "x=1,y=2", "/etc/ssl/cert.pem",
         "True", "1.10.2", "42", " padded ", "line one\nline two\n", "MiXed", "{}", "it's", 'say "hi"',
         "0644", "no", "null", "a,b,,c", "100%", "tab\there", "v3.6.0-rc.1", "\\d+", "ß", "1e3", "-7"]
KEYS = ["a", "b", "name", "port", "items", "keys", "0", "enabled", "x-y", "value"]


class Maker:
    """One case: variables that were drawn, and expressions over them."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.variables = {}
        self.locals = {}

    # values

    def scalar(self):
        r = self.random
        kind = r.randrange(12)
        if kind < 4:
            return r.choice(WORDS)
        if kind < 7:
            return r.choice([0, 1, -1, 2, 3, 7, 10, 255, -12, 65536, r.randrange(-1000, 1000), 10 ** 15])
        if kind < 8:
            return r.choice([0.0, 0.5, -1.5, 2.0, 3.14159, 1e16, 1e-7, 100.25])
        if kind < 10:
            return r.random() < 0.5
        if kind < 11:
            return None
        return str(r.randrange(300))

    def value(self, depth=2):
        r = self.random
        kind = r.randrange(10)
        if depth == 0 or kind < 5:
            return self.scalar()
        if kind < 8:
            return self.list_value(depth - 1)
        return self.dict_value(depth - 1)

    def list_value(self, depth):
        r = self.random
        size = r.randrange(5)
        kind = r.randrange(5)
        if kind == 0:
            return [r.choice(WORDS) for _ in range(size)]
        if kind == 1:
            return [r.randrange(-5, 30) for _ in range(size)]
        if kind == 2:
            return [{"name": r.choice(WORDS), "port": r.randrange(3), "enabled": r.random() < .5} for _ in range(size)]
        return [self.value(depth) for _ in range(size)]

    def dict_value(self, depth):
        r = self.random
        return {key: self.value(depth) for key in r.sample(KEYS, r.randrange(5))}

    def variable(self, kind):
        r = self.random
        name = kind[0] + str(r.randrange(3))
        if name not in self.variables:
            self.variables[name] = {
                "string": lambda: r.choice(WORDS),
                "number": lambda: r.choice([self.scalar() for _ in range(3)] + [r.randrange(100)]) if r.random() < .1 else r.choice([r.randrange(-20, 100), r.choice([0.5, 2.0, -1.25, 1e3])]),
                "list": lambda: self.list_value(2),
                "dict": lambda: self.dict_value(2),
                "any": lambda: self.value(2),
            }[kind]()
        return name

    # expressions

    def literal(self, value):
        if isinstance(value, str):
            text = value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\t", "\\t")
            return "'" + text + "'"
        if isinstance(value, list):
            return "[" + ", ".join(self.literal(item) for item in value) + "]"
        if isinstance(value, dict):
            return "{" + ", ".join(self.literal(k) + ": " + self.literal(v) for k, v in value.items()) + "}"
        if value is None or isinstance(value, bool):
            return self.random.choice([str(value), str(value).lower()])
        return repr(value)

    def make(self, kind, depth):
        r = self.random
        if r.random() < 0.06:
            kind = r.choice(["string", "number", "list", "dict", "any"])
        if kind == "any":
            kind = r.choice(["string", "number", "list", "dict", "bool"])
        local = [name for name, its in self.locals.items() if its == kind]
        if local and r.random() < 0.5:
            return r.choice(local)
        if depth <= 0 or r.random() < 0.15:
            return self.leaf(kind)
        return getattr(self, kind)(depth - 1)

    def leaf(self, kind):
        r = self.random
        if kind == "bool":
            return r.choice(["true", "false", "True", "a0 is defined", "nope is defined", "not true"])
        if r.random() < 0.04:
            return r.choice(["none", "nope", "nope.deep", "omit is defined", "d0.nope", "l0[9]"])
        if r.random() < 0.65:
            return self.variable(kind)
        value = {"string": lambda: r.choice(WORDS), "number": lambda: r.choice([0, 1, 2, 3, 5, 10, 0.5]),
                 "list": lambda: self.list_value(1), "dict": lambda: self.dict_value(1)}[kind]()
        return self.literal(value)

    def pick(self, patterns, depth):
        """Fills one of the patterns: §kind§ is an expression, everything else stands for itself."""
        parts = self.random.choice(patterns).split("§")
        for at in range(1, len(parts), 2):
            kind = parts[at]
            if kind == "word":
                parts[at] = self.literal(self.random.choice(WORDS))
            elif kind == "key":
                parts[at] = self.random.choice(KEYS)
            elif kind == "small":
                parts[at] = str(self.random.choice([0, 1, 2, 3, -1, -2, 4]))
            elif kind == "attribute":
                parts[at] = self.random.choice(["'name'", "'port'", "'enabled'", "'name'", "'a'"])
            else:
                parts[at] = self.make(kind, depth)
                if not parts[at].isalnum() and self.random.random() < 0.7:
                    parts[at] = "(" + parts[at] + ")"
        return "".join(parts)

    def string(self, depth):
        return self.pick(STRINGS, depth)

    def number(self, depth):
        return self.pick(NUMBERS, depth)

    def list(self, depth):
        return self.pick(LISTS, depth)

    def dict(self, depth):
        return self.pick(DICTS, depth)

    def bool(self, depth):
        return self.pick(BOOLS, depth)

    # templates

    def statement(self, depth):
        r = self.random
        kind = r.randrange(8)
        if depth <= 0 or kind < 3:
            return r.choice(["", "text ", "\n", "  ", "- "]) + "{{ " + self.make("any", 2) + " }}"
        body = self.statement(depth - 1)
        dash = ["", "-", "+"]
        o, c = r.choices(dash, [8, 2, 1])[0], r.choices(["", "-"], [8, 2])[0]
        if kind == 3:
            return "{%" + o + " if " + self.make("bool", 2) + " " + c + "%}" + body + "{% else %}" + self.statement(0) + "{% endif %}"
        if kind == 4:
            outer = dict(self.locals)
            source = self.make("list", 1)
            self.locals.update({"item": "any", "loop.index": "number", "loop.last": "bool"})
            inner = self.statement(depth - 1) + r.choice(["", "{{ loop.index }}", "{% if not loop.last %},{% endif %}", "{{ item }}", "\n"])
            self.locals = outer
            return "{%" + o + " for item in " + source + " " + c + "%}" + inner + r.choice(["", "{% else %}none"]) + "{% endfor %}"
        if kind == 5:
            outer = dict(self.locals)
            source = self.make("dict", 1)
            self.locals.update({"key": "string", "value": "any"})
            inner = self.statement(depth - 1)
            self.locals = outer
            return "{% for key, value in (" + source + ").items() " + c + "%}{{ key }}=" + inner + "\n{% endfor %}"
        if kind == 6:
            name = r.choice(["v", "w"])
            its = r.choice(["string", "number", "list"])
            text = "{% set " + name + " = " + self.make(its, 2) + " " + c + "%}"
            self.locals[name] = its
            return text + self.statement(depth - 1)
        self.locals["m()"] = "string"
        return "{% macro m(x=" + self.literal(self.scalar()) + ") %}<{{ x }}>{% endmacro %}" + self.statement(depth - 1)

    def case(self):
        r = self.random
        kind = r.randrange(10)
        if kind < 6:
            return "random-expression", "native", "{{ " + self.make("any", 4) + " }}"
        if kind < 8:
            return "random-condition", "when", self.make("bool", 4)
        if kind < 9:
            return "random-text", "text", "".join(self.statement(2) for _ in range(r.randrange(1, 4)))
        return "random-mixed", "native", r.choice(WORDS[:6]) + "{{ " + self.make("any", 3) + " }}" + r.choice(["", "/", "{{ " + self.make("any", 2) + " }}"])





STRINGS = """
§string§ ~ §any§|§string§ + §string§|§string§.upper()|§string§.split(§word§)[0]|§string§ @ upper|§string§ @ lower
§string§ @ capitalize|§string§ @ title|§string§ @ trim|§string§ @ replace(§word§, §word§)|§any§ @ string
§string§ @ regex_replace('[aeiou]', §word§)|§string§ @ regex_replace('^(.)(.*)$', '\\\\2\\\\1')|§string§[§small§:]
§string§ @ default(§word§)|nope @ default(§string§)|§string§ @ default(§word§, true)|§list§ @ join(',')|§list§ @ join(§word§)
§string§ @ b64encode|§string§ @ b64encode @ b64decode|§string§ @ quote|§string§ @ basename|§string§ @ dirname|§string§ @ splitext @ first
§any§ @ to_json|§any§ @ to_nice_json|§any§ @ to_yaml|§any§ @ to_nice_yaml(indent=2)|§string§ @ hash('sha256')|§string§ @ checksum
§string§ @ md5|§string§ @ indent(§small§)|§string§ @ indent(2, true)|§string§ @ center(12)|§string§ @ truncate(6)|§string§ @ truncate(5, true, '')
§string§ @ wordwrap(4)|§string§ @ comment|§string§ @ regex_escape|'%s-%s' % (§any§, §any§)|'%d' % §number§|'%05.1f' % §number§
'{}:{}'.format(§any§, §any§)|'{0:>5}/{0:<4}'.format(§number§)|§string§ if §bool§ else §string§|§string§.replace(§word§, '')
§string§.strip()|§string§.lstrip('/ ')|§string§.rstrip('.0')|§string§.title()|§string§.join(§list§)|§list§ @ map('string') @ join('-')
§any§ @ type_debug|§number§ @ human_readable|§string§ @ ternary(§word§, §word§)|§bool§ @ ternary(§string§, §string§)|§string§ * 2
§string§ @ urlencode|§string§ @ urlsplit('path')|§string§ @ regex_search('[a-z]+')|§string§ @ regex_search('([a-z])(.)', '\\\\2') @ first
§string§ @ to_uuid|§string§ @ e|§string§.zfill(6)|§string§.partition(',')[2]|§string§ @ reverse|§string§ @ win_basename|§string§ @ expanduser
'%(a)s' % {'a': §any§}|§string§ @ format(§any§)|'%s: %s' @ format(§any§, §string§)|§string§.swapcase()|§string§ @ path_join|[§word§, §string§] @ path_join
§string§ @ regex_findall('\\\\w+') @ join('+')|§dict§ @ urlencode|§string§ @ first|§list§ @ last|§string§ @ splitlines @ first|§string§ @ string @ length @ string
§any§ @ pprint|§string§ @ forceescape|§string§.expandtabs(4)|§string§.casefold()|§string§ @ striptags|§string§ @ normpath
""".strip()

NUMBERS = """
§number§ + §number§|§number§ - §number§|§number§ * §number§|§number§ / §number§|§number§ // §number§|§number§ % §number§|§number§ ** 2
-§number§|§string§ @ length|§list§ @ length|§dict§ @ length|§any§ @ int|§any§ @ int(§small§)|§any§ @ float|§number§ @ abs|§number§ @ round
§number§ @ round(1)|§number§ @ round(1, 'floor')|§number§ @ round(method='ceil')|§list§ @ sum|§list§ @ map('int') @ sum|§list§ @ max|§list§ @ min
§list§ @ map(attribute='port') @ sum|§list§ @ sum(attribute='port')|§string§.count('a')|§string§.find(§word§)|§string§.rfind(§word§)
§number§ @ pow(2)|§number§ @ log(2)|§number§ @ root|§string§ @ human_to_bytes|(§number§, §number§) @ max|[§number§, §number§] @ min|§list§[§small§]
§number§ if §bool§ else §number§|§dict§.port|§dict§.get('port', 0)|§dict§['value'] @ default(7)|§number§ @ default(3)|§string§ @ wordcount
§string§ @ extract(§dict§)|§number§ @ random(seed=§word§)|59 @ random(seed=§string§)|§bool§ + 1|§string§ @ int(base=16)|§string§ @ hash @ length
""".strip()

LISTS = """
§list§ + §list§|§list§[§small§:]|§list§[:§small§]|§list§[::-1]|§list§ @ sort|§list§ @ sort(reverse=true)|§list§ @ sort(attribute='name')|§list§ @ unique
§list§ @ reverse @ list|§list§ @ map('upper') @ list|§list§ @ map(attribute=§attribute§) @ list|§list§ @ map(attribute='name', default='-') @ list
§list§ @ select @ list|§list§ @ reject('none') @ list|§list§ @ select('string')|§list§ @ select('match', '^[a-z]')|§list§ @ selectattr('enabled') @ list
§list§ @ selectattr('port', '==', 1) @ map(attribute='name') @ list|§list§ @ rejectattr('name', 'in', ['alpha']) @ list|§list§ @ selectattr('nope', 'defined')
§list§ @ union(§list§) @ map('to_json') @ sort|§list§ @ intersect(§list§) @ map('to_json') @ sort|§list§ @ difference(§list§) @ map('to_json') @ sort|§list§ @ symmetric_difference(§list§) @ map('to_json') @ sort|§list§ @ flatten|§list§ @ flatten(levels=1)
§string§.split(',')|§string§.split()|§string§ @ split(',')|§string§ @ list|§dict§ @ list|§dict§.keys() @ list|§dict§.values() @ list|§dict§.items() @ list
§dict§ @ dict2items|§dict§ @ dictsort|§dict§ @ dictsort(by='value')|§list§ @ batch(2) @ list|§list§ @ slice(2) @ list|§list§ @ zip(§list§) @ list
§list§ @ zip_longest(§list§, fillvalue='x') @ list|range(§small§) @ list|range(1, 8, 2) @ list|[§any§, §any§]|(§any§, §any§) @ list|§list§ @ groupby('port') @ list
§list§ @ groupby('enabled') @ map('last') @ map('length') @ list|§list§ @ list|§list§ if §bool§ else §list§|§list§ @ default([])|nope @ default(§list§)
§list§ @ product([1, 2]) @ list|§list§ @ permutations(2) @ list|§list§ @ combinations(2) @ list|§list§ @ subelements('name', skip_missing=true)|§string§ @ from_yaml_all @ list
§list§ @ map('default', 'd') @ list|§list§ @ map('int') @ list|§list§ @ map('regex_replace', '^', 'p-') @ list|§list§ @ shuffle(seed=§word§)|§list§ @ map('to_json')
§dict§ @ json_query_missing|§list§ @ map('combine', {'z': 1}) @ list|§string§ @ regex_findall('[0-9]+')|§list§ @ rekey_on_member('name') @ list|§string§ @ splitlines|§string§ @ splitext
§list§ @ map('extract', §dict§) @ list|[§list§, §list§] @ flatten|§list§ @ unique(attribute='port')|§list§ @ min(attribute='port') @ list|§list§ @ sort(attribute='port,name')
§list§ @ select('in', §list§) @ list|§list§ @ reject('equalto', §any§) @ list|§list§ * 2|§list§ @ items2dict(key_name='name', value_name='port') @ list|§list§ @ map('length')
""".strip()

DICTS = """
§dict§ @ combine(§dict§)|§dict§ @ combine(§dict§, recursive=true)|§dict§ @ combine({'a': §any§}, {'b': §any§})|§dict§ @ dict2items @ items2dict
{'a': §any§, 'b': §any§}|{§string§: §any§}|dict(a=§any§, b=1)|dict(§list§ @ zip(§list§))|§dict§ @ dict2items @ selectattr('key', 'match', '[a-n]') @ items2dict
§dict§ if §bool§ else §dict§|§dict§ @ default({})|§any§ @ to_json @ from_json|§any§ @ to_yaml @ from_yaml|§list§ @ first|§list§ @ items2dict(key_name='name', value_name='port')
§dict§ @ combine(§dict§, list_merge='append', recursive=true)|§dict§ @ combine(§dict§, list_merge='prepend_rp', recursive=true)|§list§ @ combine|§dict§ @ dictsort @ items2dict_missing
§dict§ @ dict2items(key_name='k', value_name='v') @ items2dict(key_name='k', value_name='v')|§string§ @ urlsplit|§list§ @ rekey_on_member('name', duplicates='overwrite')|dict(§dict§, z=§any§)
§dict§ @ combine([{'a': 1}, §dict§])|§dict§ @ items @ list @ items2dict_missing|§string§ @ from_yaml|§dict§ @ mandatory|§string§ @ from_json
""".strip()

BOOLS = """
§number§ < §number§|§number§ >= §number§|§any§ == §any§|§any§ != §any§|§string§ == §string§|§string§ in §list§|§string§ in §string§|§any§ not in §list§
§key§0 is defined|§any§ is defined|§any§ is none|§any§ is string|§any§ is number|§any§ is mapping|§any§ is sequence|§any§ is iterable|§any§ is boolean|§any§ is not defined
§bool§ and §bool§|§bool§ or §bool§|not §bool§|not (§bool§)|§any§ @ bool|§string§ is match('[a-z]+')|§string§ is search('o')|§string§ is regex('^a')|§string§ is version('1.9', '>=')
§number§ is odd|§number§ is even|§number§ is divisibleby 3|§list§ is subset(§list§)|§list§ is superset(§list§)|§list§ is contains(§any§)|§string§ is upper|§string§ is lower
§dict§ is any|§list§ is any|§list§ is all|1 < §number§ < 10|§any§ is sameas none|§any§ is truthy|§any§ is falsy|§any§ is truthy(convert_bool=true)|§number§ is integer|§number§ is float
§string§ in §dict§|§number§ in §list§|§string§.startswith('a')|§string§.endswith(§word§)|§string§.isdigit()|§any§ is eq(§any§)|§number§ is gt(§number§)|§any§ is in(§list§)
§list§ @ length > 1|§dict§.enabled @ default(false)|(§dict§.name @ default('')) == §word§|§list§ @ select('defined') @ list @ length == §number§|§dict§ is contains('a')
(§string§ @ int) > §number§|§any§ is nan_missing|§list§ < §list§|§bool§ == §bool§|§any§|§string§|§list§ is not subset(§list§)|§bool§ if §bool§ else §bool§|§any§ is filter|'upper' is filter
§string§ is vault_encrypted|§any§ is type_debug_missing|{'rc': §number§, 'changed': §bool§} is changed|{'failed': §bool§} is failed|{'skipped': §bool§} is skipped|§string§ is url|§string§ is abs
""".strip()


def patterns(text):
    return [part.replace("@", "|") for line in text.split("\n") for part in line.split("|")]


STRINGS, NUMBERS, LISTS, DICTS, BOOLS = map(patterns, (STRINGS, NUMBERS, LISTS, DICTS, BOOLS))


def make(seed):
    """The case that a number stands for, always the same one."""
    maker = Maker(seed)
    category, mode, template = maker.case()
    used = {name: value for name, value in maker.variables.items() if name in template}
    return {"id": "random-%06d" % seed, "category": category, "template": template, "vars": used,
            "mode": mode, "oracle": "ansible-core 2.19.14", "engine": "ansible",
            **({"escape_backslashes": True} if mode == "native" else {})}


# the oracle


class Refused(Exception):
    """The answer cannot be written down as data."""


def plain(value):
    """A finished value as the corpus writes it."""
    if value is None or isinstance(value, (bool, int, float, str)):
        kind = next(kind for kind in (type(None), bool, int, float, str) if isinstance(value, kind))
        if kind is float and (value != value or value in (float("inf"), float("-inf"))):
            return {"__float__": str(float(value))}
        return value if kind in (type(None), bool) else kind(value)
    if isinstance(value, bytes):
        return {"__bytes__": value.decode("latin-1")}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        if all(isinstance(key, str) for key in value):
            return {str(key): plain(item) for key, item in value.items()}
        return {"__dict__": [[plain(key), plain(item)] for key, item in value.items()]}
    raise Refused(type(value).__name__)


def trusted(value, trust):
    if isinstance(value, str):
        return trust(value)
    if isinstance(value, list):
        return [trusted(item, trust) for item in value]
    if isinstance(value, dict):
        return {key: trusted(item, trust) for key, item in value.items()}
    return value


def answer(case, loader, Templar, trust):
    variables = trusted(case["vars"], trust)
    templar = Templar(loader, variables=variables)
    try:
        if case["mode"] == "when":
            return {"expected": plain(templar.evaluate_conditional(trust(case["template"])))}
        value = templar.template(trust(case["template"]), escape_backslashes="escape_backslashes" in case)
        if case["mode"] == "text":
            value = "" if value is None else str(value)
        return {"expected": plain(value)}
    except Refused:
        return {}
    except Exception as error:  # whatever it is, the template fails
        return {"expected_error": "%s: %s" % (type(error).__name__, str(error)[:120])}


def oracle():
    """Reads cases, one a line, and writes each with its answer."""
    from ansible.parsing.dataloader import DataLoader
    from ansible.plugins.loader import init_plugin_loader
    from ansible.template import Templar, trust_as_template
    init_plugin_loader([])
    loader = DataLoader()
    for line in sys.stdin:
        case = json.loads(line)
        case.update(answer(case, loader, Templar, trust_as_template))
        print(json.dumps(case, ensure_ascii=True), flush=True)


def ask(cases, hash_seed):
    environment = dict(os.environ, PYTHONHASHSEED=str(hash_seed), ANSIBLE_DEPRECATION_WARNINGS="0", LC_ALL="C.UTF-8")
    process = subprocess.run([sys.executable, os.path.abspath(__file__), "--oracle"], env=environment, text=True,
                             input="".join(json.dumps(case) + "\n" for case in cases), stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, check=True)
    return [json.loads(line) for line in process.stdout.splitlines()]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=20000, help="cases wanted")
    options.add_argument("--seed", type=int, default=1, help="where the numbers begin")
    options.add_argument("--oracle", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.oracle:
        oracle()
        return
    kept, failures, seen, seed = 0, 0, set(), chosen.seed * 10 ** 6
    while kept < chosen.count:
        cases = []
        while len(cases) < 2000:
            case = make(seed)
            seed += 1
            if case["template"] not in seen and len(case["template"]) < 400:
                seen.add(case["template"])
                cases.append(case)
        for first, second in zip(ask(cases, 1), ask(cases, 2)):
            failed = "expected_error" in first
            if first != second or not (failed or "expected" in first) or kept == chosen.count:
                continue
            if failed and failures * 8 >= kept:
                continue
            failures += failed
            kept += 1
            print(json.dumps(first, ensure_ascii=False))
        print("%d of %d" % (kept, chosen.count), file=sys.stderr)


if __name__ == "__main__":
    main()
