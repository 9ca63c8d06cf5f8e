"""Compares this client with smpclient and mcumgr-toolkit, on the same servers, files and lines, in turn.

Installs the two, runs every row, prints the medians and their ratios. See README.md.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep

import servers
from clients import Client, install
from comparison import LET_GO_S, Row, arguments, compare, made_file

WARM_UPS = 20
FILE_ON_DEVICE = "/lfs1/peer.bin"
# the file system of native_sim has four blocks of 4 KiB, two of which are its directory
FILE_SIZE = 8_000


def cortex_image(folder: Path) -> Path:
    return folder / "zephyr_4.4.0_smp_server_0eae053d_qemu_cortex_m0_serial.signed.bin"


def rows(folder: Path, work: Path, classpath: str) -> list[Row]:
    file = made_file(work, "file.bin", FILE_SIZE)
    echo = ["100", "x" * 100]
    cortex = cortex_image(folder)
    simulated = work / "simulated.bin"
    simulated_size = 200_000

    def native(config: str) -> Callable[[], servers.Server]:
        return lambda: servers.native(folder, servers.description(folder, config, "native_sim"))

    def upload(address: str) -> list[str]:
        return ["upload", address, str(file), FILE_ON_DEVICE]

    def download(address: str) -> list[str]:
        return ["download", address, FILE_ON_DEVICE, str(file)]

    return [
        Row(
            "image upload: MCUboot and Zephyr on qemu_cortex_m0",
            lambda: servers.emulated(folder, servers.description(folder, "serial", "qemu_cortex_m0")),
            lambda address: ["image", address, str(cortex)],
            cortex.stat().st_size,
            3.0,
            fresh=True,
        ),
        Row("file upload: native_sim on a pseudo-terminal", native("serial_fs"), upload, FILE_SIZE, 1.1, fresh=True),
        Row("file upload: native_sim over UDP", native("udp"), upload, FILE_SIZE, 1.5, fresh=True),
        Row("file download: native_sim on a pseudo-terminal", native("serial_fs"), download, FILE_SIZE, 2.0, before=upload),
        Row("file download: native_sim over UDP", native("udp"), download, FILE_SIZE, 1.5, before=upload),
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


def main() -> None:
    told = arguments(__doc__)
    clients = install(told.work, told.classpath)
    warm_up(clients, told.work, told.classpath)
    compare(told, clients, rows(told.servers, told.work, told.classpath), "peers.csv", at_least=True)


if __name__ == "__main__":
    try:
        main()
    except (subprocess.CalledProcessError, OSError, RuntimeError) as e:
        sys.exit(f"{type(e).__name__}: {e}")
