<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>EditSignal</name>
    <message>
        <source>Edit the signal</source>
        <translation>Signaal bewerken</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Short description</source>
        <translation>Korte omschrijving</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weging</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertrouwelijk</translation>
    </message>
    <message>
        <source>Reason (needed to lift the confidentiality)</source>
        <translation>Reden (nodig om de vertrouwelijkheid op te heffen)</translation>
    </message>
</context>
<context>
    <name>Forward</name>
    <message>
        <source>Forward to the competent body</source>
        <translation>Doorzenden aan het bevoegde orgaan</translation>
    </message>
    <message>
        <source>Record as forwarded</source>
        <translation>Vastleggen als doorgezonden</translation>
    </message>
    <message>
        <source>Awb 2:3: what another body is competent for is sent on without delay, and the sender is told. This program sends nothing itself; who reported it is not part of what is forwarded.</source>
        <translation>Awb 2:3: waarvoor een ander orgaan bevoegd is, wordt onverwijld doorgezonden, en de afzender krijgt daarvan bericht. Dit programma verzendt zelf niets; wie het meldde hoort niet bij wat wordt doorgezonden.</translation>
    </message>
    <message>
        <source>Recipient: the competent body</source>
        <translation>Ontvanger: het bevoegde orgaan</translation>
    </message>
    <message>
        <source>Why are they competent?</source>
        <translation>Waarom is dat orgaan bevoegd?</translation>
    </message>
    <message>
        <source>Name the body that is competent.</source>
        <translation>Noem het orgaan dat bevoegd is.</translation>
    </message>
</context>
<context>
    <name>LinkToCase</name>
    <message>
        <source>Link to a case</source>
        <translation>Aan een onderzoek koppelen</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>Only open cases are offered.</source>
        <translation>Alleen lopende onderzoeken staan in de lijst.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Onderzoek</translation>
    </message>
    <message>
        <source>Remark (may be left out)</source>
        <translation>Opmerking (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Choose a case; type a part of its title.</source>
        <translation>Kies een onderzoek; typ een deel van de titel.</translation>
    </message>
</context>
<context>
    <name>MergeSignals</name>
    <message>
        <source>Merge with another signal</source>
        <translation>Met een ander signaal samenvoegen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>The other signal goes on; it takes over the heavier weight and the confidentiality.</source>
        <translation>Het andere signaal gaat verder; het neemt de zwaarste weging en de vertrouwelijkheid over.</translation>
    </message>
    <message>
        <source>Signal that goes on</source>
        <translation>Signaal dat verdergaat</translation>
    </message>
    <message>
        <source>Why are they the same?</source>
        <translation>Waarom zijn ze hetzelfde?</translation>
    </message>
    <message>
        <source>Choose the signal that goes on.</source>
        <translation>Kies het signaal dat verdergaat.</translation>
    </message>
</context>
<context>
    <name>PutAside</name>
    <message>
        <source>Put aside</source>
        <translation>Terzijde leggen</translation>
    </message>
    <message>
        <source>Why is nothing done with it?</source>
        <translation>Waarom wordt er niets mee gedaan?</translation>
    </message>
</context>
<context>
    <name>ReporterPanel</name>
    <message>
        <source>Look at who reported it</source>
        <translation>Gegevens van de melder inzien</translation>
    </message>
    <message>
        <source>Show the reporter</source>
        <translation>Melder tonen</translation>
    </message>
    <message>
        <source>Looking is recorded with your name and the reason.</source>
        <translation>Inzien wordt vastgelegd, met uw naam en de reden.</translation>
    </message>
    <message>
        <source>Why do you need to know?</source>
        <translation>Waarom hebt u dit nodig?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Bereikbaar via</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Who reported it is kept apart</source>
        <translation>Wie het meldde wordt apart bewaard</translation>
    </message>
    <message>
        <source>For your eyes only: this never leaves in an export, a letter, a dossier or a copied table.</source>
        <translation>Alleen voor uw ogen: dit gaat nooit mee in een export, een brief, een dossier of een gekopieerde tabel.</translation>
    </message>
    <message>
        <source>Show the reporter …</source>
        <translation>Melder tonen …</translation>
    </message>
    <message>
        <source>Hide the reporter</source>
        <translation>Melder verbergen</translation>
    </message>
</context>
<context>
    <name>SignalColumns</name>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>gekoppeld</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>samengevoegd</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>terzijde gelegd</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>doorgezonden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weging</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheim</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Gaat over</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Omschrijving</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
</context>
<context>
    <name>SignalSearch</name>
    <message>
        <source>signal</source>
        <translation>signaal</translation>
    </message>
</context>
<context>
    <name>Signals</name>
    <message>
        <source>Signal {0}</source>
        <translation>Signaal {0}</translation>
    </message>
    <message>
        <source>Signals about {0}; show those of all targets</source>
        <translation>Signalen over {0}; toon die van alle objecten</translation>
    </message>
    <message>
        <source>There are no signals yet. Take in the first one.</source>
        <translation>Er zijn nog geen signalen. Neem het eerste op.</translation>
    </message>
    <message>
        <source>No signal passes this filter.</source>
        <translation>Geen signaal past bij dit filter.</translation>
    </message>
    <message>
        <source>Choose a signal.</source>
        <translation>Kies een signaal.</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Wat er is gemeld</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Ontvangen op</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weging</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertrouwelijk</translation>
    </message>
    <message>
        <source>yes: not told outside the inspectorate</source>
        <translation>ja: blijft binnen de inspectie</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Instantie</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Onderzoek</translation>
    </message>
    <message>
        <source>signal {0}</source>
        <translation>signaal {0}</translation>
    </message>
    <message>
        <source>Goes on as</source>
        <translation>Gaat verder als</translation>
    </message>
    <message>
        <source>Forwarded to</source>
        <translation>Doorgezonden aan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{0} door {1}</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Opgenomen</translation>
    </message>
    <message>
        <source>Signal {0} is taken in.</source>
        <translation>Signaal {0} is opgenomen.</translation>
    </message>
    <message>
        <source>Signal {0}: {1}.</source>
        <translation>Signaal {0}: {1}.</translation>
    </message>
    <message>
        <source>Filter: words, target, case …</source>
        <translation>Filter: woorden, object, onderzoek …</translation>
    </message>
    <message>
        <source>Filter signals by words</source>
        <translation>Signalen filteren op woorden</translation>
    </message>
    <message>
        <source>Filter by what became of it</source>
        <translation>Filteren op stand</translation>
    </message>
    <message>
        <source>Filter by source</source>
        <translation>Filteren op bron</translation>
    </message>
    <message>
        <source>New and linked</source>
        <translation>Nieuw en gekoppeld</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Linked to a case</source>
        <translation>Gekoppeld aan een onderzoek</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Terzijde gelegd</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>Doorgezonden</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Samengevoegd</translation>
    </message>
    <message>
        <source>All signals</source>
        <translation>Alle signalen</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle bronnen</translation>
    </message>
    <message>
        <source>New signal</source>
        <translation>Nieuw signaal</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>The chosen signal</source>
        <translation>Het gekozen signaal</translation>
    </message>
    <message>
        <source>Link to a case …</source>
        <translation>Koppelen …</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Bewerken …</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Samenvoegen …</translation>
    </message>
    <message>
        <source>Put aside …</source>
        <translation>Terzijde leggen …</translation>
    </message>
    <message>
        <source>Forward …</source>
        <translation>Doorzenden …</translation>
    </message>
    <message>
        <source>Take up again …</source>
        <translation>Weer oppakken …</translation>
    </message>
    <message>
        <source>Start a case</source>
        <translation>Onderzoek starten</translation>
    </message>
</context>
<context>
    <name>TakeIn</name>
    <message>
        <source>New signal</source>
        <translation>Nieuw signaal</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Opnemen</translation>
    </message>
    <message>
        <source>Short description, without names of reporters</source>
        <translation>Korte omschrijving, zonder namen van melders</translation>
    </message>
    <message>
        <source>Target (may be left out)</source>
        <translation>Object (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Ontvangen op</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weging</translation>
    </message>
    <message>
        <source>Confidential: not told outside the inspectorate</source>
        <translation>Vertrouwelijk: blijft binnen de inspectie</translation>
    </message>
    <message>
        <source>Reporter’s name (kept apart, never exported; may be left out)</source>
        <translation>Naam van de melder (apart bewaard, nooit geëxporteerd; mag leeg blijven)</translation>
    </message>
    <message>
        <source>How to reach the reporter (kept apart)</source>
        <translation>Hoe de melder te bereiken is (apart bewaard)</translation>
    </message>
    <message>
        <source>Describe the signal in a few words.</source>
        <translation>Beschrijf het signaal in een paar woorden.</translation>
    </message>
</context>
<context>
    <name>TakeUpAgain</name>
    <message>
        <source>Take up again</source>
        <translation>Weer oppakken</translation>
    </message>
    <message>
        <source>Why is it taken up again?</source>
        <translation>Waarom wordt het weer opgepakt?</translation>
    </message>
</context>
</TS>
