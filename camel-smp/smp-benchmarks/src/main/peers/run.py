"""Compares this client with smpclient and mcumgr-toolkit, on the same servers, files and lines, in turn.

Installs the two, runs every row, prints the medians and their ratios. See README.md.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import sleep

import servers
from clients import Client, install

OURS = "ours"
# clients close their ports in the background, and take what is meant for the next one until then
LET_GO_S = 0.5
WARM_UPS = 20
FILE_ON_DEVICE = "/lfs1/peer.bin"


@dataclass
class Row:
    """One thing that all clients do.

    order: says what to do at an address
    amount: bytes that are moved, or 0 where the time itself counts
    at_least: how many times as good as each other client ours has to be, 0 if nothing was promised
    fresh: whether each run has a server of its own
    """

    name: str
    server: Callable[[], servers.Server]
    order: Callable[[str], list[str]]
    amount: int
    at_least: float = 0
    fresh: bool = False
    before: Callable[[str], list[str]] | None = None


def rows(folder: Path, work: Path, classpath: str) -> list[Row]:
    # the file system of native_sim has four blocks of 4 KiB, two of which are its directory
    size = 8_000
    file = made_file(work, "file.bin", size)
    echo = ["100", "x" * 100]
    cortex = folder / "zephyr_4.4.0_smp_server_0eae053d_qemu_cortex_m0_serial.signed.bin"
    simulated = work / "simulated.bin"
    simulated_size = 200_000

    def native(config: str) -> Callable[[], servers.Server]:
        return lambda: servers.native(folder, config)

    def upload(address: str) -> list[str]:
        return ["upload", address, str(file), FILE_ON_DEVICE]

    def download(address: str) -> list[str]:
        return ["download", address, FILE_ON_DEVICE, str(file)]

    return [
        Row(
            "image upload: MCUboot and Zephyr on qemu_cortex_m0",
            lambda: servers.emulated(folder, "serial", "qemu_cortex_m0"),
            lambda address: ["image", address, str(cortex)],
            cortex.stat().st_size,
            3.0,
            fresh=True,
        ),
        Row("file upload: native_sim on a pseudo-terminal", native("serial_fs"), upload, size, 1.1, fresh=True),
        Row("file upload: native_sim over UDP", native("udp"), upload, size, 1.5, fresh=True),
        Row("file download: native_sim on a pseudo-terminal", native("serial_fs"), download, size, 2.0, before=upload),
        Row("file download: native_sim over UDP", native("udp"), download, size, 1.5, before=upload),
        Row(
            "image upload: simulator over UDP with 20 ms",
            lambda: servers.simulated(classpath, simulated, simulated_size, 20),
            lambda address: ["image", address, str(simulated)],
            simulated_size,
            2.5,
            fresh=True,
        ),
        Row("echo: native_sim on a pseudo-terminal", native("serial_fs"), lambda a: ["echo", a, *echo], 0),
        Row("echo: native_sim over UDP", native("udp"), lambda a: ["echo", a, *echo], 0),
    ]


def made_file(work: Path, name: str, size: int) -> Path:
    file = work / name
    file.write_bytes(bytes((i * i + 7 * i) >> 3 & 0xFF for i in range(size)))
    return file


def warm_up(clients: list[Client], work: Path, classpath: str) -> None:
    """What a program does first it does slowly, most of all in Java: everybody does the same for a while, unmeasured."""
    size = 20_000
    image = work / "warm-up-image.bin"
    file = made_file(work, "warm-up.bin", size)
    for line in ("udp", "serial"):
        server = servers.simulated(classpath, image, size, 0, line)
        for client in clients:
            sleep(LET_GO_S)
            client.obey(["echo", server.address, "3000", "x" * 100])
            for _ in range(WARM_UPS):
                client.obey(["upload", server.address, str(file), FILE_ON_DEVICE])
                client.obey(["download", server.address, FILE_ON_DEVICE, str(file)])
                client.obey(["image", server.address, str(image)])
        server.close()


def measure(row: Row, clients: list[Client], runs: int) -> dict[str, float]:
    """The median of each client's runs, after one that does not count."""
    took: dict[str, list[float]] = {client.name: [] for client in clients}
    server = None
    try:
        for run in range(runs + 1):
            for client in clients:
                if server is None:
                    server = row.server()
                    if row.before:
                        client.obey(row.before(server.address))
                sleep(LET_GO_S)
                seconds = client.obey(row.order(server.address))
                if run > 0:
                    took[client.name].extend(seconds)
                if row.fresh:
                    server.close()
                    server = None
    finally:
        if server is not None:
            server.close()
    return {name: median(all_of_it) for name, all_of_it in took.items()}


def report(row: Row, medians: dict[str, float]) -> list[str]:
    """What is printed and kept of a row: the figures in kB/s or ms, and how many times as good ours is."""
    figures = {name: row.amount / s / 1000 if row.amount else s * 1000 for name, s in medians.items()}
    ratios = [s / medians[OURS] for name, s in medians.items() if name != OURS]
    unit = "kB/s" if row.amount else "ms"
    return [
        row.name,
        *(f"{figure:.2f} {unit}" for figure in figures.values()),
        *(f"{ratio:.2f}" for ratio in ratios),
        f"{row.at_least:.1f}" if row.at_least else "-",
    ]


def keep(data: str, lines: list[list[str]]) -> None:
    if data:
        Path(data, "peers.csv").write_text("".join(",".join(line) + "\n" for line in lines))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--servers", type=Path, required=True, help="folder with Zephyr servers and manifest.json")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is installed and made")
    parser.add_argument("--classpath", required=True, help="of our side")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rows", default="", help="part of the names of rows")
    parser.add_argument("--data", default="", help="folder to keep the figures in")
    told = parser.parse_args()
    told.work.mkdir(parents=True, exist_ok=True)
    clients = install(told.work, told.classpath)
    names = [client.name for client in clients]
    lines = [["row", *names, *(f"{OURS} / {name}" for name in names if name != OURS), "at least"]]
    print(" | ".join(lines[0]), flush=True)
    try:
        warm_up(clients, told.work, told.classpath)
        for row in rows(told.servers, told.work, told.classpath):
            if told.rows in row.name:
                lines.append(report(row, measure(row, clients, told.runs)))
                print(" | ".join(lines[-1]), flush=True)
                keep(told.data, lines)
    finally:
        for client in clients:
            client.close()


if __name__ == "__main__":
    try:
        main()
    except (subprocess.CalledProcessError, OSError, RuntimeError) as e:
        sys.exit(f"{type(e).__name__}: {e}")
