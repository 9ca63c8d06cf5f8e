"""What all comparisons share: rows that clients do in turn, medians, and the table that is printed and kept."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import sleep

import servers
from clients import Client

# clients close their ports in the background, and take what is meant for the next one until then
LET_GO_S = 0.5

# what is over in milliseconds is repeated until so much of it was measured, or so many times as often
ENOUGH_S = 4
MOST_REPEATS = 5


@dataclass
class Row:
    """One thing that all clients do.

    order: says what to do at an address
    amount: bytes that are moved, or 0 where the time itself counts
    at_least: how many times as good as each other client the first has to be, 0 if nothing was promised
    fresh: whether each run has a server of its own
    """

    name: str
    server: Callable[[], servers.Server]
    order: Callable[[str], list[str]]
    amount: int
    at_least: float = 0
    fresh: bool = False
    before: Callable[[str], list[str]] | None = None


def made_file(work: Path, name: str, size: int) -> Path:
    file = work / name
    file.write_bytes(bytes((i * i + 7 * i) >> 3 & 0xFF for i in range(size)))
    return file


def measure(row: Row, clients: list[Client], runs: int) -> dict[str, float]:
    """The median of each client's runs, after one that does not count."""
    took: dict[str, list[float]] = {client.name: [] for client in clients}
    server = None
    run = 0
    try:
        while run <= runs or run <= MOST_REPEATS * runs and sum(map(sum, took.values())) < ENOUGH_S:
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
            run += 1
    finally:
        if server is not None:
            server.close()
    return {name: median(all_of_it) for name, all_of_it in took.items()}


def report(row: Row, medians: dict[str, float], at_least: bool) -> list[str]:
    """What is printed and kept of a row: the figures in kB/s or ms, and how many times as good the first client is."""
    figures = [row.amount / s / 1000 if row.amount else s * 1000 for s in medians.values()]
    first, *others = medians.values()
    unit = "kB/s" if row.amount else "ms"
    promised = f"{row.at_least:.1f}" if row.at_least else "-"
    return [
        row.name,
        *(f"{figure:.2f} {unit}" for figure in figures),
        *(f"{s / first:.2f}" for s in others),
        *([promised] if at_least else []),
    ]


def arguments(about: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--servers", type=Path, required=True, help="folder with Zephyr servers and manifest.json")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is installed and made")
    parser.add_argument("--classpath", required=True, help="of our side")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rows", default="", help="part of the names of rows")
    parser.add_argument("--data", default="", help="folder to keep the figures in")
    told = parser.parse_args()
    told.work.mkdir(parents=True, exist_ok=True)
    return told


def compare(told: argparse.Namespace, clients: list[Client], rows: list[Row], file: str, at_least: bool) -> None:
    """Measures the rows that were asked for; prints and keeps each when it is done. Closes the clients."""
    first, *others = [client.name for client in clients]
    head = ["row", first, *others, *(f"{first} / {name}" for name in others), *(["at least"] if at_least else [])]
    lines = [head]
    print(" | ".join(head), flush=True)
    try:
        for row in rows:
            if told.rows in row.name:
                lines.append(report(row, measure(row, clients, told.runs), at_least))
                print(" | ".join(lines[-1]), flush=True)
                keep(told.data, file, lines)
    finally:
        for client in clients:
            client.close()


def keep(data: str, file: str, lines: list[list[str]]) -> None:
    if data:
        Path(data, file).write_text("".join(",".join(line) + "\n" for line in lines))
