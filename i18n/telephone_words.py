"""What is read aloud in a call: on the clerk's screen in the citizen's language, and on paper. ``citizen`` words."""

from __future__ import annotations

from i18n.translator import N_

GREETING = N_("Hello. This is the service point {point}.")
GREETING_OF_NOBODY = N_("Hello. This is a service point.")
GREETING_DISCREETLY = N_("Hello. Can you talk freely now?")
OPENING = (
    N_("Can you talk freely now? If not, tell me when I may call."),
    N_("I do not need your name. Do not tell me your identity code, bank codes or passwords."),
    N_("I ask questions one at a time. You may always say that you do not know, or do not want to answer."),
    N_("I write down what you answer, so that nothing is asked twice."),
    N_("When we are ready, your answers are erased. They are kept only if you ask us to follow your matter."),
)
ASKING = N_("Read each question aloud.")
CHOICES = N_("You can answer: {options}.")
READ_BACK = N_("I read back what you told me. Stop me when something is wrong.")
YOU_SAID = N_("You said: {answer}. Is that right?")
NOTHING_SAID = N_("Nothing has been answered yet.")
CLOSING = (
    N_("Now I tell you the steps. The first one is what you do next."),
    N_("Shall I send you the plan by post? I need your name and address for the envelope. I do not keep them."),
    N_("Shall we keep your plan, so that we can help you later? If not, everything is erased today."),
    N_("Is something still unclear?"),
)
CALL_US = N_("You can call us: {phone}.")
GOODBYE = N_("Thank you. Goodbye.")
