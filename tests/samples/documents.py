"""A French notice, still a draft, as the view will build it; beside it, `register_document.REGISTER`.

The two hold every block, mark and shape that a template must print, in sentences of a natural length: what looks right
here should look right for a real organisation.
"""

from deskprivacy.render.document import (
    Block,
    Description,
    Document,
    Entry,
    Labels,
    Link,
    List,
    Mark,
    Paragraph,
    Run,
    Runs,
    Section,
    Table,
)
from deskprivacy.render.markdown import blocks, runs
from deskprivacy.words.typography import typeset

Cell = tuple[Block, ...]

LABELS = Labels(contents="Sommaire", skip="Aller au contenu", page="Page", watermark="Projet")


def marked(mark: Mark, text: str) -> Runs:
    return (Run(text=typeset(text, "fr"), mark=mark),)


def cell(*parts: str | Runs | Block) -> Cell:
    out: list[Block] = []
    for part in parts:
        if isinstance(part, str):
            out.extend(blocks(part, "fr"))
        else:
            out.append(Paragraph(content=part) if isinstance(part, tuple) else part)
    return tuple(out)


def items(*texts: str) -> List:
    return List(items=tuple(cell(text) for text in texts))


def section(identity: str, title: str, *parts: str | Runs | Block, level: int = 2, boxed: bool = False) -> Section:
    return Section(id=identity, name=identity, title=runs(title, "fr"), level=level, blocks=cell(*parts), boxed=boxed)


def table(caption: str, columns: tuple[str, ...], *rows: tuple[Cell, ...], heads: bool = True) -> Table:
    titles = tuple(runs(column, "fr") for column in columns)
    return Table(caption=runs(caption, "fr"), columns=titles, rows=rows, row_headers=heads)


def facts(**entries: tuple[str | Runs | Block, ...]) -> Description:
    named = ((name.replace("_", " "), parts) for name, parts in entries.items())
    return Description(entries=tuple(Entry(term=runs(name, "fr"), blocks=cell(*parts)) for name, parts in named))


GAP_BASIS = marked("gap", "À compléter : la base légale de cette finalité (article 13, 1, c du RGPD)")
PROPOSED = marked("proposed", "13 mois après le dépôt (proposé, à décider)")
DISPUTED = marked(
    "disputed", "Nous ne communiquons jamais vos données (contesté : d’autres passages disent le contraire)"
)
FINDING = marked("finding", "À revoir : une promesse que rien ne prouve (article 5, 2 du RGPD)")

ESSENTIALS = section(
    "essentiel",
    "L'essentiel",
    facts(
        Qui=("**DESKMANAGER**, qui vend du matériel de bureau en ligne et en magasin.",),
        Pourquoi=("Traiter vos commandes, vous répondre, vous faire connaître nos produits si vous le voulez bien.",),
        Ce_qui_peut_surprendre=(
            items(
                "Votre solvabilité peut être évaluée par une *agence de notation* avant un paiement en plusieurs fois.",
                "Vos avis et vos photos peuvent être [publiés](#publication) sur nos pages.",
            ),
        ),
        Combien_de_temps=("Trois ans après votre dernier achat, sauf obligation plus longue.",),
        Vos_droits=("Accès, rectification, effacement, opposition… [Tous vos droits](#droits)",),
        Un_contact=("[dpo@exemple.fr](mailto:dpo@exemple.fr)",),
    ),
    boxed=True,
)

PURPOSES = table(
    "Nos finalités, leur base légale et vos choix",
    ("Pourquoi", "De quel droit", "Combien de temps", "Comment dire non"),
    (
        cell("Traiter vos commandes"),
        cell("L'exécution du contrat que vous concluez avec nous (article 6, 1, b du RGPD)"),
        cell("3 ans après votre dernier achat, puis 5 ans en archives"),
        cell("Sans ces données, nous ne pouvons pas livrer votre commande."),
    ),
    (
        cell("Vous faire connaître nos produits"),
        cell(
            items(
                "Par courriel et SMS à nos clients : notre intérêt légitime à les fidéliser",
                "Aux autres personnes : votre consentement",
            )
        ),
        cell(PROPOSED),
        cell("Par le lien en bas de chaque message, pris en compte sous 48 heures"),
    ),
    (cell("Mesurer l'audience de nos sites"), cell(GAP_BASIS), cell("13 mois"), cell("[Gérer mes choix](#traceurs)")),
)

TRACKERS = table(
    "Les traceurs que nous déposons ou lisons",
    ("Nom", "Qui le dépose", "À quoi il sert", "Consentement", "Il dure", "Vos données sont gardées"),
    (
        cell("Panier"),
        cell("DESKMANAGER"),
        cell("Garder votre panier d'une page à l'autre"),
        cell("Non : strictement nécessaire"),
        cell("la session"),
        cell("24 heures"),
    ),
    (
        cell("Google Analytics (`_ga`, `_ga_XXXXXXXXXX`)"),
        cell("Google Ireland Ltd, Irlande"),
        cell("Compter les visites et les pages lues ; savoir par quel lien vous êtes arrivé"),
        cell("Oui"),
        cell("13 mois"),
        cell(marked("gap", "À compléter : la durée de conservation"), items("par nous", "par Google")),
    ),
    (
        cell("Bouton « J'aime »"),
        cell("Meta Platforms Ireland Ltd"),
        cell("Vous laisser partager une page"),
        cell("Oui"),
        cell(PROPOSED),
        cell("[Voir leur politique](https://www.facebook.com/privacy/policy/version/2026-01-01/complete-notice)"),
    ),
)

NOTICE = Document(
    kind="notice",
    id="consumer-notice",
    language="fr",
    title=typeset("Vos données personnelles : ce que nous en faisons", "fr"),
    author="DESKMANAGER",
    status="draft",
    banner=runs("**Projet de notice.** Ce texte n'est pas publié ; les passages marqués sont à compléter.", "fr"),
    lead=cell("Version 3, en vigueur à partir du 1er janvier 2027."),
    contents=tuple(
        Link(id=name, title=(Run(text=typeset(title, "fr")),))
        for name, title in (
            ("essentiel", "L'essentiel"),
            ("qui", "Qui sommes-nous ?"),
            ("pourquoi", "Pourquoi, et de quel droit ?"),
            ("publication", "Ce que vous publiez chez nous"),
            ("traceurs", "Quels traceurs utilisons-nous ?"),
            ("droits", "Quels sont vos droits ?"),
            ("opposition", "Votre droit d'opposition"),
        )
    ),
    blocks=(
        ESSENTIALS,
        section(
            "qui",
            "Qui sommes-nous ?",
            "DESKMANAGER est responsable de ce que nous faisons de vos données. Nous vendons du matériel de bureau sur"
            " nos sites, dans nos applications et dans nos magasins ; cette notice vaut partout.",
            marked("gap", "À compléter : l'adresse et le contact du responsable (article 13, 1, a du RGPD)"),
            "Notre délégué à la protection des données répond à vos questions : écrivez à"
            " [dpo@exemple.fr](mailto:dpo@exemple.fr) ou appelez le 01 23 45 67 89.",
        ),
        section(
            "pourquoi",
            "Pourquoi, et de quel droit ?",
            "Pour chaque raison d'utiliser vos données, nous disons le droit qui nous le permet, le temps que cela"
            " dure et la manière de dire non.",
            PURPOSES,
            section(
                "finalite-commandes",
                "Traiter vos commandes",
                "Nous utilisons vos coordonnées, vos données de paiement et le contenu de votre commande pour :",
                "1. préparer et livrer votre commande ;\n2. encaisser votre paiement ;\n3. répondre à vos réclamations"
                " :\n   - retours,\n   - garanties.",
                "Voir aussi [les conditions de vente](https://www.exemple.fr/conditions-generales-de-vente).",
                level=3,
            ),
        ),
        section(
            "publication",
            "Ce que vous publiez chez nous",
            "Vos avis, vos photos et vos vidéos peuvent paraître sur nos pages, avec le nom que vous avez choisi.",
            DISPUTED,
            FINDING,
            (
                Run(text="The partner’s own notice applies as well.", language="en"),
                Run(text=typeset(" (Texte non traduit : anglais.)", "fr")),
            ),
        ),
        section("traceurs", "Quels traceurs utilisons-nous ?", "Un traceur lit ou écrit sur votre appareil.", TRACKERS),
        section(
            "droits",
            "Quels sont vos droits ?",
            items(
                "**Accès** : savoir ce que nous avons sur vous, et en recevoir une copie.",
                "**Rectification** : faire corriger ce qui est faux.",
                "**Effacement** : faire supprimer ce que nous n'avons plus de raison de garder.",
                "**Plainte** : saisir la CNIL, 3 place de Fontenoy, 75007 Paris, [cnil.fr](https://www.cnil.fr/fr/plaintes).",
            ),
            section(
                "opposition",
                "Votre droit d'opposition",
                "Vous pouvez **à tout moment** vous opposer à la prospection, sans donner de raison. Pour le reste,"
                " vous pouvez vous opposer en nous disant ce qui, dans votre situation, le justifie.",
                level=3,
                boxed=True,
            ),
        ),
    ),
    labels=LABELS,
)
