"""deskprivacy: the register of processing activities and the privacy notice, made from one source."""

__version__ = "0.1.0"
