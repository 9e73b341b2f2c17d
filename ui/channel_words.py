"""The channels by name, wherever one is chosen."""

from __future__ import annotations

from desk.model.visit import VisitChannel
from i18n.translator import NP_

CHANNELS = {
    VisitChannel.DESK: NP_("choice of channel", "At the desk"),
    VisitChannel.PHONE: NP_("choice of channel", "By phone"),
    VisitChannel.REMOTE: NP_("choice of channel", "By remote service"),
    VisitChannel.OUTREACH: NP_("choice of channel", "At the citizen's home or out in the field"),
    VisitChannel.LETTER: NP_("choice of channel", "By letter"),
    VisitChannel.MESSAGE: NP_("choice of channel", "By secure message"),
}
