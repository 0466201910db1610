"""The data files of this room: found in the package, parsed once, and only when something asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def data(name: str) -> Mapping[str, Any]:
    """The content of `law/<name>.yaml`; every scalar is text.

    Text, because the other YAML loaders read the country `NO` as false and a date as an object.
    """
    import yaml  # here, so that a command that needs no law does not pay for it

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    content = files("deskprivacy.law").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.load(content, Loader=loader)  # noqa: S506  # it builds text, lists and mappings only
    return loaded
