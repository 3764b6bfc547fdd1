<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>Evidence</name>
    <message>
        <source>Previous place (Alt+Left)</source>
        <translation>Vorige plaats (Alt+Links)</translation>
    </message>
    <message>
        <source>Next place (Alt+Right)</source>
        <translation>Volgende plaats (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Copy the address of the page</source>
        <translation>Adres van de pagina kopiëren</translation>
    </message>
    <message>
        <source>Open the page in the web browser</source>
        <translation>Pagina openen in de webbrowser</translation>
    </message>
    <message>
        <source>Enlarge the picture (+)</source>
        <translation>Beeld vergroten (+)</translation>
    </message>
    <message>
        <source>Reduce the picture (-)</source>
        <translation>Beeld verkleinen (-)</translation>
    </message>
    <message>
        <source>Show the whole picture (0)</source>
        <translation>Hele beeld tonen (0)</translation>
    </message>
    <message>
        <source>HTML of the element</source>
        <translation>HTML van het element</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Kinds of evidence</source>
        <translation>Soorten bewijs</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Beeld</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Places ({0})</source>
        <translation>Plaatsen ({0})</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Geen plaats</translation>
    </message>
    <message>
        <source>There is no picture of this place.</source>
        <translation>Van deze plaats is geen beeld.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
    <message>
        <source>Picture of the page with the element outlined</source>
        <translation>Beeld van de pagina met het element omlijnd</translation>
    </message>
    <message>
        <source>The element has no place on the page.</source>
        <translation>Het element heeft geen plek op de pagina.</translation>
    </message>
    <message>
        <source>{0} on {1}: {2} by {3} pixels, {4} from the left and {5} from the top of the page.</source>
        <translation>{0} op {1}: {2} bij {3} pixels, {4} vanaf de linkerkant en {5} vanaf de bovenkant van de pagina.</translation>
    </message>
    <message>
        <source>The address has been copied.</source>
        <translation>Het adres is gekopieerd.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Explanation of the observation</source>
        <translation>Uitleg bij de waarneming</translation>
    </message>
    <message>
        <source>Choose an observation.</source>
        <translation>Kies een waarneming.</translation>
    </message>
    <message>
        <source>Indication only: the page had not come to rest.</source>
        <translation>Alleen een indicatie: de pagina was niet tot rust gekomen.</translation>
    </message>
    <message>
        <source>The engines disagree about this element; look at it yourself.</source>
        <translation>De motoren oordelen verschillend over dit element; bekijk het zelf.</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Wat is er gezien</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Waarom het ertoe doet</translation>
    </message>
    <message>
        <source>Who is hit</source>
        <translation>Wie wordt geraakt</translation>
    </message>
    <message>
        <source>How to repair it</source>
        <translation>Hoe te herstellen</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>No norm demands this; it is good practice.</source>
        <translation>Geen norm eist dit; het is een goede gewoonte.</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Gezien door</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Keys and installation</source>
        <translation>Toetsen en installatie</translation>
    </message>
    <message>
        <source>Start a scan of the chosen target</source>
        <translation>Scan van het gekozen object starten</translation>
    </message>
    <message>
        <source>Stop the scan that is shown</source>
        <translation>De getoonde scan stoppen</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Object toevoegen</translation>
    </message>
    <message>
        <source>Add an organisation</source>
        <translation>Instantie toevoegen</translation>
    </message>
    <message>
        <source>Import organisations</source>
        <translation>Instanties importeren</translation>
    </message>
    <message>
        <source>Find an organisation or target</source>
        <translation>Instantie of object zoeken</translation>
    </message>
    <message>
        <source>Filter the observations</source>
        <translation>Waarnemingen filteren</translation>
    </message>
    <message>
        <source>Observations, pages, scans</source>
        <translation>Waarnemingen, pagina’s, scans</translation>
    </message>
    <message>
        <source>To the next or previous part of the window</source>
        <translation>Naar het volgende of vorige deel van het venster</translation>
    </message>
    <message>
        <source>Previous or next place of an observation</source>
        <translation>Vorige of volgende plaats van een waarneming</translation>
    </message>
    <message>
        <source>In a picture: enlarge, reduce, whole picture</source>
        <translation>In een beeld: vergroten, verkleinen, hele beeld</translation>
    </message>
    <message>
        <source>In a table: copy the selected rows</source>
        <translation>In een tabel: gekozen rijen kopiëren</translation>
    </message>
    <message>
        <source>Larger, smaller, normal text</source>
        <translation>Grotere, kleinere, gewone tekst</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Deze pagina</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>What is installed</source>
        <translation>Wat is geïnstalleerd</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Bezig met kijken …</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Melding sluiten</translation>
    </message>
</context>
<context>
    <name>ObservationColumns</name>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>What should be so</source>
        <translation>Wat hoort zo te zijn</translation>
    </message>
    <message>
        <source>Who is hit</source>
        <translation>Wie wordt geraakt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
</context>
<context>
    <name>ObservationList</name>
    <message>
        <source>Filter: words, element, rule, page …</source>
        <translation>Filter: woorden, element, regel, pagina …</translation>
    </message>
    <message>
        <source>Filter observations by words</source>
        <translation>Waarnemingen filteren op woorden</translation>
    </message>
    <message>
        <source>Filter by outcome</source>
        <translation>Filteren op uitkomst</translation>
    </message>
    <message>
        <source>Filter by requirement</source>
        <translation>Filteren op toetspunt</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>Waarnemingen</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle uitkomsten</translation>
    </message>
    <message>
        <source>All requirements</source>
        <translation>Alle toetspunten</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
    <message>
        <source>{0} of {1} observations shown</source>
        <translation>{0} van {1} waarnemingen getoond</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>0 examines the start address only</source>
        <translation>0 onderzoekt alleen het startadres</translation>
    </message>
    <message>
        <source>Pages at most</source>
        <translation>Pagina’s hoogstens</translation>
    </message>
    <message>
        <source>Links deep</source>
        <translation>Links diep</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>The target is on a private network or on this computer</source>
        <translation>Het object staat op een eigen netwerk of op deze computer</translation>
    </message>
</context>
<context>
    <name>OrganisationForm</name>
    <message>
        <source>Name of the organisation</source>
        <translation>Naam van de instantie</translation>
    </message>
    <message>
        <source>Kind (optional)</source>
        <translation>Soort (mag leeg)</translation>
    </message>
    <message>
        <source>OIN (optional)</source>
        <translation>OIN (mag leeg)</translation>
    </message>
    <message>
        <source>Type the name of the organisation.</source>
        <translation>Typ de naam van de instantie.</translation>
    </message>
</context>
<context>
    <name>PageColumns</name>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Hoe het afliep</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gevonden via</translation>
    </message>
    <message>
        <source>Links deep</source>
        <translation>Links diep</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Filter: address, title, reason …</source>
        <translation>Filter: adres, titel, reden …</translation>
    </message>
    <message>
        <source>Filter pages by words</source>
        <translation>Pagina’s filteren op woorden</translation>
    </message>
    <message>
        <source>Filter by what came of the page</source>
        <translation>Filteren op wat van de pagina terechtkwam</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>All addresses</source>
        <translation>Alle adressen</translation>
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
        <source>Passed over</source>
        <translation>Overgeslagen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
    <message>
        <source>{0} of {1} addresses shown</source>
        <translation>{0} van {1} adressen getoond</translation>
    </message>
</context>
<context>
    <name>PlaceColumns</name>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
</context>
<context>
    <name>ProblemWindow</name>
    <message>
        <source>The database cannot be opened</source>
        <translation>De database kan niet worden geopend</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Ends the scan after the page in progress; what was done is kept</source>
        <translation>Beëindigt de scan na de pagina die nu bezig is; wat gedaan is, blijft bewaard</translation>
    </message>
    <message>
        <source>How each page ended</source>
        <translation>Hoe elke pagina afliep</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Voortgang van de scan</translation>
    </message>
    <message>
        <source>The scan goes on when you close this window.</source>
        <translation>De scan gaat door als u dit venster sluit.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Bezig met stoppen …</translation>
    </message>
    <message>
        <source>Scan in progress</source>
        <translation>Scan bezig</translation>
    </message>
    <message>
        <source>The worker is starting a browser.</source>
        <translation>Het werkproces start een browser.</translation>
    </message>
    <message>
        <source>{0} of {1} pages</source>
        <translation>{0} van {1} pagina’s</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) found</source>
        <translation>
            <numerusform>%n adres gevonden</numerusform>
            <numerusform>%n adressen gevonden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not reached</source>
        <translation>
            <numerusform>%n niet bereikt</numerusform>
            <numerusform>%n niet bereikt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n barrier(s)</source>
        <translation>
            <numerusform>%n belemmering</numerusform>
            <numerusform>%n belemmeringen</numerusform>
        </translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>Nu: {0}</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>nog ongeveer {0}</translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
    <message>
        <source>Find organisation or target</source>
        <translation>Zoek instantie of object</translation>
    </message>
    <message>
        <source>Organisations and targets</source>
        <translation>Instanties en objecten</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Instantie</translation>
    </message>
    <message>
        <source>Add organisation</source>
        <translation>Instantie toevoegen</translation>
    </message>
    <message>
        <source>Add organisation (Ctrl+Shift+N)</source>
        <translation>Instantie toevoegen (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Object toevoegen</translation>
    </message>
    <message>
        <source>Add target (Ctrl+N)</source>
        <translation>Object toevoegen (Ctrl+N)</translation>
    </message>
    <message>
        <source>Import organisations</source>
        <translation>Instanties importeren</translation>
    </message>
    <message>
        <source>Import organisations from CSV, XLSX or ODS (Ctrl+I)</source>
        <translation>Instanties importeren uit CSV, XLSX of ODS (Ctrl+I)</translation>
    </message>
    <message>
        <source>No organisations yet. Add one below, or import a list: a CSV, XLSX or ODS file may be dropped here.</source>
        <translation>Nog geen instanties. Voeg er hieronder een toe, of importeer een lijst: een CSV-, XLSX- of ODS-bestand mag u hierheen slepen.</translation>
    </message>
    <message>
        <source>Lists (*.csv *.xlsx *.ods *.xml)</source>
        <translation>Lijsten (*.csv *.xlsx *.ods *.xml)</translation>
    </message>
    <message>
        <source>Added: {0}</source>
        <translation>Toegevoegd: {0}</translation>
    </message>
    <message numerus="yes">
        <source>Imported: %n organisation(s)</source>
        <translation>
            <numerusform>Geïmporteerd: %n instantie</numerusform>
            <numerusform>Geïmporteerd: %n instanties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objecten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already.</source>
        <translation>
            <numerusform>%n was al bekend.</numerusform>
            <numerusform>%n waren al bekend.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more row(s) that could not be read.</source>
        <translation>
            <numerusform>En nog %n rij die niet kon worden gelezen.</numerusform>
            <numerusform>En nog %n rijen die niet konden worden gelezen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterTree</name>
    <message>
        <source>{0} – scan in progress</source>
        <translation>{0} – scan bezig</translation>
    </message>
</context>
<context>
    <name>ScanBar</name>
    <message>
        <source>Shown scan</source>
        <translation>Getoonde scan</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Hervatten</translation>
    </message>
    <message>
        <source>Goes on where this scan was interrupted</source>
        <translation>Gaat verder waar deze scan werd onderbroken</translation>
    </message>
    <message numerus="yes">
        <source>barrier(s)</source>
        <translation>
            <numerusform>belemmering</numerusform>
            <numerusform>belemmeringen</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the barriers</source>
        <translation>Toont de belemmeringen</translation>
    </message>
    <message numerus="yes">
        <source>to be judged</source>
        <translation>
            <numerusform>te beoordelen</numerusform>
            <numerusform>te beoordelen</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows what a person must judge</source>
        <translation>Toont wat een mens moet beoordelen</translation>
    </message>
    <message>
        <source>Shows the examined pages</source>
        <translation>Toont de onderzochte pagina’s</translation>
    </message>
    <message numerus="yes">
        <source>examined</source>
        <translation>
            <numerusform>onderzocht</numerusform>
            <numerusform>onderzocht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not reached</source>
        <translation>
            <numerusform>niet bereikt</numerusform>
            <numerusform>niet bereikt</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the pages that were not reached</source>
        <translation>Toont de pagina’s die niet werden bereikt</translation>
    </message>
</context>
<context>
    <name>ScanColumns</name>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
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
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duur</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
</context>
<context>
    <name>ScanHistory</name>
    <message>
        <source>Scans of this target</source>
        <translation>Scans van dit object</translation>
    </message>
    <message>
        <source>Enter opens the scan</source>
        <translation>Enter opent de scan</translation>
    </message>
</context>
<context>
    <name>TargetForm</name>
    <message>
        <source>Organisation</source>
        <translation>Instantie</translation>
    </message>
    <message>
        <source>Name of the target</source>
        <translation>Naam van het object</translation>
    </message>
    <message>
        <source>Start address</source>
        <translation>Startadres</translation>
    </message>
    <message>
        <source>Serves people in need</source>
        <translation>Voor mensen in nood</translation>
    </message>
    <message>
        <source>112, crisis information: a crisis freeze stops every scan of it</source>
        <translation>112, crisisinformatie: een crisisstop houdt elke scan ervan tegen</translation>
    </message>
    <message>
        <source>Type a name for the target.</source>
        <translation>Typ een naam voor het object.</translation>
    </message>
    <message>
        <source>Type the address where the scan starts.</source>
        <translation>Typ het adres waar de scan begint.</translation>
    </message>
</context>
<context>
    <name>TargetHeader</name>
    <message>
        <source>Start a scan with the chosen options (F5)</source>
        <translation>Scan starten met de gekozen opties (F5)</translation>
    </message>
    <message>
        <source>Pages, depth and evidence of the next scan</source>
        <translation>Pagina’s, diepte en bewijs van de volgende scan</translation>
    </message>
    <message>
        <source>Start scan</source>
        <translation>Scan starten</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opties</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Write the shown scan to a file</source>
        <translation>De getoonde scan naar een bestand schrijven</translation>
    </message>
    <message>
        <source>&amp;HTML – report to read</source>
        <translation>&amp;HTML – rapport om te lezen</translation>
    </message>
    <message>
        <source>&amp;XLSX – workbook</source>
        <translation>&amp;XLSX – werkmap</translation>
    </message>
    <message>
        <source>&amp;CSV – table</source>
        <translation>&amp;CSV – tabel</translation>
    </message>
    <message>
        <source>&amp;JSON – everything, for machines</source>
        <translation>&amp;JSON – alles, voor machines</translation>
    </message>
    <message>
        <source>&amp;EARL – JSON-LD, to exchange results</source>
        <translation>&amp;EARL – JSON-LD, om uitkomsten uit te wisselen</translation>
    </message>
    <message>
        <source>Serves people in need</source>
        <translation>Voor mensen in nood</translation>
    </message>
</context>
<context>
    <name>TargetView</name>
    <message>
        <source>Lists of the scan</source>
        <translation>Lijsten van de scan</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>Waarnemingen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>This target has not been scanned yet.
Start a scan with F5, or choose its options first.</source>
        <translation>Dit object is nog niet gescand.
Start een scan met F5, of kies eerst de opties.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>{0}: the worker of this scan is gone; what it did until then is kept.</source>
        <translation>{0}: het werkproces van deze scan is weggevallen; wat tot dan toe gedaan is, blijft bewaard.</translation>
    </message>
    <message>
        <source>{0}: the worker ended before it began.</source>
        <translation>{0}: het werkproces hield op voordat het begon.</translation>
    </message>
    <message>
        <source>{0}: no page could be examined.</source>
        <translation>{0}: geen enkele pagina kon worden onderzocht.</translation>
    </message>
    <message numerus="yes">
        <source>{0}: stopped; %n page(s) were examined and kept.</source>
        <translation>
            <numerusform>{0}: gestopt; %n pagina is onderzocht en bewaard.</numerusform>
            <numerusform>{0}: gestopt; %n pagina’s zijn onderzocht en bewaard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: the scan is complete, %n page(s) examined.</source>
        <translation>
            <numerusform>{0}: de scan is afgerond, %n pagina onderzocht.</numerusform>
            <numerusform>{0}: de scan is afgerond, %n pagina’s onderzocht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Hervatten</translation>
    </message>
    <message>
        <source>Export the scan</source>
        <translation>Scan exporteren</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschreven: {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Choose one of its targets at the left, or add one.</source>
        <translation>Kies links een van de objecten, of voeg er een toe.</translation>
    </message>
    <message>
        <source>Unexpected error: {0}. Your data is unharmed; please report this.</source>
        <translation>Onverwachte fout: {0}. Uw gegevens zijn ongeschonden; meld dit alstublieft.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>&amp;Scan</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>B&amp;eeld</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Add &amp;organisation</source>
        <translation>&amp;Instantie toevoegen</translation>
    </message>
    <message>
        <source>Add &amp;target</source>
        <translation>&amp;Object toevoegen</translation>
    </message>
    <message>
        <source>&amp;Import organisations …</source>
        <translation>Instanties im&amp;porteren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Start scan</source>
        <translation>Scan &amp;starten</translation>
    </message>
    <message>
        <source>S&amp;top scan</source>
        <translation>Scan s&amp;toppen</translation>
    </message>
    <message>
        <source>Scan &amp;options</source>
        <translation>&amp;Opties van de scan</translation>
    </message>
    <message>
        <source>&amp;Find organisation or target</source>
        <translation>Instantie of object &amp;zoeken</translation>
    </message>
    <message>
        <source>&amp;Observations</source>
        <translation>&amp;Waarnemingen</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Pagina’s</translation>
    </message>
    <message>
        <source>S&amp;cans</source>
        <translation>&amp;Scans</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Volgend deel van het venster</translation>
    </message>
    <message>
        <source>Pre&amp;vious part of the window</source>
        <translation>Vo&amp;rig deel van het venster</translation>
    </message>
    <message>
        <source>Colou&amp;rs</source>
        <translation>K&amp;leuren</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>T&amp;aal</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Grotere tekst</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Kleinere tekst</translation>
    </message>
    <message>
        <source>Normal te&amp;xt</source>
        <translation>Gewone &amp;tekst</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Zoals het &amp;systeem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Licht</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Donker</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Hoog contrast</translation>
    </message>
    <message>
        <source>&amp;Keys and installation</source>
        <translation>&amp;Toetsen en installatie</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporteren</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Object toevoegen</translation>
    </message>
    <message>
        <source>Add organisation</source>
        <translation>Instantie toevoegen</translation>
    </message>
    <message>
        <source>Welcome to EAA Checker</source>
        <translation>Welkom bij EAA Checker</translation>
    </message>
    <message>
        <source>Add an organisation and a web site of it at the left, or import a list. Then start a scan: it looks at the pages as a browser shows them and says who meets which barrier.</source>
        <translation>Voeg links een instantie en een website ervan toe, of importeer een lijst. Start daarna een scan: die bekijkt de pagina’s zoals een browser ze toont en zegt wie op welke belemmering stuit.</translation>
    </message>
</context>
</TS>
