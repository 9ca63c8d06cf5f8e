"""Compares our client with itself on every real server: one request in flight against as many as prove good.

Prints the medians and their ratio. See README.md.
"""

import subprocess
import sys
from pathlib import Path

import servers
from clients import ours
from comparison import Row, arguments, compare, made_file

# what every file system of the servers takes, also where a lost line makes the server open the file again
FILE_SIZE = 4_000
FILE_ON_DEVICE = "/lfs1/window.bin"


def rows(folder: Path, work: Path) -> list[Row]:
    file = made_file(work, "window.bin", FILE_SIZE)
    made = []
    for told in servers.descriptions(folder):
        name = f"{told['config']} on {told['target']}; {told['buf_size']} x {told['buf_count']}"
        start = servers.starter(folder, told)
        if start is None:
            continue
        if "img" in told["groups"]:
            image = folder / servers.image(told)
            made.append(Row(f"image upload: {name}", start, upload_image(image), image.stat().st_size, fresh=True))
        if servers.reads_files(told):
            made.append(Row(f"file upload: {name}", start, upload(file), FILE_SIZE, fresh=True))
            made.append(Row(f"file download: {name}", start, download(file), FILE_SIZE, before=upload(file)))
    return made


def upload_image(image: Path):
    return lambda address: ["image", address, str(image)]


def upload(file: Path):
    return lambda address: ["upload", address, str(file), FILE_ON_DEVICE]


def download(file: Path):
    return lambda address: ["download", address, FILE_ON_DEVICE, str(file)]


def main() -> None:
    told = arguments(__doc__)
    clients = [ours("auto", told.classpath, 0), ours("window 1", told.classpath, 1)]
    compare(told, clients, rows(told.servers, told.work), "windows.csv", at_least=False)


if __name__ == "__main__":
    try:
        main()
    except (subprocess.CalledProcessError, OSError, RuntimeError) as e:
        sys.exit(f"{type(e).__name__}: {e}")
