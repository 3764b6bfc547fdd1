<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>Channel112</name>
    <message>
        <source>{0} test points shown, {1} answered, {2} with a verdict. Not tested is never passed.</source>
        <translation>{0} toetspunten in beeld, {1} beantwoord, {2} met een oordeel. Niet getoetst is nooit voldoet.</translation>
    </message>
    <message>
        <source>This case is in the phase {0}: answers can be stored from the phase {1} on.</source>
        <translation>Dit onderzoek is in de fase {0}: antwoorden kunnen worden opgeslagen vanaf de fase {1}.</translation>
    </message>
    <message>
        <source>There is no 112 channel in the register yet. Add a target of the kind 112 channel under Organisations and targets.</source>
        <translation>Er staat nog geen 112-kanaal in het register. Voeg bij Instanties en objecten een object van de soort 112-kanaal toe.</translation>
    </message>
    <message>
        <source>There is no case about this channel yet. Start one.</source>
        <translation>Er is nog geen onderzoek naar dit kanaal. Start er een.</translation>
    </message>
    <message>
        <source>No test point passes this filter.</source>
        <translation>Geen toetspunt past bij dit filter.</translation>
    </message>
    <message>
        <source>This program cannot dial, chat or submit anything, and has no way to do so.</source>
        <translation>Dit programma kan niet bellen, niet chatten en niets insturen, en heeft daar geen enkel middel voor.</translation>
    </message>
    <message>
        <source>112 channel</source>
        <translation>112-kanaal</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Onderzoek</translation>
    </message>
    <message>
        <source>Filter by answer</source>
        <translation>Filteren op antwoord</translation>
    </message>
    <message>
        <source>Filter: words, number, norm …</source>
        <translation>Filter: woorden, nummer, norm …</translation>
    </message>
    <message>
        <source>Filter test points by words</source>
        <translation>Toetspunten filteren op woorden</translation>
    </message>
    <message>
        <source>All test points</source>
        <translation>Alle toetspunten</translation>
    </message>
    <message>
        <source>Still to do</source>
        <translation>Nog te doen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Voldoet niet</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>To the case</source>
        <translation>Naar het onderzoek</translation>
    </message>
    <message>
        <source>Start a case</source>
        <translation>Onderzoek starten</translation>
    </message>
    <message>
        <source>Test points</source>
        <translation>Toetspunten</translation>
    </message>
</context>
<context>
    <name>ChannelSearch</name>
    <message>
        <source>112 channel</source>
        <translation>112-kanaal</translation>
    </message>
    <message>
        <source>112 test point</source>
        <translation>112-toetspunt</translation>
    </message>
</context>
<context>
    <name>ChannelVerdict</name>
    <message>
        <source>Verdict on this test point</source>
        <translation>Oordeel over dit toetspunt</translation>
    </message>
    <message>
        <source>Give the verdict</source>
        <translation>Oordeel geven</translation>
    </message>
    <message>
        <source>What differs from the answers, and what cannot be told, needs a motivation.</source>
        <translation>Wat afwijkt van de antwoorden, en wat niet te bepalen is, heeft een motivering nodig.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Motivation</source>
        <translation>Motivering</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>Opgeslagen.</translation>
    </message>
</context>
<context>
    <name>EvidenceForm</name>
    <message>
        <source>Questions and evidence</source>
        <translation>Vragen en bewijs</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>Antwoord opslaan</translation>
    </message>
    <message>
        <source>Sort of evidence</source>
        <translation>Soort bewijs</translation>
    </message>
    <message>
        <source>Who showed it or handed it over</source>
        <translation>Wie het toonde of overhandigde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Witness: who else was there</source>
        <translation>Getuige: wie er verder bij was</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Wat is gezien</translation>
    </message>
    <message>
        <source>Attach files …</source>
        <translation>Bestanden toevoegen …</translation>
    </message>
    <message>
        <source>Do not attach them</source>
        <translation>Niet toevoegen</translation>
    </message>
    <message>
        <source>This was typed before and is not saved yet.</source>
        <translation>Dit is eerder getypt en nog niet opgeslagen.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Bestanden toevoegen</translation>
    </message>
    <message>
        <source>Attached with the answer: {0}</source>
        <translation>Gaat mee met het antwoord: {0}</translation>
    </message>
    <message>
        <source>Answer the last question; “cannot tell” and “not tested yet” are answers too.</source>
        <translation>Beantwoord de laatste vraag; “niet te bepalen” en “nog niet getoetst” zijn ook antwoorden.</translation>
    </message>
    <message>
        <source>Say under “What was seen” why it cannot be told.</source>
        <translation>Schrijf bij “Wat is gezien” waarom het niet te bepalen is.</translation>
    </message>
    <message>
        <source>“Passed” rests on evidence: say who showed it, and when.</source>
        <translation>“Voldoet” berust op bewijs: noem wie het toonde, en wanneer.</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>Opgeslagen.</translation>
    </message>
</context>
<context>
    <name>PointColumns</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Test point</source>
        <translation>Toetspunt</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
</context>
<context>
    <name>PointPanel</name>
    <message>
        <source>Give the verdict …</source>
        <translation>Oordeel geven …</translation>
    </message>
    <message>
        <source>The chosen test point</source>
        <translation>Het gekozen toetspunt</translation>
    </message>
    <message>
        <source>Choose a test point.</source>
        <translation>Kies een toetspunt.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>How to test</source>
        <translation>Zo toetst u</translation>
    </message>
    <message>
        <source>Evidence to ask for</source>
        <translation>Op te vragen bewijs</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>No norm can be cited here: none was verified in its source.</source>
        <translation>Hier is geen norm te citeren: er is er geen in de bron nagekeken.</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{0} door {1}</translation>
    </message>
    <message>
        <source>Stored answer</source>
        <translation>Opgeslagen antwoord</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Motivation of the verdict</source>
        <translation>Motivering van het oordeel</translation>
    </message>
</context>
<context>
    <name>QuestionPath</name>
    <message>
        <source>These answers come to: {0}</source>
        <translation>Deze antwoorden komen uit op: {0}</translation>
    </message>
    <message>
        <source>Next question: {0}</source>
        <translation>Volgende vraag: {0}</translation>
    </message>
</context>
</TS>
