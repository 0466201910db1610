"""Any bytes in any file of a register give findings or a clear error, in bounded time: never an exception."""

from __future__ import annotations

import sys
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofs.mutations import spoilt
from proofs.registers import Workplace, bakery_with_every_file, judge, proof, said, within
from proofs.runs import limited

from deskprivacy.finding import Severity
from deskprivacy.load.bounds import MAX_BYTES, MAX_DEPTH, MAX_EVENTS

EVERY = bakery_with_every_file()
YAML = sorted(name for name in EVERY if name.endswith(".yaml"))
NAMES = sorted(EVERY)

# What is much like YAML: letters and lines that begin structures, in any order.
LIKE_YAML = st.lists(
    st.sampled_from(
        [*"\n\n\n   :-,[]{}#'\"|>&*!%?~@`\t\\", "name", "a: ", "- ", "é", "\r\n", "0", "...", "---", "null"]
    ),
    max_size=60,
).map("".join)

# Headers and entries that Babel takes for more than a text.
TRANSLATIONS = {
    "no locale": 'msgid ""\nmsgstr "Language: ../../etc\\n"\n',
    "no date": 'msgid ""\nmsgstr "POT-Creation-Date: today\\n"\n',
    "plural that is code": 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__(\'os\');\\n"\n',
    "plural without a number": 'msgid ""\nmsgstr "Plural-Forms: nplurals=x; plural=0;\\n"\n',
    "deep plural": f'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural={"(" * 5000}n{")" * 5000};\\n"\n',
    "plural far away": 'msgid "a"\nmsgid_plural "b"\nmsgstr[99999999999] "c"\n',
    "plural before the first": 'msgid "a"\nmsgid_plural "b"\nmsgstr[-1] "c"\n',
    "bidirectional location": '#: \u2068a b\nmsgid "a"\nmsgstr "b"\n',
    "charset with parameters": 'msgid ""\nmsgstr "Content-Type: text/plain; charset*=utf-8\'\'%FF\\n"\n',
    "no entry": "# only a comment\n",
    "text without a key": '"a"\n',
    "carriage returns": 'msgid "a"\rmsgstr "b"\r',
    "a long text": f'msgid "a"\nmsgstr "{"x" * 1_000_000}"\n',
    "many lines": 'msgid "a"\nmsgstr ""\n' + '"x"\n' * 100_000,
    "not closed": 'msgid "a\nmsgstr "b"\n',
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return Workplace(tmp_path_factory.mktemp("any") / "register", EVERY)


def check(place: Workplace, changes: dict[str, bytes], seconds: float = 20) -> set[str]:
    """The rules that were found; whoever refuses to load must say why."""
    with within(seconds), place.where(changes) as folder:
        outcome = judge(folder)
        said(outcome)
    if outcome.register is None:
        assert outcome.worst() is Severity.ERROR
    return {one.finding.rule for one in outcome.reported}


def test_the_register_is_sound_before_it_is_spoilt(place: Workplace) -> None:
    assert judge(place.folder).register is not None


@proof(80)
@given(name=st.sampled_from(NAMES), content=st.binary(max_size=200))
def test_any_bytes(place: Workplace, name: str, content: bytes) -> None:
    check(place, {name: content})


@proof(80)
@given(name=st.sampled_from(NAMES), text=st.one_of(st.text(max_size=100), LIKE_YAML))
def test_any_text(place: Workplace, name: str, text: str) -> None:
    check(place, {name: text.encode("utf-8", "surrogatepass")})


@proof(80)
@given(name=st.sampled_from(YAML), text=LIKE_YAML, at=st.floats(0, 1))
def test_any_text_within_a_file(place: Workplace, name: str, text: str, at: float) -> None:
    content = EVERY[name].decode()
    middle = int(at * len(content))

    check(place, {name: f"{content[:middle]}{text}{content[middle:]}".encode()})


@proof(300)
@given(name=st.sampled_from(NAMES), random=st.randoms(use_true_random=False))
def test_what_hands_and_merges_do_to_a_file(place: Workplace, name: str, random: Random) -> None:
    check(place, {name: spoilt(random, EVERY, name)})


@proof(60)
@given(names=st.sets(st.sampled_from(NAMES), min_size=2, max_size=5), random=st.randoms(use_true_random=False))
def test_what_hands_and_merges_do_to_several_files(place: Workplace, names: set[str], random: Random) -> None:
    check(place, {name: spoilt(random, EVERY, name) for name in sorted(names)})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfea\0", b"\xef\xbb\xbf", b"\0", b"a: \xe9", b"\n" * 10_000, b"#", b"---"]
)
def test_bytes_of_other_programs(place: Workplace, name: str, content: bytes) -> None:
    check(place, {name: content})


@pytest.mark.parametrize("text", TRANSLATIONS.values(), ids=TRANSLATIONS)
def test_translations(place: Workplace, text: str) -> None:
    check(place, {"translations/en.po": text.encode()})


@pytest.mark.parametrize("charset", ["foo", "rot13", "zlib", "u\u202ff-8"])
def test_translations_in_an_odd_encoding(place: Workplace, charset: str) -> None:
    text = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n\nmsgid "a"\nmsgstr "b"\n'

    check(place, {"translations/en.po": text.encode()})


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_too_large_is_not_read(place: Workplace, name: str) -> None:
    found = check(place, {name: EVERY[name] + b"# " + b"x" * MAX_BYTES + b"\n"})

    assert "file-too-large" in found


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_depth_has_a_bound(place: Workplace, name: str, brackets: str) -> None:
    deep = "[" * 100_000 + "]" * 100_000 if brackets == "[]" else "{a: " * 50_000 + "b" + "}" * 50_000

    assert "too-deep" in check(place, {name: f"a: {deep}\n".encode()})


@pytest.mark.parametrize("name", YAML)
def test_depth_below_the_bound_is_no_danger(place: Workplace, name: str) -> None:
    deep = "[" * (MAX_DEPTH - 2) + "]" * (MAX_DEPTH - 2)

    check(place, {name: EVERY[name] + f"\ndeep: {deep}\n".encode()})


@pytest.mark.parametrize("name", ["activities/orders.yaml", "purposes.yaml", "register.yaml"])
def test_the_number_of_values_has_a_bound(place: Workplace, name: str) -> None:
    assert "too-many-values" in check(place, {name: b"a: [" + b"b, " * MAX_EVENTS + b"]\n"}, seconds=60)


N = 2_000
MANY = {
    "unknown keys": ("purposes.yaml", "".join(f"  k{n}: x\n" for n in range(N))),
    "unknown references": ("activities/orders.yaml", f"sources: [{', '.join(f's{n}' for n in range(N))}]\n"),
    "addresses that lead nowhere": (
        "open_questions.yaml",
        f"q:\n  question: x\n  status: unknown\n  about: [{', '.join(f'sources/s{n}' for n in range(N))}]\n",
    ),
    "entities that are no mapping": ("purposes.yaml", "".join(f"p{n}: x\n" for n in range(N))),
    "one member many times": ("activities/orders.yaml", f"sources: [{'order-form, ' * N}]\n"),
    "unused entities": ("sources.yaml", "".join(f"s{n}: {{name: x, origin: observed}}\n" for n in range(N))),
    "texts after a hash": ("sources.yaml", "".join(f"s{n}: {{name: x #y\n  }}\n" for n in range(N))),
    "doubled keys": ("sources.yaml", "a: 1\n" * N),
    "entries of a catalogue": (
        "translations/en.po",
        "".join(f'msgctxt "a/{n}.b"\nmsgid "t{n}"\nmsgstr "u"\n\n' for n in range(N)),
    ),
    "entries of one address": (
        "translations/en.po",
        "".join(f'msgctxt "a/b"\nmsgid "t{n}"\nmsgstr "u"\n\n' for n in range(N)),
    ),
}


@pytest.mark.parametrize(("name", "text"), MANY.values(), ids=MANY)
def test_many_mistakes_take_their_time_but_no_more(place: Workplace, name: str, text: str) -> None:
    content = text if name.endswith(".po") else EVERY[name].decode() + text

    check(place, {name: content.encode()}, seconds=20)


@pytest.mark.parametrize("name", ["one long line", "many lines"])
def test_a_line_is_quoted_only_in_part(place: Workplace, name: str) -> None:
    ids = [f"s{n}" for n in range(1_000)]
    text = (
        f"sources: [{', '.join(ids)}]\n" if name == "one long line" else "sources:\n" + "".join(f"- {i}\n" for i in ids)
    )

    with place.where({"activities/orders.yaml": EVERY["activities/orders.yaml"] + text.encode()}) as folder:
        outcome = judge(folder)

    assert len(outcome.reported) >= 1_000
    assert len(said(outcome)["text"]) < 1_000 * len(outcome.reported)


def test_the_places_of_many_mistakes_take_no_square_of_time(place: Workplace) -> None:
    text = EVERY["sources.yaml"].decode() + "".join(f"s{n}: {{name: x}}\n" for n in range(12_000))

    check(place, {"sources.yaml": text.encode()}, seconds=5)


def test_entries_that_nothing_tells_apart_are_told_once_each(place: Workplace) -> None:
    text = EVERY["activities/orders.yaml"].decode() + "retention:\n" + "  - {rule: one-year}\n" * 60

    with place.where({"activities/orders.yaml": text.encode()}) as folder:
        assert len(judge(folder).reported) < 200


@pytest.mark.skipif(sys.platform == "win32", reason="no bound on memory")
def test_translations_do_not_fill_the_memory(place: Workplace) -> None:
    header = 'msgid ""\nmsgstr "Plural-Forms: nplurals=400000000; plural=0;\\n"\n\n'
    text = f'{header}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'

    with place.where({"translations/en.po": text.encode()}) as folder:
        done = limited(["validate", folder], memory=2**30)

    assert done.returncode in (0, 1), done.stderr
