"""The data files of this room: found in the package, read once, and only when something asks for them.

Every scalar is text, because the other YAML loaders read the country `NO` as false and a date as an object.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def data(name: str) -> Mapping[str, Any]:
    """The content of `law/<name>.yaml`.

    An installed package has it as JSON too, made when the wheel was built: it is read twenty times as fast, and every
    run reads some. A checkout has not, so that what is edited is what is read.
    """
    compiled = FOLDER / f"{name}.json"
    if not compiled.is_file():
        return parsed(name)
    import json

    loaded: Mapping[str, Any] = json.loads(compiled.read_bytes())
    return loaded


def parsed(name: str) -> Mapping[str, Any]:
    """The content of `law/<name>.yaml`, from the YAML itself."""
    import yaml  # here, so that a command that needs no law does not pay for it

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    content = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.load(content, Loader=loader)  # noqa: S506  # it builds text, lists and mappings only
    return loaded
