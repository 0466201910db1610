"""The register: every row of the CNIL's sheet, every gap in its sheet, and nothing that the YAML does not declare."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import jsonschema
import pytest
from duty.complete import COMPLETE, HOSTING, ORDERS, changed, without

from deskprivacy.address import Address, parse
from deskprivacy.duty.coverage import coverage
from deskprivacy.duty.gaps import Gap, gaps
from deskprivacy.law.reader import duties
from deskprivacy.law.reader import sheet as rows_of_the_sheet
from deskprivacy.model.activities import Condition, DataLine, ImpactAssessment, Owner, RecipientLine, Review
from deskprivacy.model.data import DataCategory, Item
from deskprivacy.model.means import Measure
from deskprivacy.model.parties import Recipient
from deskprivacy.model.register import Register
from deskprivacy.model.side import OpenQuestion, Takeover, Waiver
from deskprivacy.render.document import (
    Block,
    Description,
    Document,
    List,
    Paragraph,
    Run,
    Section,
    Table,
    anchors,
    walk,
)
from deskprivacy.render.register import Checked, OpenFinding, coverage_document, register_document
from deskprivacy.words.speech import Speech

SCHEMA = Path(__file__).parents[2] / "schemas" / "output" / "document.schema.json"


def document(register: Register, findings: Sequence[OpenFinding] = (), language: str = "en") -> Document:
    return register_document(
        register, gaps(register), Speech(language), Checked(covered=coverage(register), open_findings=findings)
    )


def covered(register: Register, language: str = "en") -> Document:
    return coverage_document(register, gaps(register), Speech(language), Checked(covered=coverage(register)))


def plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def lines(blocks: Iterable[Block]) -> list[str]:
    return [plain(block.content) for block in walk(blocks) if isinstance(block, Paragraph)]


def section(shown: Document, ident: str) -> Section:
    return next(block for block in walk(shown.blocks) if isinstance(block, Section) and block.id == ident)


def rows(shown: Document, activity: str) -> dict[str, list[str]]:
    """The rows of a sheet by their labels."""
    (form,) = section(shown, f"activity-{activity}").blocks
    assert isinstance(form, Table)
    return {lines(label)[0]: lines(cell) for label, cell in form.rows}


def runs(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in walk(blocks):
        match block:
            case Paragraph():
                yield from block.content
            case Section():
                yield from block.title
            case Table():
                yield from (*block.caption, *(run for column in block.columns for run in column))
            case Description():
                yield from (run for entry in block.entries for run in entry.term)
            case List():
                pass


def label(key: str) -> str:
    return rows_of_the_sheet()[key].label["en"]


def test_the_rows_follow_the_record_sheet() -> None:
    expected = [row.label["en"] for row in rows_of_the_sheet().values() if row.page == "activity"]

    shown = rows(document(COMPLETE), "orders")
    *said, (_, folded) = shown.items()

    silent = folded[0].split("; ")
    assert [key for key in expected if key not in silent] == [key for key, _ in said]
    assert silent == [key for key in expected if key in silent]


def test_a_processors_sheet_says_on_whose_behalf() -> None:
    register = changed(COMPLETE, "activities", "hosting", created="2026-01-02")
    shown = rows(document(register), "hosting")

    assert list(shown)[:4] == [label(key) for key in ("activity", "dates", "clients", "processing-categories")]
    assert shown[label("clients")][:3] == [
        "Legal name: Client SA",
        "Address: 2 rue Vieille, Lille",
        "Contact: dp@example.com",
    ]
    assert shown[label("processing-categories")] == ["Hosting and backup"]
    assert "Processor: Shop SAS" in shown[label("activity")]
    assert label("rights") not in shown


CONDITION = parse("activities/orders.data.usage").at(1, "condition")
REMOVABLE = [
    "controllers/shop.name",
    "controllers/shop.address",
    "controllers/shop.contact",
    "controllers/shop.dpo",
    "controllers/shop.rights",
    "controllers/shop.authority",
    "controllers/partner.representative",
    "controllers/client.name",
    "controllers/client.address",
    "purposes/delivery.legal_basis",
    "purposes/books.legal_basis.text",
    "activities/orders.purposes",
    "activities/orders.data_subjects",
    "activities/orders.data",
    "activities/orders.recipients",
    "activities/orders.retention",
    "activities/orders.sources",
    "activities/orders.arrangement",
    "activities/orders.arrangement.essence",
    "activities/orders.trackers",
    "activities/orders.measures",
    "activities/orders.automated_decisions",
    "activities/orders.controllers",
    "activities/orders.data.contact.purposes",
    "activities/orders.recipients.carriers.purposes",
    "activities/orders.recipients.carriers.data",
    "activities/hosting.recipients",
    "activities/hosting.description",
    "activities/hosting.measures",
    "sources/agency.origin",
    "recipients/network.role",
    "recipients/network.contract",
    "recipients/network.contract.essence",
    "recipients/network.country",
    "recipients/network.transfer",
    "recipients/cloud.stored_in",
    "trackers/like.provider",
    "trackers/like.consent",
    "trackers/audience.lifetime",
    "trackers/audience.choice",
    "measures/tls.description",
    "retention_rules/relation.active",
    "retention_rules/relation.from",
]
LISTED = [
    parse("purposes/news.legal_basis").at(0, "withdraw"),
    parse("purposes/news.legal_basis").at(1, "interest"),
    parse("recipients/network.transfer").at(0, "mechanism"),
    parse("recipients/network.transfer").at(1, "derogation"),
    parse("trackers/audience.consent").at(0, "exemption"),
    parse("activities/orders.data.usage").at(1, "sources"),
    parse("activities/orders.automated_decisions").at(0, "effect"),
]
FACTS: list[Address] = [*map(parse, REMOVABLE), *LISTED]


@pytest.mark.parametrize("where", FACTS, ids=lambda where: ".".join((where.kind, where.id, *map(str, where.keys))))
def test_no_gap_is_lost(where: Address) -> None:
    register = without(COMPLETE, where)
    missing = [gap for gap in gaps(register) if gap.row.sheet]
    shown = document(register)
    marked = [run.text for run in runs(shown.blocks) if run.mark == "gap"]

    for gap in missing:
        assert any(gap.row.needed["en"] in text for text in marked), gap.row.rule
    assert not any(block.name == "elsewhere" for block in walk(shown.blocks) if isinstance(block, Section))


@pytest.mark.parametrize("where", FACTS, ids=lambda where: ".".join((where.kind, where.id, *map(str, where.keys))))
def test_a_gap_stands_on_the_sheet_that_lacks_it(where: Address) -> None:
    register = without(COMPLETE, where)
    shown = document(register)

    for gap in gaps(register):
        key = gap.row.sheet
        if key is None or where.kind == "controllers" or rows_of_the_sheet()[key].page == "front":
            continue
        sheets = [ident for ident in register.activities if _lacks(shown, ident, gap)]
        assert sheets, gap.row.rule
        if gap.where.kind == "activities":
            assert gap.where.id in sheets


def _lacks(shown: Document, activity: str, gap: Gap) -> bool:
    marked = (run for run in runs(section(shown, f"activity-{activity}").blocks) if run.mark == "gap")
    return any(gap.row.needed["en"] in run.text for run in marked)


def test_a_complete_register_marks_nothing() -> None:
    shown = document(COMPLETE)

    assert gaps(COMPLETE) == ()
    assert not [run for run in runs(shown.blocks) if run.mark]


def test_a_gap_of_what_no_sheet_uses_is_printed_all_the_same() -> None:
    register = without(COMPLETE, parse("purposes/delivery.legal_basis"))
    missing = gaps(register)
    unused = changed(register, "activities", "orders", purposes=("news",))
    unused = changed(unused, "activities", "orders", data={}, recipients={})

    shown = register_document(unused, missing, Speech("en"))

    assert any("purpose “Delivery”: To be completed" in line for line in lines(section(shown, "elsewhere").blocks))


def test_the_summary_counts_what_each_sheet_lacks() -> None:
    register = without(without(COMPLETE, parse("activities/orders.retention")), parse("sources/agency.origin"))
    table, *notes = section(document(register), "summary").blocks
    assert isinstance(table, Table)

    assert [plain(column) for column in table.columns] == ["Activity", "Purposes", "To be completed on the sheet"]
    assert lines(notes) == [
        "Not declared anywhere (not required here): Status; Kept by.",
        "A fact that several sheets lack is counted on each of them.",
    ]
    assert [(lines(row[0]), lines(row[-1])) for row in table.rows] == [(["Orders"], ["2"]), (["Hosting"], ["0"])]


def test_what_is_absent_and_what_is_none_are_not_the_same() -> None:
    none = changed(COMPLETE, "activities", "orders", recipients={}, trackers=(), automated_decisions=(), measures=())
    absent = changed(
        COMPLETE, "activities", "orders", recipients=None, trackers=None, automated_decisions=None, measures=None
    )
    shown, other = rows(document(none), "orders"), rows(document(absent), "orders")

    assert shown[label("recipients")] == ["none: the data are communicated to nobody"]
    assert shown[label("trackers")] == ["none"]
    assert shown[label("automated-decisions")] == ["none: neither automated decisions nor profiling"]
    assert shown[label("transfer-documents")] == ["not applicable: there is no transfer"]
    for key in ("recipients", "trackers", "automated-decisions", "security"):
        assert all("To be completed" in line for line in other[label(key)]), key


UNDECLARED = "Not declared (not required here)"


def test_the_rows_that_say_nothing_stand_in_one_that_says_why() -> None:
    shown = rows(document(COMPLETE), "orders")

    assert shown[UNDECLARED] == [label("dates")]
    assert shown[label("dpia")][0] == "the sheet does not say whether an assessment is required"
    assert not any(label("dates") in row for row in shown)


@pytest.mark.parametrize(
    ("absent", "silent"),
    [
        ("data", ("special-data", "sources", "retention")),
        ("purposes", ("legal-basis",)),
        ("recipients", ("transfers", "transfer-documents")),
    ],
)
def test_what_rests_on_a_missing_fact_is_not_said_to_be_unneeded(absent: str, silent: tuple[str, ...]) -> None:
    register = changed(without(COMPLETE, parse(f"activities/orders.{absent}")), "activities", "orders", trackers=())
    shown = rows(document(register), "orders")

    for key in silent:
        assert shown[label(key)] == [f"not known: the {absent} are missing"]


def waived(register: Register) -> Document:
    """The register, each of whose gaps a waiver accepts."""
    return register_document(register, (), Speech("en"), Checked(waived=gaps(register)))


def test_what_a_waiver_accepts_is_neither_to_be_completed_nor_unneeded() -> None:
    shown = waived(without(COMPLETE, parse("activities/orders.recipients")))

    (said,) = rows(shown, "orders")[label("recipients")]
    assert said.startswith("Missing, accepted by a waiver: ")
    assert not [run for run in runs(shown.blocks) if run.mark == "gap"]
    assert "0 facts to be completed" in lines(shown.lead)[1]
    assert not any("To be completed" in line for line in lines(section(shown, "summary").blocks))


def test_there_is_one_number_of_what_is_missing() -> None:
    """The front counts each missing fact once; so does the annex of findings, and says the others apart."""
    register = without(without(COMPLETE, parse("purposes/delivery.legal_basis")), parse("controllers/shop.rights"))
    number = len(gaps(register))
    open_ones = [OpenFinding(rule=one.row.rule, severity="error", message="", place="") for one in gaps(register)]
    shown = document(register, [*open_ones, OpenFinding(rule="x", severity="warning", message="", place="")])

    assert number > 1
    assert f"{number} facts to be completed" in lines(shown.lead)[1]
    assert lines(section(shown, "annex-findings").blocks)[:2] == [
        f"Missing: {number} facts to be completed",
        "On what is declared: 1 warning",
    ]


def test_a_condition_stands_under_its_category_whatever_that_holds() -> None:
    assert rows(document(COMPLETE), "orders")[label("special-data")] == ["yes", "Usage", "Condition: explicit consent"]


def test_special_data_are_named_with_their_condition() -> None:
    register = _with_special(COMPLETE)

    assert rows(document(register), "orders")[label("special-data")] == [
        "yes",
        "Contact details (Allergies: health; Number: national identification number)",
        "Condition: explicit consent",
        "Reason: A box to tick",
    ]


def test_that_no_special_data_are_declared_is_not_that_there_are_none() -> None:
    plain = without(COMPLETE, CONDITION)

    assert rows(document(plain), "orders")[label("special-data")] == ["none declared as such"]


def _with_special(register: Register) -> Register:
    register = without(register, CONDITION)
    items = {"allergies": Item(name="Allergies", special="health"), "number": Item(name="Number", national_id=True)}
    register = changed(register, "data_categories", "contact", items=items, cnil_family="civil-status-identity")
    condition = Condition(ground="9-2-a", reason="A box to tick")
    lines_of = {
        **(register.activities["orders"].data or {}),
        "contact": (DataLine(purposes=("delivery",), condition=condition),),
    }
    return changed(register, "activities", "orders", data=lines_of)


def test_data_stand_under_the_families_of_the_cnil() -> None:
    shown = rows(document(_with_special(COMPLETE)), "orders")[label("data")]

    assert shown[0] == "Civil status, identity, identification data, images"
    assert shown[1] == "Contact details: Allergies, Number"
    assert shown[2] == "Purposes: Delivery"
    assert "To be classified" in shown
    assert shown.index("To be classified") < shown.index("Usage: Pages") < shown.index("Usage: Clicks")


def test_uses_that_are_kept_as_long_stand_together() -> None:
    shown = rows(document(COMPLETE), "orders")[label("retention")]

    assert shown == [
        "Contact details; Usage (Pages): 3 years after the last contact",
        "Usage (Clicks): 10 years after the end of the financial year",
    ]


def test_recipients_stand_under_the_kinds_of_the_cnil() -> None:
    register = changed(COMPLETE, "recipients", "staff", role=None)
    shown = rows(document(register), "orders")[label("recipients")]

    kinds = ("External bodies", "Processors", "To be classified")
    assert [line for line in shown if line in kinds] == list(kinds)
    assert shown[shown.index("Processors") + 1] == "Carriers (processor)"
    assert shown[shown.index("To be classified") + 1] == "Staff"


def test_what_a_recipient_gets_is_left_out_where_nothing_says_it() -> None:
    register = changed(COMPLETE, "activities", "hosting", recipients={"cloud": (RecipientLine(),)})

    shown = rows(document(register), "hosting")[label("recipients")]

    assert shown == ["Processors", "Cloud (processor)"]


def test_measures_stand_under_the_families_of_the_cnil() -> None:
    register = changed(COMPLETE, "measures", "tls", family="encryption", limits="Not by fax")
    measures = {**register.measures, "gate": Measure(id="gate", name="Gate", description="A gate")}
    register = dataclasses.replace(register, measures=measures)
    register = changed(register, "activities", "orders", measures=("gate", "tls"))

    assert rows(document(register), "orders")[label("security")] == [
        "Encryption",
        "TLS: TLS 1.3 on every connection",
        "Limits: Not by fax",
        "To be classified",
        "Gate: A gate",
    ]


def test_the_rights_are_those_that_the_bases_give() -> None:
    shown = rows(document(COMPLETE), "orders")[label("rights")][0]

    assert "right to withdraw consent (GDPR, Art. 7(3))" in shown
    assert "right to object (GDPR, Art. 21(1))" in shown
    only = changed(COMPLETE, "activities", "orders", purposes=("books",), data={}, recipients={}, trackers=())
    obliged = rows(document(only), "orders")[label("rights")][0]
    assert "withdraw" not in obliged
    assert "object" not in obliged
    assert "right of access (GDPR, Art. 15)" in obliged
    assert "right to erasure (GDPR, Art. 17; data stay to the extent that they are necessary" in obliged


def test_marketing_can_be_refused_whatever_its_basis() -> None:
    marketing = dataclasses.replace(COMPLETE.purposes["delivery"], kind="marketing")
    register = dataclasses.replace(COMPLETE, purposes={**COMPLETE.purposes, "delivery": marketing})
    register = changed(register, "activities", "orders", purposes=("delivery",), data={}, recipients={}, trackers=())

    shown = rows(document(register), "orders")[label("rights")][0]

    assert "right to object to marketing, without giving a reason (GDPR, Art. 21(2))" in shown
    assert "21(1)" not in shown


def test_no_right_is_said_to_follow_from_bases_that_are_not_declared() -> None:
    register = changed(COMPLETE, "activities", "orders", purposes=("delivery",))
    register = without(register, parse("purposes/delivery.legal_basis"))

    assert not any("Rights that" in line for line in rows(document(register), "orders")[label("rights")])


def test_whoever_keeps_the_sheet_and_when_it_was_reviewed() -> None:
    register = changed(
        COMPLETE,
        "activities",
        "orders",
        reference="REF-1",
        owner=Owner(service="Sales"),
        created="2026-01-02",
        reviewed=Review(on="2026-11-01", by="the officer"),
        review_every="12 months",
        dpia=ImpactAssessment(required=False, criteria=("large-scale",), reason="One criterion only"),
    )
    shown = rows(document(register), "orders")

    assert "Reference: REF-1" in shown[label("activity")]
    assert "Kept by: Sales" in shown[label("activity")]
    assert shown[label("dates")] == [
        "Created: 2 January 2026",
        "Last reviewed: 1 November 2026 (the officer)",
        "Reviewed every: 12 months",
    ]
    rule = "from two on, an assessment is needed in principle (WP248)"
    assert shown[label("dpia")] == [
        "Required: no",
        "Criteria met: large scale",
        "Reason: One criterion only",
        "Criteria met by the facts of this sheet: evaluation or scoring (Score)",
        f"Count: 2 criteria of nine; {rule}; the sheet decides otherwise",
    ]


QUESTIONS = {
    "one": OpenQuestion(
        id="one",
        question="Where is **it**?",
        about=("recipients/*.country", "recipients/cloud.contract"),
        status="unknown",
        ask="purchasing",
        due="2026-12-31",
    ),
    "two": OpenQuestion(id="two", question="Who?", about=("controllers/shop.name",), status="unknown", ask="the board"),
    "three": OpenQuestion(
        id="three", question="Is it so?", about=("retention_rules/law",), status="proposed", ask="purchasing"
    ),
}


def asked(register: Register) -> Register:
    standing = {parse("recipients/*.country"): "asked", parse("retention_rules/law"): "proposed"}
    return dataclasses.replace(register, open_questions=QUESTIONS, standing=standing)


def test_questions_are_letters_to_each_addressee() -> None:
    annex = section(document(asked(COMPLETE)), "annex-questions")
    letters = [block for block in annex.blocks if isinstance(block, Section)]

    assert [plain(letter.title) for letter in letters] == ["To: purchasing", "To: the board"]
    assert lines(letters[0].blocks) == [
        "Dear Sir or Madam,",
        (
            "The GDPR asks us to keep a record of what we do with personal data (Art. 30), and to tell people about it "
            "(Art. 13 and 14)."
        ),
        "For these documents to be accurate, we need your answers to the 2 questions below.",
        "Where is it?",
        "The register does not say:",
        "each recipient: country",
        "recipient “Cloud”: contract",
        "Please answer by 31 December 2026.",
        "Is it so?",
        "The register holds a proposal, to be confirmed or corrected:",
        "retention rule “law”",
        (
            "If a question is for somebody else, please tell us who. If the answer is not known, please say so: we "
            "would rather have an incomplete record than an inaccurate one."
        ),
        "Please send your answers to: dp@example.com.",
        "Thank you for your help.",
    ]


def test_a_gap_and_a_proposal_lead_to_their_questions() -> None:
    register = asked(without(COMPLETE, parse("recipients/network.country")))
    register = changed(register, "recipients", "network", transfer=None)
    shown = document(register)
    marked = {run.link for run in runs(shown.blocks) if run.mark and run.link}

    assert marked == {"#question-one", "#question-three"}
    assert any(run.text == " (proposed, question 2)" for run in runs(shown.blocks))
    assert any("; question 1)" in run.text for run in runs(shown.blocks) if run.mark == "gap")


def test_waivers_and_findings_are_printed() -> None:
    waiver = Waiver(
        id="w", rule="no-rule", about="activities/orders.data", reason="We *know*", by="board", until="2027-06-30"
    )
    findings = [
        OpenFinding(rule="b", severity="warning", message="Second", place="a.yaml:2", address="activities/orders.data"),
        OpenFinding(
            rule="a",
            severity="error",
            message="First",
            place="b.yaml:1",
            help="write `name:` so",
            law=("GDPR 6(1)",),
            question="two",
        ),
    ]
    shown = document(asked(dataclasses.replace(COMPLETE, waivers={"w": waiver})), findings)

    assert lines(section(shown, "annex-waivers").blocks) == [
        "no-rule",
        "activity “Orders”: data",
        "We know",
        "board",
        "30 June 2027",
    ]
    assert lines(section(shown, "annex-findings").blocks) == [
        "On what is declared: 1 error and 1 warning",
        "A finding says what the register lacks or where it contradicts itself, and which text asks for it.",
        "Severity: error. Law: GDPR, Art. 6(1). Rule: a",
        "What to do: write name: so",
        "b.yaml:1",
        "First",
        "3",
        "Severity: warning. Rule: b",
        "activity “Orders”: data",
        "a.yaml:2",
        "Second",
    ]
    emphasised = {run.text for run in runs(section(shown, "annex-findings").blocks) if run.emphasis}
    assert emphasised == {"name:"}


def test_of_very_many_findings_the_gravest_are_printed() -> None:
    severities = ("warning",) * 1_500 + ("error",)
    findings = [OpenFinding(rule="a", severity=one, message=one, place="a.yaml:1") for one in severities]

    annex = section(document(COMPLETE, findings), "annex-findings")

    shown = [line for line in lines(annex.blocks) if line in ("error", "warning")]
    assert shown == ["error"] + ["warning"] * 999
    assert lines(annex.blocks)[-1] == "501 further findings are in findings.json."


def test_the_coverage_names_every_letter_and_what_misses_it() -> None:
    register = without(COMPLETE, parse("purposes/delivery.legal_basis"))
    shown = covered(register)
    told = " ".join(
        [*lines(shown.blocks), *(plain(one.title) for one in walk(shown.blocks) if isinstance(one, Section))]
    )

    for letter in {letter for duty in duties() for letter in duty.law}:
        article = letter.partition(" ")[2]
        assert f"Art. {article}" in told, letter
    (table,) = section(covered(register), "coverage-gdpr-13-1-c").blocks
    assert isinstance(table, Table)
    basis = next(row for row in table.rows if "legal_basis" in " ".join(lines(row[1])))
    assert lines(basis[2]) == ["Missing (1): Delivery", "Declared (2): News; Books"]


def test_the_annexes_of_recipients_name_contracts_and_transfers() -> None:
    shown = document(COMPLETE)

    contracts = lines(section(shown, "annex-contracts").blocks)
    assert contracts[:2] == ["Carriers", "processor"]
    assert "joint-controller arrangement" in contracts
    transfers = lines(section(shown, "annex-transfers").blocks)
    assert any(line.startswith("News: United States: standard contractual clauses") for line in transfers)


both = pytest.mark.parametrize("view", [document, covered], ids=["register", "coverage"])


@both
def test_headings_never_skip_a_level(view: Callable[[Register], Document]) -> None:
    def check(blocks: Iterable[Block], above: int) -> None:
        for block in blocks:
            if isinstance(block, Section):
                assert block.level == above + 1, block.id
                check(block.blocks, block.level)

    check(view(asked(COMPLETE)).blocks, 1)


@both
def test_anchors_are_unique_and_every_link_leads_somewhere(view: Callable[[Register], Document]) -> None:
    shown = view(asked(without(COMPLETE, parse("recipients/cloud.stored_in"))))
    ids = [block.id for block in walk(shown.blocks) if isinstance(block, Section)]

    assert len(ids) == len(set(ids))
    for run in runs((*shown.lead, *shown.blocks)):
        if run.link and run.link.startswith("#"):
            assert run.link[1:] in anchors(shown), run.link
    assert {link.id for link in shown.contents} == {block.id for block in shown.blocks if isinstance(block, Section)}


def test_the_register_does_not_print_what_each_letter_of_the_law_asks_for() -> None:
    ids = [block.id for block in walk(document(COMPLETE).blocks) if isinstance(block, Section)]

    assert f"activity-{HOSTING.id}" in ids
    assert not [one for one in ids if "coverage" in one]


@both
def test_every_table_has_as_many_cells_as_columns(view: Callable[[Register], Document]) -> None:
    for block in walk(view(asked(COMPLETE)).blocks):
        if isinstance(block, Table):
            assert all(len(row) == len(block.columns) for row in block.rows)


def test_an_empty_register_is_a_register() -> None:
    shown = document(Register(settings=COMPLETE.settings))

    assert lines(section(shown, "summary").blocks) == ["No activity is declared."]
    assert shown.author is None


@both
@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_the_view_keeps_to_its_schema(language: str, view: Callable[..., Document]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    register = asked(without(COMPLETE, parse("recipients/cloud.stored_in")))
    data = json.loads(json.dumps(view(register, language=language).as_data()))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)


@pytest.mark.slow
def test_pages_grow_with_the_activities_and_no_faster() -> None:
    def many(count: int) -> Register:
        found = {
            f"a{n}": dataclasses.replace(ORDERS, id=f"a{n}", name=f"Orders {n}", measures=None) for n in range(count)
        }
        return dataclasses.replace(COMPLETE, activities=found)

    def made(count: int) -> tuple[float, int]:
        register = many(count)
        missing = gaps(register)
        begun = time.process_time()
        shown = register_document(register, missing, Speech("en"))
        return time.process_time() - begun, len(json.dumps(shown.as_data()))

    made(10)
    (few, small), (long, large) = made(40), made(400)

    assert large < 11 * small
    assert long < 25 * few


def test_a_category_without_items_and_a_recipient_without_a_name_are_printed_too() -> None:
    register = dataclasses.replace(
        COMPLETE,
        data_categories={**COMPLETE.data_categories, "contact": DataCategory(id="contact")},
        recipients={**COMPLETE.recipients, "staff": Recipient(id="staff", role="internal")},
    )
    shown = rows(document(register), "orders")

    assert "contact" in shown[label("data")]
    assert "staff (internal department)" in shown[label("recipients")]


def test_a_measure_that_is_called_like_its_family_is_not_named_twice() -> None:
    register = changed(COMPLETE, "measures", "tls", family="encryption", name="Encryption")

    assert rows(document(register), "orders")[label("security")] == ["Encryption", "TLS 1.3 on every connection"]


def test_a_trade_name_that_is_the_name_is_not_told_again() -> None:
    register = changed(COMPLETE, "controllers", "shop", trade_name="Shop SAS")
    other = changed(COMPLETE, "controllers", "shop", trade_name="Shop")

    assert not any("Trade name" in line for line in lines(section(document(register), "controller-shop").blocks))
    assert "Trade name: Shop" in lines(section(document(other), "controller-shop").blocks)


def test_what_becomes_of_data_is_not_told_after_a_criterion_that_says_it() -> None:
    register = changed(
        COMPLETE, "retention_rules", "law", active=None, from_=(), criterion="anonymised after a year", then="anonymise"
    )

    assert "Usage (Clicks): anonymised after a year" in rows(document(register), "orders")[label("retention")]


def test_a_sheet_cites_the_texts_taken_over_by_their_titles() -> None:
    texts = {"old": Takeover(id="old", title="Notice of 2023"), "older": Takeover(id="older", title="Charter")}
    register = dataclasses.replace(COMPLETE, takeovers=texts)
    cited = changed(register, "activities", "orders", stated_in=("old/P1.2", "older/P3.1", "old/P2.1"))

    said = "Taken over from: Notice of 2023 (P1.2, P2.1); Charter (P3.1)"
    assert said in rows(document(cited), "orders")[label("dates")]


def test_an_officer_who_is_shared_is_told_with_how_to_reach_them() -> None:
    told = lines(section(document(COMPLETE), "controller-partner").blocks)

    assert "the same as that of “Shop SAS” (dp@example.com)" in told


def test_why_no_representative_is_named() -> None:
    def told(country: str | None) -> list[str]:
        register = changed(COMPLETE, "controllers", "shop", country=country)
        return lines(section(document(register), "controller-shop").blocks)

    assert "not applicable: established in the European Economic Area (France)" in told("FR")
    assert "not known: the country of the controller is missing" in told(None)
    assert not any("not applicable" in line for line in told("US"))


def test_the_mark_of_what_is_missing_is_explained_only_where_it_stands() -> None:
    """A register that lacks nothing has no mark to explain."""

    def head(found: Sequence[Gap]) -> str:
        return plain(runs(register_document(COMPLETE, found, Speech("en")).lead))

    assert "To be completed" not in head(())
    assert "To be completed" in head(gaps(without(COMPLETE, parse("controllers/shop.country"))))
