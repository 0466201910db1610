"""Which files a register has: all of them, in one order, and never one that lies elsewhere."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskprivacy.errors import CannotRead
from deskprivacy.finding import Finding, Place, Severity
from deskprivacy.law.rules import structure
from deskprivacy.load.bounds import MAX_BYTES
from deskprivacy.load.files import RegisterFile, discover, read_bytes
from deskprivacy.model.register import KINDS

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("a: 1\n", encoding="utf-8")


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, object]]:
    """Rule, file and suggestion of each finding; its words must be there."""
    for finding in findings:
        row = structure()[finding.rule]
        assert row.severity is Severity.ERROR
        for words in (*row.message.values(), *row.help.values()):
            assert set(re.findall(r"\{([a-z_]+)\}", words)) <= set(finding.values), finding.rule
        assert isinstance(finding.at, Place)
    return [(f.rule, f.at.file, f.values.get("suggestion")) for f in findings if isinstance(f.at, Place)]


def names(found: tuple[RegisterFile, ...]) -> list[str]:
    return [file.file for file in found]


def test_files_come_by_kind_and_then_by_name(tmp_path: Path) -> None:
    make(
        tmp_path, "activities/orders.yaml", "activities/b2.yaml", "activities/b-1.yaml", "waivers.yaml", "notices.yaml"
    )
    make(tmp_path, "takeovers.yaml", "register.yaml", "controllers.yaml", "open_questions.yaml", "sources.yaml")

    found, findings = discover(tmp_path)

    assert findings == ()
    assert [(file.kind, file.id, file.file) for file in found] == [
        ("controllers", None, "controllers.yaml"),
        ("sources", None, "sources.yaml"),
        ("activities", "b-1", "activities/b-1.yaml"),
        ("activities", "b2", "activities/b2.yaml"),
        ("activities", "orders", "activities/orders.yaml"),
        ("notices", None, "notices.yaml"),
        ("register", None, "register.yaml"),
        ("open_questions", None, "open_questions.yaml"),
        ("waivers", None, "waivers.yaml"),
        ("takeovers", None, "takeovers.yaml"),
    ]
    assert all(file.path.samefile(tmp_path / file.file) for file in found)


def test_what_belongs_beside_the_facts_is_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "README.md", "theme/logo.svg", "translations/README.md", ".git/config", ".editorconfig", "sources/")
    make(tmp_path, "activities/README.md", "activities/.gitkeep")

    assert discover(tmp_path) == ((), ())


def test_translations_are_files_of_the_register(tmp_path: Path) -> None:
    make(tmp_path, "translations/en.po", "translations/en.txt")

    found, findings = discover(tmp_path)

    assert [(file.kind, file.id, file.file) for file in found] == [("translations", "en", "translations/en.po")]
    assert told(findings) == [("unknown-file", "translations/en.txt", "en.po")]


@pytest.mark.parametrize(
    "name",
    [
        *("Thumbs.db", "desktop.ini", ".DS_Store", "~$registre.xlsx", ".~lock.registre.ods#", "sources.yaml~"),
        *("sources.yaml.orig", "sources.yaml.bak", "#sources.yaml#", "sources.yaml.rej", "sources.yaml.swp"),
        *("__MACOSX/sources.yaml", "@eaDir/x"),
    ],
)
@pytest.mark.parametrize("folder", ["", "purposes/", "translations/"])
def test_what_systems_and_editors_leave_is_left_alone(tmp_path: Path, folder: str, name: str) -> None:
    make(tmp_path, folder + name)

    assert discover(tmp_path) == ((), ())


@pytest.mark.parametrize("name", ["LICENSE", "CHANGELOG.md", "README.md", "CONTRIBUTING.md"])
def test_what_a_repository_has_beside_its_facts_is_left_alone(tmp_path: Path, name: str) -> None:
    make(tmp_path, name)

    assert discover(tmp_path) == ((), ())


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("EN.po", "en.po"), ("eng.po", "en.po"), ("en_GB.po", "en.po"), ("en/LC_MESSAGES/x.po", "en.po")],
)
def test_a_catalogue_of_another_name_is_told_with_the_right_one(tmp_path: Path, name: str, suggestion: str) -> None:
    make(tmp_path, f"translations/{name}")

    file = f"translations/{name.partition('/')[0]}"
    assert told(discover(tmp_path)[1]) == [("unknown-file", file, suggestion)]


@pytest.mark.parametrize(
    ("inside", "suggestion"), [("", "notices"), ("a.yaml", "notices"), ("a.yml", "notices"), ("a.txt", None)]
)
def test_a_folder_is_one_of_facts_only_where_it_may_hold_some(
    tmp_path: Path, inside: str, suggestion: str | None
) -> None:
    make(tmp_path, f"notes/{inside}")

    assert told(discover(tmp_path)[1]) == [("unknown-file", "notes", suggestion)]


@pytest.mark.parametrize("name", ["en.mo", "messages.pot", "en.po~"])
def test_what_is_made_of_a_catalogue_is_left_alone(tmp_path: Path, name: str) -> None:
    make(tmp_path, "translations/en.po", f"translations/{name}")

    assert [file.file for file in discover(tmp_path)[0]] == ["translations/en.po"]
    assert discover(tmp_path)[1] == ()


@pytest.mark.parametrize(
    ("name", "rule", "suggestion"),
    [
        ("sources.yml", "wrong-extension", "sources.yaml"),
        ("sources.YAML", "wrong-extension", "sources.yaml"),
        ("sources.yaml.txt", "wrong-extension", "sources.yaml"),
        ("sources.txt", "wrong-extension", "sources.yaml"),
        ("sources", "wrong-extension", "sources.yaml"),
        ("register.yml", "wrong-extension", "register.yaml"),
        ("purpose.yaml", "unknown-file", "purposes.yaml"),
        ("purpose.yml", "unknown-file", "purposes.yaml"),
        ("Retention-rules.yaml", "unknown-file", "retention_rules.yaml"),
        ("SOURCES.yaml", "unknown-file", "sources.yaml"),
        ("contrat.pdf", "unknown-file", None),
        ("theme", "unknown-file", None),
        ("translations.yaml", "unknown-file", None),
        ("activity/", "unknown-file", "activities"),
        ("waivers/", "unknown-file", "waivers.yaml"),
        ("brouillons/", "unknown-file", None),
        ("sources.yaml/", "unknown-file", "sources"),
        ("notes.txt", "unknown-file", None),
        ("notes.md", "unknown-file", None),
        ("notes", "unknown-file", None),
        ("notes.yaml", "unknown-file", "notices.yaml"),
        ("notes.yaml.txt", "unknown-file", "notices.yaml"),
        ("purpose.txt", "unknown-file", None),
        ("activities/notes.txt", "unknown-file", None),
        ("translations/environment.txt", "unknown-file", None),
        ("translations/français.txt", "unknown-file", None),
        ("translations/fr.txt", "unknown-file", "fr.po"),
        ("activities/Orders.yaml", "bad-file-name", "orders.yaml"),
        ("activities/Commandes & Réclamations.yaml", "bad-file-name", "commandes-reclamations.yaml"),
        ("activities/a_b.yaml", "bad-file-name", "a-b.yaml"),
        ("activities/-a.yaml", "bad-file-name", "a.yaml"),
        (f"activities/{'a' * 101}.yaml", "bad-file-name", f"{'a' * 100}.yaml"),
        ("activities/日本.yaml", "bad-file-name", None),
        ("activities/orders.yml", "wrong-extension", "orders.yaml"),
        ("activities/orders.yaml.txt", "wrong-extension", "orders.yaml"),
        ("activities/orders", "unknown-file", None),
        ("activities/contrat.pdf", "unknown-file", None),
        ("activities/2026/", "sub-folder", None),
        ("activities/orders.yaml/", "sub-folder", None),
    ],
)
def test_a_file_that_would_be_passed_over_is_told(tmp_path: Path, name: str, rule: str, suggestion: str | None) -> None:
    make(tmp_path, name)

    found, findings = discover(tmp_path)

    assert found == ()
    assert told(findings) == [(rule, name.rstrip("/"), suggestion)]


def test_a_kind_has_a_file_or_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "sources.yaml", "sources/web.yaml")

    found, findings = discover(tmp_path)

    assert names(found) == ["sources.yaml", "sources/web.yaml"]
    assert told(findings) == [("file-and-folder", "sources.yaml", None)]
    assert [related.at for related in findings[0].related] == [Place("sources")]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere both names are one file")
def test_names_that_are_one_on_other_systems_are_told(tmp_path: Path) -> None:
    make(tmp_path, "activities/orders.yaml", "activities/Orders.yaml", "activities/e\u0301.yaml", "activities/é.yaml")

    found, findings = discover(tmp_path)

    assert names(found) == ["activities/orders.yaml"]
    assert [(rule, file) for rule, file, _ in told(findings)] == [
        ("bad-file-name", "activities/Orders.yaml"),
        ("bad-file-name", "activities/e\u0301.yaml"),
        ("same-file-name", "activities/orders.yaml"),
        ("same-file-name", "activities/é.yaml"),
        ("bad-file-name", "activities/é.yaml"),
    ]


@needs_links
def test_a_link_that_leaves_the_register_is_not_followed(tmp_path: Path) -> None:
    register = tmp_path / "register"
    make(tmp_path, "secret/orders.yaml", "register/sources.yaml", "register/activities/orders.yaml")
    (register / "purposes.yaml").symlink_to("../secret/orders.yaml")
    (register / "notices").symlink_to(tmp_path / "secret", target_is_directory=True)
    (register / "theme").symlink_to("/", target_is_directory=True)
    (register / "activities" / "stolen.yaml").symlink_to("/etc/passwd")
    (register / "activities" / "copy.yaml").symlink_to("orders.yaml")
    (register / "recipients").symlink_to(register / "activities", target_is_directory=True)

    found, findings = discover(register)

    assert [(rule, file) for rule, file, _ in told(findings)] == [
        ("link-outside", "activities/stolen.yaml"),
        ("link-outside", "notices"),
        ("link-outside", "purposes.yaml"),
        ("link-outside", "recipients/stolen.yaml"),
        ("link-outside", "theme"),
    ]
    assert names(found) == [
        "sources.yaml",
        "recipients/copy.yaml",
        "recipients/orders.yaml",
        "activities/copy.yaml",
        "activities/orders.yaml",
    ]


@needs_links
def test_a_register_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    make(tmp_path, "real/sources/web.yaml")
    (tmp_path / "register").symlink_to("real", target_is_directory=True)

    found, findings = discover(tmp_path / "register")

    assert (names(found), findings) == (["sources/web.yaml"], ())


@needs_links
def test_what_is_no_plain_file_is_never_opened(tmp_path: Path) -> None:
    make(tmp_path, "activities/")
    os.mkfifo(tmp_path / "sources.yaml")
    os.mkfifo(tmp_path / "activities" / "orders.yaml")
    (tmp_path / "purposes.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "notices.yaml").symlink_to("notices.yaml")
    (tmp_path / "measures.yaml").symlink_to("sources.yaml")

    found, findings = discover(tmp_path)

    assert found == ()
    assert [(rule, file) for rule, file, _ in told(findings)] == [
        ("not-a-file", "activities/orders.yaml"),
        ("not-a-file", "measures.yaml"),
        ("not-a-file", "notices.yaml"),
        ("not-a-file", "purposes.yaml"),
        ("not-a-file", "sources.yaml"),
    ]
    with pytest.raises(CannotRead):
        read_bytes(RegisterFile("sources", None, "sources.yaml", tmp_path / "sources.yaml"))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_hostile_name_is_printed_harmlessly(tmp_path: Path) -> None:
    for name in (b"a\n::error::.yaml", b"\x1b[31m.yaml", b"caf\xe9.yaml", "\u202elmay.yaml".encode()):
        (tmp_path / os.fsdecode(name)).write_bytes(b"")

    found, findings = discover(tmp_path)

    assert found == ()
    assert all(file.isprintable() and file.encode() for _, file, _ in told(findings))
    assert len(findings) == 4


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    found, findings = discover(tmp_path / "missing")

    assert found == ()
    assert told(findings) == [("unreadable-file", ".", None)]


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "sources/web.yaml")
    scandir = os.scandir

    def refuse(path: Path | str) -> object:
        if Path(path).name == "sources":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert told(discover(tmp_path)[1]) == [("unreadable-file", "sources", None)]


def test_the_bytes_of_a_file_are_read_up_to_the_bound(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    file = RegisterFile("sources", None, "sources.yaml", path)

    for size in (0, 1, MAX_BYTES, MAX_BYTES + 1, MAX_BYTES + 100):
        path.write_bytes(b"#" * size)
        assert len(read_bytes(file)) == min(size, MAX_BYTES + 1)


def test_a_file_that_grows_while_it_is_read_is_read_up_to_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sources.yaml"
    path.write_bytes(b"a: 1\n")
    before = path.stat()
    path.write_bytes(b"a: 1\n" + b"#" * (MAX_BYTES + 100))
    monkeypatch.setattr(Path, "stat", lambda _: before)

    assert len(read_bytes(RegisterFile("sources", None, "sources.yaml", path))) == MAX_BYTES + 1


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.yaml", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(CannotRead, match=r"\w"):
            read_bytes(RegisterFile("sources", None, path.name, path))


PIECES = (*KINDS, "orders", "Orders", "é", ".", "_", "-", " ", "yaml", ".yaml", ".yml", ".txt", "README.md")
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join).filter(lambda name: name.strip(". "))


@given(st.sets(NAMES, max_size=6), st.sets(NAMES, max_size=6))
def test_every_file_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, above: set[str], below: set[str]) -> None:
    root = tmp_path_factory.mktemp("register")
    placed = above - {"activities"} | {f"activities/{name}" for name in below}
    make(root, "activities/", *placed)

    found, findings = discover(root)

    passed_over = {file for file in placed if file.rpartition("/")[2].startswith((".", "README.md"))}
    assert {file.file for file in found} | {file for _, file, _ in told(findings)} >= placed - passed_over
    assert len({file.file for file in found}) == len(found)
