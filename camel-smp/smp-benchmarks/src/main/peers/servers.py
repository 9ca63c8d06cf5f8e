"""The servers that clients are tried on: real Zephyr, on its own or emulated, and the simulator."""

import json
import os
import re
import shlex
import subprocess
import tempfile
import termios
import threading
import tty
from collections.abc import Callable
from pathlib import Path

PSEUDO_TERMINAL = re.compile(r"connected to pseudotty: (\S+)|redirected to (\S+)")
UDP_STARTED = re.compile(r"smp_udp: Started")
BOOTED = b"smp_sample"
TELLS_OF_BOOT = "qemu_cortex_m0"


class Server:
    """A process that serves at an address until it is closed."""

    def __init__(self, process: subprocess.Popen, address: str, held_open: int = -1) -> None:
        self._process = process
        self._held_open = held_open
        self.address = address
        # a server whose output nobody takes would stop one day
        threading.Thread(target=process.stdout.read, daemon=True).start()

    def write(self, content: bytes) -> None:
        """Writes to its terminal past all clients."""
        os.write(self._held_open, content)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        if self._held_open >= 0:
            os.close(self._held_open)


def descriptions(folder: Path) -> list[dict]:
    return json.loads((folder / "manifest.json").read_text())


def starter(folder: Path, told: dict) -> Callable[[], Server] | None:
    """What starts a server; nothing for boards, for what is not there, and for lines that carry one request at a time."""
    there = (folder / told["artifact"]).exists()
    if not there or told["transport"] not in ("serial", "udp") or told["ip_family"] == "ipv6":
        return None
    if told["run"]:
        return lambda: native(folder, told)
    if told["qemu_cmd"]:
        return lambda: emulated(folder, told)
    return None


def image(told: dict) -> str:
    """The file that a server with the group of images takes."""
    return told["artifact"].removesuffix(".hex").removesuffix(".merged") + ".signed.bin"


def reads_files(told: dict) -> bool:
    """The emulated boards with large buffers refuse to read files at all."""
    return "fs" in told["groups"] and (not told["qemu_cmd"] or told["buf_size"] < 1024)


def description(folder: Path, config: str, target: str) -> dict:
    for server in descriptions(folder):
        if server["config"] == config and server["target"] == target and "4.4.0" in server["artifact"]:
            return server
    raise RuntimeError(f"{folder} has no server {config} for {target}")


def launch(command: list[str], folder: Path) -> subprocess.Popen:
    """Runs a server in a folder of its own, because it may leave its flash there."""
    place = Path(tempfile.mkdtemp(prefix="smp-server-"))
    for file in folder.iterdir():
        (place / file.name).symlink_to(file)
    return subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def said(process: subprocess.Popen, sign: re.Pattern) -> re.Match:
    for line in process.stdout:
        match = sign.search(line)
        if match:
            return match
    raise RuntimeError(f"the server ended before it said {sign.pattern}")


def native(folder: Path, told: dict) -> Server:
    process = launch(shlex.split(told["run"]), folder)
    if told["transport"] == "udp":
        said(process, UDP_STARTED)
        return Server(process, f"udp:127.0.0.1:{told['udp_port']}")
    return Server(process, f"serial:{said(process, PSEUDO_TERMINAL)[1]}")


def emulated(folder: Path, told: dict) -> Server:
    """QEMU with its line on a pseudo-terminal, once the application has said that it is up, where it says so there."""
    command = re.sub(r"-chardev socket,id=con\S*", "-chardev pty,id=con", told["qemu_cmd"])
    process = launch(shlex.split(command), folder)
    path = said(process, PSEUDO_TERMINAL)[2]
    # the emulator forgets what is written while nobody has the other side open
    line = os.open(path, os.O_RDWR | os.O_NOCTTY)
    tty.setraw(line, termios.TCSANOW)
    if told["target"] == TELLS_OF_BOOT:
        heard = b""
        while BOOTED not in heard:
            heard += os.read(line, 4096)
    return Server(process, f"serial:{path}", line)


def simulated(classpath: str, image: Path, size: int, round_trip_ms: int, line: str = "udp") -> Server:
    """The simulator, and the image that may be uploaded to it."""
    program = "io.github.camelsmp.benchmarks.peer.SimulatedServer"
    command = ["java", "-Xmx256m", "-cp", classpath, program, str(image), str(size), str(round_trip_ms)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    addresses = [process.stdout.readline().strip() for _ in ("udp", "serial")]
    return Server(process, next(address for address in addresses if address.startswith(line)))
