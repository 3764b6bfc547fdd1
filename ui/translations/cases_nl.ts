<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>CaseColumns</name>
    <message>
        <source>{0} (overdue)</source>
        <translation>{0} (verstreken)</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Zaaknummer</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Objecten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Behandelaar</translation>
    </message>
    <message>
        <source>First term</source>
        <translation>Eerste termijn</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geopend</translation>
    </message>
</context>
<context>
    <name>CaseExport</name>
    <message>
        <source>case</source>
        <translation>onderzoek</translation>
    </message>
    <message>
        <source>round</source>
        <translation>ronde</translation>
    </message>
    <message>
        <source>Export the case</source>
        <translation>Onderzoek exporteren</translation>
    </message>
    <message>
        <source>&amp;WCAG-EM – to go on in the W3C report tool</source>
        <translation>&amp;WCAG-EM – om verder te gaan in de rapporttool van W3C</translation>
    </message>
    <message>
        <source>&amp;JSON – everything, for machines</source>
        <translation>&amp;JSON – alles, voor machines</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Write the case to a file</source>
        <translation>Schrijf het onderzoek naar een bestand</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>There are no such cases. Choose another filter.</source>
        <translation>Zulke onderzoeken zijn er niet. Kies een ander filter.</translation>
    </message>
    <message>
        <source>There are no cases yet. A new case begins with what it is to show and why now.</source>
        <translation>Er zijn nog geen onderzoeken. Een nieuw onderzoek begint met wat het moet laten zien en waarom nu.</translation>
    </message>
    <message>
        <source>All phases</source>
        <translation>Alle fasen</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle soorten</translation>
    </message>
    <message>
        <source>Filter: number, title, target, owner …</source>
        <translation>Filter: nummer, titel, object, behandelaar …</translation>
    </message>
    <message>
        <source>Filter cases by words</source>
        <translation>Onderzoeken filteren op woorden</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>Welke onderzoeken</translation>
    </message>
    <message>
        <source>Filter by phase</source>
        <translation>Filter op fase</translation>
    </message>
    <message>
        <source>Filter by kind</source>
        <translation>Filter op soort</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Onderzoeken</translation>
    </message>
    <message>
        <source>Enter opens the case</source>
        <translation>Enter opent het onderzoek</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nieuw onderzoek</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Alle onderzoeken</translation>
    </message>
    <message>
        <source>Mine, open</source>
        <translation>Van mij, lopend</translation>
    </message>
    <message>
        <source>With a term overdue</source>
        <translation>Met verstreken termijn</translation>
    </message>
    <message>
        <source>With a term this week</source>
        <translation>Met termijn deze week</translation>
    </message>
    <message>
        <source>Stopped and closed</source>
        <translation>Gestopt en afgesloten</translation>
    </message>
    <message>
        <source>Those counted on Today</source>
        <translation>Wat Vandaag telde</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Steekproef</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Opvolging</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gedaan</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>nog niet</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: {0}</source>
        <translation>Gedaan: {0}</translation>
    </message>
    <message>
        <source>This step begins once the case is in the phase supervisory action.</source>
        <translation>Deze stap begint als het onderzoek in de fase toezichtactie is.</translation>
    </message>
    <message>
        <source>Before the next step: {0}</source>
        <translation>Voor de volgende stap: {0}</translation>
    </message>
    <message>
        <source>Nothing stands in the way of the next step.</source>
        <translation>Niets staat de volgende stap in de weg.</translation>
    </message>
    <message>
        <source>Steps of the case</source>
        <translation>Stappen van het onderzoek</translation>
    </message>
    <message>
        <source>no case number yet</source>
        <translation>nog geen zaaknummer</translation>
    </message>
    <message>
        <source>sealed: reopen it to change anything</source>
        <translation>verzegeld: heropen om iets te wijzigen</translation>
    </message>
</context>
<context>
    <name>CaseSearch</name>
    <message>
        <source>case</source>
        <translation>onderzoek</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>bevinding</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>brief</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>New case</source>
        <translation>Nieuw onderzoek</translation>
    </message>
</context>
<context>
    <name>CheckColumns</name>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in orde</translation>
    </message>
    <message>
        <source>to settle</source>
        <translation>op te lossen</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punt</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
</context>
<context>
    <name>ClosingColumns</name>
    <message>
        <source>The last phase</source>
        <translation>De laatste fase</translation>
    </message>
    <message>
        <source>A sealed dossier of the last round</source>
        <translation>Een verzegeld dossier van de laatste ronde</translation>
    </message>
    <message>
        <source>Complete by the case law</source>
        <translation>Volledig volgens de rechtspraak</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in orde</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>Closing rests on</source>
        <translation>Afsluiten rust op</translation>
    </message>
    <message>
        <source>As it stands</source>
        <translation>Zoals het nu is</translation>
    </message>
    <message>
        <source>Still to be done</source>
        <translation>Nog te doen</translation>
    </message>
</context>
<context>
    <name>ClosingPart</name>
    <message>
        <source>This case is {0}: {1}</source>
        <translation>Dit onderzoek is {0}: {1}</translation>
    </message>
    <message>
        <source>A case is closed from the phase result. Ending it earlier is stopping, under Plan.</source>
        <translation>Afsluiten kan vanuit de fase resultaat. Eerder ophouden is stoppen, onder Plan.</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Being read …</source>
        <translation>Wordt gelezen …</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Onderzoek afsluiten</translation>
    </message>
    <message>
        <source>Result, in a few words</source>
        <translation>Resultaat, in een paar woorden</translation>
    </message>
    <message>
        <source>Why it closes without a complete sealed dossier</source>
        <translation>Waarom het wordt afgesloten zonder volledig verzegeld dossier</translation>
    </message>
    <message>
        <source>The case is closed; it stands in the trail with its result.</source>
        <translation>Het onderzoek is afgesloten; het staat met het resultaat in het besluitspoor.</translation>
    </message>
</context>
<context>
    <name>ComparedColumns</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Voorgesteld</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Omdat</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>nog niet</translation>
    </message>
</context>
<context>
    <name>DeadlineColumns</name>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Termijn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>Verlengd</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grond</translation>
    </message>
</context>
<context>
    <name>DeadlinesPart</name>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Termijn</translation>
    </message>
    <message>
        <source>Calendar of running terms</source>
        <translation>Kalender van lopende termijnen</translation>
    </message>
    <message>
        <source>How long is a number, like 6.</source>
        <translation>Hoe lang is een getal, zoals 6.</translation>
    </message>
    <message>
        <source>The term ends on {0}.</source>
        <translation>De termijn eindigt op {0}.</translation>
    </message>
    <message>
        <source>The term is extended; the reason stands beside it.</source>
        <translation>De termijn is verlengd; de reden staat erbij.</translation>
    </message>
    <message>
        <source>The term was met. A remark, if you have one:</source>
        <translation>De termijn is gehaald. Een opmerking, als u die hebt:</translation>
    </message>
    <message>
        <source>The term passed without what was asked. A remark, if you have one:</source>
        <translation>De termijn is verstreken zonder wat is gevraagd. Een opmerking, als u die hebt:</translation>
    </message>
    <message>
        <source>The term is cancelled. Why?</source>
        <translation>De termijn vervalt. Waarom?</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>Opgeslagen.</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termijnen</translation>
    </message>
    <message>
        <source>No terms run in this case.</source>
        <translation>In dit onderzoek lopen geen termijnen.</translation>
    </message>
    <message>
        <source>Kind of term</source>
        <translation>Soort termijn</translation>
    </message>
    <message>
        <source>Begins after</source>
        <translation>Begint na</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Hoe lang</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Geteld in</translation>
    </message>
    <message>
        <source>Or: last day</source>
        <translation>Of: laatste dag</translation>
    </message>
    <message>
        <source>Letter or decision that sets it</source>
        <translation>Brief of besluit waarin zij staat</translation>
    </message>
    <message>
        <source>It counts for all approved findings</source>
        <translation>Geldt voor alle vastgestelde bevindingen</translation>
    </message>
    <message>
        <source>Set a term</source>
        <translation>Termijn stellen</translation>
    </message>
    <message>
        <source>Set the term</source>
        <translation>Termijn stellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Extend the term</source>
        <translation>Termijn verlengen</translation>
    </message>
    <message>
        <source>New last day</source>
        <translation>Nieuwe laatste dag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlengen</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Gehaald</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verstreken</translation>
    </message>
    <message>
        <source>Cancel the term</source>
        <translation>Termijn laten vervallen</translation>
    </message>
    <message>
        <source>{0} until {1}</source>
        <translation>{0} tot en met {1}</translation>
    </message>
</context>
<context>
    <name>DossierColumns</name>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>volledig</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Ontbreekt nog</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Verzegeld</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Zegel</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
</context>
<context>
    <name>DossierPart</name>
    <message>
        <source>Dossier {0} is sealed: {1}</source>
        <translation>Dossier {0} is verzegeld: {1}</translation>
    </message>
    <message>
        <source>Dossier {0} is whole: every byte is as it was sealed, and the seal stands in the register.</source>
        <translation>Dossier {0} is ongeschonden: elke byte is zoals bij de verzegeling, en het zegel staat in het register.</translation>
    </message>
    <message>
        <source>Dossier {0} is NOT whole. Put it back from a backup, and report it.</source>
        <translation>Dossier {0} is NIET ongeschonden. Zet het terug uit een back-up en meld het.</translation>
    </message>
    <message>
        <source>What the administrative court asks for (ABRvS 3 May 2017)</source>
        <translation>Wat de bestuursrechter vraagt (ABRvS 3 mei 2017)</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>Wordt nagegaan …</translation>
    </message>
    <message>
        <source>Seal the dossier</source>
        <translation>Dossier verzegelen</translation>
    </message>
    <message>
        <source>Your function</source>
        <translation>Uw functie</translation>
    </message>
    <message>
        <source>Appointment or mandate</source>
        <translation>Aanwijzing of mandaat</translation>
    </message>
    <message>
        <source>Expertise</source>
        <translation>Deskundigheid</translation>
    </message>
    <message>
        <source>Description, where there are no findings</source>
        <translation>Beschrijving, als er geen bevindingen zijn</translation>
    </message>
    <message>
        <source>I sign for it now, in my own name</source>
        <translation>Ik onderteken nu, op eigen naam</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Opnieuw nagaan</translation>
    </message>
    <message>
        <source>Sealed dossiers</source>
        <translation>Verzegelde dossiers</translation>
    </message>
    <message>
        <source>This case has not been sealed yet.</source>
        <translation>Dit onderzoek is nog niet verzegeld.</translation>
    </message>
    <message>
        <source>Verify the chosen dossier</source>
        <translation>Gekozen dossier nagaan</translation>
    </message>
</context>
<context>
    <name>EvaluationColumns</name>
    <message>
        <source>Where in the file</source>
        <translation>Waar in het bestand</translation>
    </message>
    <message>
        <source>Why it cannot be used</source>
        <translation>Waarom het niet te gebruiken is</translation>
    </message>
    <message>
        <source>{0} (machine)</source>
        <translation>{0} (machine)</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Toetspunt</translation>
    </message>
    <message>
        <source>They say</source>
        <translation>Zij zeggen</translation>
    </message>
    <message>
        <source>Our verdict</source>
        <translation>Ons oordeel</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>the whole sample</source>
        <translation>de hele steekproef</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>In hun woorden</translation>
    </message>
    <message>
        <source>According to</source>
        <translation>Volgens</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
</context>
<context>
    <name>EvaluationsPart</name>
    <message numerus="yes">
        <source>%n page(s) proposed for the sample</source>
        <translation>
            <numerusform>%n pagina voorgesteld voor de steekproef</numerusform>
            <numerusform>%n pagina’s voorgesteld voor de steekproef</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcome(s) to look at</source>
        <translation>
            <numerusform>%n uitkomst om te bekijken</numerusform>
            <numerusform>%n uitkomsten om te bekijken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to confirm in the sample</source>
        <translation>
            <numerusform>%n pagina om te bevestigen in de steekproef</numerusform>
            <numerusform>%n pagina’s om te bevestigen in de steekproef</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) that the sample has already</source>
        <translation>
            <numerusform>%n pagina die al in de steekproef staat</numerusform>
            <numerusform>%n pagina’s die al in de steekproef staan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcome(s) to look at; none is a verdict of ours</source>
        <translation>
            <numerusform>%n uitkomst om te bekijken; het is geen oordeel van ons</numerusform>
            <numerusform>%n uitkomsten om te bekijken; geen ervan is een oordeel van ons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) say “not tested” and bring nothing</source>
        <translation>
            <numerusform>%n rij zegt “niet getoetst” en brengt niets</numerusform>
            <numerusform>%n rijen zeggen “niet getoetst” en brengen niets</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file of the WCAG-EM Report Tool</source>
        <translation>Kies een bestand van de WCAG-EM Report Tool</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>iemand zonder naam</translation>
    </message>
    <message>
        <source>{0}: an evaluation by {1}</source>
        <translation>{0}: een evaluatie van {1}</translation>
    </message>
    <message>
        <source>This file brings nothing new to the case.</source>
        <translation>Dit bestand brengt niets nieuws in het onderzoek.</translation>
    </message>
    <message>
        <source>Evaluations by others</source>
        <translation>Evaluaties van anderen</translation>
    </message>
    <message>
        <source>None was taken in. A file of the WCAG-EM Report Tool can be dropped here; its pages and outcomes become proposals, never verdicts.</source>
        <translation>Er is er geen ingelezen. Een bestand van de WCAG-EM Report Tool kunt u hierheen slepen; de pagina’s en uitkomsten worden voorstellen, nooit oordelen.</translation>
    </message>
    <message>
        <source>Enter goes to testing</source>
        <translation>Enter gaat naar toetsen</translation>
    </message>
    <message>
        <source>Take in an evaluation by others</source>
        <translation>Evaluatie van een ander inlezen</translation>
    </message>
    <message>
        <source>Rows that cannot be used</source>
        <translation>Rijen die niet te gebruiken zijn</translation>
    </message>
    <message>
        <source>Without these rows; the trail names them</source>
        <translation>Zonder deze rijen; het besluitspoor noemt ze</translation>
    </message>
    <message>
        <source>What sort of evaluation it is; it stands in the trail</source>
        <translation>Wat voor evaluatie het is; dat komt in het besluitspoor</translation>
    </message>
    <message>
        <source>Take in as proposals</source>
        <translation>Inlezen als voorstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>ExchangeColumns</name>
    <message>
        <source>not received yet</source>
        <translation>nog niet ontvangen</translation>
    </message>
    <message>
        <source>came over whole</source>
        <translation>ongeschonden ontvangen</translation>
    </message>
    <message>
        <source>{0} differences</source>
        <translation>{0} verschillen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Ontvangst</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Wat erin zit</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grond</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Kenmerk</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
</context>
<context>
    <name>FindingColumns</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Toetspunt</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Impact</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabiliteit</translation>
    </message>
    <message>
        <source>In a letter</source>
        <translation>In een brief</translation>
    </message>
    <message>
        <source>may not</source>
        <translation>mag niet</translation>
    </message>
    <message>
        <source>may</source>
        <translation>mag</translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message>
        <source>written by {0}</source>
        <translation>geschreven door {0}</translation>
    </message>
    <message>
        <source>approved by {0}</source>
        <translation>vastgesteld door {0}</translation>
    </message>
    <message>
        <source>Requirement: {0} – {1}</source>
        <translation>Toetspunt: {0} – {1}</translation>
    </message>
    <message>
        <source>Stability: {0}</source>
        <translation>Stabiliteit: {0}</translation>
    </message>
    <message numerus="yes">
        <source>and %n place(s) more</source>
        <translation>
            <numerusform>en nog %n plek</numerusform>
            <numerusform>en nog %n plekken</numerusform>
        </translation>
    </message>
    <message>
        <source>Evidence: {0}</source>
        <translation>Bewijs: {0}</translation>
    </message>
    <message>
        <source>Remark of {0}: {1}</source>
        <translation>Opmerking van {0}: {1}</translation>
    </message>
    <message>
        <source>Withdrawn: {0}</source>
        <translation>Ingetrokken: {0}</translation>
    </message>
    <message>
        <source>May not be in a letter yet:</source>
        <translation>Mag nog niet in een brief:</translation>
    </message>
    <message>
        <source>May be in a letter.</source>
        <translation>Mag in een brief.</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Feit</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Gevolg</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Herstel</translation>
    </message>
    <message>
        <source>Exemption</source>
        <translation>Uitzondering</translation>
    </message>
    <message numerus="yes">
        <source>%n other case(s) on this requirement</source>
        <translation>
            <numerusform>%n ander onderzoek over dit toetspunt</numerusform>
            <numerusform>%n andere onderzoeken over dit toetspunt</numerusform>
        </translation>
    </message>
    <message>
        <source>; usual term {0} days ({1} to {2})</source>
        <translation>; gebruikelijke termijn {0} dagen ({1} tot {2})</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>{0} was approved; an edit makes it unreviewed again. Why?</source>
        <translation>{0} was vastgesteld; na een wijziging moet opnieuw worden beoordeeld. Waarom?</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>{0} is stored.</source>
        <translation>{0} is opgeslagen.</translation>
    </message>
    <message>
        <source>Store what you typed first; the block then takes the place of that part.</source>
        <translation>Sla eerst op wat u hebt getypt; het tekstblok komt dan in de plaats van dat deel.</translation>
    </message>
    <message>
        <source>Text block used in {0}.</source>
        <translation>Tekstblok gebruikt in {0}.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Fact: what was seen, where, in which state</source>
        <translation>Feit: wat is gezien, waar, in welke toestand</translation>
    </message>
    <message>
        <source>Consequence: who cannot do what</source>
        <translation>Gevolg: wie kan wat niet</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Impact</translation>
    </message>
    <message>
        <source>Direction of repair, not a prescription</source>
        <translation>Herstelrichting, geen voorschrift</translation>
    </message>
    <message>
        <source>Why it is exempt</source>
        <translation>Waarom uitgezonderd</translation>
    </message>
    <message>
        <source>Store the finding</source>
        <translation>Bevinding opslaan</translation>
    </message>
    <message>
        <source>Text block</source>
        <translation>Tekstblok</translation>
    </message>
    <message>
        <source>Use this text</source>
        <translation>Deze tekst gebruiken</translation>
    </message>
    <message>
        <source>The same requirement in other cases</source>
        <translation>Hetzelfde toetspunt in andere onderzoeken</translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>Die zijn er nog niet.</translation>
    </message>
</context>
<context>
    <name>FindingsStep</name>
    <message>
        <source>{0} is made. Write who cannot do what; the rest is proposed.</source>
        <translation>{0} is gemaakt. Schrijf wie wat niet kan; de rest is voorgesteld.</translation>
    </message>
    <message>
        <source>Store what you typed first.</source>
        <translation>Sla eerst op wat u hebt getypt.</translation>
    </message>
    <message>
        <source>{0} waits for review.</source>
        <translation>{0} wacht op beoordeling.</translation>
    </message>
    <message>
        <source>You approve the finding as a second person. A remark, if you have one:</source>
        <translation>U keurt de bevinding goed als tweede persoon. Een opmerking, als u die hebt:</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Goedkeuren</translation>
    </message>
    <message>
        <source>{0} is approved.</source>
        <translation>{0} is vastgesteld.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>The finding goes back to its author. What must change?</source>
        <translation>De bevinding gaat terug naar de schrijver. Wat moet anders?</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Terugsturen</translation>
    </message>
    <message>
        <source>{0} went back to its author.</source>
        <translation>{0} is terug bij de schrijver.</translation>
    </message>
    <message>
        <source>The finding is withdrawn for good; its number stays taken. Why?</source>
        <translation>De bevinding wordt voorgoed ingetrokken; het nummer blijft bezet. Waarom?</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>{0} is withdrawn.</source>
        <translation>{0} is ingetrokken.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>There are no findings yet. Make one of what was seen again and again.</source>
        <translation>Er zijn nog geen bevindingen. Maak er een van wat telkens weer is gezien.</translation>
    </message>
    <message>
        <source>Enter goes to its text</source>
        <translation>Enter gaat naar de tekst</translation>
    </message>
    <message>
        <source>Make a finding of</source>
        <translation>Maak een bevinding van</translation>
    </message>
    <message>
        <source>Nothing is left to make a finding of: no barrier was seen, and no answer says failed.</source>
        <translation>Er is niets meer om een bevinding van te maken: er is geen barrière gezien en geen antwoord zegt ‘voldoet niet’.</translation>
    </message>
    <message>
        <source>Enter makes a finding of the selected rows</source>
        <translation>Enter maakt een bevinding van de gekozen rijen</translation>
    </message>
    <message>
        <source>New finding</source>
        <translation>Nieuwe bevinding</translation>
    </message>
    <message>
        <source>Submit for review</source>
        <translation>Ter beoordeling aanbieden</translation>
    </message>
    <message>
        <source>Make the finding</source>
        <translation>Bevinding maken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>FollowUpStep</name>
    <message>
        <source>Follow-up</source>
        <translation>Opvolging</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termijnen</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>Re-inspection</source>
        <translation>Herinspectie</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Closing and going out</source>
        <translation>Afsluiten en naar buiten</translation>
    </message>
</context>
<context>
    <name>HearingColumns</name>
    <message>
        <source>not asked yet</source>
        <translation>nog niet gevraagd</translation>
    </message>
    <message>
        <source>Stakeholder</source>
        <translation>Belanghebbende</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation>Antwoord tot</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>Wat zij zeiden</translation>
    </message>
    <message>
        <source>How it was weighed</source>
        <translation>Hoe het is gewogen</translation>
    </message>
    <message>
        <source>Hold until</source>
        <translation>Wachten t/m</translation>
    </message>
</context>
<context>
    <name>KindColumns</name>
    <message>
        <source>may be begun</source>
        <translation>kan worden begonnen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>May it be begun?</source>
        <translation>Kan die worden begonnen?</translation>
    </message>
</context>
<context>
    <name>LetterColumns</name>
    <message>
        <source>Reference</source>
        <translation>Kenmerk</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Schrijver</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Beoordelaar</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Uitgegeven</translation>
    </message>
</context>
<context>
    <name>LetterForm</name>
    <message>
        <source>{0}: write whole euros, such as 5000.</source>
        <translation>{0}: vul hele euro’s in, zoals 5000.</translation>
    </message>
    <message>
        <source>Day of sending</source>
        <translation>Dag van verzending</translation>
    </message>
    <message>
        <source>Reply by</source>
        <translation>Reactie uiterlijk</translation>
    </message>
    <message>
        <source>Repaired by</source>
        <translation>Hersteld uiterlijk</translation>
    </message>
    <message>
        <source>For the attention of</source>
        <translation>Ter attentie van</translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation>Uw kenmerk</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postadres</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>Behandeld door</translation>
    </message>
    <message>
        <source>Provision that is contravened</source>
        <translation>Overtreden voorschrift</translation>
    </message>
    <message>
        <source>End of the term of the order</source>
        <translation>Einde van de begunstigingstermijn</translation>
    </message>
    <message>
        <source>What must be so afterwards</source>
        <translation>Wat daarna zo moet zijn</translation>
    </message>
    <message>
        <source>Measures, one per line</source>
        <translation>Maatregelen, een per regel</translation>
    </message>
    <message>
        <source>Penalty in euros</source>
        <translation>Dwangsom in euro’s</translation>
    </message>
    <message>
        <source>Penalty per</source>
        <translation>Dwangsom per</translation>
    </message>
    <message>
        <source>Penalty at most, in euros</source>
        <translation>Dwangsom ten hoogste, in euro’s</translation>
    </message>
    <message>
        <source>Weighing of interests</source>
        <translation>Afweging van belangen</translation>
    </message>
    <message>
        <source>Telephone and e-mail for questions</source>
        <translation>Telefoon en e-mail voor vragen</translation>
    </message>
    <message>
        <source>From where the site was visited</source>
        <translation>Vanwaar de site is bezocht</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Ondertekend door</translation>
    </message>
    <message>
        <source>Function of the signatory</source>
        <translation>Functie van de ondertekenaar</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>Mandaat</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Function of the inspector</source>
        <translation>Functie van de inspecteur</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Aanwijzing</translation>
    </message>
    <message>
        <source>Status in the accessibility statement</source>
        <translation>Status in de toegankelijkheidsverklaring</translation>
    </message>
    <message>
        <source>Day of the statement</source>
        <translation>Dag van de verklaring</translation>
    </message>
    <message>
        <source>What is asked, one per line</source>
        <translation>Wat wordt gevraagd, één per regel</translation>
    </message>
    <message>
        <source>What goes well, one per line</source>
        <translation>Wat goed gaat, één per regel</translation>
    </message>
    <message>
        <source>What was not examined, one per line</source>
        <translation>Wat niet is onderzocht, één per regel</translation>
    </message>
    <message>
        <source>What could not be determined, one per line</source>
        <translation>Wat niet te bepalen was, één per regel</translation>
    </message>
    <message>
        <source>Forwarded to</source>
        <translation>Doorgestuurd naar</translation>
    </message>
    <message>
        <source>Forwarded because</source>
        <translation>Doorgestuurd omdat</translation>
    </message>
    <message>
        <source>Publicity: whether and when it is made public</source>
        <translation>Openbaarheid: of en wanneer openbaar</translation>
    </message>
    <message>
        <source>Own text for the part</source>
        <translation>Eigen tekst voor het onderdeel</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>Eigen tekst</translation>
    </message>
    <message>
        <source>Fields of the letter</source>
        <translation>Velden van de brief</translation>
    </message>
    <message>
        <source>Store the fields</source>
        <translation>Velden opslaan</translation>
    </message>
</context>
<context>
    <name>LetterStep</name>
    <message>
        <source>The reviewer wants changed: {0}</source>
        <translation>De beoordelaar wil anders: {0}</translation>
    </message>
    <message>
        <source>There is nothing to mend or to weigh.</source>
        <translation>Er is niets te herstellen of te overwegen.</translation>
    </message>
    <message>
        <source>Check of the letter</source>
        <translation>Controle van de brief</translation>
    </message>
    <message>
        <source>What must be mended stands first; Enter goes where it is mended</source>
        <translation>Wat hersteld moet worden staat bovenaan; Enter gaat naar waar dat kan</translation>
    </message>
    <message>
        <source>Check: not complete enough yet</source>
        <translation>Controle: nog niet volledig genoeg</translation>
    </message>
    <message>
        <source>Check: {0} to mend, {1} to weigh</source>
        <translation>Controle: {0} te herstellen, {1} te overwegen</translation>
    </message>
    <message>
        <source>The letter is begun.</source>
        <translation>De brief is begonnen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>The fields are stored.</source>
        <translation>De velden zijn opgeslagen.</translation>
    </message>
    <message>
        <source>Store what you typed first.</source>
        <translation>Sla eerst op wat u hebt getypt.</translation>
    </message>
    <message>
        <source>The letter waits for review.</source>
        <translation>De brief wacht op beoordeling.</translation>
    </message>
    <message>
        <source>The letter is approved.</source>
        <translation>De brief is goedgekeurd.</translation>
    </message>
    <message>
        <source>The letter is issued: its files never change again.</source>
        <translation>De brief is uitgegeven: de bestanden veranderen nooit meer.</translation>
    </message>
    <message>
        <source>The letter goes back to its author. What must change?</source>
        <translation>De brief gaat terug naar de schrijver. Wat moet anders?</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Terugsturen</translation>
    </message>
    <message>
        <source>The letter is put aside for good. Why?</source>
        <translation>De brief vervalt voorgoed. Waarom?</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Laten vervallen</translation>
    </message>
    <message>
        <source>Who of the lawyers approved this text, when, and where can that be read?</source>
        <translation>Wie van de juristen heeft deze tekst goedgekeurd, wanneer, en waar is dat te lezen?</translation>
    </message>
    <message>
        <source>Record the approval</source>
        <translation>Goedkeuring vastleggen</translation>
    </message>
    <message>
        <source>The approval of the template is recorded.</source>
        <translation>De goedkeuring van het sjabloon is vastgelegd.</translation>
    </message>
    <message>
        <source>Name, date and memo</source>
        <translation>Naam, datum en memo</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {0}</source>
        <translation>
            <numerusform>%n bestand geschreven naar {0}</numerusform>
            <numerusform>%n bestanden geschreven naar {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Brieven</translation>
    </message>
    <message>
        <source>There are no letters yet.</source>
        <translation>Er zijn nog geen brieven.</translation>
    </message>
    <message>
        <source>Kinds of letter</source>
        <translation>Soorten brieven</translation>
    </message>
    <message>
        <source>Being looked up …</source>
        <translation>Wordt opgezocht …</translation>
    </message>
    <message>
        <source>The reason stands beside each kind</source>
        <translation>De reden staat naast elke soort</translation>
    </message>
    <message>
        <source>Begin a letter</source>
        <translation>Brief beginnen</translation>
    </message>
    <message>
        <source>Our reference</source>
        <translation>Ons kenmerk</translation>
    </message>
    <message>
        <source>Begin the chosen kind</source>
        <translation>Gekozen soort beginnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Velden</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Sjabloon</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>Tekst van de brief</translation>
    </message>
    <message>
        <source>New letter</source>
        <translation>Nieuwe brief</translation>
    </message>
    <message>
        <source>Submit for review</source>
        <translation>Ter beoordeling aanbieden</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Goedkeuren</translation>
    </message>
    <message>
        <source>Issue the letter</source>
        <translation>Brief uitgeven</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>Bestanden schrijven</translation>
    </message>
    <message>
        <source>Write the draft as files</source>
        <translation>Concept als bestanden</translation>
    </message>
</context>
<context>
    <name>MarkColumns</name>
    <message>
        <source>to mend</source>
        <translation>herstellen</translation>
    </message>
    <message>
        <source>to weigh</source>
        <translation>overwegen</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plek</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
</context>
<context>
    <name>NewCasePage</name>
    <message>
        <source>Signal {0}, received on {1}.</source>
        <translation>Signaal {0}, ontvangen op {1}.</translation>
    </message>
    <message>
        <source>An examination on {0} is held against EN 301 549 {1}.</source>
        <translation>Een onderzoek op {0} wordt getoetst aan EN 301 549 {1}.</translation>
    </message>
    <message>
        <source>No edition of EN 301 549 was cited on {0}: choose one.</source>
        <translation>Op {0} was geen editie van EN 301 549 aangewezen: kies er een.</translation>
    </message>
    <message>
        <source>Case opened: {0}</source>
        <translation>Onderzoek geopend: {0}</translation>
    </message>
    <message>
        <source>The edition of that day</source>
        <translation>De editie van die dag</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nieuw onderzoek</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Kind of examination</source>
        <translation>Soort onderzoek</translation>
    </message>
    <message>
        <source>Follows the case</source>
        <translation>Volgt op onderzoek</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>What the examination is to show</source>
        <translation>Wat het onderzoek moet laten zien</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Aanleiding</translation>
    </message>
    <message>
        <source>Why now: a signal, the programme, a follow-up</source>
        <translation>Waarom nu: een signaal, het programma, een vervolg</translation>
    </message>
    <message>
        <source>Day of the examination</source>
        <translation>Dag van het onderzoek</translation>
    </message>
    <message>
        <source>It picks the version of the norms</source>
        <translation>Bepaalt de versie van de normen</translation>
    </message>
    <message>
        <source>Edition of EN 301 549</source>
        <translation>Editie van EN 301 549</translation>
    </message>
    <message>
        <source>Planned from</source>
        <translation>Gepland van</translation>
    </message>
    <message>
        <source>Planned until</source>
        <translation>Gepland tot</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Zaaknummer</translation>
    </message>
    <message>
        <source>From the archive; without one no letter goes out</source>
        <translation>Uit het archief; zonder nummer gaat er geen brief uit</translation>
    </message>
    <message>
        <source>Plan of approach</source>
        <translation>Plan van aanpak</translation>
    </message>
    <message>
        <source>How it is done, by whom, what is asked of the body</source>
        <translation>Hoe het gebeurt, door wie, wat van de instantie wordt gevraagd</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Onderzoek openen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Terug naar de lijst</translation>
    </message>
</context>
<context>
    <name>NormColumns</name>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>On that day</source>
        <translation>Op die dag</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Competence</source>
        <translation>Bevoegdheid</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grond</translation>
    </message>
</context>
<context>
    <name>NormTable</name>
    <message>
        <source>Norms and competence</source>
        <translation>Normen en bevoegdheid</translation>
    </message>
    <message>
        <source>Choose targets first: norms and competence are shown per target.</source>
        <translation>Kies eerst objecten: normen en bevoegdheid staan per object.</translation>
    </message>
</context>
<context>
    <name>PhaseBar</name>
    <message>
        <source>We are not competent for {0}. Why does the case go on, without any use of powers?</source>
        <translation>Wij zijn niet bevoegd voor {0}. Waarom gaat het onderzoek door, zonder gebruik van bevoegdheden?</translation>
    </message>
    <message>
        <source>It is uncertain whether we are competent for {0}. Why does the case go on all the same?</source>
        <translation>Het is onzeker of wij bevoegd zijn voor {0}. Waarom gaat het onderzoek toch door?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Omdat</translation>
    </message>
    <message>
        <source>The case goes from “{0}” to “{1}”. Why?</source>
        <translation>Het onderzoek gaat van “{0}” naar “{1}”. Waarom?</translation>
    </message>
    <message>
        <source>To {0}</source>
        <translation>Naar {0}</translation>
    </message>
    <message>
        <source>The case stops before its end. Why?</source>
        <translation>Het onderzoek stopt voor het einde. Waarom?</translation>
    </message>
    <message>
        <source>Stop the case</source>
        <translation>Onderzoek stoppen</translation>
    </message>
    <message>
        <source>The case is taken up again, and the seals of its rounds are lifted. Why?</source>
        <translation>Het onderzoek wordt heropend en de zegels van de rondes vervallen. Waarom?</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>A re-inspection begins: the same pages are visited again. Why?</source>
        <translation>Er begint een herinspectie: dezelfde pagina’s worden opnieuw bezocht. Waarom?</translation>
    </message>
    <message>
        <source>Begin re-inspection</source>
        <translation>Herinspectie beginnen</translation>
    </message>
    <message>
        <source>The case is closed. What is the result, in a few words?</source>
        <translation>Het onderzoek wordt afgesloten. Wat is het resultaat, in een paar woorden?</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Onderzoek afsluiten</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Close all the same, without a complete dossier? Say why; it stands in the trail.</source>
        <translation>Toch afsluiten, zonder volledig dossier? Zeg waarom; het komt in het besluitspoor.</translation>
    </message>
    <message>
        <source>Done; it stands in the trail with your reason.</source>
        <translation>Gedaan; het staat met uw reden in het besluitspoor.</translation>
    </message>
    <message>
        <source>On to {0}</source>
        <translation>Verder naar {0}</translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation>Terug naar {0}</translation>
    </message>
</context>
<context>
    <name>PlanPart</name>
    <message>
        <source>An examination has a day: it picks the version of the norms.</source>
        <translation>Een onderzoek heeft een dag: die bepaalt de versie van de normen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>The case number changes from {0} to {1}. Why?</source>
        <translation>Het zaaknummer wijzigt van {0} in {1}. Waarom?</translation>
    </message>
    <message>
        <source>Change the number</source>
        <translation>Nummer wijzigen</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>Opgeslagen.</translation>
    </message>
    <message>
        <source>Targets stored.</source>
        <translation>Objecten opgeslagen.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Zaaknummer</translation>
    </message>
    <message>
        <source>Kind of examination</source>
        <translation>Soort onderzoek</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>Behandelaar</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Aanleiding</translation>
    </message>
    <message>
        <source>Day of the examination</source>
        <translation>Dag van het onderzoek</translation>
    </message>
    <message>
        <source>Edition of EN 301 549</source>
        <translation>Editie van EN 301 549</translation>
    </message>
    <message>
        <source>Planned from</source>
        <translation>Gepland van</translation>
    </message>
    <message>
        <source>Planned until</source>
        <translation>Gepland tot</translation>
    </message>
    <message>
        <source>Plan of approach</source>
        <translation>Plan van aanpak</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Store the plan</source>
        <translation>Plan opslaan</translation>
    </message>
    <message>
        <source>Store the choice of targets</source>
        <translation>Keuze van objecten opslaan</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Rondes</translation>
    </message>
    <message>
        <source>There are no rounds.</source>
        <translation>Er zijn geen rondes.</translation>
    </message>
    <message>
        <source>Plan – {0}: {1}</source>
        <translation>Plan – {0}: {1}</translation>
    </message>
    <message>
        <source>the plan of {0}</source>
        <translation>het plan van {0}</translation>
    </message>
    <message>
        <source>the targets of {0}</source>
        <translation>de objecten van {0}</translation>
    </message>
</context>
<context>
    <name>PrecedentColumns</name>
    <message>
        <source>Case</source>
        <translation>Onderzoek</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Instantie</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Impact</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Established</source>
        <translation>Vastgesteld</translation>
    </message>
</context>
<context>
    <name>PublicationColumns</name>
    <message>
        <source>Package</source>
        <translation>Pakket</translation>
    </message>
    <message>
        <source>draft, for who is heard</source>
        <translation>concept, voor wie wordt gehoord</translation>
    </message>
    <message>
        <source>to be made public</source>
        <translation>om openbaar te maken</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Kenmerk</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
</context>
<context>
    <name>PublicationPart</name>
    <message>
        <source>publication</source>
        <translation>publicatie</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>The length of the term is a number of days, like 42.</source>
        <translation>De lengte van de termijn is een aantal dagen, zoals 42.</translation>
    </message>
    <message>
        <source>{0} can answer up to and including {1}.</source>
        <translation>{0} kan reageren tot en met {1}.</translation>
    </message>
    <message>
        <source>These words are left out of what is made public.</source>
        <translation>Deze woorden worden weggelaten uit wat openbaar wordt.</translation>
    </message>
    <message>
        <source>“{0}” is left out no longer. Why?</source>
        <translation>“{0}” wordt niet langer weggelaten. Waarom?</translation>
    </message>
    <message>
        <source>Leave out no longer</source>
        <translation>Niet langer weglaten</translation>
    </message>
    <message>
        <source>Done; it stands in the trail with your reason.</source>
        <translation>Gedaan; het staat met uw reden in het besluitspoor.</translation>
    </message>
    <message>
        <source>Where does the package go?</source>
        <translation>Waar komt het pakket?</translation>
    </message>
    <message>
        <source>The package does not stand at {0} any more.</source>
        <translation>Het pakket staat niet meer op {0}.</translation>
    </message>
    <message>
        <source>{0} is asked what they think of the intended publication</source>
        <translation>{0} wordt om een zienswijze gevraagd op de voorgenomen openbaarmaking</translation>
    </message>
    <message>
        <source>What {0} thinks of the intended publication</source>
        <translation>Zienswijze van {0} op de voorgenomen openbaarmaking</translation>
    </message>
    <message>
        <source>Leave words out</source>
        <translation>Woorden weglaten</translation>
    </message>
    <message>
        <source>Make the package</source>
        <translation>Pakket maken</translation>
    </message>
    <message>
        <source>Making it public</source>
        <translation>Openbaar maken</translation>
    </message>
    <message>
        <source>Who is heard first</source>
        <translation>Wie eerst wordt gehoord</translation>
    </message>
    <message>
        <source>No organisation has a role at the targets of this case.</source>
        <translation>Geen instantie heeft een rol bij de objecten van dit onderzoek.</translation>
    </message>
    <message>
        <source>Words that are left out</source>
        <translation>Woorden die worden weggelaten</translation>
    </message>
    <message>
        <source>Names and contact details of inspectors and contacts are always left out. No words were added.</source>
        <translation>Namen en contactgegevens van inspecteurs en contactpersonen gaan er altijd uit. Er zijn geen woorden toegevoegd.</translation>
    </message>
    <message>
        <source>Packages that were made</source>
        <translation>Gemaakte pakketten</translation>
    </message>
    <message>
        <source>No package was made yet.</source>
        <translation>Er is nog geen pakket gemaakt.</translation>
    </message>
    <message>
        <source>Left out of the package that was just made</source>
        <translation>Weggelaten uit het pakket dat net is gemaakt</translation>
    </message>
    <message>
        <source>Ask for their view</source>
        <translation>Vraag om een zienswijze</translation>
    </message>
    <message>
        <source>Record their view</source>
        <translation>Zienswijze vastleggen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>een map</translation>
    </message>
    <message>
        <source>one zip file</source>
        <translation>één zipbestand</translation>
    </message>
    <message>
        <source>As your lawyer gives it; the program cites none of its own</source>
        <translation>Zoals uw jurist het opgeeft; het programma noemt er zelf geen</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Gevraagd op</translation>
    </message>
    <message>
        <source>Days to answer</source>
        <translation>Dagen om te reageren</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Day of their answer</source>
        <translation>Dag van het antwoord</translation>
    </message>
    <message>
        <source>Publish nothing up to and including</source>
        <translation>Niets openbaar maken tot en met</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>Wat zij zeiden</translation>
    </message>
    <message>
        <source>How it was weighed</source>
        <translation>Hoe het is gewogen</translation>
    </message>
    <message>
        <source>Asked for where they object</source>
        <translation>Nodig als zij bezwaar hebben</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Stands there instead</source>
        <translation>Komt er te staan</translation>
    </message>
    <message>
        <source>For instance: resident</source>
        <translation>Bijvoorbeeld: bewoner</translation>
    </message>
    <message>
        <source>Ground: which article</source>
        <translation>Grond: welk artikel</translation>
    </message>
    <message>
        <source>Reason; it stands in the trail</source>
        <translation>Reden; die komt in het besluitspoor</translation>
    </message>
    <message>
        <source>Article on which personal data are left out</source>
        <translation>Artikel waarop persoonsgegevens worden weggelaten</translation>
    </message>
    <message>
        <source>The decision became irrevocable on</source>
        <translation>Het besluit werd onherroepelijk op</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Draft for who is heard; it is marked as a draft</source>
        <translation>Concept voor wie wordt gehoord; het is gemerkt als concept</translation>
    </message>
    <message>
        <source>Record the question</source>
        <translation>Vraag vastleggen</translation>
    </message>
    <message>
        <source>Leave these words out</source>
        <translation>Deze woorden weglaten</translation>
    </message>
    <message>
        <source>Choose where, and make it</source>
        <translation>Kies waar, en maak het</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>PublicationState</name>
    <message>
        <source>The package that is made public was made on {0} by {1}.</source>
        <translation>Het pakket om openbaar te maken is gemaakt op {0} door {1}.</translation>
    </message>
    <message>
        <source>Not to be made public yet. First:</source>
        <translation>Nog niet openbaar te maken. Eerst:</translation>
    </message>
    <message>
        <source>It can be made public now, from {0} on.</source>
        <translation>Het kan nu openbaar worden gemaakt, vanaf {0}.</translation>
    </message>
    <message>
        <source>It can be made public from {0} on, not earlier.</source>
        <translation>Het kan openbaar worden gemaakt vanaf {0}, niet eerder.</translation>
    </message>
    <message>
        <source>At the latest on {0}.</source>
        <translation>Uiterlijk op {0}.</translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>RedactedColumns</name>
    <message>
        <source>Left out</source>
        <translation>Weggelaten</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Hoe vaak</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grond</translation>
    </message>
</context>
<context>
    <name>RedactionColumns</name>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Stands there instead</source>
        <translation>Komt er te staan</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grond</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
</context>
<context>
    <name>ReinspectionPart</name>
    <message>
        <source>Confirmed as “{0}” by {1}. {2}</source>
        <translation>Bevestigd als “{0}” door {1}. {2}</translation>
    </message>
    <message>
        <source>A re-inspection begins: the same pages are visited again. Why?</source>
        <translation>Er begint een herinspectie: dezelfde pagina’s worden opnieuw bezocht. Waarom?</translation>
    </message>
    <message>
        <source>Begin re-inspection</source>
        <translation>Herinspectie beginnen</translation>
    </message>
    <message>
        <source>The re-inspection is open. Plan its visits at the step sample.</source>
        <translation>De herinspectie is geopend. Plan de bezoeken bij de stap steekproef.</translation>
    </message>
    <message>
        <source>Compared; confirm each outcome.</source>
        <translation>Vergeleken; bevestig elke uitkomst.</translation>
    </message>
    <message>
        <source>You confirm “{0}” where “{1}” was proposed. Why?</source>
        <translation>U bevestigt “{0}” waar “{1}” was voorgesteld. Waarom?</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bevestigen</translation>
    </message>
    <message>
        <source>Confirmed.</source>
        <translation>Bevestigd.</translation>
    </message>
    <message>
        <source>Outcome per finding</source>
        <translation>Uitkomst per bevinding</translation>
    </message>
    <message>
        <source>Nothing is compared yet. A re-inspection visits the same pages again; then rounds are compared.</source>
        <translation>Er is nog niets vergeleken. Een herinspectie bezoekt dezelfde pagina’s opnieuw; daarna worden de rondes vergeleken.</translation>
    </message>
    <message>
        <source>Compare the rounds</source>
        <translation>Rondes vergelijken</translation>
    </message>
    <message>
        <source>Confirm the proposal</source>
        <translation>Voorstel bevestigen</translation>
    </message>
    <message>
        <source>Confirm this instead</source>
        <translation>In plaats daarvan dit bevestigen</translation>
    </message>
    <message>
        <source>Another outcome</source>
        <translation>Andere uitkomst</translation>
    </message>
    <message>
        <source>Page to compare</source>
        <translation>Te vergelijken pagina</translation>
    </message>
</context>
<context>
    <name>RepliesPart</name>
    <message>
        <source>{0}, received {1}</source>
        <translation>{0}, ontvangen {1}</translation>
    </message>
    <message>
        <source>A reply form belongs to an issued letter, and this case has none yet.</source>
        <translation>Een reactieformulier hoort bij een uitgegeven brief, en die is er in dit onderzoek nog niet.</translation>
    </message>
    <message>
        <source>Choose the filled-in reply form</source>
        <translation>Kies het ingevulde reactieformulier</translation>
    </message>
    <message>
        <source>reply form</source>
        <translation>reactieformulier</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(s) taken over.</source>
        <translation>
            <numerusform>%n reactie overgenomen.</numerusform>
            <numerusform>%n reacties overgenomen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reply is recorded.</source>
        <translation>De reactie is vastgelegd.</translation>
    </message>
    <message>
        <source>The answer is recorded and carried out.</source>
        <translation>Het antwoord is vastgelegd en uitgevoerd.</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>No replies yet. Drop the filled-in reply form here, or record one by hand.</source>
        <translation>Nog geen reacties. Sleep het ingevulde reactieformulier hierheen, of leg er een met de hand vast.</translation>
    </message>
    <message>
        <source>Take over a reply form</source>
        <translation>Reactieformulier overnemen</translation>
    </message>
    <message>
        <source>Possible once a letter was issued</source>
        <translation>Kan zodra een brief is uitgegeven</translation>
    </message>
    <message>
        <source>Record a reply</source>
        <translation>Reactie vastleggen</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>They say</source>
        <translation>Zij zeggen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>Who replied</source>
        <translation>Wie reageerde</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>In hun woorden</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Our answer</source>
        <translation>Ons antwoord</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>Waar het op uitkomt</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>Antwoord vastleggen</translation>
    </message>
</context>
<context>
    <name>ReplyColumns</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>They say</source>
        <translation>Zij zeggen</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>In hun woorden</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Uitkomst</translation>
    </message>
</context>
<context>
    <name>RoundColumns</name>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geopend</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
</context>
<context>
    <name>SampleColumns</name>
    <message>
        <source>Decision</source>
        <translation>Beslissing</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Deel</translation>
    </message>
</context>
<context>
    <name>SampleGate</name>
    <message>
        <source>No page “{0}”: {1} ({2})</source>
        <translation>Geen pagina “{0}”: {1} ({2})</translation>
    </message>
    <message>
        <source>Random part drawn with seed {0}; frame {1}.</source>
        <translation>Aselect deel getrokken met startgetal {0}; kader {1}.</translation>
    </message>
    <message>
        <source>No random part is asked for this kind of examination.</source>
        <translation>Bij dit soort onderzoek is geen aselect deel nodig.</translation>
    </message>
    <message>
        <source>Pages to draw at random: {0}.</source>
        <translation>Aselect te trekken pagina’s: {0}.</translation>
    </message>
    <message>
        <source>Drawn; the seed is kept with the sample.</source>
        <translation>Getrokken; het startgetal is bij de steekproef bewaard.</translation>
    </message>
    <message>
        <source>The draw is thrown away and another one made. Why?</source>
        <translation>De trekking vervalt en er komt een andere. Waarom?</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Opnieuw trekken</translation>
    </message>
    <message>
        <source>Type a number of visits, 2 or more.</source>
        <translation>Typ een aantal bezoeken, 2 of meer.</translation>
    </message>
    <message>
        <source>Each page is visited {0} times. Why that number?</source>
        <translation>Elke pagina wordt {0} keer bezocht. Waarom dat aantal?</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>How often is each page visited in a round? Fewer than two shows nothing as steady.</source>
        <translation>Hoe vaak wordt elke pagina in een ronde bezocht? Met minder dan twee is niets vast.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Bezoeken</translation>
    </message>
    <message>
        <source>The target has no page of the type “{0}”. How is that known?</source>
        <translation>Het object heeft geen pagina van het type “{0}”. Hoe weet u dat?</translation>
    </message>
    <message>
        <source>The sample is approved; its pages are fixed now.</source>
        <translation>De steekproef is goedgekeurd; de pagina’s staan nu vast.</translation>
    </message>
    <message>
        <source>The sample is opened again. Why?</source>
        <translation>De steekproef wordt heropend. Waarom?</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>States in which the pages are examined</source>
        <translation>Toestanden waarin de pagina’s worden onderzocht</translation>
    </message>
    <message>
        <source>Draw the random part</source>
        <translation>Aselect deel trekken</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) to each page</source>
        <translation>
            <numerusform>%n bezoek aan elke pagina</numerusform>
            <numerusform>%n bezoeken aan elke pagina</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve the sample</source>
        <translation>Steekproef goedkeuren</translation>
    </message>
    <message>
        <source>Open the sample again</source>
        <translation>Steekproef heropenen</translation>
    </message>
    <message>
        <source>Page type that is missing</source>
        <translation>Paginatype dat ontbreekt</translation>
    </message>
    <message>
        <source>Explain that there is none</source>
        <translation>Uitleggen dat die er niet is</translation>
    </message>
    <message>
        <source>Quality check before testing</source>
        <translation>Kwaliteitscheck voor het toetsen</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>Nog niet nagegaan.</translation>
    </message>
</context>
<context>
    <name>SamplePages</name>
    <message>
        <source>May stay: {0}</source>
        <translation>Mag blijven: {0}</translation>
    </message>
    <message>
        <source>A browser cannot visit it; it is examined by hand.</source>
        <translation>Een browser kan er niet komen; deze pagina wordt met de hand onderzocht.</translation>
    </message>
    <message>
        <source>Page added.</source>
        <translation>Pagina toegevoegd.</translation>
    </message>
    <message>
        <source>Page type</source>
        <translation>Paginatype</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Why it does or does not belong in the sample</source>
        <translation>Waarom zij wel of niet in de steekproef hoort</translation>
    </message>
    <message>
        <source>May stay although the check doubts it, because</source>
        <translation>Mag blijven hoewel de controle twijfelt, omdat</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Decide about the chosen page</source>
        <translation>Over de gekozen pagina beslissen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bevestigen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>Add a page</source>
        <translation>Pagina toevoegen</translation>
    </message>
    <message>
        <source>Add the page</source>
        <translation>Pagina toevoegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Pages of the sample</source>
        <translation>Pagina’s van de steekproef</translation>
    </message>
    <message>
        <source>There are no pages yet: have them proposed, or add one.</source>
        <translation>Er zijn nog geen pagina’s: laat ze voorstellen of voeg er een toe.</translation>
    </message>
    <message>
        <source>Below the table the chosen page is confirmed or refused</source>
        <translation>Onder de tabel wordt de gekozen pagina bevestigd of afgewezen</translation>
    </message>
</context>
<context>
    <name>SampleStep</name>
    <message>
        <source>This case has no web site: there are no pages to sample.</source>
        <translation>Dit onderzoek heeft geen website: er zijn geen pagina’s voor een steekproef.</translation>
    </message>
    <message>
        <source>No sample was begun for this web site yet.</source>
        <translation>Voor deze website is nog geen steekproef begonnen.</translation>
    </message>
    <message>
        <source>Approved by {0}: the pages are fixed, so that visits can be compared.</source>
        <translation>Goedgekeurd door {0}: de pagina’s staan vast, zodat bezoeken te vergelijken zijn.</translation>
    </message>
    <message>
        <source>Pages are proposed from a scan of the web site, and it has none yet. Scan it first.</source>
        <translation>Pagina’s worden voorgesteld uit een scan van de website, en die is er nog niet. Scan eerst.</translation>
    </message>
    <message>
        <source>Confirm or refuse each page with a reason; the check below says what is still missing.</source>
        <translation>Bevestig of wijs elke pagina af met een reden; de controle eronder zegt wat er nog ontbreekt.</translation>
    </message>
    <message>
        <source>Pages proposed from the newest scan.</source>
        <translation>Pagina’s voorgesteld uit de nieuwste scan.</translation>
    </message>
    <message>
        <source>The pages of the case before are taken over. Why?</source>
        <translation>De pagina’s van het vorige onderzoek worden overgenomen. Waarom?</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Begin the sample</source>
        <translation>Steekproef beginnen</translation>
    </message>
    <message>
        <source>Propose pages anew</source>
        <translation>Pagina’s opnieuw voorstellen</translation>
    </message>
    <message>
        <source>Go and scan the web site</source>
        <translation>De website gaan scannen</translation>
    </message>
    <message>
        <source>Take over from the case before</source>
        <translation>Overnemen uit het vorige onderzoek</translation>
    </message>
</context>
<context>
    <name>SettledColumns</name>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabiliteit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Waarneming</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Seen in visits</source>
        <translation>Gezien in bezoeken</translation>
    </message>
</context>
<context>
    <name>SharingPart</name>
    <message>
        <source>exchange</source>
        <translation>uitwisseling</translation>
    </message>
    <message>
        <source>Where does the package go?</source>
        <translation>Waar komt het pakket?</translation>
    </message>
    <message>
        <source>The package does not stand at {0} any more.</source>
        <translation>Het pakket staat niet meer op {0}.</translation>
    </message>
    <message>
        <source>Choose the receipt</source>
        <translation>Kies het ontvangstbewijs</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} did not receive package {1} as it was sent:</source>
        <translation>{0} ontving pakket {1} niet zoals het is verzonden:</translation>
    </message>
    <message>
        <source>{0} received package {1} whole.</source>
        <translation>{0} ontving pakket {1} ongeschonden.</translation>
    </message>
    <message>
        <source>Never in it: signals, and who reported them.</source>
        <translation>Nooit erin: signalen, en wie ze meldde.</translation>
    </message>
    <message>
        <source>Not in this package: {0}.</source>
        <translation>Niet in dit pakket: {0}.</translation>
    </message>
    <message>
        <source>Sharing with another supervisor</source>
        <translation>Delen met een andere toezichthouder</translation>
    </message>
    <message>
        <source>Nothing of this case was shared yet. A receipt that comes back can be dropped here.</source>
        <translation>Van dit onderzoek is nog niets gedeeld. Een ontvangstbewijs dat terugkomt, kunt u hierheen slepen.</translation>
    </message>
    <message>
        <source>Share parts of this case</source>
        <translation>Deel onderdelen van dit onderzoek</translation>
    </message>
    <message>
        <source>Take a receipt in</source>
        <translation>Ontvangstbewijs inlezen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>A package for another supervisor</source>
        <translation>Een pakket voor een andere toezichthouder</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>Wettelijke grondslag</translation>
    </message>
    <message>
        <source>As your lawyer gives it</source>
        <translation>Zoals uw jurist het opgeeft</translation>
    </message>
    <message>
        <source>What they need it for</source>
        <translation>Waarvoor zij het nodig hebben</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Wat erin gaat</translation>
    </message>
    <message>
        <source>one zip file</source>
        <translation>één zipbestand</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>een map</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Choose where, and make it</source>
        <translation>Kies waar, en maak het</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>“{0}” is not a day. Type it as 23-11-2026.</source>
        <translation>“{0}” is geen dag. Typ hem als 23-11-2026.</translation>
    </message>
    <message>
        <source>This is what you typed earlier; it is not stored yet.</source>
        <translation>Dit hebt u eerder getypt; het is nog niet opgeslagen.</translation>
    </message>
    <message>
        <source>Throw my draft away</source>
        <translation>Mijn concept weggooien</translation>
    </message>
    <message>
        <source>{0} characters did not fit and were not pasted. Attach a long text as a file instead.</source>
        <translation>{0} tekens pasten niet en zijn niet geplakt. Voeg een lange tekst als bestand toe.</translation>
    </message>
</context>
<context>
    <name>SourceColumns</name>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
</context>
<context>
    <name>TargetPicker</name>
    <message>
        <source>Targets (Space ticks)</source>
        <translation>Objecten (spatiebalk vinkt aan)</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Objecten</translation>
    </message>
    <message>
        <source>Space ticks or clears a target</source>
        <translation>De spatiebalk vinkt een object aan of uit</translation>
    </message>
    <message>
        <source>Filter targets</source>
        <translation>Objecten filteren</translation>
    </message>
</context>
<context>
    <name>TemplatePage</name>
    <message>
        <source>Text of the template</source>
        <translation>Tekst van het sjabloon</translation>
    </message>
    <message>
        <source>Record that lawyers approved it …</source>
        <translation>Vastleggen dat juristen het goedkeurden …</translation>
    </message>
    <message>
        <source>Lawyers have not approved this text yet. Until then no letter can be issued with it.</source>
        <translation>Juristen hebben deze tekst nog niet goedgekeurd. Tot die tijd kan er geen brief mee worden uitgegeven.</translation>
    </message>
    <message>
        <source>Approved: {0} (recorded by {1}, {2})</source>
        <translation>Goedgekeurd: {0} (vastgelegd door {1}, {2})</translation>
    </message>
    <message>
        <source>it is replaced</source>
        <translation>het vervangen wordt</translation>
    </message>
    <message>
        <source>File: {0}. In force from {1} until {2}. Version {3}.</source>
        <translation>Bestand: {0}. Geldig van {1} tot {2}. Versie {3}.</translation>
    </message>
</context>
<context>
    <name>TestStep</name>
    <message>
        <source>Testing by hand begins in the phase supervisory action, once norms and targets stand.</source>
        <translation>Met de hand toetsen begint in de fase toezichtactie, als normen en objecten vaststaan.</translation>
    </message>
</context>
<context>
    <name>VisitColumns</name>
    <message>
        <source>planned</source>
        <translation>gepland</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Bezoek</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Gepland</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Examined</source>
        <translation>Onderzocht</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Niet bereikt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
</context>
<context>
    <name>VisitsPart</name>
    <message>
        <source>Resume the visit</source>
        <translation>Bezoek hervatten</translation>
    </message>
    <message>
        <source>Start the next visit</source>
        <translation>Volgend bezoek starten</translation>
    </message>
    <message>
        <source>The visits are planned.</source>
        <translation>De bezoeken zijn gepland.</translation>
    </message>
    <message>
        <source>Visit {0} is planned at {1}. Why earlier?</source>
        <translation>Bezoek {0} is gepland op {1}. Waarom eerder?</translation>
    </message>
    <message>
        <source>Start the visit</source>
        <translation>Bezoek starten</translation>
    </message>
    <message>
        <source>The visit is running.</source>
        <translation>Het bezoek loopt.</translation>
    </message>
    <message>
        <source>Follow it</source>
        <translation>Volgen</translation>
    </message>
    <message>
        <source>One visit more than planned. Why?</source>
        <translation>Eén bezoek meer dan gepland. Waarom?</translation>
    </message>
    <message>
        <source>Plan another visit</source>
        <translation>Extra bezoek plannen</translation>
    </message>
    <message>
        <source>Plan the visits</source>
        <translation>Bezoeken plannen</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Bezoeken</translation>
    </message>
    <message>
        <source>The visits of this round are not planned yet.</source>
        <translation>De bezoeken van deze ronde zijn nog niet gepland.</translation>
    </message>
    <message>
        <source>Enter opens the scan</source>
        <translation>Enter opent de scan</translation>
    </message>
    <message>
        <source>What came back: seen in k of n visits</source>
        <translation>Wat terugkwam: gezien in k van n bezoeken</translation>
    </message>
    <message>
        <source>Nothing is known before a visit has ended.</source>
        <translation>Voordat een bezoek is afgerond, is er niets bekend.</translation>
    </message>
</context>
</TS>
