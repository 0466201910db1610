"""Phrases: one fact in words, with what is declared and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import pytest
from duty.complete import COMPLETE, changed, without

from deskprivacy.address import parse
from deskprivacy.duty.gaps import gaps
from deskprivacy.law.reader import vocabulary
from deskprivacy.model.activities import Required
from deskprivacy.model.contacts import Contact
from deskprivacy.model.data import Archive, Choice, Item, LegalBasis, RetentionRule, Shift
from deskprivacy.model.means import RetentionUse, TrackerConsent
from deskprivacy.model.parties import Transfer
from deskprivacy.model.register import Register
from deskprivacy.model.side import Event, Settings
from deskprivacy.render import phrases
from deskprivacy.render.document import Block, List, Paragraph, Run
from deskprivacy.render.page import Page
from deskprivacy.words.speech import Speech


def page(register: Register = COMPLETE, say: Speech | None = None) -> Page:
    return Page(register, gaps(register), say or Speech("en"))


def plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def texts(blocks: Iterable[Block]) -> list[str]:
    """The paragraphs of a cell; those of a list's items behind a dash."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(plain(block.content))
        elif isinstance(block, List):
            found += [f"- {text}" for item in block.items for text in texts(item)]
    return found


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"active": "3 years", "from_": ("last-purchase", "last-contact"), "then": "delete"},
         "3 years after your last purchase or your last contact, as the case may be, then deleted"),
        ({"active": "unlimited"}, "without limit"),
        ({"until": "payment-completed", "sooner": (Shift(until="card-expiry"),), "then": "anonymise"},
         "until the completion of the payment, or sooner, upon the expiry of the card, then anonymised"),
        ({"criterion": "As long as your account is open.", "then": "delete"},
         "As long as your account is open, then deleted"),
        ({"active": "2 years", "from_": ("listing",), "sooner": (Shift(after="48 hours", from_=("debt-paid",)),),
          "later": (Shift(until="dispute-closed"),)},
         ("2 years after entry in the file, or sooner, 48 hours after the payment of the debt,"
         " or later, until the end of the dispute")),
        ({"active": "3 years", "from_": ("order",),
          "archive": Archive(for_="5 years", from_=("contract-end",), why="Limitation.", access="Legal")},
         ("3 years after the order, then archived until 5 years after the end of the contract"
         " (reason: Limitation; access: Legal)")),
        ({"active": "3 years", "from_": ("order",), "archive": Archive(for_="5 years")},
         "3 years after the order, then archived for 5 years"),
        ({"active": "1 month", "from_": ("loyalty-expired",)}, "1 month after the end of your card"),
    ],
)  # fmt: skip
def test_a_retention_rule_in_words(rule: dict[str, object], said: str) -> None:
    events = {"loyalty-expired": Event(name="the end of your card")}
    register = dataclasses.replace(COMPLETE, settings=Settings(title="R", language="en", events=events))

    assert plain(phrases.retention(page(register), RetentionRule(id="other", **rule))) == said  # type: ignore[arg-type]


def test_an_end_that_french_contracts() -> None:
    class French(Speech):
        def __call__(self, message: str, **values: object) -> str:
            return super().__call__({"until {event}": "jusqu’à {event}"}.get(message, message), **values)

    rule = RetentionRule(id="other", until="consent-withdrawn")

    assert plain(phrases.retention(page(say=French("fr")), rule)) == "jusqu’au retrait du consentement"


def test_a_rule_without_a_start_says_so_at_its_end() -> None:
    register = without(COMPLETE, parse("retention_rules/relation.from"))

    said = phrases.retention(page(register), register.retention_rules["relation"])

    assert plain(said).startswith("3 years; To be completed: ")
    assert [run.mark for run in said] == [None, None, "gap"]


def test_a_rule_that_is_proposed_is_marked_once() -> None:
    register = dataclasses.replace(COMPLETE, standing={parse("retention_rules/law"): "proposed"})
    shown = page(register)

    said = phrases.retention_use(shown, RetentionUse(rule="law"))
    again = shown.fact(parse("retention_rules/law"), said)

    assert plain(said).endswith(" (proposed)")
    assert {run.mark for run in said} == {"proposed"}
    assert again == said


def test_a_part_of_a_rule_that_is_disputed_is_marked_alone() -> None:
    register = changed(COMPLETE, "retention_rules", "law", then="delete")
    register = dataclasses.replace(register, standing={parse("retention_rules/law.then"): "disputed"})

    said = phrases.retention(page(register), register.retention_rules["law"])

    assert plain(run for run in said if run.mark) == "then deleted (disputed)"


def test_several_entries_are_told_by_their_circumstances() -> None:
    news = COMPLETE.purposes["news"]

    blocks = phrases.cases(
        page(), news.where.at("legal_basis"), news.legal_basis, lambda one: phrases.basis(page(), one)
    )

    assert texts(blocks) == [
        "- By e-mail: your consent",
        "- Otherwise: our legitimate interests (Keeping our customers)",
    ]


def test_one_entry_is_a_line() -> None:
    bases = (LegalBasis(basis="consent"),)

    blocks = phrases.cases(page(), parse("purposes/x.legal_basis"), bases, lambda one: phrases.basis(page(), one))

    assert texts(blocks) == ["your consent"]


def test_a_field_that_is_absent_is_the_gap_of_the_law() -> None:
    register = without(COMPLETE, parse("purposes/news.legal_basis"))
    where = parse("purposes/news.legal_basis")

    (text,) = texts(phrases.cases(page(register), where, None, lambda one: ()))

    assert text.startswith("To be completed: ")


def test_what_an_entry_lacks_stands_below_it() -> None:
    where = parse("purposes/news.legal_basis")
    register = without(COMPLETE, where.at(0, "withdraw"))
    shown = page(register)

    blocks = phrases.cases(shown, where, register.purposes["news"].legal_basis, lambda one: phrases.basis(shown, one))

    first, mark, second = texts(blocks)
    assert first == "- By e-mail: your consent"
    assert mark.startswith("- To be completed: ")
    assert second.startswith("- Otherwise")


def test_every_circumstance_is_said() -> None:
    entry = LegalBasis(
        basis="consent",
        data_subjects=("customers",),
        purposes=("news", "books"),
        data=("usage/pages", "contact"),
        sources=("site",),
        channels=("email", "text-message"),
        territories=("RE",),
        when="if you asked for it",
    )

    said = phrases.narrowing(page(), entry)

    assert said is not None
    assert plain(said) == (
        "Customers, News or Books, Pages or Contact details, Site, by e-mail or by text message, Réunion,"
        " if you asked for it"
    )
    assert phrases.narrowing(page(), LegalBasis(basis="consent")) is None


def test_every_channel_has_its_phrase() -> None:
    said = {phrases.channel(page(), term) for term in vocabulary("channel")}

    assert len(said) == len(vocabulary("channel"))


def test_who_keeps_the_data_is_a_circumstance() -> None:
    said = phrases.narrowing(page(), RetentionUse(rule="law", by=("network", "shop")))

    assert said is not None
    assert plain(said) == "kept by “Network” or kept by “Shop SAS”"


@pytest.mark.parametrize(
    ("transfer", "said"),
    [
        (Transfer(countries=("MA",)), "Morocco"),
        (Transfer(countries=("MA", "TN"), mechanism=("scc", "bcr"), copy="Ask us."),
         ("Morocco and Tunisia: standard contractual clauses of the European Commission and binding corporate rules;"
         " no adequacy decision of the European Commission covers this transfer; to obtain a copy: Ask us")),
        (Transfer(countries=("GB",), mechanism=("bcr",)), "United Kingdom: binding corporate rules"),
        (Transfer(countries=("MA", "CH"), mechanism=("bcr",)), "Morocco and Switzerland: binding corporate rules"),
        (Transfer(countries=("CH",), mechanism=("adequacy",)),
         "Switzerland: adequacy decision of the European Commission"),
        (Transfer(countries=("NP",), mechanism=("derogation",), derogation="49-1-b"),
         ("Nepal: derogation for a specific situation (contract with the person);"
         " no adequacy decision of the European Commission covers this transfer")),
        (Transfer(countries=("US",), mechanism=("derogation",), derogation="49-1-a", document="T-1", reason="support"),
         ("United States: derogation for a specific situation (explicit consent after information on the risks);"
         " reason: support; document: T-1")),
    ],
)  # fmt: skip
def test_a_transfer_in_words(transfer: Transfer, said: str) -> None:
    assert plain(phrases.transfer(page(), transfer)) == said


@pytest.mark.parametrize(
    ("required", "said"),
    [
        (Required(mandatory="law"), "required by law"),
        (Required(optional=True), "optional"),
        (Required(mandatory="contract", otherwise="We cannot deliver."),
         "required by the contract; if you do not give them: We cannot deliver."),
        (Required(), ""),
    ],
)  # fmt: skip
def test_whether_data_must_be_given(required: Required, said: str) -> None:
    assert plain(phrases.required(page(), required)) == said


def test_a_contact_leads_where_it_says() -> None:
    contact = Contact(email="dp@example.com", phone="+33 (0)1 23 45 67 89", form="https://example.com/form")

    said = phrases.contact(page(), contact)

    assert plain(said) == "dp@example.com · +33 (0)1 23 45 67 89 · online form"
    assert [run.link for run in said if run.link] == [
        "mailto:dp@example.com",
        "tel:+33123456789",
        "https://example.com/form",
    ]


def test_an_exemption_is_named() -> None:
    exempt = TrackerConsent(required=False, exemption="authentication")

    assert plain(phrases.consent(page(), exempt)) == "exempt from consent (keeps you signed in)"
    assert plain(phrases.consent(page(), TrackerConsent(required=True))) == "consent asked first"


def test_no_exemption_is_told_that_no_ground_gives() -> None:
    assert plain(phrases.consent(page(), TrackerConsent(required=False))) == "no consent asked"


def test_how_to_say_no() -> None:
    choice = Choice(how="A link in each message.", delay="48 hours", effect="We stop.", url="https://example.com/no")

    said = plain(phrases.choice(page(), choice))

    assert said == "A link in each message; within 48 hours; effect: We stop; https://example.com/no"


def test_an_item_says_its_examples_and_whom_it_tells_about() -> None:
    item = Item(name="Friends", examples="names, pictures, etc.", concerns=("customers",))

    assert plain(phrases.items(page(), [item, Item(name="Age")])) == (
        "Friends (for example names, pictures, etc.; about: Customers), Age"
    )


def test_no_more_of_a_basis_is_said_than_is_declared() -> None:
    assert phrases.basis_details(page(), LegalBasis(basis="consent")) == ()
    assert [plain(line) for line in phrases.basis_details(page(), LegalBasis(basis="consent", withdraw="STOP"))] == [
        "How it is withdrawn: STOP"
    ]


def test_running_text_is_typeset_across_its_pieces() -> None:
    said = page(say=Speech("fr")).phrase("{what}: {detail}", what="Pays", detail=(Run(text="« a: b »"),))

    assert plain(said) == "Pays\u00a0: « a: b »"


def test_all_that_is_said_of_a_proposal_is_marked_and_its_word_stands_once() -> None:
    register = dataclasses.replace(COMPLETE, standing={parse("purposes/news.legal_basis"): "proposed"})
    shown = page(register)
    news = register.purposes["news"]

    blocks = phrases.cases(
        shown,
        news.where.at("legal_basis"),
        news.legal_basis,
        lambda one: phrases.basis(shown, one),
        lambda one: phrases.basis_details(shown, one),
    )

    assert texts(blocks)[:2] == [
        "- By e-mail: your consent (proposed)",
        "- How it is withdrawn: A link in each message",
    ]
    (entries,) = blocks
    assert isinstance(entries, List)
    _, details = entries.items[0]
    assert isinstance(details, Paragraph)
    assert {run.mark for run in details.content} == {"proposed"}
