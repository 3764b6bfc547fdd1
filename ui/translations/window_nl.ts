<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>AttentionColumns</name>
    <message>
        <source>What is the matter</source>
        <translation>Wat is er aan de hand</translation>
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
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
</context>
<context>
    <name>Axes</name>
    <message>
        <source> (measured differently from here)</source>
        <translation> (vanaf hier anders gemeten)</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message numerus="yes">
        <source>Put %n scan(s) in line</source>
        <translation>
            <numerusform>%n scan in de rij zetten</numerusform>
            <numerusform>%n scans in de rij zetten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) put in line.</source>
        <translation>
            <numerusform>%n scan in de rij gezet.</numerusform>
            <numerusform>%n scans in de rij gezet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch and schedule</source>
        <translation>Batch en planning</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Start scans</source>
        <translation>Scans starten</translation>
    </message>
    <message>
        <source>Filter: target, organisation, state …</source>
        <translation>Filter: object, instantie, stand …</translation>
    </message>
    <message>
        <source>Filter scans by words</source>
        <translation>Scans filteren op woorden</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Filteren op stand</translation>
    </message>
    <message>
        <source>All scans</source>
        <translation>Alle scans</translation>
    </message>
    <message>
        <source>Running and waiting</source>
        <translation>Bezig en wachtend</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Onderbroken</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>With pages not reached</source>
        <translation>Met niet bereikte pagina’s</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beëindigd</translation>
    </message>
    <message>
        <source>Enter opens the scan</source>
        <translation>Enter opent de scan</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Hervatten</translation>
    </message>
    <message>
        <source>Goes on with the selected scans</source>
        <translation>Gaat verder met de gekozen scans</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauzeren</translation>
    </message>
    <message>
        <source>Halts the selected scans after the page in progress; they can go on later</source>
        <translation>Houdt de gekozen scans aan na de pagina waar ze mee bezig zijn; ze kunnen later verder</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Ends the selected scans after the page in progress; what was done is kept</source>
        <translation>Beëindigt de gekozen scans na de pagina waar ze mee bezig zijn; wat gedaan is, blijft bewaard</translation>
    </message>
    <message>
        <source>There are no such scans.</source>
        <translation>Zulke scans zijn er niet.</translation>
    </message>
    <message>
        <source>Select targets (Ctrl or Shift for several); those not scanned for the longest time stand first.</source>
        <translation>Kies objecten (met Ctrl of Shift meer tegelijk); wat het langst niet is gescand, staat vooraan.</translation>
    </message>
    <message>
        <source>Filter: target, organisation, address …</source>
        <translation>Filter: object, instantie, adres …</translation>
    </message>
    <message>
        <source>Filter targets by words</source>
        <translation>Objecten filteren op woorden</translation>
    </message>
    <message>
        <source>Targets to scan</source>
        <translation>Te scannen objecten</translation>
    </message>
</context>
<context>
    <name>BatchColumns</name>
    <message>
        <source>stopping …</source>
        <translation>bezig met stoppen …</translation>
    </message>
    <message>
        <source>in line</source>
        <translation>in de rij</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
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
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>Per minute</source>
        <translation>Per minuut</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nog</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Niet bereikt</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Last scanned</source>
        <translation>Laatst gescand</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Show as a chart</source>
        <translation>Als grafiek tonen</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Als tabel tonen</translation>
    </message>
    <message>
        <source>Write to a file</source>
        <translation>Naar een bestand schrijven</translation>
    </message>
    <message>
        <source>&amp;SVG – picture, any size</source>
        <translation>&amp;SVG – beeld, elk formaat</translation>
    </message>
    <message>
        <source>&amp;PNG – picture</source>
        <translation>&amp;PNG – beeld</translation>
    </message>
    <message>
        <source>&amp;CSV – table</source>
        <translation>&amp;CSV – tabel</translation>
    </message>
    <message>
        <source>Chart: {0}</source>
        <translation>Grafiek: {0}</translation>
    </message>
    <message>
        <source>Table: {0}</source>
        <translation>Tabel: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s); arrow keys walk through the values; the same data is in the table.</source>
        <translation>
            <numerusform>%n rij; met de pijltjestoetsen loopt u langs de waarden; dezelfde gegevens staan in de tabel.</numerusform>
            <numerusform>%n rijen; met de pijltjestoetsen loopt u langs de waarden; dezelfde gegevens staan in de tabel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the chart</source>
        <translation>Grafiek schrijven</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>{0} kon niet worden geschreven: {1}</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschreven: {0}</translation>
    </message>
</context>
<context>
    <name>EditionColumns</name>
    <message>
        <source>Published</source>
        <translation>Uitgegeven</translation>
    </message>
    <message>
        <source>Cited from</source>
        <translation>Aangewezen vanaf</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>EmergencyUnseen</name>
    <message numerus="yes">
        <source>emergency target(s) not scanned for 90 days</source>
        <translation>
            <numerusform>noodobject 90 dagen niet gescand</numerusform>
            <numerusform>noodobjecten 90 dagen niet gescand</numerusform>
        </translation>
    </message>
    <message>
        <source>Opens the list of targets to scan with these in front</source>
        <translation>Opent de lijst van te scannen objecten met deze vooraan</translation>
    </message>
</context>
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
    <name>Failed</name>
    <message numerus="yes">
        <source>failed scan(s) this week</source>
        <translation>
            <numerusform>mislukte scan deze week</numerusform>
            <numerusform>mislukte scans deze week</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the failed scans</source>
        <translation>Toont de mislukte scans</translation>
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
    <name>FreezeBar</name>
    <message>
        <source>Crisis freeze in force: {0} ({1})</source>
        <translation>Noodstop van kracht: {0} ({1})</translation>
    </message>
    <message>
        <source>Crisis freeze: halts all scans of targets that serve people in need</source>
        <translation>Noodstop: houdt alle scans aan van objecten voor mensen in nood</translation>
    </message>
    <message>
        <source>Reason of the crisis freeze</source>
        <translation>Reden van de noodstop</translation>
    </message>
    <message>
        <source>Reason, e.g. the crisis and its number</source>
        <translation>Reden, bijvoorbeeld de crisis en het nummer</translation>
    </message>
    <message>
        <source>Lift the freeze</source>
        <translation>Noodstop opheffen</translation>
    </message>
    <message>
        <source>Freeze …</source>
        <translation>Noodstop …</translation>
    </message>
    <message>
        <source>Freeze now</source>
        <translation>Nu stilzetten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Where you are</source>
        <translation>Waar u bent</translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation>Terug naar {0}</translation>
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
        <source>Help: manual page of the rule</source>
        <translation>Help: handleiding van de regel</translation>
    </message>
    <message>
        <source>Manual page of the rule</source>
        <translation>Handleiding van de regel</translation>
    </message>
    <message>
        <source>Search everything: organisations, targets, scans, pages, rules, commands</source>
        <translation>Alles doorzoeken: instanties, objecten, scans, pagina’s, regels, opdrachten</translation>
    </message>
    <message>
        <source>To a place of the rail</source>
        <translation>Naar een plek in de zijbalk</translation>
    </message>
    <message>
        <source>Manual page of the rule in view, else this page</source>
        <translation>Handleiding van de regel in beeld, anders deze pagina</translation>
    </message>
    <message>
        <source>Read again what is shown</source>
        <translation>Wat er staat opnieuw lezen</translation>
    </message>
    <message>
        <source>Start a scan of the chosen target</source>
        <translation>Scan van het gekozen object starten</translation>
    </message>
    <message>
        <source>Pause the scan that is shown</source>
        <translation>De getoonde scan pauzeren</translation>
    </message>
    <message>
        <source>Stop the scan that is shown</source>
        <translation>De getoonde scan stoppen</translation>
    </message>
    <message>
        <source>Options of the next scan</source>
        <translation>Opties van de volgende scan</translation>
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
        <source>In a table: copy the selected rows as text, as CSV</source>
        <translation>In een tabel: gekozen rijen kopiëren als tekst, als CSV</translation>
    </message>
    <message>
        <source>In a table: its menu, with the choice of columns</source>
        <translation>In een tabel: het menu, met de keuze van kolommen</translation>
    </message>
    <message>
        <source>To the next or previous part of the window</source>
        <translation>Naar het volgende of vorige deel van het venster</translation>
    </message>
    <message>
        <source>Observations, pages, scans of the target</source>
        <translation>Waarnemingen, pagina’s, scans van het object</translation>
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
        <source>Larger, smaller, normal text</source>
        <translation>Grotere, kleinere, gewone tekst</translation>
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
    <message>
        <source>Help: accessibility statement</source>
        <translation>Hulp: toegankelijkheidsverklaring</translation>
    </message>
    <message>
        <source>Accessibility statement of this program</source>
        <translation>Toegankelijkheidsverklaring van dit programma</translation>
    </message>
    <message>
        <source>Edit the organisation or target that is chosen</source>
        <translation>De gekozen instantie of het gekozen object wijzigen</translation>
    </message>
    <message>
        <source>Undo the last edit; in a text field: what was typed</source>
        <translation>De laatste wijziging ongedaan maken; in een tekstveld: wat er getypt is</translation>
    </message>
</context>
<context>
    <name>Interrupted</name>
    <message numerus="yes">
        <source>interrupted scan(s) to resume</source>
        <translation>
            <numerusform>onderbroken scan te hervatten</numerusform>
            <numerusform>onderbroken scans te hervatten</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the scans that can go on</source>
        <translation>Toont de scans die verder kunnen</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Indication only; it can never be evidence by itself.</source>
        <translation>Alleen een indicatie; nooit op zichzelf bewijs.</translation>
    </message>
    <message>
        <source>Asked of every element of the kind: work to be done by hand.</source>
        <translation>Wordt van elk element van deze soort gevraagd: handwerk.</translation>
    </message>
    <message>
        <source>Compares a page with those that the same scan judged before it.</source>
        <translation>Vergelijkt een pagina met die welke dezelfde scan ervoor heeft beoordeeld.</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Waarom het ertoe doet</translation>
    </message>
    <message>
        <source>How to repair it</source>
        <translation>Hoe te herstellen</translation>
    </message>
    <message>
        <source>The same barrier elsewhere</source>
        <translation>Dezelfde barrière elders</translation>
    </message>
    <message>
        <source>What it can say</source>
        <translation>Wat de regel kan zeggen</translation>
    </message>
    <message>
        <source>Adopted from axe-core, the second engine.</source>
        <translation>Overgenomen van axe-core, de tweede motor.</translation>
    </message>
    <message>
        <source>No norm demands this; it is good practice.</source>
        <translation>Geen norm eist dit; het is goed gebruik.</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Who is hit</source>
        <translation>Wie wordt geraakt</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>Barrière</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Niet van toepassing</translation>
    </message>
    <message>
        <source>And {0} more in the rule&apos;s file.</source>
        <translation>En nog {0} in het bestand van de regel.</translation>
    </message>
    <message>
        <source>Examples, which are its tests</source>
        <translation>Voorbeelden; dit zijn ook de tests</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Nothing yet</source>
        <translation>Nog niets</translation>
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
        <source>&amp;Go</source>
        <translation>&amp;Ga naar</translation>
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
        <translation>Instanties i&amp;mporteren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Start scan</source>
        <translation>&amp;Scan starten</translation>
    </message>
    <message>
        <source>&amp;Pause scan</source>
        <translation>Scan &amp;pauzeren</translation>
    </message>
    <message>
        <source>S&amp;top scan</source>
        <translation>Scan s&amp;toppen</translation>
    </message>
    <message>
        <source>Scan &amp;options</source>
        <translation>Scan&amp;opties</translation>
    </message>
    <message>
        <source>&amp;Search everything</source>
        <translation>Alles door&amp;zoeken</translation>
    </message>
    <message>
        <source>&amp;Find organisation or target</source>
        <translation>&amp;Instantie of object zoeken</translation>
    </message>
    <message>
        <source>&amp;Observations of the target</source>
        <translation>&amp;Waarnemingen van het object</translation>
    </message>
    <message>
        <source>Pa&amp;ges of the target</source>
        <translation>Pa&amp;gina’s van het object</translation>
    </message>
    <message>
        <source>S&amp;cans of the target</source>
        <translation>S&amp;cans van het object</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Volgende deel van het venster</translation>
    </message>
    <message>
        <source>Pre&amp;vious part of the window</source>
        <translation>V&amp;orige deel van het venster</translation>
    </message>
    <message>
        <source>R&amp;ead again</source>
        <translation>&amp;Opnieuw lezen</translation>
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
        <translation>&amp;Normale tekst</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Zoals het s&amp;ysteem</translation>
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
        <source>&amp;Help for what is in view</source>
        <translation>&amp;Hulp bij wat in beeld is</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporteren</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Recent</translation>
    </message>
    <message>
        <source>Colou&amp;rs</source>
        <translation>Kl&amp;euren</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Taal</translation>
    </message>
    <message>
        <source>&amp;Accessibility statement</source>
        <translation>&amp;Toegankelijkheidsverklaring</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>O&amp;ngedaan maken</translation>
    </message>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation>O&amp;ngedaan maken: {0}</translation>
    </message>
    <message>
        <source>E&amp;dit organisation or target …</source>
        <translation>Instantie of object &amp;wijzigen …</translation>
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
    <name>Missed</name>
    <message numerus="yes">
        <source>page(s) not reached</source>
        <translation>
            <numerusform>pagina niet bereikt</numerusform>
            <numerusform>pagina’s niet bereikt</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the scans with pages that were not reached</source>
        <translation>Toont de scans met pagina’s die niet zijn bereikt</translation>
    </message>
</context>
<context>
    <name>NormColumns</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Demanded in NL</source>
        <translation>Geëist in NL</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>Eigen regels</translation>
    </message>
    <message>
        <source>axe-core</source>
        <translation>axe-core</translation>
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
        <source>On a private network or this computer</source>
        <translation>Op een eigen netwerk of deze computer</translation>
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
    <name>Organisations</name>
    <message>
        <source>Add organisation</source>
        <translation>Instantie toevoegen</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Object toevoegen</translation>
    </message>
    <message>
        <source>Welcome to EAA Checker</source>
        <translation>Welkom bij EAA Checker</translation>
    </message>
    <message>
        <source>Add an organisation and a web site of it at the left, or import a list. Then start a scan: it looks at the pages as a browser shows them and says who meets which barrier.</source>
        <translation>Voeg links een instantie en een website daarvan toe, of importeer een lijst. Start dan een scan: die bekijkt de pagina’s zoals een browser ze toont en zegt wie welke barrière tegenkomt.</translation>
    </message>
    <message>
        <source>Choose an organisation or a target at the left first.</source>
        <translation>Kies eerst links een instantie of een object.</translation>
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
    <name>PageGrid</name>
    <message>
        <source>Pages of the scan</source>
        <translation>Pagina’s van de scan</translation>
    </message>
    <message>
        <source>being visited</source>
        <translation>wordt nu bezocht</translation>
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
    <name>Places</name>
    <message>
        <source>Cases</source>
        <translation>Onderzoeken</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Organisations and targets</source>
        <translation>Instanties en objecten</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Objecten</translation>
    </message>
    <message>
        <source>Batch and schedule</source>
        <translation>Batch en planning</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Rule book and norms</source>
        <translation>Regelboek en normen</translation>
    </message>
    <message>
        <source>Rule book</source>
        <translation>Regelboek</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>Risk picture</source>
        <translation>Risicobeeld</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risico</translation>
    </message>
    <message>
        <source>112 channel</source>
        <translation>112-kanaal</translation>
    </message>
    <message>
        <source>112</source>
        <translation>112</translation>
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
        <source>Pause</source>
        <translation>Pauzeren</translation>
    </message>
    <message>
        <source>Halts the scan after the page in progress; it can go on later</source>
        <translation>Houdt de scan aan na de pagina waar hij mee bezig is; hij kan later verder</translation>
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
            <numerusform>%n barrière</numerusform>
            <numerusform>%n barrières</numerusform>
        </translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>Nu: {0}</translation>
    </message>
    <message>
        <source>{0} pages a minute</source>
        <translation>{0} pagina’s per minuut</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>nog ongeveer {0}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Plekken</translation>
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
    <message>
        <source>Earlier imports</source>
        <translation>Eerdere imports</translation>
    </message>
    <message>
        <source>Earlier imports, which can be taken back</source>
        <translation>Eerdere imports, die kunnen worden teruggedraaid</translation>
    </message>
</context>
<context>
    <name>RegisterTree</name>
    <message>
        <source>{0} – until {1}</source>
        <translation>{0} – tot en met {1}</translation>
    </message>
    <message>
        <source>{0} – scan in progress</source>
        <translation>{0} – scan bezig</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Search results</source>
        <translation>Zoekresultaten</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”</source>
        <translation>Niets gevonden voor ‘{0}’</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nog niets</translation>
    </message>
</context>
<context>
    <name>RiskMatrix</name>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
</context>
<context>
    <name>RuleBook</name>
    <message>
        <source>All requirements</source>
        <translation>Alle toetspunten</translation>
    </message>
    <message>
        <source>No rule names {0} yet; it is examined by hand.</source>
        <translation>Nog geen regel noemt {0}; dit punt wordt met de hand getoetst.</translation>
    </message>
    <message>
        <source>Choose a rule.</source>
        <translation>Kies een regel.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
    <message>
        <source>{0} of {1} rules shown</source>
        <translation>{0} van {1} regels getoond</translation>
    </message>
    <message>
        <source>Rule book and norms</source>
        <translation>Regelboek en normen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Norms</source>
        <translation>Normen</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Edities</translation>
    </message>
    <message>
        <source>Filter: words, norm, ACT, rule id …</source>
        <translation>Filter: woorden, norm, ACT, regelnaam …</translation>
    </message>
    <message>
        <source>Filter rules by words</source>
        <translation>Regels filteren op woorden</translation>
    </message>
    <message>
        <source>Filter by engine</source>
        <translation>Filteren op motor</translation>
    </message>
    <message>
        <source>Filter by requirement</source>
        <translation>Filteren op toetspunt</translation>
    </message>
    <message>
        <source>Both engines</source>
        <translation>Beide motoren</translation>
    </message>
    <message>
        <source>Enter shows the rules that name it</source>
        <translation>Enter toont de regels die het noemen</translation>
    </message>
    <message>
        <source>Editions of EN 301 549</source>
        <translation>Edities van EN 301 549</translation>
    </message>
    <message>
        <source>Manual page of the rule</source>
        <translation>Handleiding van de regel</translation>
    </message>
    <message>
        <source>The success criteria of WCAG 2.1 and 2.2, levels A and AA. Enter shows the rules that name one.</source>
        <translation>De succescriteria van WCAG 2.1 en 2.2, niveaus A en AA. Enter toont de regels die er een noemen.</translation>
    </message>
</context>
<context>
    <name>RuleColumns</name>
    <message>
        <source>Own rule</source>
        <translation>Eigen regel</translation>
    </message>
    <message>
        <source>What should be so</source>
        <translation>Wat hoort zo te zijn</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Rule id</source>
        <translation>Regelnaam</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message numerus="yes">
        <source>scan(s) running or waiting</source>
        <translation>
            <numerusform>scan bezig of wachtend</numerusform>
            <numerusform>scans bezig of wachtend</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the running and waiting scans</source>
        <translation>Toont de lopende en wachtende scans</translation>
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
            <numerusform>barrière</numerusform>
            <numerusform>barrières</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the barriers</source>
        <translation>Toont de barrières</translation>
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
    <name>Search</name>
    <message>
        <source>organisation</source>
        <translation>instantie</translation>
    </message>
    <message>
        <source>target</source>
        <translation>object</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>scan</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regel</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>norm</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search everything (Ctrl+K)</source>
        <translation>Alles doorzoeken (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles doorzoeken</translation>
    </message>
    <message>
        <source>Down and Up walk through the results, Enter goes there</source>
        <translation>Met pijl omlaag en omhoog loopt u langs de resultaten, Enter gaat erheen</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n resultaat</numerusform>
            <numerusform>%n resultaten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>recent</source>
        <translation>onlangs</translation>
    </message>
    <message>
        <source>command</source>
        <translation>opdracht</translation>
    </message>
    <message>
        <source>Empty the search</source>
        <translation>Zoekveld leegmaken</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Colours and text</source>
        <translation>Kleuren en tekst</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>What is installed, and where</source>
        <translation>Wat is geïnstalleerd, en waar</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Grootte van de tekst</translation>
    </message>
    <message>
        <source>Scans at the same time</source>
        <translation>Scans tegelijk</translation>
    </message>
    <message>
        <source>Of scans that this window puts in line; scans that are started one by one do not wait.</source>
        <translation>Van scans die dit venster in de rij zet; scans die los worden gestart, wachten niet.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Choices of this window</source>
        <translation>Keuzes van dit venster</translation>
    </message>
    <message>
        <source>Contact in our user agent</source>
        <translation>Contactadres voor bezochte sites</translation>
    </message>
    <message>
        <source>How sites see us</source>
        <translation>Zo zien sites ons</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Bezig met kijken …</translation>
    </message>
    <message>
        <source>Changed: {0}</source>
        <translation>Gewijzigd: {0}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Beweging</translation>
    </message>
    <message>
        <source>As the system asks</source>
        <translation>Zoals het systeem vraagt</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Minder beweging</translation>
    </message>
    <message>
        <source>All movement</source>
        <translation>Alle beweging</translation>
    </message>
    <message>
        <source>With less movement nothing fades, slides or blinks, and the numbers of Today change only when you go there or press Ctrl+R. A scan that you started is always followed.</source>
        <translation>Met minder beweging vervaagt, schuift en knippert er niets, en veranderen de getallen van Vandaag alleen als u daarheen gaat of op Ctrl+R drukt. Een scan die u startte, wordt altijd gevolgd.</translation>
    </message>
</context>
<context>
    <name>TableMenu</name>
    <message>
        <source>&amp;Copy the selected rows</source>
        <translation>Gekozen rijen &amp;kopiëren</translation>
    </message>
    <message>
        <source>Copy as C&amp;SV</source>
        <translation>Kopiëren als C&amp;SV</translation>
    </message>
    <message>
        <source>&amp;Write all rows to a CSV file …</source>
        <translation>Alle rijen naar een CSV-bestand &amp;schrijven …</translation>
    </message>
    <message>
        <source>Select a&amp;ll rows</source>
        <translation>Alle rijen k&amp;iezen</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>K&amp;olommen</translation>
    </message>
    <message>
        <source>&amp;All columns as they were</source>
        <translation>&amp;Alle kolommen zoals ze waren</translation>
    </message>
    <message>
        <source>Write rows</source>
        <translation>Rijen schrijven</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>{0} kon niet worden geschreven: {1}</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschreven: {0}</translation>
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
    <message>
        <source>Kind of target</source>
        <translation>Soort object</translation>
    </message>
    <message>
        <source>Where it is, in words</source>
        <translation>Waar het is, in woorden</translation>
    </message>
    <message>
        <source>Type where the target is.</source>
        <translation>Typ waar het object is.</translation>
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
    <message numerus="yes">
        <source>{0}: paused; %n page(s) were examined and kept.</source>
        <translation>
            <numerusform>{0}: gepauzeerd; %n pagina is onderzocht en bewaard.</numerusform>
            <numerusform>{0}: gepauzeerd; %n pagina’s zijn onderzocht en bewaard.</numerusform>
        </translation>
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
</context>
<context>
    <name>TermCalendar</name>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Asks for attention</source>
        <translation>Vraagt aandacht</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>Verder waar u was</translation>
    </message>
    <message>
        <source>Enter opens the scan</source>
        <translation>Enter opent de scan</translation>
    </message>
    <message>
        <source>Nothing went wrong in the last 30 days.</source>
        <translation>De laatste 30 dagen is er niets misgegaan.</translation>
    </message>
    <message>
        <source>Crisis freeze in force: {0} ({1}). Targets that serve people in need are not scanned.</source>
        <translation>Noodstop van kracht: {0} ({1}). Objecten voor mensen in nood worden niet gescand.</translation>
    </message>
    <message>
        <source>examined</source>
        <translation>onderzocht</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>niet bereikt</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Pages by day, last 14 days</source>
        <translation>Pagina’s per dag, laatste 14 dagen</translation>
    </message>
</context>
<context>
    <name>Window</name>
</context>
<context>
    <name>TermsOverdue</name>
    <message numerus="yes">
        <source>term(s) overdue</source>
        <translation>
            <numerusform>termijn verstreken</numerusform>
            <numerusform>termijnen verstreken</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the cases with a term that has passed</source>
        <translation>Toont de onderzoeken met een verstreken termijn</translation>
    </message>
</context>
<context>
    <name>TermsThisWeek</name>
    <message numerus="yes">
        <source>term(s) within a week</source>
        <translation>
            <numerusform>termijn binnen een week</numerusform>
            <numerusform>termijnen binnen een week</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the cases with a term that ends within a week</source>
        <translation>Toont de onderzoeken met een termijn die binnen een week eindigt</translation>
    </message>
</context>
<context>
    <name>LettersToReview</name>
    <message numerus="yes">
        <source>letter(s) waiting for review</source>
        <translation>
            <numerusform>brief wacht op vierogen</numerusform>
            <numerusform>brieven wachten op vierogen</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the letters that a second person must review</source>
        <translation>Toont de brieven die een tweede persoon moet beoordelen</translation>
    </message>
</context>
<context>
    <name>FindingsToReview</name>
    <message numerus="yes">
        <source>finding(s) for you to review</source>
        <translation>
            <numerusform>bevinding door u te beoordelen</numerusform>
            <numerusform>bevindingen door u te beoordelen</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the findings that wait for you as a second person</source>
        <translation>Toont de bevindingen die op u als tweede persoon wachten</translation>
    </message>
</context>
<context>
    <name>RepliesReceived</name>
    <message numerus="yes">
        <source>reply(s) to answer</source>
        <translation>
            <numerusform>reactie te beantwoorden</numerusform>
            <numerusform>reacties te beantwoorden</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the cases with replies that wait for our answer</source>
        <translation>Toont de onderzoeken met reacties die op ons antwoord wachten</translation>
    </message>
</context>
<context>
    <name>EmergencyBarriers</name>
    <message numerus="yes">
        <source>new steady barrier(s) on emergency routes</source>
        <translation>
            <numerusform>nieuwe vaste barrière op noodroutes</numerusform>
            <numerusform>nieuwe vaste barrières op noodroutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the cases where a finding can be made of them</source>
        <translation>Toont de onderzoeken waar er een bevinding van kan worden gemaakt</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Picture of {0}</source>
        <translation>Beeld van {0}</translation>
    </message>
    <message>
        <source>Part of {0}: this scan makes no whole pictures</source>
        <translation>Deel van {0}: deze scan maakt geen beelden van hele pagina’s</translation>
    </message>
    <message>
        <source>No picture of this page (quick scan)</source>
        <translation>Geen beeld van deze pagina (snelle scan)</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>&amp;HTML – report to read</source>
        <translation>&amp;HTML – rapport om te lezen</translation>
    </message>
    <message>
        <source>&amp;XLSX – workbook</source>
        <translation>&amp;XLSX – werkmap</translation>
    </message>
    <message>
        <source>&amp;ODS – workbook in an open format</source>
        <translation>&amp;ODS – werkmap in een open formaat</translation>
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
        <source>&amp;SARIF – for tools of developers</source>
        <translation>&amp;SARIF – voor gereedschap van ontwikkelaars</translation>
    </message>
    <message>
        <source>&amp;WCAG-EM – to go on in the W3C report tool</source>
        <translation>&amp;WCAG-EM – om verder te gaan in het rapport van W3C</translation>
    </message>
    <message>
        <source>HTML – a &amp;page per requirement, in a folder</source>
        <translation>HTML – een &amp;pagina per toetspunt, in een map</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Written: {0}</source>
        <translation>Geschreven: {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Being written: {0} ({1})</source>
        <translation>Wordt geschreven: {0} ({1})</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Not undone: {0} was changed again since, here or by somebody else. Nothing was changed.</source>
        <translation>Niet ongedaan gemaakt: {0} is daarna opnieuw gewijzigd, hier of door iemand anders. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Not undone: {0}. {1}</source>
        <translation>Niet ongedaan gemaakt: {0}. {1}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Ongedaan gemaakt: {0}</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message numerus="yes">
        <source>Done: %n organisation(s)</source>
        <translation>
            <numerusform>Gedaan: %n instantie</numerusform>
            <numerusform>Gedaan: %n instanties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) can be scanned: choose one and press F5.</source>
        <translation>
            <numerusform>%n object kan worden gescand: kies het en druk op F5.</numerusform>
            <numerusform>%n objecten kunnen worden gescand: kies er een en druk op F5.</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Begin hier</translation>
    </message>
    <message>
        <source>There is no scan yet. As soon as there is one, this page says what asks for work today.</source>
        <translation>Er is nog geen scan. Zodra er een is, zegt deze pagina wat vandaag om werk vraagt.</translation>
    </message>
    <message>
        <source>Start a scan</source>
        <translation>Een scan starten</translation>
    </message>
    <message>
        <source>Add an address to scan</source>
        <translation>Een adres toevoegen om te scannen</translation>
    </message>
    <message>
        <source>Add an organisation</source>
        <translation>Een instantie toevoegen</translation>
    </message>
    <message>
        <source>Import a register</source>
        <translation>Een register importeren</translation>
    </message>
    <message>
        <source>One by one: the supervised body, with its web site after that.</source>
        <translation>Een voor een: de instantie onder toezicht, en daarna haar website.</translation>
    </message>
    <message>
        <source>The web site of an organisation. A scan looks at its pages and says who meets which barrier.</source>
        <translation>De website van een instantie. Een scan bekijkt haar pagina’s en zegt wie welke barrière tegenkomt.</translation>
    </message>
    <message>
        <source>Many at once: a CSV, XLSX or ODS file. You see first what it would do, and can take it back.</source>
        <translation>Veel tegelijk: een CSV-, XLSX- of ODS-bestand. U ziet eerst wat het zou doen, en kunt het terugnemen.</translation>
    </message>
</context>
</TS>
