"""Generic words, likeness of texts, and what stands behind links: the knowledge of the rules about meaning."""

from __future__ import annotations

import pytest

from rules.knowledge import generic_words, similarity, topics, visual_references
from rules.knowledge.error_indicators import says_nothing, tells_cause
from rules.knowledge.links import Resource, likeness, normal
from rules.knowledge.picture_text import drawing_at


@pytest.mark.parametrize("name", ["Lees meer", "klik hier", " HIER. ", "Read more »", "→ Meer info"])
def test_generic_links(name: str) -> None:
    assert generic_words.generic_link(name)


@pytest.mark.parametrize("name", ["Contact", "Lees meer over jodium", "Verder", "Weiter", "Downloads van politie"])
def test_links_that_say_something(name: str) -> None:
    assert not generic_words.generic_link(name)
    assert not generic_words.objectless_link(name)


@pytest.mark.parametrize("name", ["dit rapport", "this product", "Deze pagina"])
def test_links_that_point(name: str) -> None:
    assert generic_words.pointing_link(name)


@pytest.mark.parametrize("name", ["dit jaarverslag", "deze brandweer", "this Wednesday"])
def test_links_that_point_and_name(name: str) -> None:
    assert not generic_words.pointing_link(name)


@pytest.mark.parametrize(
    "name", ["IMG_1234", "DSC00012", "Schermafbeelding 2024-01-02 om 10.11.12", "WhatsApp Image 2023-05-06 at 10.00"]
)
def test_names_that_machines_make(name: str) -> None:
    assert generic_words.machine_made_name(name)


@pytest.mark.parametrize("name", ["Foto 3 van de brand", "N2000", "Kaart A12", "112", "decade", "Image of Vermeer"])
def test_names_that_people_make(name: str) -> None:
    assert not generic_words.machine_made_name(name)
    assert not generic_words.image_file_name(name)
    assert not generic_words.generic_image_name(name)


@pytest.mark.parametrize("title", ["index.html", "https://waterdam.nl/x", "Jaarverslag v3.docx", "map/contact.php"])
def test_titles_that_are_files(title: str) -> None:
    assert generic_words.page_file_name(title)


@pytest.mark.parametrize("title", ["Contact", "Node.js-dagen", "Wat is PDF?", "Waterdam.nl", "Versie 2.0"])
def test_titles_that_are_no_files(title: str) -> None:
    assert not generic_words.page_file_name(title)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Opening Hours", "We are open"), ("Straten", "in onze straat"), ("Harvesting", "ready to harvest"),
     ("Meldingen", "doe een melding")],
)  # fmt: skip
def test_texts_that_share_a_word(one: str, other: str) -> None:
    assert similarity.related(one, other)


@pytest.mark.parametrize(("one", "other"), [("Weather", "We are open on Monday"), ("De het een", "het een"), ("", "x")])
def test_texts_that_share_none(one: str, other: str) -> None:
    assert not similarity.related(one, other)


def test_a_stem_is_its_own_stem() -> None:
    for word in ["harvesting", "openingstijden", "clementines", "straten", "vrijwilligers", "veiligheid", "meldingen"]:
        assert similarity.stem(similarity.stem(word)) == similarity.stem(word)


def test_initials() -> None:
    assert similarity.initials_of("VRU", "Veiligheidsregio Utrecht")
    assert not similarity.initials_of("W3C", "HTML 5 logo")


def test_addresses_that_seldom_differ() -> None:
    assert normal("http://www.waterdam.nl/index.html?utm_source=x") == normal("https://waterdam.nl/")
    assert normal("https://waterdam.nl/a?id=1") != normal("https://waterdam.nl/a?id=2")
    assert normal("tel:112") == "tel:112"
    assert normal("https://[kapot/x") == "https://[kapot/x"


def _page(address: str, main: str, title: str = "") -> Resource:
    return Resource(address, title, main, main)


def test_likeness_of_pages() -> None:
    contact = _page("https://w.nl/a", "Contact Telefoon: 0541 754 301 Bel ons")
    assert likeness(contact, _page("https://w.nl/b", "contact telefoon: 0541 754 301 bel ons")) == "same"
    assert likeness(contact, _page("https://w.nl/b", "Contact Telefoon: 0541 754 302 Bel ons")) == "different"
    assert likeness(contact, _page("https://w.nl/b", "Zandzakken halen bij de gemeentewerf")) == "different"
    assert likeness(_page("https://w.nl/a", "Duinbrand"), _page("https://w.nl/b", "Hoogwater")) == "unsure"


@pytest.mark.parametrize("text", ["Fout", "Ongeldige waarde", "Please fill the field correctly.", "Er ging iets mis"])
def test_messages_that_say_nothing(text: str) -> None:
    assert says_nothing(text, frozenset())


@pytest.mark.parametrize("text", ["Vul een postcode in", "Het bestand is te groot", "Session expired"])
def test_messages_that_say_something(text: str) -> None:
    assert not says_nothing(text, frozenset())


def test_a_message_with_only_the_name_of_a_field_may_say_enough() -> None:
    labels = similarity.stems("Postcode")
    assert not says_nothing("Ongeldige postcode", labels)
    assert says_nothing("Ongeldige waarde voor postcode", labels)
    assert tells_cause("Postcode is verplicht")


def test_references_by_look_and_their_other_meanings() -> None:
    assert visual_references.references("Klik op de groene knop rechts", "nl") == ["groene", "rechts"]
    assert visual_references.references("Volg de links hieronder", "nl") == []
    assert visual_references.references("Klik op de knop links van de kaart", "nl") == ["links"]
    assert visual_references.references("Code rood: blijf binnen", "nl") == []
    assert visual_references.references("Click it right after this, you have all rights", "en") == []
    assert visual_references.shape_pointed_at("Look underneath the star.") == "star"
    assert visual_references.shape_pointed_at("Look under the star map") == ""


def test_headings_over_opening_hours() -> None:
    hours = "Wij zijn open van maandag tot vrijdag, 9 tot 17 uur."
    assert topics.contradict("Weerbericht", hours)
    assert not topics.contradict("Contact", hours)
    assert not topics.contradict("Weer open", hours)
    assert not topics.contradict("Weerbericht", "Morgen regen; open maandag van 9 tot 17 uur.")


def test_drawings() -> None:
    text = drawing_at("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><text>Hoi daar</text></svg>")
    assert text is not None
    assert (text.text, text.only_text, text.shapes) == ("Hoi daar", True, False)
    assert drawing_at("data:image/svg+xml;base64,@@@") is None
    assert drawing_at("data:image/png;base64,AAAA") is None
    assert drawing_at("https://w.nl/x.svg") is None
    bomb = "data:image/svg+xml,<!DOCTYPE s [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>"
    found = drawing_at(bomb)
    assert found is None or "aaaa" not in found.text


@pytest.mark.parametrize("text", ["Section 1", "Paragraaf 3", "Sectie 2"])
def test_numbered_parts_of_a_law_are_headings_that_mean_something(text: str) -> None:
    assert not generic_words.generic_heading(text)
    assert generic_words.generic_heading("Tussenkop 3")
