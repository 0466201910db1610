"""An internal register as the view will build it: record sheets of two columns, a summary and an annex."""

from dataclasses import replace

from samples.documents import DISPUTED, GAP_BASIS, PROPOSED, cell, items, marked, section, table

from deskprivacy.render.document import Document, Labels, Link, Run, Section
from deskprivacy.render.markdown import runs


def sheet(number: int, name: str) -> Section:
    return replace(_section(number, name), name="activity")


def _section(number: int, name: str) -> Section:
    return section(
        f"activite-{number}",
        f"{number}. {name}",
        table(
            f"Fiche n° {number}",
            ("", ""),
            (
                cell("Responsable du traitement"),
                cell(marked("gap", "À compléter : nom et coordonnées (article 30, 1, a)")),
            ),
            (cell("Date de création de la fiche"), cell("12 mars 2025, mise à jour le 3 octobre 2026")),
            (
                cell("Objectifs poursuivis"),
                cell(
                    items(
                        "Enregistrer, préparer et livrer les commandes", "Encaisser, rembourser", "Traiter les litiges"
                    )
                ),
            ),
            (cell("Base légale"), cell("Exécution du contrat (article 6, 1, b)", GAP_BASIS)),
            (cell("Catégories de personnes concernées"), cell("Clients, destinataires d'une livraison")),
            (
                cell("Catégories de données collectées"),
                cell(
                    "**État civil, identité** : nom, prénom, adresse de livraison",
                    "**Informations d'ordre économique** : moyen de paiement, montant, historique d'achat",
                    items("Numéro de carte : jamais conservé après le paiement", "Preuve de paiement : litiges"),
                ),
            ),
            (
                cell("Durées de conservation"),
                cell(
                    "3 ans à compter du dernier achat, puis archives pendant 5 ans (prescription ; service juridique)",
                    PROPOSED,
                ),
            ),
            (
                cell("Catégories de destinataires"),
                cell(
                    items(
                        "Internes : service clients, comptabilité, logistique",
                        "Sous-traitants : hébergement (OVH SAS, France), paiement (prestataire certifié PCI DSS)",
                        "Transporteurs : coordonnées seulement, pour la livraison",
                    )
                ),
            ),
            (cell("Transferts hors de l'Union européenne"), cell(DISPUTED)),
            (
                cell("Mesures de sécurité"),
                cell(
                    "**Contrôle d'accès** : comptes nominatifs, droits revus chaque trimestre.",
                    "**Chiffrement** : TLS 1.3 en transit, disques chiffrés.",
                    "**Sauvegardes** : chaque nuit, restauration essayée tous les 6 mois.",
                ),
            ),
        ),
    )


SHEETS = ("Commandes et paiement", "Service clients", "Prospection", "Mesure d'audience")

REGISTER = Document(
    kind="register",
    id="register",
    language="fr",
    title="Registre des activités de traitement",
    author="DESKMANAGER",
    status="internal",
    banner=runs("**Document interne** : ne pas diffuser hors de l'entreprise.", "fr"),
    lead=cell("État du registre au 22 novembre 2026."),
    contents=(
        Link(id="resume", title=(Run(text="Résumé"),)),
        *(Link(id=f"activite-{n}", title=runs(f"{n}. {name}", "fr")) for n, name in enumerate(SHEETS, start=1)),
        Link(id="annexe-couverture", title=runs("Annexe : ce que la loi demande", "fr")),
    ),
    blocks=(
        section(
            "resume",
            "Résumé",
            "Ce registre décrit quatre activités. Deux durées sont proposées et une affirmation est contestée.",
            table(
                "Les activités",
                ("Activité", "Finalité principale", "Dernière revue"),
                *(
                    (cell(f"[{n}. {name}](#activite-{n})"), cell("Exécuter les commandes"), cell("3 octobre 2026"))
                    for n, name in enumerate(SHEETS, start=1)
                ),
            ),
        ),
        *(sheet(n, name) for n, name in enumerate(SHEETS, start=1)),
        section(
            "annexe-couverture",
            "Annexe : ce que la loi demande",
            table(
                "Chaque élément de l'article 30, son champ et sa place",
                ("Article", "Élément", "Champ", "Où le lire", "Constat"),
                *(
                    (
                        cell(f"30, 1, {letter}"),
                        cell("Le nom et les coordonnées du responsable du traitement et du délégué"),
                        cell("`controllers/deskmanager.contact`"),
                        cell("[Fiche 1](#activite-1) ; `register/controllers.yaml:12`"),
                        cell("Déclaré" if letter != "a" else marked("gap", "À compléter : 4 fiches sur 4")),
                    )
                    for letter in "abcdefg"
                ),
                heads=False,
            ),
        ),
    ),
    labels=Labels(contents="Sommaire", skip="Aller au contenu", page="Page"),
)
