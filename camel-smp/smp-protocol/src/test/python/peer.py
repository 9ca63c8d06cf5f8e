"""The `smp` library of PyPI as a peer: reads one question a line, answers with one line or more.

    read HEX            a message; answers with the class that takes it and its bytes, made anew from its fields
    theirs SEED COUNT   messages of every class of the library, with random fields, in the form "CLASS FIELDS HEX"; then "end"
    frame LENGTH HEX    the console lines of a message
    unframe HEX         the message in console lines
"""

import enum
import importlib
import importlib.metadata
import inspect
import json
import pkgutil
import random
import sys
import types
import typing

import pydantic
import smp
from smp import error, header, message, packet

FRAME = ("header", "version", "sequence", "smp_data")
INTEGERS = (0, 1, 23, 24, 255, 256, 65535, 65536, 2**31 - 1)


def classes():
    found = []
    for name in pkgutil.walk_packages(smp.__path__, "smp."):
        module = importlib.import_module(name.name)
        for kind in vars(module).values():
            if inspect.isclass(kind) and issubclass(kind, message._MessageBase) and kind.__module__ == name.name:
                if hasattr(kind, "_GROUP_ID"):
                    found.append(kind)
    return found


CLASSES = classes()


def name(kind):
    return kind.__module__.removeprefix("smp.") + "." + kind.__name__


def fits(kind, head):
    if issubclass(kind, (error.ErrorV1, error.ErrorV2)):
        return kind._GROUP_ID == head.group_id and head.op in (header.OP.READ_RSP, header.OP.WRITE_RSP)
    return (kind._GROUP_ID, kind._COMMAND_ID, kind._OP) == (head.group_id, head.command_id, head.op)


def anew(read):
    fields = {key: getattr(read, key) for key in read.model_fields_set if key not in FRAME}
    if isinstance(read, (error.ErrorV1, error.ErrorV2)):
        # an error has no header of its own: it takes that of what it answers
        return bytes(type(read)(header=read.header, **fields))
    return bytes(type(read)(version=read.version, sequence=read.sequence, **fields))


def take(data):
    head = header.Header.loads(data[: header.Header.SIZE])
    complaints = []
    for kind in [kind for kind in CLASSES if fits(kind, head)]:
        try:
            return f"{name(kind)} {anew(kind.loads(data)).hex()}"
        except Exception as complaint:  # whatever it is, it is the library's answer
            complaints.append(f"{name(kind)}: {' '.join(str(complaint).splitlines()[:3])}")
    return "refused " + "; ".join(complaints) if complaints else "unknown"


def value(hint, draw):
    """Something of a type, often a bound of it."""
    origin = typing.get_origin(hint)
    arguments = typing.get_args(hint)
    if origin is typing.Annotated:
        return value(arguments[0], draw)
    if origin is typing.Literal:
        return draw.choice(arguments)
    if origin in (typing.Union, types.UnionType):
        return value(draw.choice([kind for kind in arguments if kind is not type(None)]), draw)
    if origin is list:
        return [value(arguments[0], draw) for _ in range(draw.choice((0, 1, 2, 30)))]
    if origin is tuple:
        return tuple(value(arguments[0], draw) for _ in range(draw.choice((0, 1, 2, 30))))
    if origin is dict:
        return {value(arguments[0], draw): value(arguments[1], draw) for _ in range(draw.choice((0, 1, 2)))}
    if hint is bool:
        return draw.random() < 0.5
    if hint is int:
        return draw.choice(INTEGERS)
    if hint is str:
        return "".join(draw.choice("aZ09 /äß€😀\n") for _ in range(draw.choice((0, 1, 23, 24, 100, 300))))
    if inspect.isclass(hint) and issubclass(hint, bytes):
        return draw.randbytes(draw.choice((0, 1, 23, 24, 32, 255, 256, 1000)))
    if inspect.isclass(hint) and issubclass(hint, enum.Enum):
        return draw.choice(list(hint))
    if inspect.isclass(hint) and issubclass(hint, pydantic.BaseModel):
        return hint(**fields(hint, draw))
    return draw.choice((7, "any", True))


def fields(kind, draw):
    hints = typing.get_type_hints(kind, include_extras=True)
    return {
        field: value(hints[field], draw)
        for field, told in kind.model_fields.items()
        if field not in FRAME and (told.is_required() or draw.random() < 0.5)
    }


def one(kind, draw):
    """A message of a class, with fields that the library takes; none if it takes nothing."""
    for _ in range(100):
        try:
            drawn = fields(kind, draw)
            if "address" in drawn:
                drawn["address"] = ":".join(f"{byte:02X}" for byte in draw.randbytes(6))
            version = draw.choice(list(header.Version))
            return kind(version=version, sequence=draw.randrange(256), **drawn)
        except (pydantic.ValidationError, AttributeError):
            continue
    return None


def plain(thing):
    if isinstance(thing, (bytes, bytearray)):
        return "hex:" + thing.hex()
    if isinstance(thing, dict):
        return {key: plain(element) for key, element in thing.items()}
    if isinstance(thing, (list, tuple)):
        return [plain(element) for element in thing]
    if isinstance(thing, enum.Enum):
        return thing.value
    return thing


def theirs(seed, count):
    for kind in CLASSES:
        draw = random.Random(f"{seed} {name(kind)}")
        if issubclass(kind, (error.ErrorV1, error.ErrorV2)):
            continue
        for _ in range(count):
            made = one(kind, draw)
            if made is not None:
                dumped = made.model_dump(exclude_unset=True, exclude=set(FRAME), exclude_none=True)
                print(name(kind), json.dumps(plain(dumped), separators=(",", ":")), bytes(made).hex(), sep="\t")
    print("end", flush=True)


def unframe(lines):
    decoder = packet.decode()
    next(decoder)
    try:
        for line in lines.splitlines(keepends=True):
            decoder.send(line)
    except StopIteration as end:
        return end.value.hex()
    return "incomplete"


def main():
    print("smp", importlib.metadata.version("smp"), flush=True)
    for line in sys.stdin:
        word, *rest = line.split()
        if word == "read":
            print(take(bytes.fromhex(rest[0])), flush=True)
        elif word == "theirs":
            theirs(int(rest[0]), int(rest[1]))
        elif word == "frame":
            print(b"".join(packet.encode(bytes.fromhex(rest[1]), int(rest[0]))).hex(), flush=True)
        elif word == "unframe":
            print(unframe(bytes.fromhex(rest[0])), flush=True)


main()
