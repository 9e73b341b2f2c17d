"""Small YAML files as typed values: every key known, every value of its kind, or where it is wrong."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from desk.errands.yaml_text import YamlFault, YList, YMap, YNode, read_yaml
from desk.errors import NotYaml, ScriptBroken

_Shape = TypeVar("_Shape")


def shaped_file(file: str, content: bytes, shape: type[_Shape]) -> _Shape:
    """Read a whole file, which may be empty; raises ``ScriptBroken`` or ``NotYaml``."""
    try:
        node = read_yaml(file, content)
    except YamlFault as fault:
        raise NotYaml(path=fault.diagnostic.place, reason=fault.diagnostic.message) from None
    return shaped(node, shape)


def shaped(node: YNode, shape: type[_Shape]) -> _Shape:
    """Read a part of a file; raises ``ScriptBroken``."""
    try:
        return msgspec.convert(_plain(node), shape, strict=False)
    except msgspec.ValidationError as wrong:
        raise ScriptBroken(path=node.place, reason=wrong) from None


def _plain(node: YNode) -> object:
    if isinstance(node, YMap):
        return {key: _plain(each) for key, each in node.entries.items()}
    if isinstance(node, YList):
        return [_plain(each) for each in node.items]
    return node.text
