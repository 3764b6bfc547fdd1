<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>Conflict</name>
    <message>
        <source>  theirs: {0}</source>
        <translation>  de andere: {0}</translation>
    </message>
    <message>
        <source>  yours: {0}</source>
        <translation>  de uwe: {0}</translation>
    </message>
    <message>
        <source>Somebody else stored another version</source>
        <translation>Iemand anders heeft een andere versie opgeslagen</translation>
    </message>
    <message>
        <source>Store mine over it</source>
        <translation>De mijne eroverheen opslaan</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>De hunne nemen</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>dd-mm-jjjj</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Typ een deel van de naam</translation>
    </message>
    <message>
        <source>Type the day as 23-11-2026.</source>
        <translation>Typ de dag als 23-11-2026.</translation>
    </message>
    <message>
        <source>There is no such name, or several: choose one from the list.</source>
        <translation>Deze naam bestaat niet, of er zijn er meer: kies er één uit de lijst.</translation>
    </message>
    <message>
        <source>The paste was too long: only the first part of it fits. Attach the rest as a file.</source>
        <translation>De geplakte tekst was te lang: alleen het eerste deel past. Voeg de rest toe als bestand.</translation>
    </message>
</context>
<context>
    <name>EditForm</name>
    <message>
        <source>Somebody else changed this meanwhile. Your version is not stored yet.</source>
        <translation>Iemand anders heeft dit intussen gewijzigd. Uw versie is nog niet opgeslagen.</translation>
    </message>
</context>
</TS>
