"""What small.yml does, as pyinfra has it."""

from io import StringIO

from pyinfra import host
from pyinfra.facts.files import File
from pyinfra.operations import files, python, server

root = "/srv/bench/small"
numbers = range(1, 11)
values = {"root": root, "numbers": list(numbers), "inventory_hostname": host.name}


def look():
    looked = [host.get_fact(File, path="%s/copy%d" % (root, number)) for number in numbers]
    text = "\n".join("%s %s" % (number, seen["size"]) for number, seen in zip(numbers, looked))
    files.put(src=StringIO(text), dest=root + "/seen", mode="644")
    host.get_fact(File, path=root + "/seen")


files.directory(path=root, mode="755")
for number in numbers:
    files.directory(path="%s/folder%d" % (root, number), mode="750")
for number in numbers:
    files.put(src=StringIO("text %d of %s\n" % (number, host.name)), dest="%s/copy%d" % (root, number), mode="644")
for number in numbers:
    files.template(src="small.conf.j2", dest="%s/template%d.conf" % (root, number), mode="600", item=number, **values)
files.put(src=StringIO("first=1\n"), dest=root + "/settings", mode="644")
for number in numbers:
    files.line(path=root + "/settings", line="^key%d=" % number, replace="key%d=value%d" % (number, number))
server.shell(commands="test -s %s/settings" % root)
server.shell(commands="id -un")
server.shell(commands="test -e {0}/touched || touch {0}/touched".format(root))
python.call(function=look)
