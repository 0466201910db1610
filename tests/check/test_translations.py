"""Translations: what is missing or stale is told, gravely where a published notice has the language."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from program import DATE, SAMPLES

from deskprivacy.finding import Reported, Severity
from deskprivacy.load import load
from deskprivacy.model.public import public
from deskprivacy.model.texts import public_texts
from deskprivacy.model.translation import translated
from deskprivacy.render.document import Run, walk
from deskprivacy.render.html import to_html
from deskprivacy.render.notice import notice_document
from deskprivacy.resources import schemas, templates
from deskprivacy.stories.validate import validate
from deskprivacy.words.findings import say_finding
from deskprivacy.words.speech import speech

pytestmark = pytest.mark.broad

PREPARE = "Préparer votre commande"


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    """The bakery, whose notice is to appear in English too, with every text translated: in capitals."""
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    notice = register / "notices" / "customers.yaml"
    notice.write_text(notice.read_text(encoding="utf-8").replace("[fr]", "[fr, en]"), encoding="utf-8")
    loaded = load(register, schemas()).register
    assert loaded is not None
    catalogue = Catalog(locale="en", fuzzy=False)
    for where, text in public_texts(loaded):
        catalogue.add(text, text.upper(), context=str(where))
    (register / "translations").mkdir()
    with (register / "translations" / "en.po").open("wb") as file:
        write_po(file, catalogue, width=0)
    return register


def found(register: Path) -> list[Reported]:
    return list(validate(register, schemas(), date.fromisoformat(DATE)).reported)


def rules(register: Path) -> list[tuple[str, str]]:
    return [(one.finding.rule, one.severity.word) for one in found(register)]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def publish(register: Path) -> None:
    edit(register / "notices" / "customers.yaml", "status: draft", "status: published")


def test_a_complete_translation_gives_no_finding(bakery: Path) -> None:
    assert rules(bakery) == []


def test_a_missing_translation_is_a_warning_in_a_draft_and_an_error_where_it_is_published(bakery: Path) -> None:
    po = bakery / "translations" / "en.po"
    text = po.read_text(encoding="utf-8")
    po.write_text(re.sub(r"msgctxt \"purposes/order-preparation.name\"\n.*\n.*\n", "", text), encoding="utf-8")

    assert rules(bakery) == [("translation-missing", "warning")]
    assert (found(bakery)[0].place.file, found(bakery)[0].place.line) == ("purposes.yaml", 2)
    publish(bakery)
    assert rules(bakery) == [("translation-missing", "error")]


def test_a_changed_text_makes_its_translation_stale(bakery: Path) -> None:
    edit(bakery / "purposes.yaml", PREPARE, "Préparer votre pain")

    (one,) = found(bakery)
    assert (one.finding.rule, one.severity) == ("translation-stale", Severity.WARNING)
    assert one.related[0][2].file == "translations/en.po"


def test_accents_that_are_written_apart_are_the_same_text(bakery: Path) -> None:
    catalogue = bakery / "translations" / "en.po"
    catalogue.write_text(normalize("NFD", catalogue.read_text(encoding="utf-8")), encoding="utf-8")

    assert rules(bakery) == []


def test_a_translation_that_is_not_sure_is_stale(bakery: Path) -> None:
    edit(
        bakery / "translations" / "en.po",
        'msgctxt "purposes/order-preparation.name"',
        '#, fuzzy\nmsgctxt "purposes/order-preparation.name"',
    )

    assert rules(bakery) == [("translation-stale", "warning")]


@pytest.mark.parametrize("words", ["", " ", "\\n", "\u200b", "\u00a0\u2060"], ids=ascii)
@pytest.mark.parametrize("mark", ["", "#, fuzzy\n"])
def test_an_entry_without_words_translates_nothing(bakery: Path, words: str, mark: str) -> None:
    po = bakery / "translations" / "en.po"
    entry = r'(msgctxt "purposes/order-preparation.name"\n.*\n)msgstr .*'
    text = re.sub(entry, lambda found: f'{mark}{found[1]}msgstr "{words}"', po.read_text("utf-8"))
    po.write_text(text, "utf-8")

    (one,) = found(bakery)
    assert one.finding.rule == "translation-missing"
    assert 'msgctxt "purposes/order-preparation.name"' in say_finding(one, speech("fr")).help
    edit(bakery / "purposes.yaml", PREPARE, "Préparer votre pain")  # nor was there ever an older translation
    assert rules(bakery) == [("translation-missing", "warning")]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Language: en", False),
        ("Language: en_GB", False),
        ("Language: EN", False),
        ("Language: en@latin", False),
        ("Language: ", False),
        ("X-Language: de", False),
        ("Language-Team: German", False),
        ("Language: de", True),
        ("Language: fr_FR", True),
    ],
)
@pytest.mark.parametrize("line", ['msgid ""\nmsgstr ""\n"{}\\n"\n', 'msgid ""\nmsgstr "Project: x\\n{}\\n"\n'])
def test_a_header_of_another_language_is_told(bakery: Path, header: str, told: bool, line: str) -> None:
    po = bakery / "translations" / "en.po"
    entries = po.read_text("utf-8").partition("\n\n")[2]
    po.write_text(line.format(header) + "\n" + entries, "utf-8")

    assert rules(bakery) == ([("catalogue-of-another-language", "warning")] if told else [])
    assert all(one.place.line in (2, 3) for one in found(bakery))


def test_words_of_an_entry_are_no_header(bakery: Path) -> None:
    edit(bakery / "translations" / "en.po", PREPARE.upper(), "Language: de")

    assert rules(bakery) == []


def test_a_translation_of_nothing_is_told(bakery: Path) -> None:
    edit(bakery / "translations" / "en.po", 'msgctxt "purposes/newsletter.name"', 'msgctxt "purposes/newsleter.name"')

    assert rules(bakery) == [("translation-missing", "warning"), ("unused-translation", "warning")]


def test_a_language_without_any_translation_is_one_finding(bakery: Path) -> None:
    (bakery / "translations" / "en.po").unlink()

    assert rules(bakery) == [("language-missing", "warning")]
    publish(bakery)
    assert rules(bakery) == [("language-missing", "error")]


@pytest.mark.parametrize("content", [b'msgid "a\n', b"nonsense\n", b'msgctxt "x"\nmsgid\n'])
def test_a_broken_catalogue_is_a_finding(bakery: Path, content: bytes) -> None:
    (bakery / "translations" / "en.po").write_bytes(content)

    assert ("broken-translations", "error") in rules(bakery)


ENTRY = 'msgctxt "purposes/newsletter.name"\nmsgid "Vous annoncer nos nouveautés"\nmsgstr "{}"\n'


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"), None),
        (lambda text: text.replace("\n", "\r").encode(), None),
        (lambda text: ("#, fuzzy\n" + text).encode(), None),
        (lambda text: (text + '\n#, fuzzy\n#~| msgid "avant"\n#~ msgid "vieux"\n#~ msgstr "old"\n').encode(), None),
        (lambda text: text.replace("msgid ", '#| msgid "avant"\nmsgid ').encode(), None),
        (lambda text: text.encode("utf-16"), "not-utf-8"),
        (lambda text: (text + "# café\n").encode("latin-1", "replace"), "not-utf-8"),
        (lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> x\n".encode(), "merge-conflict"),
        (lambda text: (text + "\n" + ENTRY.format("One") + "\n" + ENTRY.format("Two")).encode(), "doubled-translation"),
    ],
    ids=["BOM", "CR", "fuzzy header", "obsolete", "previous", "UTF-16", "Latin-1", "merge", "doubled"],
)
def test_a_catalogue_as_other_programs_write_it(
    bakery: Path, written: Callable[[str], bytes], told: str | None
) -> None:
    """With an empty line after the old entries, so that nothing of them can fall on the next one."""
    file = bakery / "translations" / "en.po"
    before = rules(bakery)
    file.write_bytes(written(file.read_text(encoding="utf-8")))

    assert (told, "error") in rules(bakery) if told else rules(bakery) == before


def test_the_end_of_a_line_is_no_part_of_a_translation(bakery: Path) -> None:
    edit(bakery / "purposes.yaml", "Vous annoncer nos nouveautés", ">\n    Vous annoncer nos nouveautés")
    file = bakery / "translations" / "en.po"
    edit(file, 'msgid "Vous annoncer nos nouveautés"', 'msgid ""\n"Vous annoncer nos nouveautés\\n"')
    register = load(bakery, schemas()).register

    assert register is not None
    assert register.purposes["newsletter"].name == "Vous annoncer nos nouveautés"
    assert "\n" not in str(translated(register, "en")[0].purposes["newsletter"].name)
    assert not [rule for rule, _ in rules(bakery) if rule == "translation-stale"]


def test_a_catalogue_that_nothing_asks_for_is_told(bakery: Path) -> None:
    for file in (*bakery.rglob("notices/*.yaml"), bakery / "register.yaml"):
        file.write_text(re.sub(r"(?m)^languages:.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")

    assert ("unused-catalogue", "warning") in rules(bakery)


def test_a_document_prints_the_translation_and_marks_what_has_none(bakery: Path) -> None:
    edit(bakery / "purposes.yaml", PREPARE, "Préparer votre pain")
    register = load(bakery, schemas()).register
    assert register is not None
    english, left = translated(register, "en")

    view = notice_document(public(english), "customers", (), speech("en"), left)

    runs = [run for block in walk((*view.lead, *view.blocks)) for run in _runs(block)]
    assert any("NOUS PRÉPARONS VOTRE PAIN" in run.text for run in runs)
    marked = [run for run in runs if "Préparer votre pain" in run.text]
    assert marked
    assert all(run.language == "fr" and run.text.endswith("[fr]") for run in marked)
    assert 'lang="fr"' in to_html(view, templates())


def _runs(block: object) -> list[Run]:
    entries = getattr(block, "entries", ())
    return [*getattr(block, "content", ()), *getattr(block, "title", ()), *(run for one in entries for run in one.term)]


def copy_the_texts(register: Path, left: int = 0) -> None:
    """What `msginit --locale=en` writes: each text as its own translation, but for the last `left`."""
    loaded = load(register, schemas()).register
    assert loaded is not None
    catalogue = Catalog(locale="en", fuzzy=False)
    texts = list(public_texts(loaded))
    for position, (where, text) in enumerate(texts):
        catalogue.add(text, text if position < len(texts) - left else text.upper(), context=str(where))
    with (register / "translations" / "en.po").open("wb") as file:
        write_po(file, catalogue, width=0)


def test_texts_that_were_copied_instead_of_translated_are_one_finding(bakery: Path) -> None:
    copy_the_texts(bakery)

    (one,) = found(bakery)
    assert (one.finding.rule, one.severity) == ("translation-copied", Severity.WARNING)
    line = (bakery / "translations" / "en.po").read_text("utf-8").splitlines()[one.place.line - 1]
    assert line.startswith("msgstr ")
    assert "en anglais que dans le registre : ils ne sont pas traduits" in say_finding(one, speech("fr")).message
    assert "in English as in the register: they are not translated" in say_finding(one, speech("en")).message
    publish(bakery)
    assert rules(bakery) == [("translation-copied", "error")]


def test_texts_that_are_half_translated_hold_nothing_back(bakery: Path) -> None:
    publish(bakery)
    loaded = load(bakery, schemas()).register
    assert loaded is not None
    copy_the_texts(bakery, left=len(list(public_texts(loaded))) // 2)

    assert rules(bakery) == [("translation-copied", "warning")]


def test_a_word_or_a_name_may_be_the_same_in_two_languages(bakery: Path) -> None:
    text = (bakery / "translations" / "en.po").read_text("utf-8")
    texts = re.sub(r'msgid "(\w+(?: \w+)?)"\nmsgstr .*', r'msgid "\1"\nmsgstr "\1"', text)
    (bakery / "translations" / "en.po").write_text(texts, "utf-8")

    assert texts != text
    assert rules(bakery) == []


@pytest.mark.parametrize("status", ["draft", "published"])
@pytest.mark.parametrize("content", ["", 'msgid ""\nmsgstr "Language: en\\n"\n'])
def test_a_catalogue_without_an_entry_is_one_finding(bakery: Path, content: str, status: str) -> None:
    (bakery / "translations" / "en.po").write_text(content, "utf-8")
    if status == "published":
        publish(bakery)

    assert rules(bakery) == [("empty-catalogue", "error" if status == "published" else "warning")]


def test_a_catalogue_of_the_language_of_the_register_is_of_no_use(bakery: Path) -> None:
    shutil.copy(bakery / "translations" / "en.po", bakery / "translations" / "fr.po")
    edit(bakery / "translations" / "fr.po", "Language: en", "Language: fr")

    (one,) = found(bakery)
    assert (one.finding.rule, one.place.file) == ("catalogue-of-own-language", "translations/fr.po")
    assert "le registre est rédigé en français" in say_finding(one, speech("fr")).message
    assert "`languages`" not in say_finding(one, speech("fr")).help


def test_a_catalogue_of_a_language_without_documents_names_those_that_have_them(bakery: Path) -> None:
    shutil.copy(bakery / "translations" / "en.po", bakery / "translations" / "de.po")

    (one,) = [one for one in found(bakery) if one.place.file.endswith("de.po")]
    assert one.finding.rule == "unknown-language-file"
    assert "(français et anglais)" in say_finding(one, speech("fr")).help
    assert "(French and English)" in say_finding(one, speech("en")).help


def test_a_finding_points_at_the_line_that_is_to_be_corrected(bakery: Path) -> None:
    """At `msgstr` for words, at `msgctxt` for an address."""
    po = bakery / "translations" / "en.po"
    edit(po, 'msgctxt "purposes/newsletter.name"', 'msgctxt "purposes/newsleter.name"')
    edit(po, f'msgstr "{PREPARE.upper()}"', f'msgstr ""\n"{PREPARE.upper()}"\n"\u200b"')
    lines = po.read_text("utf-8").splitlines()

    at = {one.finding.rule: lines[one.place.line - 1] for one in found(bakery) if one.place.file.endswith(".po")}

    assert at == {"unused-translation": 'msgctxt "purposes/newsleter.name"', "hidden-character": 'msgstr ""'}


def test_an_entry_without_an_address_is_told_as_such(bakery: Path) -> None:
    po = bakery / "translations" / "en.po"
    edit(po, 'msgctxt "purposes/newsletter.name"\n', "")
    edit(po, 'msgctxt "purposes/order-preparation.name"\n', "")

    (one,) = [one for one in found(bakery) if one.finding.rule != "translation-missing"]
    assert (one.finding.rule, one.finding.values) == ("translation-without-address", {"count": 2})
    assert po.read_text("utf-8").splitlines()[one.place.line - 1].startswith("msgid ")
    assert "``" not in say_finding(one, speech("fr")).message
