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
        command = [sys.executable, here / "relay.py", str(delay / 1000), *self.addresses[:count]]
        relay = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.relays.append(relay)
        return ["127.0.0.1:" + port for port in relay.stdout.readline().split()]

    def cpu(self):
        """Seconds that the hosts' processes took so far."""
        return sum(self.cpu_of(each) for each in self.containers)

    def cpu_of(self, container):
        for place in ("docker/%s", "*/docker/%s", "system.slice/docker-%s.scope"):
            for folder in pathlib.Path("/sys/fs/cgroup").glob(place % container):
                if (folder / "cpuacct.usage").exists():
                    return int((folder / "cpuacct.usage").read_text()) / 1e9
                if (folder / "cpu.stat").exists() and "usage_usec" in (folder / "cpu.stat").read_text():
                    return int(re.search(r"usage_usec (\d+)", (folder / "cpu.stat").read_text()).group(1)) / 1e6
        return 0.0

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
    def __init__(self, wall, cpu, memory, there=0.0):
        self.wall, self.cpu, self.memory, self.there = wall, cpu, memory, there


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
    if process.returncode != 0:
        words = " ".join(map(str, command))
        raise SystemExit("%s\n%s failed with %d" % (log.read_text()[-3000:], words, process.returncode))
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def round_trips(job, inventory, folder):
    """How often jplay waits for a host at most; from a run that is not measured."""
    command, environment = playbook_run("jplay", job, inventory, folder)
    told = subprocess.run(
        [*command, "-vvv"], cwd=here, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    ).stdout
    counts = {}
    for host, count in re.findall(r"^<(\S+)> ROUND TRIPS: (\d+)", told, re.M):
        counts[host] = counts.get(host, 0) + int(count)
    return max(counts.values(), default=0)


def playbook_run(tool, job, inventory, folder):
    playbook = folder / "role.yml" if job == "role" else here / ("%s.yml" % job)
    variables = {"bench_file": str(folder / "large")} if job == "file" else {}
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


def run(tool, job, inventory, lab):
    """What it costs, on the hosts too."""
    before = lab.cpu()
    cost = run_here(tool, job, inventory, lab.folder)
    cost.there = lab.cpu() - before
    return cost


def run_here(tool, job, inventory, folder):
    if tool == "pyinfra":
        environment = {"BENCH_FILE": str(folder / "large"), "BENCH_ROLE": str(folder / "role.json")}
        environment["PATH"] = "%s:%s" % (tools / "pyinfra/bin", os.environ["PATH"])
        command = [tools / "pyinfra/bin/pyinfra", "-y", "--parallel", "20", inventory.python, "pyinfra_%s.py" % job]
        return measure(command, environment, folder)
    command, environment = playbook_run(tool, job, inventory, folder)
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
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.memory for cost in costs),
        statistics.median(cost.there for cost in costs),
    )


def row(label, delay, count, costs, trips):
    """A line of the table: what each took, and how many times as long as jplay."""
    ours = costs.get("jplay")
    cells = [label, str(delay), str(count), str(trips)]
    for tool in TOOLS:
        cost = costs.get(tool)
        if cost is None:
            cells.append("")
            continue
        text = "%.2f s (%.2f + %.2f)" % (cost.wall, cost.cpu, cost.there)
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
            first, again, trips = {}, {}, ["", ""]
            for tool in wanted:
                taken, unchanged = [], []
                for _ in range(runs):
                    lab.wipe()
                    taken.append(run(tool, job, inventory, lab))
                    if twice:
                        unchanged.append(run(tool, job, inventory, lab))
                first[tool] = median(taken)
                if twice:
                    again[tool] = median(unchanged)
            if "jplay" in wanted:
                lab.wipe()
                trips = [round_trips(job, inventory, lab.folder) for _ in range(2)]
            row(label + (", first run" if twice else ""), delay, count, first, trips[0])
            if twice:
                row(label + ", unchanged", delay, count, again, trips[1])


def many(lab, count, job, tasks):
    """One sshd that answers under many addresses of the loopback network."""
    sshd = ("-p", "2222", "-o", "MaxStartups=1000", "-o", "ListenAddress=0.0.0.0")
    container = lab.container(*sshd, network=("--network", "host", "--tmpfs", "/srv"))
    lab.containers.append(container)
    try:
        key = lab.host_key(container)
        addresses = ["127.7.%d.%d:2222" % (1 + number // 250, 1 + number % 250) for number in range(count)]
        inventory = Inventory(lab, addresses, [key] * count)
        cost = run("jplay", job, inventory, lab)
    finally:
        subprocess.run(["docker", "rm", "-f", container], capture_output=True)
        lab.containers.remove(container)
    each = cost.cpu * 1000 / count / tasks
    print(
        "%d ssh hosts x %d tasks: %.1f s, CPU %.1f s (%.2f ms for each host and task) + %.1f s on the hosts, %d MiB"
        % (count, tasks, cost.wall, cost.cpu, each, cost.there, cost.memory),
        flush=True,
    )


TOOLS = ["jplay", "ansible", "mitogen", "pyinfra"]


def listed(index, every):
    given = sys.argv[index] if len(sys.argv) > index else "-"
    return every if given == "-" else given.split(",")


def main():
    parts = listed(1, ["a", "b", "c", "d", "e", "f"])
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
                print("| work | round trip (ms) | hosts | jplay waits | %s |" % " | ".join(TOOLS))
                print("|---|---|---|---|---|---|---|---|", flush=True)
            for part in compared:
                compare(part, lab, delays, counts, wanted)
            for part in parts:
                if part.startswith("e"):
                    many(lab, int(part[1:] or 1000), "many", 20)
                if part.startswith("f"):
                    many(lab, int(part[1:] or 5000), "login", 1)
        finally:
            lab.close()


if __name__ == "__main__":
    main()
