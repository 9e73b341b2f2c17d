"""The judged catalogue: compact YAML of our own built into the objects that come over the wire.

What municipalities, counties, employment areas and parishes give is given by three of each, by the same name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import yaml

HERE = Path(__file__).parent / "catalogue"
GIVERS = "givers.yaml"
LANGUAGES = ("fi", "sv", "en", "se")
PARTS = 4
"""Of a language: name (/ other name) | subject words | summary | description."""

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """A service as it is written in the YAML."""

    key: str
    giver: str
    parts: Mapping[str, tuple[str, ...]]
    life: str | None
    forms: tuple[str, ...]

    def texts(self, part: int) -> Texts:
        """One of the four parts, by language; what is empty is left out."""
        return {language: parts[part] for language, parts in self.parts.items() if parts[part]}

    def names(self, which: int) -> Texts:
        """The names, or the other names."""
        split = {language: name.split(" / ") for language, name in self.texts(0).items()}
        return {language: names[which] for language, names in split.items() if len(names) > which}


class JudgedCatalogue:
    """All objects, and under which keys queries know them."""

    def __init__(self) -> None:
        givers = _read(HERE / GIVERS)
        self._nationwide: dict[str, Texts] = givers["nationwide"]
        self._local: dict[str, dict[str, Texts]] = givers["local"]
        self.written = {
            key: _written(key, told)
            for path in sorted(HERE.glob("*.yaml"))
            if path.name != GIVERS
            for key, told in _read(path).items()
        }

    def ids_of(self, key: str, area: str | None = None) -> tuple[str, ...]:
        """The ids that are right for a key: services, there if a municipality is named, and their forms."""
        written = self.written[key]
        areas = [area] if area else list(self._local.get(written.giver, {}))
        services = (
            tuple(f"judged-{key}-{each}" for each in areas) if written.giver in self._local else (f"judged-{key}",)
        )
        return (*services, *(_form_id(key, number) for number in range(len(written.forms))))

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """The catalogue as one document of PTV v11 JSON, with its name."""
        yield "judged.json", msgspec.json.encode(list(self.objects()))

    def objects(self) -> Iterator[dict[str, Any]]:
        """Organizations, services and forms."""
        for giver, names in self._nationwide.items():
            yield _organization(f"judged-o-{giver}", names)
        for giver, by_area in self._local.items():
            for code, names in by_area.items():
                yield _organization(f"judged-o-{giver}-{code}", names)
        for written in self.written.values():
            yield from self._services(written)
            yield from (_form(written, number) for number in range(len(written.forms)))

    def _services(self, written: Written) -> Iterator[dict[str, Any]]:
        if written.giver in self._nationwide:
            yield _service(written, "", self._nationwide[written.giver])
        else:
            for code, names in self._local[written.giver].items():
                yield _service(written, f"-{code}", names)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def _written(key: str, told: Mapping[str, Any]) -> Written:
    parts = {
        language: tuple(each.strip() for each in told[language].split("|"))
        for language in LANGUAGES
        if language in told
    }
    wrong = [language for language, found in parts.items() if not PARTS - 1 <= len(found) <= PARTS]
    if wrong:
        raise ValueError(f"{key}: {wrong[0]} has not {PARTS} parts")
    padded = {language: (*found, "")[:PARTS] for language, found in parts.items()}
    return Written(key, told["by"], padded, told.get("life"), tuple(told.get("forms", ())))


def _typed(kind: str | None, texts: Texts) -> list[dict[str, Any]]:
    return [{"language": language, "value": text, "type": kind} for language, text in texts.items()]


def _organization(identity: str, names: Texts) -> dict[str, Any]:
    return {"id": identity, "organizationNames": _typed("Name", names), "publishingStatus": "Published"}


def _service(written: Written, where: str, giver: Texts) -> dict[str, Any]:
    code = where.removeprefix("-")
    area = {"type": "Municipality", "code": None, "name": None, "municipalities": [{"code": code, "name": []}]}
    words = [
        {"language": language, "value": word}
        for language, joined in written.texts(1).items()
        for word in joined.split(", ")
    ]
    life = [{"code": written.life, "name": [], "ontologyType": "ptvelti"}] if written.life else []
    organization = {"id": f"judged-o-{written.giver}{where}", "name": giver["fi"]}
    return {
        "id": f"judged-{written.key}{where}",
        "type": "Service",
        "serviceNames": [*_typed("Name", written.names(0)), *_typed("AlternativeName", written.names(1))],
        "areaType": "LimitedType" if code else "Nationwide",
        "areas": [area] if code else [],
        "serviceDescriptions": [*_typed("Summary", written.texts(2)), *_typed("Description", written.texts(3))],
        "languages": [language for language in written.parts if language != "se"],
        "keywords": words,
        "lifeEvents": life,
        "organizations": [{"organization": organization, "roleType": "Responsible"}],
        "serviceChannels": [
            {"serviceChannel": {"id": _form_id(written.key, number), "name": None}}
            for number in range(len(written.forms))
        ],
        "publishingStatus": "Published",
        "modified": "2026-10-01T08:00:00.123456",
    }


def _form(written: Written, number: int) -> dict[str, Any]:
    named = {"fi": "{}, hakemus {}", "sv": "{}, ansökan {}", "en": "{}, application {}"}
    code = written.forms[number]
    names = {
        language: named[language].format(name, code) for language, name in written.names(0).items() if language in named
    }
    return {
        "id": _form_id(written.key, number),
        "serviceChannelType": "PrintableForm",
        "organizationId": f"judged-o-{written.giver}",
        "serviceChannelNames": _typed("Name", names),
        "formIdentifier": [{"language": "fi", "value": code}],
        "channelUrls": [{"language": "fi", "value": f"https://www.esimerkki.example/{number}.pdf", "type": "PDF"}],
        "services": [{"service": {"id": f"judged-{written.key}", "name": None}}],
        "publishingStatus": "Published",
        "modified": "2026-10-01T08:00:00.123456",
    }


def _form_id(key: str, number: int) -> str:
    return f"judged-form-{key}-{number}"
