"""About what gather_facts asks, as pyinfra has it."""

from pyinfra import host
from pyinfra.facts import hardware, server

for fact in (
    server.Hostname,
    server.Kernel,
    server.KernelVersion,
    server.Arch,
    server.LinuxDistribution,
    server.Mounts,
    server.Date,
    server.User,
    server.Home,
    server.SecurityLimits,
    hardware.Cpus,
    hardware.Memory,
    hardware.BlockDevices,
    hardware.NetworkDevices,
):
    host.get_fact(fact)
