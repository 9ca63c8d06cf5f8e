"""The clients that are compared: programs that take orders from their standard input."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


class Client:
    def __init__(self, name: str, command: list[str]) -> None:
        self.name = name
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def obey(self, order: list[str]) -> list[float]:
        """Seconds that it took, one for each time it was to be done."""
        self._process.stdin.write(" ".join(order) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer.startswith("took "):
            raise RuntimeError(f"{self.name}, told to {' '.join(order)}, said: {answer.strip() or 'nothing'}")
        return [float(seconds) for seconds in answer.split()[1:]]

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(10)


def ours(name: str, classpath: str, window: int) -> Client:
    """Our client, with so many requests in flight, or as many as prove good where that is 0."""
    program = "io.github.camelsmp.benchmarks.peer.OurPeer"
    return Client(name, ["java", "-Xmx512m", "-cp", classpath, program, str(window)])


def install(work: Path, classpath: str) -> list[Client]:
    """Builds what is not there yet and starts all of them, ours first."""
    return [
        ours("ours", classpath, 0),
        Client("smpclient", [str(python(work)), str(HERE / "smpclient_peer.py")]),
        Client("mcumgr-toolkit", [str(toolkit(work))]),
    ]


def python(work: Path) -> Path:
    folder = work / "venv"
    interpreter = folder / "bin" / "python"
    if not interpreter.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    wanted = ["-r", str(HERE / "requirements.txt")]
    subprocess.run([str(interpreter), "-m", "pip", "install", "--quiet", *wanted], check=True)
    return interpreter


def toolkit(work: Path) -> Path:
    target = work / "cargo"
    manifest = HERE / "toolkit" / "Cargo.toml"
    build = ["cargo", "build", "--quiet", "--release", "--manifest-path", str(manifest), "--target-dir", str(target)]
    subprocess.run(build, check=True)
    return target / "release" / "toolkit-peer"
