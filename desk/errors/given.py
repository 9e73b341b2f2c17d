"""What was given to the desk: files, options, answers, free text."""

from __future__ import annotations

from desk.errors.known import DeskError


class InputError(DeskError):
    """What was given to the desk cannot be used as it is."""

    id = "input"


class FileMissing(InputError):
    id = "input.file_missing"


class FileUnreadable(InputError):
    id = "input.file_unreadable"


class NotJson(InputError):
    id = "input.not_json"


class NotYaml(InputError):
    id = "input.not_yaml"


class NothingToTakeIn(InputError):
    id = "input.nothing_to_take_in"


class ArchiveBroken(InputError):
    id = "input.archive_broken"


class BadDate(InputError):
    id = "input.bad_date"


class BadLanguage(InputError):
    id = "input.bad_language"


class AnswersBroken(InputError):
    id = "input.answers_broken"


class ScriptBroken(InputError):
    id = "input.script_broken"


class SecretInText(InputError):
    id = "input.secret_in_text"


class BadArea(InputError):
    id = "input.bad_area"


class BadFacet(InputError):
    id = "input.bad_facet"


class PolicyRefused(InputError):
    id = "input.policy_refused"


class BadCoordinates(InputError):
    id = "input.bad_coordinates"


class BadAgreement(InputError):
    id = "input.bad_agreement"
