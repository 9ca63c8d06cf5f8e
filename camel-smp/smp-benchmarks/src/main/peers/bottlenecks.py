"""Tells how much of a transfer's time is the server's, where clients cannot be faster than that.

Prints the medians of our client's transfers. See README.md.
"""

import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from time import monotonic, sleep

import servers
from clients import Client, ours
from comparison import LET_GO_S, arguments, keep, made_file
from run import FILE_ON_DEVICE, FILE_SIZE, cortex_image

HEAD = ["row", "took ms", "of that the server ms", "share"]
LARGEST_DATAGRAM = 65_535
LINES_TO_IGNORE = 1_000
# a message of 380 bytes takes 527 on the wire and holds 354 of the file
WIRE_BYTES_PER_BYTE = 527 / 354


class Relay:
    """Passes datagrams on to a server and back, and notes when each request came and when its answer."""

    def __init__(self, server: str) -> None:
        self._device = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._device.connect(("127.0.0.1", int(server.rsplit(":", 1)[1])))
        self._client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._client.bind(("127.0.0.1", 0))
        self.address = f"udp:127.0.0.1:{self._client.getsockname()[1]}"
        self.waits: list[tuple[float, float]] = []
        self._arrived = 0.0
        self._asker = None
        for direction in (self._requests, self._answers):
            threading.Thread(target=direction, daemon=True).start()

    # one request is under way at a time, which is what two buffers allow

    def _requests(self) -> None:
        while True:
            request, self._asker = self._client.recvfrom(LARGEST_DATAGRAM)
            self._arrived = monotonic()
            self._device.send(request)

    def _answers(self) -> None:
        while True:
            answer = self._device.recv(LARGEST_DATAGRAM)
            self.waits.append((self._arrived, monotonic()))
            self._client.sendto(answer, self._asker)


def swallowing_rate(server: servers.Server) -> float:
    """Bytes a second that the emulated UART takes: of lines that begin as no message does, and that are ignored."""
    line = b"x" * 99 + b"\n"
    begun = monotonic()
    for _ in range(LINES_TO_IGNORE):
        server.write(line)
    return LINES_TO_IGNORE * len(line) / (monotonic() - begun)


def emulated(client: Client, folder: Path) -> tuple[float, float]:
    image = cortex_image(folder)
    with closing(servers.emulated(folder, servers.description(folder, "serial", "qemu_cortex_m0"))) as server:
        took = client.obey(["image", server.address, str(image)])[0]
        sleep(LET_GO_S)
        return took, image.stat().st_size * WIRE_BYTES_PER_BYTE / swallowing_rate(server)


def over_udp(client: Client, folder: Path, file: Path, back: bool) -> tuple[float, float]:
    with closing(servers.native(folder, servers.description(folder, "udp", "native_sim"))) as server:
        relay = Relay(server.address)
        order = ["upload", relay.address, str(file), FILE_ON_DEVICE]
        if back:
            client.obey(order)
            order = ["download", relay.address, FILE_ON_DEVICE, str(file)]
        relay.waits.clear()
        client.obey(order)
        begun, ended = relay.waits[0][0], relay.waits[-1][1]
        return ended - begun, sum(answered - asked for asked, answered in relay.waits)


def main() -> None:
    told = arguments(__doc__)
    file = made_file(told.work, "bottleneck.bin", FILE_SIZE)
    rows: dict[str, Callable[[Client], tuple[float, float]]] = {
        "image upload: MCUboot and Zephyr on qemu_cortex_m0": lambda client: emulated(client, told.servers),
        "file upload: native_sim over UDP": lambda client: over_udp(client, told.servers, file, back=False),
        "file download: native_sim over UDP": lambda client: over_udp(client, told.servers, file, back=True),
    }
    client = ours("ours", told.classpath, 0)
    lines = [HEAD]
    print(" | ".join(HEAD), flush=True)
    for name, measured in rows.items():
        if told.rows in name:
            runs = [measured(client) for _ in range(told.runs + 1)][1:]
            took, at_work = (median(of) for of in zip(*runs))
            lines.append([name, f"{took * 1000:.1f}", f"{at_work * 1000:.1f}", f"{at_work / took:.2f}"])
            print(" | ".join(lines[-1]), flush=True)
            keep(told.data, "bottlenecks.csv", lines)
    client.close()


if __name__ == "__main__":
    try:
        main()
    except (subprocess.CalledProcessError, OSError, RuntimeError) as e:
        sys.exit(f"{type(e).__name__}: {e}")
