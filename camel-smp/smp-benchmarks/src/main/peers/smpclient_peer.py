"""Drives smpclient: takes orders from standard input, one a line, and answers each with the seconds it took.

See README.md for the orders.
"""

import asyncio
import sys
from time import perf_counter

from smpclient import SMPClient
from smpclient.generics import success
from smpclient.requests.os_management import EchoWrite
from smpclient.transport.serial import SMPSerialTransport
from smpclient.transport.udp import SMPUDPTransport

TIMEOUT_S = 40.0


class PortUdpTransport(SMPUDPTransport):
    """Takes the port from the address, where smpclient itself knows but one."""

    async def connect(self, address: str, timeout_s: float) -> None:
        host, port = address.rsplit(":", 1)
        await super().connect(host, timeout_s, int(port))


def client(address: str) -> SMPClient:
    scheme, target = address.split(":", 1)
    transport = PortUdpTransport() if scheme == "udp" else SMPSerialTransport()
    return SMPClient(transport, target, TIMEOUT_S)


def read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


async def image(device: SMPClient, file: str) -> list[float]:
    content = read(file)
    start = perf_counter()
    async for _ in device.upload(content):
        pass
    return [perf_counter() - start]


async def upload(device: SMPClient, file: str, name: str) -> list[float]:
    content = read(file)
    start = perf_counter()
    async for _ in device.upload_file(content, name):
        pass
    return [perf_counter() - start]


async def download(device: SMPClient, name: str, file: str) -> list[float]:
    expected = read(file)
    start = perf_counter()
    content = await device.download_file(name)
    seconds = perf_counter() - start
    if content != expected:
        raise ValueError("the file came back changed")
    return [seconds]


async def echo(device: SMPClient, count: str, text: str) -> list[float]:
    took = []
    for _ in range(int(count)):
        start = perf_counter()
        response = await device.request(EchoWrite(d=text))
        took.append(perf_counter() - start)
        if not success(response):
            raise ValueError(f"echo was refused: {response}")
    return took


ORDERS = {order.__name__: order for order in (image, upload, download, echo)}


async def obey(name: str, address: str, *arguments: str) -> list[float]:
    async with client(address) as device:
        return await ORDERS[name](device, *arguments)


async def main() -> None:
    for line in sys.stdin:
        try:
            seconds = await obey(*line.split())
            print("took", *(f"{s:.9f}" for s in seconds), flush=True)
        except Exception as e:  # whatever it is, the one who gave the order shall read it
            print("failed", type(e).__name__, str(e).replace("\n", " "), flush=True)


asyncio.run(main())
