"""Registers for the proofs: files as bytes by name, written where a proof wants them, and judged as the program is."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, settings
from program import DATE, ROOT, SAMPLES

from deskprivacy.report import Report
from deskprivacy.report.formats import FORMATS
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import Outcome, validate
from deskprivacy.words.speech import speech

Files = dict[str, bytes]

TODAY = date.fromisoformat(DATE)
BAKERY = SAMPLES / "bakery"
FAULTY = SAMPLES / "faulty"
COMPLETE = SAMPLES / "complete"
DESKMANAGER = ROOT / "register"
SOUND = (BAKERY, COMPLETE, DESKMANAGER)

settings.register_profile(
    "proofs",
    deadline=None,
    derandomize=os.environ.get("CI") == "true",
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)


def proof(examples: int) -> settings:
    """The settings of a proof: no deadline, the same examples each time in CI."""
    return settings(settings.get_profile("proofs"), max_examples=examples)


def files_of(folder: Path) -> Files:
    """The files of a register, by name."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def write(files: Mapping[str, bytes], folder: Path) -> Path:
    """Writes a register, in place of what may lie there."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


class Workplace:
    """A folder with a register, of which one file after the other is replaced and then put back."""

    def __init__(self, folder: Path, files: Mapping[str, bytes]) -> None:
        self.folder = folder
        self.files = dict(files)
        write(files, folder)

    @contextmanager
    def where(self, changes: Mapping[str, bytes]) -> Iterator[Path]:
        """The register with other bytes in some of its files."""
        for name, content in changes.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        try:
            yield self.folder
        finally:
            for name in changes:
                if name in self.files:
                    (self.folder / name).write_bytes(self.files[name])
                else:
                    (self.folder / name).unlink(missing_ok=True)


def judge(folder: Path) -> Outcome:
    """The validation of a register, on the day of all tests."""
    return validate(folder, schemas(), TODAY)


def said(outcome: Outcome, language: str = "fr") -> dict[str, str]:
    """The findings in every format: whoever finds must be able to say it."""
    say = speech(language)
    report = Report(reported=outcome.reported, day=TODAY, say=say, quote=outcome.loaded.quote)
    return {name: written(report) for name, written in FORMATS.items()}


class TooSlow(BaseException):
    """No Exception, for the program may catch those."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fails where the work takes longer: what hangs must not hang the tests."""

    def stop(*_: object) -> None:
        raise TooSlow(f"not done within {seconds} seconds")

    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)  # again, for a callback may swallow it
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


# What the bakery has no use for, so that every kind of file is there.
_MORE = {
    "trackers.yaml": """\
basket:
  name: Panier
  technology: cookie
  data: [contact-details/name]
  purposes: [order-preparation]
  consent:
    required: false
    exemption: cart-and-billing
  lifetime: session
  retention: one-year
  choice: Videz votre panier.
  cookies:
    _basket.v1: {lifetime: session, description: Ce que vous avez choisi.}
    "a/b \\"c\\"": {lifetime: 13 months}
""",
    "commitments.yaml": """\
no-sale:
  name: Rien n’est vendu
  sentence: Nous ne vendons pas vos données.
  asserts: no-sale
  status: disputed
  reason: Le prestataire de caisse doit le confirmer
""",
    "open_questions.yaml": """\
shop-hosting:
  question: |
    Qui héberge le fichier des commandes ?

    Et **où** ?
  about: [activities/orders.hosting]
  status: unknown
  ask: Le gérant
  due: 2026-12-24
promise:
  question: Est-ce vrai ?
  about: [commitments/no-sale, 'trackers/basket.cookies."_basket.v1".lifetime']
  status: disputed
""",
    "waivers.yaml": """\
no-authority-yet:
  rule: authority-missing
  about: controllers/aubepine.authority
  reason: L’affiche en boutique la nomme
  by: La gérante
  until: 2027-06-30
""",
    "takeovers.yaml": """\
old-poster:
  title: L’ancienne affiche
  paragraphs: 12
  dropped:
    P2.1: Réclame
""",
    "translations/en.po": """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

# Le nom
msgctxt "notices/customers.name"
msgid "Vos données à la boulangerie"
msgstr "Your data at the bakery"

#, fuzzy
msgctxt "purposes/newsletter.description"
msgid "Nous vous appelons une fois par saison."
msgstr "We call you once a season."
""",
}


def bakery_with_every_file() -> Files:
    """The bakery's register, with a file of every kind."""
    files = files_of(BAKERY)
    for name, old, new in (
        ("activities/orders.yaml", "trackers: []", "trackers: [basket]"),
        ("notices/customers.yaml", "languages: [fr]", "languages: [fr, en]\ncommitments: [no-sale]"),
        ("controllers.yaml", "  authority: cnil\n", ""),
        ("purposes.yaml", "  kind: marketing\n", "  kind: marketing\n  stated_in: [P1.1, P1.2]\n"),
    ):
        text = files[name].decode()
        assert old in text
        files[name] = text.replace(old, new).encode()
    return files | {name: text.encode() for name, text in _MORE.items()}
