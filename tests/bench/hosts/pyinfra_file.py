"""What file.yml does, as pyinfra has it."""

import os

from pyinfra.operations import files

files.directory(path="/srv/bench", mode="755")
files.put(src=os.environ["BENCH_FILE"], dest="/srv/bench/large", mode="644")
