"""The rows of a record sheet, by the keys of `law/sheet.yaml`: each says what one activity declares, or nothing."""

from collections.abc import Callable, Mapping

from deskprivacy.duty.sheets import Sheet
from deskprivacy.render.register.cells import Cell
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.render.register.rows import (
    data,
    decisions,
    keeping,
    parties,
    purposes,
    recipients,
    rights,
    security,
    trackers,
    transfers,
)

Row = Callable[[RegisterPage, Sheet], Cell]

ROWS: Mapping[str, Row] = {
    "activity": keeping.activity,
    "dates": keeping.dates,
    "joint-controllers": parties.joint_controllers,
    "software": keeping.software,
    "purposes": purposes.purposes,
    "legal-basis": purposes.legal_bases,
    "data-subjects": data.data_subjects,
    "data": data.data,
    "special-data": data.special_data,
    "sources": data.sources,
    "retention": data.retention,
    "recipients": recipients.recipients,
    "transfers": transfers.transfers,
    "transfer-documents": transfers.transfer_documents,
    "security": security.security,
    "rights": rights.rights,
    "trackers": trackers.trackers,
    "automated-decisions": decisions.automated_decisions,
    "dpia": decisions.impact_assessment,
    "clients": parties.clients,
    "processing-categories": purposes.processing_categories,
}
