"""What is left of a list whose entries name something that was set aside."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from program import DATE, SAMPLES

from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

LINES = """
  contact-details:
    - items: [name]
      purposes: [order-preparation, newsletter]
      retention: one-year
    - items: [phone-number]
      purposes: [order-preparation]
      retention: one-year
"""


def test_one_line_of_several_loses_what_it_names(tmp_path: Path) -> None:
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    orders = register / "activities" / "orders.yaml"
    head, _, rest = orders.read_text("utf-8").partition("data:\n")
    after = rest.partition("recipients:")[2]
    orders.write_text(f"{head}data:{LINES}recipients:{after}", "utf-8")
    purposes = register / "purposes.yaml"
    purposes.write_text(purposes.read_text("utf-8").replace("kind: marketing", "kind: nothing"), "utf-8")

    judged = validate(register, schemas(), date.fromisoformat(DATE)).loaded.judged

    assert judged is not None
    lines = judged.activities["orders"].data["contact-details"]
    assert [line.purposes for line in lines] == [("order-preparation",), ("order-preparation",)]
