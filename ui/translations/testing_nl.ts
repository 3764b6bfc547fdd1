<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>AnswerForm</name>
    <message numerus="yes">
        <source>%n answer(s) stored.</source>
        <translation>
            <numerusform>%n antwoord opgeslagen.</numerusform>
            <numerusform>%n antwoorden opgeslagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: what you saw (paste or drop pictures and files here)</source>
        <translation>Notitie: wat u zag (plak of sleep hier ook beelden en bestanden)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Store answer (Ctrl+Enter)</source>
        <translation>Antwoord opslaan (Ctrl+Enter)</translation>
    </message>
    <message numerus="yes">
        <source>Same answer for %n page(s) without one</source>
        <translation>
            <numerusform>Hetzelfde antwoord voor %n pagina zonder antwoord</numerusform>
            <numerusform>Hetzelfde antwoord voor %n pagina’s zonder antwoord</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Concept weggooien</translation>
    </message>
    <message>
        <source>Attach files …</source>
        <translation>Bestanden toevoegen …</translation>
    </message>
    <message>
        <source>Attach the paste as a file</source>
        <translation>Voeg het plaksel toe als bestand</translation>
    </message>
    <message>
        <source>Make a finding of this</source>
        <translation>Maak hier een bevinding van</translation>
    </message>
    <message>
        <source>Draft: kept on this machine, not stored yet.</source>
        <translation>Concept: bewaard op deze computer, nog niet opgeslagen.</translation>
    </message>
    <message>
        <source>Stored: {0}, by {1}, {2}.</source>
        <translation>Opgeslagen: {0}, door {1}, {2}.</translation>
    </message>
    <message>
        <source>The questions have changed since then.</source>
        <translation>De vragen zijn sindsdien gewijzigd.</translation>
    </message>
    <message>
        <source>{0}: attached when you store the answer</source>
        <translation>{0}: wordt toegevoegd als u het antwoord opslaat</translation>
    </message>
    <message>
        <source>Files: {0}</source>
        <translation>Bestanden: {0}</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Bestanden toevoegen</translation>
    </message>
    <message>
        <source>The pasted text has {0} characters, too many for a note. Nothing was pasted.</source>
        <translation>De geplakte tekst heeft {0} tekens, te veel voor een notitie. Er is niets geplakt.</translation>
    </message>
</context>
<context>
    <name>BranchColumns</name>
    <message>
        <source>What a screen reader is told</source>
        <translation>Wat een schermlezer te horen krijgt</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>One over the other, with a slider</source>
        <translation>Over elkaar, met een schuif</translation>
    </message>
    <message>
        <source>Enlarge both pictures (+)</source>
        <translation>Beide beelden vergroten (+)</translation>
    </message>
    <message>
        <source>Reduce both pictures (-)</source>
        <translation>Beide beelden verkleinen (-)</translation>
    </message>
    <message>
        <source>Show both pictures whole (0)</source>
        <translation>Beide beelden in hun geheel tonen (0)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>There is no picture from before the re-inspection.</source>
        <translation>Er is geen beeld van vóór de herinspectie.</translation>
    </message>
    <message>
        <source>There is no picture of the re-inspection.</source>
        <translation>Er is geen beeld van de herinspectie.</translation>
    </message>
    <message>
        <source>The picture is being read …</source>
        <translation>Het beeld wordt gelezen …</translation>
    </message>
    <message>
        <source>Before and after, one over the other: {0}</source>
        <translation>Voor en na, over elkaar: {0}</translation>
    </message>
    <message>
        <source>Line between before and after</source>
        <translation>Lijn tussen voor en na</translation>
    </message>
    <message>
        <source>{0} by {1} pixels</source>
        <translation>{0} bij {1} pixels</translation>
    </message>
    <message>
        <source>The two pictures are the same, pixel by pixel.</source>
        <translation>De twee beelden zijn gelijk, pixel voor pixel.</translation>
    </message>
    <message>
        <source>The pictures differ in size: before {0}, after {1}; they are laid corner to corner.</source>
        <translation>De beelden verschillen in grootte: voor {0}, na {1}; ze liggen hoek op hoek.</translation>
    </message>
    <message>
        <source>only after</source>
        <translation>alleen na</translation>
    </message>
    <message>
        <source>only before</source>
        <translation>alleen voor</translation>
    </message>
    <message>
        <source>left {0} % before, right {1} % after</source>
        <translation>links {0} % voor, rechts {1} % na</translation>
    </message>
</context>
<context>
    <name>DefectList</name>
    <message>
        <source>Add a barrier</source>
        <translation>Barrière toevoegen</translation>
    </message>
    <message>
        <source>Add another barrier</source>
        <translation>Nog een barrière toevoegen</translation>
    </message>
    <message>
        <source>Barrier {0}: what is wrong</source>
        <translation>Barrière {0}: wat is er mis</translation>
    </message>
    <message>
        <source>Where on the page</source>
        <translation>Waar op de pagina</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Take barrier {0} away</source>
        <translation>Barrière {0} weghalen</translation>
    </message>
</context>
<context>
    <name>EvidenceTabs</name>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Kinds of evidence</source>
        <translation>Soorten bewijs</translation>
    </message>
    <message>
        <source>Machine ({0})</source>
        <translation>Machine ({0})</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Beeld</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Toetsenbord</translation>
    </message>
    <message>
        <source>Screen reader</source>
        <translation>Schermlezer</translation>
    </message>
    <message>
        <source>Stops of the Tab key, in their order</source>
        <translation>Haltes van de Tab-toets, op volgorde</translation>
    </message>
    <message>
        <source>Accessibility tree as text</source>
        <translation>Toegankelijkheidsboom als tekst</translation>
    </message>
    <message>
        <source>What the machine saw on this page</source>
        <translation>Wat de machine op deze pagina zag</translation>
    </message>
    <message>
        <source>Filter the tree</source>
        <translation>Filter de boom</translation>
    </message>
    <message>
        <source>Make a finding of this observation</source>
        <translation>Maak een bevinding van deze waarneming</translation>
    </message>
    <message>
        <source>The evidence is being read …</source>
        <translation>Het bewijs wordt gelezen …</translation>
    </message>
    <message>
        <source>No picture of the whole page was made in this visit; crops of elements were.</source>
        <translation>Bij dit bezoek is geen beeld van de hele pagina gemaakt, wel uitsneden van elementen.</translation>
    </message>
    <message>
        <source>No picture was made in this visit. Scan with the full profile for pictures.</source>
        <translation>Bij dit bezoek is geen beeld gemaakt. Scan met het volledige profiel voor beelden.</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>Het beeld kan niet worden getoond.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s); Enter shows the element on the picture.</source>
        <translation>
            <numerusform>%n regel; Enter toont het element op het beeld.</numerusform>
            <numerusform>%n regels; Enter toont het element op het beeld.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the machine saw is no verdict. Enter shows the place.</source>
        <translation>Wat de machine zag is geen oordeel. Enter toont de plaats.</translation>
    </message>
    <message>
        <source>The machine saw nothing on this page that touches this requirement.</source>
        <translation>De machine zag op deze pagina niets dat dit toetspunt raakt.</translation>
    </message>
    <message>
        <source>Picture of the page with the element outlined</source>
        <translation>Beeld van de pagina met het element omlijnd</translation>
    </message>
    <message>
        <source>Picture of the page with the stops of the Tab key numbered</source>
        <translation>Beeld van de pagina met de haltes van de Tab-toets genummerd</translation>
    </message>
    <message>
        <source>{0}: not on the picture</source>
        <translation>{0}: staat niet op het beeld</translation>
    </message>
</context>
<context>
    <name>LineColumns</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Toetspunt</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Te doen</translation>
    </message>
    <message>
        <source>Answers say</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Machine: barrier / to judge</source>
        <translation>Machine: barrière / te beoordelen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
</context>
<context>
    <name>PageMatrix</name>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>not visited</source>
        <translation>niet bezocht</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n bezoek</numerusform>
            <numerusform>%n bezoeken</numerusform>
        </translation>
    </message>
    <message>
        <source>, did not settle</source>
        <translation>, kwam niet tot rust</translation>
    </message>
    <message>
        <source>Pages and their states</source>
        <translation>Pagina’s en hun toestanden</translation>
    </message>
</context>
<context>
    <name>PagePicture</name>
    <message>
        <source>Enlarge the picture (Ctrl +)</source>
        <translation>Beeld vergroten (Ctrl +)</translation>
    </message>
    <message>
        <source>Reduce the picture (Ctrl -)</source>
        <translation>Beeld verkleinen (Ctrl -)</translation>
    </message>
    <message>
        <source>Show the whole picture (0)</source>
        <translation>Hele beeld tonen (0)</translation>
    </message>
</context>
<context>
    <name>QuestionPart</name>
    <message>
        <source>Back (Backspace)</source>
        <translation>Terug (Backspace)</translation>
    </message>
    <message>
        <source>Answer: {0}</source>
        <translation>Antwoord: {0}</translation>
    </message>
    <message>
        <source>Key {0}. {1}</source>
        <translation>Toets {0}. {1}</translation>
    </message>
</context>
<context>
    <name>RequirementList</name>
    <message>
        <source>All requirements</source>
        <translation>Alle toetspunten</translation>
    </message>
    <message>
        <source>Still to answer</source>
        <translation>Nog te beantwoorden</translation>
    </message>
    <message>
        <source>Without a verdict</source>
        <translation>Zonder oordeel</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Voldoet niet</translation>
    </message>
    <message>
        <source>The machine saw something</source>
        <translation>De machine zag iets</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>Filter requirements</source>
        <translation>Filter toetspunten</translation>
    </message>
    <message>
        <source>Which requirements</source>
        <translation>Welke toetspunten</translation>
    </message>
    <message>
        <source>Group of requirements</source>
        <translation>Groep toetspunten</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Toetspunten</translation>
    </message>
    <message>
        <source>Progress of testing</source>
        <translation>Voortgang van het toetsen</translation>
    </message>
    <message>
        <source>{0} of {1} answered, {2} with a verdict</source>
        <translation>{0} van {1} beantwoord, {2} met een oordeel</translation>
    </message>
</context>
<context>
    <name>SightColumns</name>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
</context>
<context>
    <name>SpotBar</name>
    <message>
        <source>Previous page (Alt+Page up)</source>
        <translation>Vorige pagina (Alt+Page up)</translation>
    </message>
    <message>
        <source>Next page (Alt+Page down)</source>
        <translation>Volgende pagina (Alt+Page down)</translation>
    </message>
    <message>
        <source>The answer is about</source>
        <translation>Het antwoord gaat over</translation>
    </message>
    <message>
        <source>Name of the shared element</source>
        <translation>Naam van het gedeelde onderdeel</translation>
    </message>
    <message>
        <source>After storing go to</source>
        <translation>Ga na het opslaan naar</translation>
    </message>
    <message>
        <source>header, footer, menu …</source>
        <translation>header, footer, menu …</translation>
    </message>
    <message>
        <source>the next page of this requirement</source>
        <translation>de volgende pagina van dit toetspunt</translation>
    </message>
    <message>
        <source>the next requirement on this page</source>
        <translation>het volgende toetspunt op deze pagina</translation>
    </message>
    <message>
        <source>nowhere: stay here</source>
        <translation>nergens: blijf hier</translation>
    </message>
    <message>
        <source>No page in the sample</source>
        <translation>Geen pagina in de steekproef</translation>
    </message>
</context>
<context>
    <name>StopColumns</name>
    <message>
        <source>keyboard trap</source>
        <translation>toetsenbordval</translation>
    </message>
    <message>
        <source>focus not settled</source>
        <translation>focus niet vastgesteld</translation>
    </message>
    <message>
        <source>focus seen</source>
        <translation>focus te zien</translation>
    </message>
    <message>
        <source>focus not seen</source>
        <translation>focus niet te zien</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Halte</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Focus</translation>
    </message>
</context>
<context>
    <name>TestingPanel</name>
    <message>
        <source>Testing by hand</source>
        <translation>Toetsen met de hand</translation>
    </message>
    <message>
        <source>Parts of testing</source>
        <translation>Onderdelen van het toetsen</translation>
    </message>
    <message>
        <source>Requirements and pages</source>
        <translation>Toetspunten en pagina’s</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Not visited yet.</source>
        <translation>Nog niet bezocht.</translation>
    </message>
    <message>
        <source>Every page has an answer to this requirement; give the verdict.</source>
        <translation>Elke pagina heeft een antwoord op dit toetspunt; geef het oordeel.</translation>
    </message>
    <message>
        <source>Every requirement has an answer on this page.</source>
        <translation>Elk toetspunt heeft een antwoord op deze pagina.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) not stored yet: show the next</source>
        <translation>
            <numerusform>%n concept nog niet opgeslagen: toon het</numerusform>
            <numerusform>%n concepten nog niet opgeslagen: toon het volgende</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} was made as a draft.</source>
        <translation>{0} is gemaakt als concept.</translation>
    </message>
</context>
<context>
    <name>VerdictPart</name>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Verdict of the inspector</source>
        <translation>Oordeel van de inspecteur</translation>
    </message>
    <message>
        <source>Motivation or reason</source>
        <translation>Motivering of reden</translation>
    </message>
    <message>
        <source>Give the verdict</source>
        <translation>Oordeel geven</translation>
    </message>
    <message>
        <source>The answers come to: {0}. {1}</source>
        <translation>De antwoorden komen uit op: {0}. {1}</translation>
    </message>
    <message>
        <source>Given: {0}, by {1}.</source>
        <translation>Gegeven: {0}, door {1}.</translation>
    </message>
    <message>
        <source>The machine saw {0} barrier(s) and {1} thing(s) to judge; that is no verdict.</source>
        <translation>De machine zag {0} barrière(s) en {1} punt(en) om te beoordelen; dat is geen oordeel.</translation>
    </message>
    <message>
        <source>Back to not applicable, for this reason</source>
        <translation>Toch niet van toepassing, om deze reden</translation>
    </message>
    <message>
        <source>It does apply, for this reason</source>
        <translation>Wel van toepassing, om deze reden</translation>
    </message>
    <message>
        <source>Not applicable by itself: none of {0} captured pages has {1}.</source>
        <translation>Vanzelf niet van toepassing: op geen van {0} vastgelegde pagina’s staat {1}.</translation>
    </message>
    <message>
        <source>{0} decided that it does apply: {1}</source>
        <translation>{0} besloot dat het wel van toepassing is: {1}</translation>
    </message>
    <message>
        <source>The paste was too long: only the first part of it fits. Attach the rest as a file.</source>
        <translation>Het plaksel was te lang: alleen het eerste deel past. Voeg de rest toe als bestand.</translation>
    </message>
    <message>
        <source>The verdict is stored.</source>
        <translation>Het oordeel is opgeslagen.</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>the answer on {0}</source>
        <translation>het antwoord op {0}</translation>
    </message>
    <message>
        <source>the verdict on {0}</source>
        <translation>het oordeel over {0}</translation>
    </message>
</context>
</TS>
