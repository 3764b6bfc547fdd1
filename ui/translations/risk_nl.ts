<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>Adjust</name>
    <message>
        <source>There is no adjustment to take away.</source>
        <translation>Er is geen bijstelling om weg te halen.</translation>
    </message>
    <message>
        <source>Adjustment of {0}</source>
        <translation>Bijstelling van {0}</translation>
    </message>
    <message>
        <source>{0} is stored.</source>
        <translation>{0} is opgeslagen.</translation>
    </message>
    <message>
        <source>Adjust the score</source>
        <translation>Score bijstellen</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Bijstellen</translation>
    </message>
    <message>
        <source>From −10 to 10 points; 0 takes the adjustment away. It is shown with its reason.</source>
        <translation>Van −10 tot 10 punten; 0 neemt de bijstelling weg. Zij staat erbij, met de reden.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punten</translation>
    </message>
    <message>
        <source>Why does it stand higher or lower?</source>
        <translation>Waarom staat het hoger of lager?</translation>
    </message>
    <message>
        <source>Type a number from −10 to 10.</source>
        <translation>Typ een getal van −10 tot 10.</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Sectors</source>
        <translation>Sectoren</translation>
    </message>
    <message>
        <source>By type and tag of the organisation; a target of several sectors counts in each.</source>
        <translation>Per soort en label van de instantie; een object van meer sectoren telt in elk mee.</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Leveranciers</translation>
    </message>
    <message>
        <source>By supplier, and by content management system where a site says what it was made with.</source>
        <translation>Per leverancier, en per CMS waar een site zegt waarmee zij is gemaakt.</translation>
    </message>
    <message>
        <source>Enter shows the targets of a row in the ranking.</source>
        <translation>Enter toont de objecten van een rij in de rangorde.</translation>
    </message>
</context>
<context>
    <name>Reweigh</name>
    <message>
        <source>Weighing {0}</source>
        <translation>Weging {0}</translation>
    </message>
    <message>
        <source>Ranked anew by weighing {0}.</source>
        <translation>Opnieuw gerangschikt volgens weging {0}.</translation>
    </message>
    <message>
        <source>Weigh otherwise</source>
        <translation>Anders wegen</translation>
    </message>
    <message>
        <source>Rank anew</source>
        <translation>Opnieuw rangschikken</translation>
    </message>
    <message>
        <source>The weights so far stay on record; the ranking says by which weighing it was made.</source>
        <translation>De gewichten tot nu toe blijven bewaard; bij de rangorde staat volgens welke weging zij is gemaakt.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichten</translation>
    </message>
    <message>
        <source>Why are they weighed otherwise?</source>
        <translation>Waarom wordt er anders gewogen?</translation>
    </message>
    <message>
        <source>{0}: type a number.</source>
        <translation>{0}: typ een getal.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets gewijzigd.</translation>
    </message>
</context>
<context>
    <name>RiskColumns</name>
    <message>
        <source>unknown ({0})</source>
        <translation>onbekend ({0})</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
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
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>Kans</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Impact</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Berust op</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Bijgesteld</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Objecten</translation>
    </message>
    <message>
        <source>Examined</source>
        <translation>Onderzocht</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Gemiddelde score</translation>
    </message>
    <message>
        <source>Barriers per target</source>
        <translation>Barrières per object</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>niet gemeten</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Hoogste</translation>
    </message>
</context>
<context>
    <name>RiskDetail</name>
    <message>
        <source>To the target</source>
        <translation>Naar het object</translation>
    </message>
    <message>
        <source>Adjust the score …</source>
        <translation>Score bijstellen …</translation>
    </message>
    <message>
        <source>Choose a target to see why it stands where it stands.</source>
        <translation>Kies een object om te zien waarom het staat waar het staat.</translation>
    </message>
    <message>
        <source>Score {0} = likelihood {1} × impact {2}</source>
        <translation>Score {0} = kans {1} × impact {2}</translation>
    </message>
    <message>
        <source>weighing {0} of {1}</source>
        <translation>weging {0} van {1}</translation>
    </message>
    <message>
        <source>Rests on the examination of {0}: {1} pages</source>
        <translation>Berust op het onderzoek van {0}: {1} pagina’s</translation>
    </message>
    <message>
        <source>{0}. Nothing is known of its barriers: this is no low risk and no high one, but a reason to look</source>
        <translation>{0}. Van barrières is niets bekend: dit is geen laag risico en geen hoog risico, maar een reden om te kijken</translation>
    </message>
    <message>
        <source>Adjusted by {0} points by {1}, {2}: {3}</source>
        <translation>Bijgesteld met {0} punten door {1}, {2}: {3}</translation>
    </message>
    <message>
        <source>What each factor adds to its side, which runs from 1 to 5; a dashed bar is not known.</source>
        <translation>Wat elke factor toevoegt aan zijn kant, die van 1 tot 5 loopt; een gestreepte lege balk is niet bekend.</translation>
    </message>
    <message>
        <source>Factors and weights</source>
        <translation>Factoren en gewichten</translation>
    </message>
</context>
<context>
    <name>RiskFigures</name>
    <message>
        <source>Likelihood</source>
        <translation>Kans</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Impact</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Not examined, so not in the matrix</source>
        <translation>Niet onderzocht, dus niet in de matrix</translation>
    </message>
    <message>
        <source>{0} points, weight {1}</source>
        <translation>{0} punten, gewicht {1}</translation>
    </message>
    <message>
        <source>not known: adds nothing, weight {0}</source>
        <translation>niet bekend: voegt niets toe, gewicht {0}</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>Points and weight</source>
        <translation>Punten en gewicht</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>Wat is geteld</translation>
    </message>
    <message>
        <source>Barriers per examined target</source>
        <translation>Barrières per onderzocht object</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Maand</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Berust op</translation>
    </message>
    <message>
        <source>From {0}: {1}. What stands left and right of a break cannot be compared.</source>
        <translation>Vanaf {0}: {1}. Wat links en rechts van een breuklijn staat, is niet te vergelijken.</translation>
    </message>
    <message>
        <source>measured with engine {0}, rule book {1}</source>
        <translation>gemeten met motor {0}, regelboek {1}</translation>
    </message>
    <message>
        <source>nothing scanned</source>
        <translation>niets gescand</translation>
    </message>
    <message>
        <source>{0} of {1} targets examined, {2} scans failed; {3}</source>
        <translation>{0} van {1} objecten onderzocht, {2} scans mislukt; {3}</translation>
    </message>
</context>
<context>
    <name>RiskPlace</name>
    <message>
        <source>Mean over the targets examined in a month; a failed scan counts as not measured, never as 0.</source>
        <translation>Gemiddelde over de objecten die in een maand zijn onderzocht; een mislukte scan telt als niet gemeten, nooit als 0.</translation>
    </message>
    <message>
        <source>Barriers by month</source>
        <translation>Barrières per maand</translation>
    </message>
    <message>
        <source>{0} examined</source>
        <translation>{0} onderzocht</translation>
    </message>
    <message>
        <source>{0} not examined: every scan failed</source>
        <translation>{0} niet onderzocht: elke scan mislukte</translation>
    </message>
    <message>
        <source>{0} never examined</source>
        <translation>{0} nooit onderzocht</translation>
    </message>
    <message>
        <source>Weighing {0}, {1}, {2}: {3}. A score ranks; it never judges.</source>
        <translation>Weging {0}, {1}, {2}: {3}. Een score rangschikt; zij oordeelt nooit.</translation>
    </message>
    <message>
        <source>Risk matrix: likelihood and impact</source>
        <translation>Risicomatrix: kans en impact</translation>
    </message>
    <message>
        <source>Enter shows the targets of a cell in the ranking.</source>
        <translation>Enter toont de objecten van een vak in de rangorde.</translation>
    </message>
    <message>
        <source>{0}; show all targets</source>
        <translation>{0}; toon alle objecten</translation>
    </message>
    <message>
        <source>There are no targets yet. Add them under Organisations and targets.</source>
        <translation>Er zijn nog geen objecten. Voeg ze toe bij Instanties en objecten.</translation>
    </message>
    <message>
        <source>No target passes this filter.</source>
        <translation>Geen object past bij dit filter.</translation>
    </message>
    <message>
        <source>Only likelihood {0} and impact {1}</source>
        <translation>Alleen kans {0} en impact {1}</translation>
    </message>
    <message>
        <source>not examined</source>
        <translation>niet onderzocht</translation>
    </message>
    <message>
        <source>Only {0}</source>
        <translation>Alleen {0}</translation>
    </message>
    <message numerus="yes">
        <source>Start a case on %n target(s)</source>
        <translation>
            <numerusform>Onderzoek starten naar %n object</numerusform>
            <numerusform>Onderzoek starten naar %n objecten</numerusform>
        </translation>
    </message>
    <message>
        <source>Risk picture</source>
        <translation>Risicobeeld</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangorde</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Sectors</source>
        <translation>Sectoren</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Leveranciers</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Filter: target, organisation, sector …</source>
        <translation>Filter: object, instantie, sector …</translation>
    </message>
    <message>
        <source>Filter targets by words</source>
        <translation>Objecten filteren op woorden</translation>
    </message>
    <message>
        <source>Targets by score</source>
        <translation>Objecten op score</translation>
    </message>
    <message>
        <source>Enter opens the target</source>
        <translation>Enter opent het object</translation>
    </message>
    <message>
        <source>Weights …</source>
        <translation>Gewichten …</translation>
    </message>
</context>
<context>
    <name>WeightsTable</name>
    <message>
        <source>Factor</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Counts in full at</source>
        <translation>Telt volledig bij</translation>
    </message>
</context>
</TS>
