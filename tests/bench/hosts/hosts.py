"""Runs the parts of hosts.sh and prints their tables."""

import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
root = here.parents[2]
tools = pathlib.Path(os.environ["BENCH_TOOLS"])
runs = int(os.environ.get("RUNS", "1"))
FIRST_PORT = 24000
KINDS = ["file"] * 10 + ["copy"] * 12 + ["template"] * 10 + ["lineinfile"] * 8 + ["command"] * 5 + ["stat"] * 5


class Lab:
    """Containers with sshd, and relays before them."""

    def __init__(self, folder):
        self.folder = folder
        self.containers = []
        self.relays = []
        self.key = folder / "key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.key], check=True)

    def start(self, count):
        while len(self.containers) < count:
            self.containers.append(self.container("-p", "22"))
        self.addresses = ["%s:22" % self.ip(each) for each in self.containers]

    def container(self, *sshd, network=()):
        public = self.key.with_suffix(".pub").read_text().strip()
        prepare = "mkdir -p /run/sshd /root/.ssh; echo '%s' >/root/.ssh/authorized_keys; ssh-keygen -A; " % public
        sshd = "exec /usr/sbin/sshd -D -e %s" % " ".join(sshd)
        command = ["docker", "run", "-d", "--rm", "--label", "jplay.bench=%d" % os.getpid(), *network]
        command += [os.environ["BENCH_IMAGE"], "sh", "-c", prepare + sshd]
        return output(command)

    def ip(self, container):
        return output(["docker", "inspect", "-f", "{{.NetworkSettings.IPAddress}}", container])

    def host_key(self, container):
        for _ in range(100):
            read = ["docker", "exec", container, "cat", "/etc/ssh/ssh_host_ed25519_key.pub"]
            found = subprocess.run(read, capture_output=True, text=True)
            if found.returncode == 0 and len(found.stdout.split()) > 1:
                return " ".join(found.stdout.split()[:2])
            time.sleep(0.1)
        raise SystemExit("no host key in " + container)

    def lines(self, delay, count):
        """Where the hosts are reached: through relays when there is a delay."""
        for relay in self.relays:
            relay.kill()
            relay.wait()
        self.relays = []
        if delay == 0:
            return self.addresses[:count]
        ports = [FIRST_PORT + number for number in range(count)]
        for half in (0, 1):
            mine = ["%d=%s" % pair for pair in zip(ports, self.addresses)][half::2]
            command = [sys.executable, here / "relay.py", str(delay / 1000), *mine]
            relay = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            relay.stdout.readline()
            self.relays.append(relay)
        return ["127.0.0.1:%d" % port for port in ports]

    def wipe(self):
        for container in self.containers:
            subprocess.run(["docker", "exec", container, "rm", "-rf", "/srv/bench"], check=True)

    def close(self):
        for relay in self.relays:
            relay.kill()
        if self.containers:
            subprocess.run(["docker", "rm", "-f", *self.containers], capture_output=True)


class Inventory:
    def __init__(self, lab, addresses, keys, extra=""):
        self.folder = lab.folder
        lines, known = ["[bench]"], []
        self.hosts = []
        for number, address in enumerate(addresses):
            host, port = address.split(":")
            name = "host%d" % (number + 1)
            lines.append("%s ansible_host=%s ansible_port=%s" % (name, host, port))
            known.append("[%s]:%s %s" % (host, port, keys[number]) if port != "22" else "%s %s" % (host, keys[number]))
            self.hosts.append((name, host, int(port)))
        (lab.folder / "known_hosts").write_text("\n".join(known) + "\n")
        common = "-o UserKnownHostsFile=%s -o IdentitiesOnly=yes %s" % (lab.folder / "known_hosts", extra)
        lines += ["[bench:vars]", "ansible_user=root", "ansible_ssh_private_key_file=%s" % lab.key]
        lines += ["ansible_ssh_common_args=%s" % common]
        self.ini = lab.folder / "hosts.ini"
        self.ini.write_text("\n".join(lines) + "\n")
        self.python = lab.folder / "inventory.py"
        data = {"ssh_user": "root", "ssh_key": str(lab.key), "ssh_known_hosts_file": str(lab.folder / "known_hosts")}
        bench = [(name, {"ssh_hostname": host, "ssh_port": port, **data}) for name, host, port in self.hosts]
        self.python.write_text("bench = %r\n" % bench)


class Cost:
    def __init__(self, wall, cpu, memory, trips):
        self.wall, self.cpu, self.memory, self.trips = wall, cpu, memory, trips


def output(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def measure(command, environment, folder):
    """Wall and CPU seconds and the largest process of a command that has to succeed."""
    log = folder / "log"
    environment = {**os.environ, **environment}
    with open(log, "w") as out:
        begun = time.monotonic()
        process = subprocess.Popen(command, cwd=here, env=environment, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    text = log.read_text()
    if process.returncode != 0:
        raise SystemExit("%s\n%s failed with %d" % (text[-3000:], " ".join(map(str, command)), process.returncode))
    trips = re.search(r"(\d+) round trips", text)
    memory = usage.ru_maxrss / 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, memory, int(trips.group(1)) if trips else None)


def playbook_run(tool, playbook, inventory, variables):
    given = [word for pair in variables.items() for word in ("-e", "%s=%s" % pair)]
    environment = {"ANSIBLE_CONFIG": str(here / "ansible.cfg"), "ANSIBLE_FORKS": str(max(20, min(len(inventory.hosts), 1000)))}
    if tool == "jplay":
        return [root / "jplay", playbook, "-i", inventory.ini, *given], environment
    control = tempfile.mkdtemp(prefix="c", dir=inventory.folder)
    environment["ANSIBLE_SSH_CONTROL_PATH_DIR"] = control
    if tool == "mitogen":
        plugins = next(tools.glob("ansible/lib/python*/site-packages/ansible_mitogen/plugins/strategy"))
        environment.update(ANSIBLE_STRATEGY="mitogen_linear", ANSIBLE_STRATEGY_PLUGINS=str(plugins))
    return [tools / "ansible/bin/ansible-playbook", playbook, "-i", inventory.ini, *given], environment


def run(tool, job, inventory, folder):
    variables = {"bench_file": str(folder / "large")} if job == "file" else {}
    if tool == "pyinfra":
        environment = {"BENCH_FILE": str(folder / "large"), "BENCH_ROLE": str(folder / "role.json")}
        environment["PATH"] = "%s:%s" % (tools / "pyinfra/bin", os.environ["PATH"])
        command = [tools / "pyinfra/bin/pyinfra", "-y", "--parallel", "20", inventory.python, "pyinfra_%s.py" % job]
        return measure(command, environment, folder)
    playbook = folder / "role.yml" if job == "role" else here / ("%s.yml" % job)
    command, environment = playbook_run(tool, playbook, inventory, variables)
    try:
        return measure(command, environment, folder)
    finally:
        for control in folder.glob("c*/*"):
            subprocess.run(["ssh", "-O", "exit", "-o", "ControlPath=%s" % control, "any"], capture_output=True)


def role(folder):
    """A role of 50 tasks, as tasks and as steps for pyinfra."""
    base = "/srv/bench/role"
    steps, tasks = [], []
    for number, kind in enumerate(KINDS):
        path = "%s/%s%d" % (base, "folder" if kind == "file" else kind, number)
        if number == 0:
            path = base
        if kind == "stat":
            path = "%s/copy%d" % (base, number - 35)
        steps.append((kind, "%s/copy%d" % (base, number - 22) if kind == "lineinfile" else path))
        path = steps[-1][1]
        arguments = {
            "file": {"path": path, "state": "directory", "mode": "0755"},
            "copy": {"content": "content of %s\n" % path, "dest": path, "mode": "0644", "force": False},
            "template": {"src": "role.j2", "dest": path, "mode": "0600"},
            "lineinfile": {"path": path, "line": "line of the role"},
            "command": {"cmd": "touch " + path, "creates": path},
            "stat": {"path": path},
        }[kind]
        task = {"name": "%s %d" % (kind, number), kind: arguments}
        if kind == "template":
            task["vars"] = {"path": path}
        tasks.append(task)
    home = folder / "app"
    (home / "tasks").mkdir(parents=True)
    (home / "templates").mkdir()
    shutil.copy(here / "role.j2", home / "templates")
    (home / "tasks/main.yml").write_text(json.dumps(tasks, indent=1))
    play = [{"hosts": "bench", "gather_facts": False, "roles": [str(home)]}]
    (folder / "role.yml").write_text(json.dumps(play))
    (folder / "role.json").write_text(json.dumps(steps))


def median(costs):
    trips = [cost.trips for cost in costs if cost.trips is not None]
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.memory for cost in costs),
        max(trips) if trips else None,
    )


def row(label, delay, count, costs):
    """A line of the table: what each took, and how many times as long as jplay."""
    ours = costs.get("jplay")
    cells = [label, str(delay), str(count)]
    for tool in TOOLS:
        cost = costs.get(tool)
        if cost is None:
            cells.append("")
            continue
        text = "%.2f s (CPU %.2f)" % (cost.wall, cost.cpu)
        if ours and tool != "jplay":
            text += ", %.1f x" % (cost.wall / ours.wall)
        cells.append(text)
    print("| %s |" % " | ".join(cells), flush=True)


def compare(part, lab, delays, counts, wanted):
    label, job, twice = {
        "a": ("57 small operations", "small", False),
        "b": ("role of 50 tasks", "role", True),
        "c": ("facts", "facts", False),
        "d": ("100 MiB", "file", False),
    }[part]
    for delay in delays:
        for count in counts:
            addresses = lab.lines(delay, count)
            inventory = Inventory(lab, addresses, lab.keys)
            first, again = {}, {}
            for tool in wanted:
                taken, unchanged = [], []
                for _ in range(runs):
                    lab.wipe()
                    taken.append(run(tool, job, inventory, lab.folder))
                    if twice:
                        unchanged.append(run(tool, job, inventory, lab.folder))
                first[tool] = median(taken)
                if twice:
                    again[tool] = median(unchanged)
            row(label + (", first run" if twice else ""), delay, count, first)
            if twice:
                row(label + ", unchanged", delay, count, again)


def many(lab, count):
    """One sshd that answers under many addresses of the loopback network."""
    sshd = ("-p", "2222", "-o", "MaxStartups=1000", "-o", "ListenAddress=0.0.0.0")
    container = lab.container(*sshd, network=("--network", "host", "--tmpfs", "/srv"))
    lab.containers.append(container)
    try:
        key = lab.host_key(container)
        addresses = ["127.7.%d.%d:2222" % (1 + number // 250, 1 + number % 250) for number in range(count)]
        inventory = Inventory(lab, addresses, [key] * count)
        cost = run("jplay", "many", inventory, lab.folder)
    finally:
        subprocess.run(["docker", "rm", "-f", container], capture_output=True)
        lab.containers.remove(container)
    each = cost.cpu * 1000 / count / 20
    print(
        "%d ssh hosts x 20 tasks: %.1f s, CPU %.1f s (%.2f ms for each host and task), %d MiB"
        % (count, cost.wall, cost.cpu, each, cost.memory),
        flush=True,
    )


TOOLS = ["jplay", "ansible", "mitogen", "pyinfra"]


def listed(index, every):
    given = sys.argv[index] if len(sys.argv) > index else "-"
    return every if given == "-" else given.split(",")


def main():
    parts = listed(1, ["a", "b", "c", "d", "e"])
    delays = [int(each) for each in listed(2, ["0", "10", "50"])]
    counts = [int(each) for each in listed(3, ["1", "5", "20"])]
    wanted = listed(4, TOOLS)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="jb") as name:
        lab = Lab(pathlib.Path(name))
        try:
            compared = [part for part in parts if part in "abcd"]
            if compared:
                lab.start(max(counts))
                lab.keys = [lab.host_key(each) for each in lab.containers]
                role(lab.folder)
                with open(lab.folder / "large", "wb") as large:
                    for _ in range(100):
                        large.write(os.urandom(1024 * 1024))
                print("| work | round trip (ms) | hosts | %s |" % " | ".join(TOOLS))
                print("|---|---|---|---|---|---|---|")
            for part in compared:
                compare(part, lab, delays, counts, wanted)
            for part in parts:
                if part.startswith("e"):
                    many(lab, int(part[1:] or 1000))
        finally:
            lab.close()


if __name__ == "__main__":
    main()
