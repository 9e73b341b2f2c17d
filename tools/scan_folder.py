"""Look for words in a data folder, key in hand: in every page of every store, log and copy, and in plain bytes.

    DESK_PASSPHRASE=… python tools/scan_folder.py FOLDER WORD…        (or DESK_ROOT_KEY=<64 hex digits>)

Prints one JSON object: file → word → how often. It decrypts the pages by itself, so it sees what SQLite would
not show: freed pages, the space between rows, frames of the log. Always a process of its own: reading the files
of an open store in the process that has it open would drop its locks.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

sys.path.insert(0, str(Path(__file__).parent.parent))

from offline_cache.connection import StoreKind
from offline_cache.description import read_description
from offline_cache.keys import RootKey
from offline_cache.passphrase import open_lock

PAGE = 4096
RESERVED = 80
IV = 16
SALT = 16
LOG_HEADER = 32
FRAME_HEADER = 24


def root_key(folder: Path) -> RootKey:
    """The key of the folder, from the environment."""
    if "DESK_ROOT_KEY" in os.environ:
        return RootKey(bytes.fromhex(os.environ["DESK_ROOT_KEY"]))
    description = read_description(folder)
    if description.passphrase is None:
        raise SystemExit("the folder's key is in a keyring: give it as DESK_ROOT_KEY")
    key = open_lock(description.passphrase, os.environ["DESK_PASSPHRASE"], description.folder_id)
    if key is None:
        raise SystemExit("wrong passphrase")
    return key


def pages(file: Path, content: bytes, key: bytes) -> Iterator[bytes]:
    """Every page of a store, a copy or a log, decrypted, whether it is in use or not."""
    if file.name.endswith("-wal"):
        for start in range(LOG_HEADER, len(content) - PAGE + 1, FRAME_HEADER + PAGE):
            frame = content[start : start + FRAME_HEADER + PAGE]
            is_first = int.from_bytes(frame[:4], "big") == 1
            yield _decrypted(frame[FRAME_HEADER:], key, is_first=is_first)
    else:
        for start in range(0, len(content) - PAGE + 1, PAGE):
            yield _decrypted(content[start : start + PAGE], key, is_first=start == 0)


def _decrypted(page: bytes, key: bytes, *, is_first: bool) -> bytes:
    vector = page[-RESERVED : IV - RESERVED]
    cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    body = page[SALT if is_first else 0 : -RESERVED]
    return cipher.update(body[: len(body) // IV * IV])


def scan(folder: Path, key: RootKey, words: list[bytes]) -> dict[str, dict[str, int]]:
    """How often each word stands in each file, encrypted or plain."""
    found: dict[str, dict[str, int]] = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        views = [content]
        for kind in StoreKind:
            if file.name.startswith(kind.value) and not file.name.endswith("-shm"):
                views.append(b"\n".join(pages(file, content, key.for_store(kind))))
        counts = {word.decode(): sum(view.count(word) for view in views) for word in words}
        if any(counts.values()):
            found[str(file.relative_to(folder))] = {word: count for word, count in counts.items() if count}
    return found


def main() -> None:
    """Scan the folder that the command line names."""
    folder = Path(sys.argv[1])
    print(json.dumps(scan(folder, root_key(folder), [word.encode() for word in sys.argv[2:]])))


if __name__ == "__main__":
    main()
