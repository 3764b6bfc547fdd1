"""Names that say nothing: generic link texts, page titles, image names, labels and headings, and names of files.

A phrase stands here only when it is empty of meaning wherever it is used; words that mean something in some place
("Contact", "Home", "Logo") do not. Own lists, after WCAG failures F25, F30, F63 and F84 and their Dutch counterparts.
"""

from __future__ import annotations

import re
import unicodedata


def bare(text: str) -> str:
    """*text* in lower case with single spaces, without arrows, quotes and punctuation at its ends."""
    text = " ".join(text.casefold().split())
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(p.split()) for p in text.split("|") if p.strip())


_GENERIC_LINKS = _phrases(
    """klik hier|klik|hier|hierop|klik hierop|klik op deze link|via deze link|deze link|link|lees meer|lees verder|
    lees hier meer|lees hier verder|lees meer hier|meer lezen|verder lezen|meer|meer info|meer informatie|meer weten|
    meer tonen|meer details|details|info|informatie|ga verder|ga naar|bekijk|bekijk hier|bekijk meer|
    bekijk details|bekijk dit|lees|lees dit|kijk hier|zie hier|vind hier|deze pagina|deze website|
    deze site|dit|toon meer|laat meer zien|zie meer|ontdek meer|kom meer te weten|ga hierheen|
    click here|click|here|click this|click this link|this link|this page|this site|this website|more|read more|
    read on|read|read this|learn more|more info|more information|more details|find out more|see more|view more|
    show more|view|view details|see details|see here|go|go here|continue reading|discover more|
    hier klicken|klicken sie hier|mehr|mehr lesen|mehr erfahren|mehr informationen|weiterlesen|
    cliquez ici|ici|lire la suite|en savoir plus|plus d'informations"""
)
_OBJECTLESS_LINKS = _phrases(
    """download|downloaden|download hier|downloads|download nu|download now|bestand|file|document|pdf|html|epub|word|
    docx|doc|excel|xlsx|csv|txt|text|tekst|plain text|platte tekst|xml|json|odt|ods|zip|mp3|mp4|website|webpagina|
    pagina|page|artikel|article|bron|source|lees voor|herunterladen|télécharger"""
)
_DEMONSTRATIVE = re.compile(
    r"(?:dit|deze|die|dat|this|that|these|those|the|het|de) (?:\w+)?\s?"
    r"(?:product|producten|products|pagina|page|artikel|article|document|documenten|documents|website|site|link|item|"
    r"items|bestand|file|formulier|form|rapport|report|bericht|message|post|overzicht|overview|lijst|list|onderwerp|"
    r"topic|thema|theme|boek|book|adres|address|brief|letter|video|foto|photo|pdf|ding|thing|punt|onderdeel|section)"
)


def generic_link(name: str) -> bool:
    """A link text that says nothing of where the link leads, whatever stands around it ("lees meer", "here")."""
    return bare(name) in _GENERIC_LINKS


def objectless_link(name: str) -> bool:
    """A link text that says what kind of thing or act, not of what ("Download", "PDF")."""
    return bare(name) in _OBJECTLESS_LINKS


def pointing_link(name: str) -> bool:
    """A link text that points at a thing without naming it: "this product", "deze pagina"."""
    words = bare(name)
    return bool(re.fullmatch(r"(?:dit|deze|die|dat|this|that|these|those) \w+", words)) and bool(
        _DEMONSTRATIVE.fullmatch(words)
    )


_GENERIC_TITLES = _phrases(
    """untitled|untitled document|untitled page|untitled-1|no title|title|page title|titel|paginatitel|pagina titel|
    naamloos|naamloos document|zonder titel|geen titel|nieuwe pagina|nieuw document|new page|new document|document|
    webpagina|web page|webpage|page|pagina|page 1|pagina 1|placeholder|title here|titel hier|insert title here|
    enter the title of your html document here|document1|document 1|default|default page|lege pagina|blank|blank page|
    blanco|test|test page|testpagina|template|sjabloon|html template|html document|my page|mijn pagina|react app|
    vite app|vite + react|vite + vue|create next app|vue app|angular app|my app|nuxt app|next.js|index|
    unbenannt|unbenanntes dokument|neue seite|sans titre|document sans titre|nouvelle page|lorem ipsum|todo|tbd|
    loading|laden|bezig met laden|undefined|null|object object|undefined undefined"""
)


def generic_title(title: str) -> bool:
    """A page title that an editor or a framework left behind, or that says nothing ("Untitled", "React App")."""
    return bare(title) in _GENERIC_TITLES


_GENERIC_IMAGES = _phrases(
    """image|images|img|picture|pic|photo|foto|photograph|afbeelding|afb|plaatje|beeld|figuur|figure|fig|graphic|
    graphics|grafiek|icon|icoon|pictogram|illustratie|illustration|banner|header|header image|headerafbeelding|hero|
    hero image|thumbnail|thumb|placeholder|placeholder image|spacer|alt|alt text|alt-text|alt tekst|alt-tekst|
    alttekst|tekstalternatief|alternatieve tekst|alternative text|alternate text|image alt|image description|
    omschrijving|beschrijving|description|caption|bijschrift|untitled|naamloos|zonder titel|no alt|todo|tbd|
    insert alt text here|image of|photo of|picture of|afbeelding van|foto van|bild|null|undefined|screenshot|
    schermafbeelding|clipart|stockfoto|stock photo|unnamed|download|default|no image|geen afbeelding|slide|slider|
    slide 1|image 1|image 2|afbeelding 1|afbeelding 2|foto 1|foto 2|blob|image png|dit is een afbeelding|
    this is an image"""
)
_IMAGE_ENDINGS = r"jpe?g|jfif|png|gif|svg|webp|avif|bmp|tiff?|ico|heic"
_FILE_NAME = re.compile(rf"[^\s].{{0,120}}\.(?:{_IMAGE_ENDINGS})(?:\?\S*)?", re.IGNORECASE)
_MACHINE_NAME = re.compile(
    r"(?:img|dsc|dscn|dscf|dji|pxl|imgp|mvimg|gopr|wp|scan|image|screen|photo|foto|pict)[-_ ]?\d{3,}[\w()\- ]*"
    r"|(?:screenshot|schermafbeelding|screen shot|whatsapp (?:image|afbeelding)|bildschirmfoto|schermopname)"
    r" ?[-_ ]?\d{4}[-_. ]\d\d[-_. ]\d\d.*"
    r"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    r"|(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,}"
    r"|[a-z]+(?:[-_][a-z]+)*[-_]\d{2,5}x\d{2,5}",
    re.IGNORECASE,
)


def generic_image_name(name: str) -> bool:
    """An image's name that says only that it is an image, or is a text left to be filled in."""
    return bare(name) in _GENERIC_IMAGES


def image_file_name(name: str) -> bool:
    """It is the name of an image file, with its ending ("foto-team.jpg")."""
    return bool(_FILE_NAME.fullmatch(name.strip()))


def machine_made_name(name: str) -> bool:
    """A name that a camera, a phone or a program made up ("IMG_1234", a hash, a size in pixels)."""
    return bool(_MACHINE_NAME.fullmatch(name.strip()))


_PAGE_FILE = re.compile(
    r"(?:https?://|www\.)\S+|(?:[\w\-]+/)*[\w\-.% ]+\.(?:html?|php\d?|aspx?|jsp|xhtml|docx?|xlsx?|pptx?|indd|pdf|odt)",
    re.IGNORECASE,
)


def page_file_name(title: str) -> bool:
    """It is a web address or the name of a page's or document's file ("index.html", "Rapport_v3.docx")."""
    return bool(_PAGE_FILE.fullmatch(title.strip()))


_GENERIC_LABELS = _phrases(
    """go|ok|submit|send|verzend|verzenden|verstuur|versturen|menu|button|knop|label|field|veld|veld 1|field 1|input|
    invoer|invoerveld|input field|text|tekst|tekstveld|text field|textbox|placeholder|untitled|form|formulier|
    vul in|vul hier in|type here|typ hier|enter text|enter here|ga|toepassen|apply|invullen|header|footer|sidebar|
    navigation|navigatie|link|klik hier|click here|label text|labeltekst|undefined|null|todo|value|waarde|los|senden"""
)


def generic_label(label: str) -> bool:
    """A text that cannot be the question of a form field: a word for an act or a part of a page ("Go", "Menu")."""
    return bare(label) in _GENERIC_LABELS


_GENERIC_HEADING = re.compile(
    r"(?:heading|header|kop|koptekst|tussenkop|titel|title|subtitle|ondertitel|subheading)"
    r"(?: ?\d{1,2})?|lorem ipsum.*|(?:your |insert |add |uw )?(?:title|heading|titel|kop)(?: goes)? (?:here|hier)|"
    r"untitled|naamloos|zonder titel|placeholder|h[1-6]|todo|tbd|undefined|null"
)


def generic_heading(text: str) -> bool:
    """A heading that says only that it is one, or is a text left to be filled in ("Heading 2", "Lorem ipsum")."""
    return bool(_GENERIC_HEADING.fullmatch(bare(text)))


def silent_mark(text: str) -> bool:
    """Nothing in it is a letter or a digit: an arrow, a star, dots."""
    return not any(unicodedata.category(c)[0] in "LN" for c in text)
