"""Document properties: what the file says of itself, with the dates that the caller fixed."""

from __future__ import annotations

from drafter.document import Properties
from drafter.word.escaping import escape
from drafter.word.namespaces import PACKAGE, XML

PROGRAM = "drafter"


def core_xml(properties: Properties) -> str:
    """The part `docProps/core.xml`."""
    texts = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.creator),
        ("cp:lastModifiedBy", properties.creator),
        ("cp:revision", "1"),
    )
    fields = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts if text)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{escape(properties.created)}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{fields}{dates}<dc:language>{escape(properties.language)}</dc:language>"
        "</cp:coreProperties>"
    )


def app_xml() -> str:
    """The part `docProps/app.xml`."""
    return (
        f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Application>{PROGRAM}</Application></Properties>'
    )
