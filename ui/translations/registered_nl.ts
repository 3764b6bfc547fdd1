<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>CompetenceColumns</name>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>May we act?</source>
        <translation>Bevoegd?</translation>
    </message>
    <message>
        <source>Norm in force?</source>
        <translation>Norm van kracht?</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grondslag en motivering</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Geldig tot en met</translation>
    </message>
</context>
<context>
    <name>ContactColumns</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Contact</source>
        <translation>Contactpersoon</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Geldt vanaf</translation>
    </message>
    <message>
        <source>It was wrong: correct it, without keeping the old one</source>
        <translation>Het was fout: verbeter het, zonder het oude te bewaren</translation>
    </message>
    <message>
        <source>Contact {0}</source>
        <translation>Contactpersoon {0}</translation>
    </message>
    <message>
        <source>{0} is stored.</source>
        <translation>{0} is opgeslagen.</translation>
    </message>
</context>
<context>
    <name>EndEntry</name>
    <message>
        <source>End the target</source>
        <translation>Object beëindigen</translation>
    </message>
    <message>
        <source>End the organisation</source>
        <translation>Instantie beëindigen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beëindigen</translation>
    </message>
    <message>
        <source>For a site that is no more. What is on record about it stays; it is no longer ranked.</source>
        <translation>Voor een object dat er niet meer is. Wat erover is vastgelegd, blijft; in de rangorde staat het niet meer.</translation>
    </message>
    <message>
        <source>For one that was abolished or merged. What is on record about it stays.</source>
        <translation>Voor een instantie die is opgeheven of opgegaan in een andere. Wat erover is vastgelegd, blijft.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Why does it end?</source>
        <translation>Waarom eindigt dit?</translation>
    </message>
    <message>
        <source>Say why it ends.</source>
        <translation>Geef aan waarom dit eindigt.</translation>
    </message>
    <message>
        <source>{0} has ended.</source>
        <translation>{0} is beëindigd.</translation>
    </message>
</context>
<context>
    <name>EndContact</name>
    <message>
        <source>End the contact</source>
        <translation>Contactpersoon beëindigen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beëindigen</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Reason (may be left out)</source>
        <translation>Reden (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Contact {0}</source>
        <translation>Contactpersoon {0}</translation>
    </message>
    <message>
        <source>{0} has ended.</source>
        <translation>{0} is beëindigd.</translation>
    </message>
</context>
<context>
    <name>ImportColumns</name>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Wat ermee gebeurt</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Instantie</translation>
    </message>
    <message>
        <source>What it does, or why not</source>
        <translation>Wat de rij doet, of waarom niet</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Toegevoegd</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Teruggedraaid</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
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
        <source>%n row(s) could not be used.</source>
        <translation>
            <numerusform>%n rij kon niet worden gebruikt.</numerusform>
            <numerusform>%n rijen konden niet worden gebruikt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Import {0} is taken back.</source>
        <translation>Import {0} is teruggedraaid.</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Rijen van het bestand</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>Eerdere imports</translation>
    </message>
    <message>
        <source>Take back …</source>
        <translation>Terugdraaien …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>To the register</source>
        <translation>Naar het register</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>Take in the rows that are held back as well</source>
        <translation>Ook de aangehouden rijen opnemen</translation>
    </message>
    <message>
        <source>What importing {0} would do</source>
        <translation>Wat het importeren van {0} zou doen</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Er is nog niets opgeslagen.</translation>
    </message>
    <message>
        <source>The file holds no rows.</source>
        <translation>Het bestand bevat geen rijen.</translation>
    </message>
    <message>
        <source>Columns: {0}.</source>
        <translation>Kolommen: {0}.</translation>
    </message>
    <message>
        <source>Not used: {0}.</source>
        <translation>Niet gebruikt: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n organisation(s)</source>
        <translation>
            <numerusform>%n instantie importeren</numerusform>
            <numerusform>%n instanties importeren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganisationFile</name>
    <message>
        <source>End the organisation …</source>
        <translation>Instantie beëindigen …</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactpersonen</translation>
    </message>
    <message>
        <source>The organisation in the register</source>
        <translation>De instantie in het register</translation>
    </message>
    <message>
        <source>Contacts, those of the past too</source>
        <translation>Contactpersonen, ook die van vroeger</translation>
    </message>
    <message>
        <source>No contact is known yet.</source>
        <translation>Er is nog geen contactpersoon bekend.</translation>
    </message>
    <message>
        <source>Add contact …</source>
        <translation>Contactpersoon toevoegen …</translation>
    </message>
    <message>
        <source>Change contact …</source>
        <translation>Contactpersoon wijzigen …</translation>
    </message>
    <message>
        <source>End contact …</source>
        <translation>Contactpersoon beëindigen …</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>OIN</source>
        <translation>OIN</translation>
    </message>
    <message>
        <source>KvK</source>
        <translation>KvK</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>Beëindigd op</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Onderdeel van</translation>
    </message>
    <message>
        <source>Has the part</source>
        <translation>Heeft als onderdeel</translation>
    </message>
    <message>
        <source>Targets and roles</source>
        <translation>Objecten en rollen</translation>
    </message>
    <message>
        <source>No target yet. Add one with the button at the left.</source>
        <translation>Nog geen object. Voeg er een toe met de knop links.</translation>
    </message>
    <message>
        <source> (until {0})</source>
        <translation> (tot en met {0})</translation>
    </message>
    <message>
        <source>Edit the organisation … (F2)</source>
        <translation>Instantie wijzigen … (F2)</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>What the newest scan saw, by requirement</source>
        <translation>Wat de nieuwste scan zag, per toetspunt</translation>
    </message>
    <message>
        <source>No scan of this target examined a page: nothing is known.</source>
        <translation>Geen scan van dit object heeft een pagina onderzocht: er is niets bekend.</translation>
    </message>
    <message>
        <source>Scan {0} of {1}, {2} pages examined, {3} not reached. Machines saw this; a requirement without a bar was not necessarily met, for not everything can be tested by a machine.</source>
        <translation>Scan {0} van {1}, {2} pagina’s onderzocht, {3} niet bereikt. Dit zagen machines; een toetspunt zonder balk voldoet niet zonder meer, want niet alles kan een machine toetsen.</translation>
    </message>
    <message>
        <source>Barriers</source>
        <translation>Barrières</translation>
    </message>
    <message>
        <source>To be judged</source>
        <translation>Te beoordelen</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Toetspunt</translation>
    </message>
</context>
<context>
    <name>TargetFile</name>
    <message>
        <source>End the target …</source>
        <translation>Object beëindigen …</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>Beëindigd op</translation>
    </message>
    <message>
        <source>Decided by {0} on {1}.</source>
        <translation>Besloten door {0} op {1}.</translation>
    </message>
    <message>
        <source>Comes with the program; nobody of the inspectorate decided on it yet.</source>
        <translation>Komt met het programma mee; niemand van de inspectie heeft hierover nog besloten.</translation>
    </message>
    <message>
        <source>Competence by norm</source>
        <translation>Bevoegdheid per norm</translation>
    </message>
    <message>
        <source>The target in the register</source>
        <translation>Het object in het register</translation>
    </message>
    <message>
        <source>Competence: may we act on this norm at this target today?</source>
        <translation>Bevoegdheidstoets: mogen wij vandaag op deze norm bij dit object optreden?</translation>
    </message>
    <message>
        <source>yes: a crisis freeze stops every scan of it</source>
        <translation>ja: een crisisstop legt elke scan ervan stil</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Importance to 112</source>
        <translation>Belang voor 112</translation>
    </message>
    <message>
        <source>Serves people in need</source>
        <translation>Dient mensen in nood</translation>
    </message>
    <message>
        <source>Accessibility statement</source>
        <translation>Toegankelijkheidsverklaring</translation>
    </message>
    <message>
        <source>Who has to do with it</source>
        <translation>Wie ermee te maken heeft</translation>
    </message>
    <message>
        <source>In this program</source>
        <translation>In dit programma</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>Place in the risk picture</source>
        <translation>Plaats in het risicobeeld</translation>
    </message>
    <message>
        <source>show</source>
        <translation>tonen</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Onderzoek</translation>
    </message>
    <message>
        <source>No status is known. That says nothing about the target itself.</source>
        <translation>Er is geen status bekend. Dat zegt niets over het object zelf.</translation>
    </message>
    <message>
        <source>as the register gave it on {0}</source>
        <translation>zoals het register die op {0} gaf</translation>
    </message>
    <message>
        <source>A claim of the organisation itself, not a verdict.</source>
        <translation>Een bewering van de instantie zelf, geen oordeel.</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>vanaf {0}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>tot en met {0}</translation>
    </message>
    <message>
        <source>Edit the target … (F2)</source>
        <translation>Object wijzigen … (F2)</translation>
    </message>
    <message>
        <source>Other hosts</source>
        <translation>Andere hosts</translation>
    </message>
</context>
<context>
    <name>UndoForm</name>
    <message>
        <source>Take the import back</source>
        <translation>Import terugdraaien</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugdraaien</translation>
    </message>
    <message>
        <source>All that it added goes and what it changed becomes as it was, unless it is in use.</source>
        <translation>Wat hij toevoegde gaat weg en wat hij wijzigde wordt weer zoals het was, tenzij het in gebruik is.</translation>
    </message>
    <message>
        <source>Why is it taken back?</source>
        <translation>Waarom wordt hij teruggedraaid?</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Sides of the target</source>
        <translation>Kanten van het object</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Register and competence</source>
        <translation>Register en bevoegdheid</translation>
    </message>
    <message>
        <source>Outcomes by requirement</source>
        <translation>Uitkomsten per toetspunt</translation>
    </message>
</context>
<context>
    <name>EndRole</name>
    <message>
        <source>Choose one from the list; type a part of the name.</source>
        <translation>Kies er een uit de lijst; typ een deel van de naam.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beëindigen</translation>
    </message>
    <message>
        <source>End a role</source>
        <translation>Een rol beëindigen</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>The role has ended.</source>
        <translation>De rol is beëindigd.</translation>
    </message>
</context>
<context>
    <name>GiveRole</name>
    <message>
        <source>Choose one from the list; type a part of the name.</source>
        <translation>Kies er een uit de lijst; typ een deel van de naam.</translation>
    </message>
    <message>
        <source>Give a role</source>
        <translation>Een rol geven</translation>
    </message>
    <message>
        <source>Holds from (may be left out)</source>
        <translation>Geldt vanaf (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Instantie</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
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
        <source>The role is stored.</source>
        <translation>De rol is opgeslagen.</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Choose one from the list; type a part of the name.</source>
        <translation>Kies er een uit de lijst; typ een deel van de naam.</translation>
    </message>
    <message>
        <source>First day there</source>
        <translation>Eerste dag daar</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overdragen</translation>
    </message>
    <message>
        <source>Hand the target over</source>
        <translation>Het object overdragen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>The target was handed over.</source>
        <translation>Het object is overgedragen.</translation>
    </message>
    <message>
        <source>To the organisation</source>
        <translation>Aan de instantie</translation>
    </message>
    <message>
        <source>Who has the role now loses it the day before; both stay visible.</source>
        <translation>Wie de rol nu heeft, verliest die de dag ervoor; beide blijven zichtbaar.</translation>
    </message>
</context>
<context>
    <name>OrganisationEdit</name>
    <message>
        <source>Edit the organisation</source>
        <translation>De instantie wijzigen</translation>
    </message>
    <message>
        <source>Identifier in TOOI or in a register</source>
        <translation>Code in TOOI of in een register</translation>
    </message>
    <message>
        <source>KvK number (8 digits)</source>
        <translation>KvK-nummer (8 cijfers)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>OIN (20 digits)</source>
        <translation>OIN (20 cijfers)</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Onderdeel van</translation>
    </message>
    <message>
        <source>Reason (may be left out)</source>
        <translation>Reden (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Tags, parted by commas</source>
        <translation>Labels, met komma’s ertussen</translation>
    </message>
    <message>
        <source>Type the name of the organisation.</source>
        <translation>Typ de naam van de instantie.</translation>
    </message>
    <message>
        <source>Type; several are parted by a comma</source>
        <translation>Soort; meer dan een met een komma ertussen</translation>
    </message>
    <message>
        <source>{0} is stored.</source>
        <translation>{0} is opgeslagen.</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message>
        <source>role {0} of {1} at {2}</source>
        <translation>rol {0} van {1} bij {2}</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>End a role …</source>
        <translation>Rol beëindigen …</translation>
    </message>
    <message>
        <source>Give a role …</source>
        <translation>Rol geven …</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>Overdragen …</translation>
    </message>
</context>
<context>
    <name>TargetEdit</name>
    <message>
        <source>Address, or where it is in words</source>
        <translation>Adres, of in woorden waar het is</translation>
    </message>
    <message>
        <source>Edit the target</source>
        <translation>Het object wijzigen</translation>
    </message>
    <message>
        <source>Importance to 112</source>
        <translation>Belang voor 112</translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation>Soort object</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Other hosts that belong to it, parted by commas</source>
        <translation>Andere hosts die erbij horen, met komma’s ertussen</translation>
    </message>
    <message>
        <source>Reason (may be left out)</source>
        <translation>Reden (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Serves people in need: a crisis freeze stops every scan of it</source>
        <translation>Dient mensen in nood: een crisisstop legt elke scan ervan stil</translation>
    </message>
    <message>
        <source>Type a name for the target.</source>
        <translation>Typ een naam voor het object.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{0} is stored.</source>
        <translation>{0} is opgeslagen.</translation>
    </message>
</context>
</TS>
