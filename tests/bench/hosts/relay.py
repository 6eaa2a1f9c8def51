"""A line with a delay: relay.py SECONDS ADDRESS... (addresses with port).

Bytes come half a round trip later on either side; a new connection costs a round trip, as over a
real line. Prints the ports of 127.0.0.1 that lead to the addresses when it listens.
"""

import asyncio
import sys

half = float(sys.argv[1]) / 2


async def pump(reader, writer, line):
    """Passes on in order; what was read is on its way while more is read."""
    loop = asyncio.get_running_loop()
    underway = asyncio.Queue(256)

    async def arrive():
        while True:
            due, data = await underway.get()
            wait = due - loop.time()
            if wait > 0:
                await asyncio.sleep(wait)
            if not data:
                break
            writer.write(data)
            await writer.drain()
        writer.close()

    arrival = asyncio.create_task(arrive())
    try:
        while data := await reader.read(262144):
            await underway.put((loop.time() + line, data))
    except ConnectionError:
        pass
    await underway.put((loop.time() + line, b""))
    try:
        await arrival
    except ConnectionError:
        pass


async def main():
    def carry(address):
        host, port = address.rsplit(":", 1)

        async def connected(reader, writer):
            await asyncio.sleep(half)
            there_reader, there_writer = await asyncio.open_connection(host, int(port))
            await asyncio.sleep(half)
            await asyncio.gather(
                pump(reader, there_writer, half), pump(there_reader, writer, half)
            )

        return connected

    ports = []
    for address in sys.argv[2:]:
        server = await asyncio.start_server(carry(address), "127.0.0.1", 0, limit=1 << 20)
        ports.append(str(server.sockets[0].getsockname()[1]))
    print(" ".join(ports), flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
