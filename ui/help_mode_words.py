"""The modes of help by name, wherever one is chosen."""

from __future__ import annotations

from desk.model.visit import HelpMode
from i18n.translator import NP_

MODES = {
    HelpMode.ADVISE: NP_("choice of mode", "Advise: the citizen does everything"),
    HelpMode.TOGETHER: NP_("choice of mode", "Do together at this desk"),
    HelpMode.ACT_FOR: NP_("choice of mode", "Act for the citizen, under a mandate"),
}
