"""The links of a captured page, and what is a document instead of a web page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from eaa_checker.domain.web_address import normalise
from eaa_checker.domain.worded import Worded
from rules.page import SVG, Document, Element, Page


class DocumentKind(Worded):
    """What sort of thing a link leads to when it is not a web page."""

    PDF = ("pdf", "PDF", "PDF")
    TEXT = ("text", "tekstdocument", "text document")
    SPREADSHEET = ("spreadsheet", "rekenblad", "spreadsheet")
    PRESENTATION = ("presentation", "presentatie", "presentation")
    IMAGE = ("image", "afbeelding", "image")
    MEDIA = ("media", "geluid of video", "sound or video")
    ARCHIVE = ("archive", "archief of programma", "archive or program")
    DATA = ("data", "gegevensbestand", "data file")
    OTHER = ("other", "ander bestand", "other file")


_ENDINGS = {
    DocumentKind.PDF: "pdf",
    DocumentKind.TEXT: "doc docx docm dot dotx odt rtf txt epub pages wpd",
    DocumentKind.SPREADSHEET: "xls xlsx xlsm xlsb ods csv",
    DocumentKind.PRESENTATION: "ppt pptx pptm pps ppsx odp key",
    DocumentKind.IMAGE: "jpg jpeg png gif svg webp avif bmp tif tiff ico heic",
    DocumentKind.MEDIA: "mp3 mp4 m4a m4v ogg oga ogv wav webm avi mov wmv flac aac m3u8 vtt srt",
    DocumentKind.ARCHIVE: "zip gz tgz rar 7z tar bz2 exe msi dmg apk iso deb jar",
    DocumentKind.DATA: "ics vcf xml rss atom json geojson gml kml kmz shp gpx rdf ttl css js eml msg",
}
_BY_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
_WEB_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_UNTOLD = frozenset(("", "application/octet-stream", "binary/octet-stream", "application/force-download"))
_BY_WORD = (
    ("pdf", DocumentKind.PDF),
    ("wordprocessing", DocumentKind.TEXT),
    ("msword", DocumentKind.TEXT),
    ("opendocument.text", DocumentKind.TEXT),
    ("rtf", DocumentKind.TEXT),
    ("epub", DocumentKind.TEXT),
    ("text/plain", DocumentKind.TEXT),
    ("spreadsheet", DocumentKind.SPREADSHEET),
    ("ms-excel", DocumentKind.SPREADSHEET),
    ("csv", DocumentKind.SPREADSHEET),
    ("presentation", DocumentKind.PRESENTATION),
    ("powerpoint", DocumentKind.PRESENTATION),
    ("image/", DocumentKind.IMAGE),
    ("audio/", DocumentKind.MEDIA),
    ("video/", DocumentKind.MEDIA),
    ("mpegurl", DocumentKind.MEDIA),
    ("zip", DocumentKind.ARCHIVE),
    ("compressed", DocumentKind.ARCHIVE),
    ("tar", DocumentKind.ARCHIVE),
    ("calendar", DocumentKind.DATA),
    ("vcard", DocumentKind.DATA),
    ("json", DocumentKind.DATA),
    ("xml", DocumentKind.DATA),
    ("css", DocumentKind.DATA),
    ("javascript", DocumentKind.DATA),
)


def document_kind(media_type: str, address: str = "") -> DocumentKind | None:
    """What sort of document this is; None for a web page.

    The media type (parameters allowed) decides where the server says something; the ending of the path decides
    where it does not (``""``, ``application/octet-stream``).
    """
    told = media_type.partition(";")[0].strip().lower()
    if told in _WEB_PAGES:
        return None
    name = unquote(urlsplit(address).path).rpartition("/")[2].lower()
    by_ending = _BY_ENDING.get(name.rpartition(".")[2]) if "." in name else None
    if told in _UNTOLD:
        return by_ending if not told else by_ending or DocumentKind.OTHER
    return next((kind for word, kind in _BY_WORD if word in told), DocumentKind.OTHER)


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Where a page leads: normalised addresses without repeats, in document order."""

    pages: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """Links with a ``download`` attribute, or with the ending of a document."""
    frames: tuple[str, ...] = ()
    """Addresses of the documents its frames show."""
    canonical: str = ""
    """What the page says is its own proper address; empty when it says nothing."""


def links_of(page: Page) -> PageLinks:
    """The web addresses that *page*, its shadow trees and its frames link to.

    ``a`` and ``area`` of HTML and ``a`` of SVG, resolved against ``base``. ``rel=nofollow`` speaks to search engines
    about ranking, not about access, so such links count. Telephone, text message, mail and script links are no web
    addresses and never come out.
    """
    pages: dict[str, None] = {}
    documents: dict[str, None] = {}
    frames: dict[str, None] = {}
    for document in page.documents:
        base = base_of(document)
        if document.owner is not None and (shown := normalise(document.address)) is not None:
            frames[shown] = None
        for element in document.elements:
            href = _href(element)
            address = normalise(href, base) if href is not None else None
            if address is None:
                continue
            download = element.has("download") or document_kind("", address) is not None
            (documents if download else pages)[address] = None
    return PageLinks(tuple(a for a in pages if a not in documents), tuple(documents), tuple(frames), _canonical(page))


def base_of(document: Document) -> str:
    """The address relative links of *document* start from (``base`` element, else its own, else its frame's)."""
    fallback = document.address
    if normalise(fallback) is None and document.owner is not None:  # about:srcdoc, about:blank
        fallback = base_of(document.owner.document)
    for element in document.elements:
        if element.is_html and element.tag == "base" and element.has("href") and element.root is document:
            # Only the first one with href counts (HTML Standard, 4.2.3), even when it cannot be used.
            return normalise(element.get("href"), fallback) or fallback
    return fallback


def _href(element: Element) -> str | None:
    if element.is_html and element.tag in ("a", "area"):
        return element.attributes.get("href")
    if element.namespace == SVG and element.tag == "a":
        return element.attributes.get("href", element.attributes.get("xlink:href"))
    return None


def _canonical(page: Page) -> str:
    if not page.documents:
        return ""
    base = base_of(page.document)
    for element in page.document.elements:
        if element.is_html and element.tag == "link" and "canonical" in element.get("rel").lower().split():
            return normalise(element.get("href"), base) or ""
    return ""
