"""What the work of TemplateBenchmark costs in Python: jinja2, and ansible-core where it is."""

import json
import pathlib
import sys
import time

import jinja2

folder = pathlib.Path(sys.argv[1])
variables = json.loads((folder / "variables.json").read_text())
text = (folder / "member.conf.j2").read_text()
condition = "limits.heartbeat < 500 and member is defined"
argument = "{{ cluster.data_dir }}/{{ inventory_hostname }}.etcd"
expression = "groups['etcd'] | map('upper') | list | length + limits.heartbeat + %d"


def nanoseconds(work, seconds=1.0):
    """The best of five averages, after a warm-up."""
    count, best = 1, float("inf")
    for _ in range(6):
        start = time.perf_counter_ns()
        runs = 0
        while time.perf_counter_ns() - start < seconds * 1e9 / 6:
            for _ in range(count):
                work()
            runs += count
        best = min(best, (time.perf_counter_ns() - start) / runs)
        count = max(1, int(1e6 / best))
    return best


def tell(tool, name, work):
    print("%s %s %.0f" % (tool, name, nanoseconds(work)), flush=True)


numbers = iter(range(10 ** 9))
environment = jinja2.Environment(trim_blocks=True, undefined=jinja2.StrictUndefined)
compiled = environment.compile_expression(condition)
tell("jinja2", "condition", lambda: compiled(**variables))
short = environment.from_string(argument)
tell("jinja2", "argument", lambda: short.render(variables))
whole = environment.from_string(text)
tell("jinja2", "file", lambda: whole.render(variables))
tell("jinja2", "newExpression", lambda: environment.compile_expression(expression % next(numbers))(**variables))

try:
    from ansible.parsing.dataloader import DataLoader
    from ansible.plugins.loader import init_plugin_loader
    from ansible.template import Templar, trust_as_template
except ImportError:
    sys.exit()
init_plugin_loader([])


def trusted(value):
    if isinstance(value, str):
        return trust_as_template(value)
    if isinstance(value, list):
        return [trusted(item) for item in value]
    if isinstance(value, dict):
        return {key: trusted(item) for key, item in value.items()}
    return value


templar = Templar(DataLoader(), variables=trusted(variables))
tell("ansible", "condition", lambda: templar.evaluate_conditional(trust_as_template(condition)))
tell("ansible", "argument", lambda: templar.template(trust_as_template(argument)))
tell("ansible", "file", lambda: templar.template(trust_as_template(text)))
tell("ansible", "newExpression", lambda: templar.template(trust_as_template("{{ " + expression % next(numbers) + " }}")))
